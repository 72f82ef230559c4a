"""The command line on bad input: one clear line, the right exit code, no traceback, nothing half-written."""

from __future__ import annotations

import contextlib
import json
import resource
import socket
import sys

import pytest

from flows.newsroom.server import DEMO_PORTS
from tests.flows.conftest import aidwire
from warehouse.connection import writing
from warehouse.migrations import migrate

ARTICLE = "<html><head><title>A title</title></head><body><article><p>{}</p></article></body></html>".format(
    "A long text. " * 40
)


@pytest.fixture
def newer_home(home):
    """A home whose database has had a migration that this version does not know."""
    from datetime import UTC, datetime

    now = datetime(2024, 1, 1, tzinfo=UTC)
    migrate(home / "live" / "warehouse.duckdb", at=now)
    with writing(home / "live" / "warehouse.duckdb") as connection:
        connection.execute("INSERT INTO schema_migration VALUES ('9999_of_the_future', 'ab', ?)", [now])
    return home


def one_line(done, code, *words):
    """Assert that a command failed with `code` and one line on stderr that has all of `words`."""
    lines = done.stderr.strip().splitlines()
    assert done.returncode == code, done.stderr
    assert len(lines) == 1, done.stderr
    assert lines[0].startswith("aidwire: ")
    assert "Traceback" not in done.stdout + done.stderr
    for word in words:
        assert word in lines[0]


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["run", "--source", "no-such"], 2, ["'no-such'", "aidwire sources list"]),
        (["sources", "check", "no-such"], 2, ["'no-such'"]),
        (["extract", "no-such.html"], 1, ["no file no-such.html"]),
        (["extract", "--jsonl", "no-such.jsonl"], 1, ["no-such.jsonl"]),
        (["text", "no-such.html"], 1, ["no file no-such.html"]),
        (["extract", "."], 1, ["is a folder"]),
        (["extract"], 2, ["name one thing"]),
        (["extract", "a", "--jsonl", "b"], 2, ["name one thing"]),
        (["extract", "-", "--published", "2023-13-45"], 2, ["2023-13-45", "2023-01-04"]),
        (["sql", "SELECT 1"], 1, ["no database"]),
        (["show", "abc"], 1, ["no database"]),
        (["search", "tanks"], 1, ["no database"]),
        (["sql"], 2, ["SQL"]),
        (["no-such-command"], 2, ["no-such-command"]),
        (["run", "--no-such-option"], 2, ["--no-such-option"]),
        (["sources", "new", "Bad Name", "--feed", "https://example.org/feed"], 2, ["Bad Name"]),
        (["sources", "new", "a-name", "--feed", "no address"], 1, ["address"]),
        (["extract", "http://127.0.0.1:9/"], 1, ["127.0.0.1"]),
    ],
)
def test_bad_use_is_told_in_one_line_and_writes_nothing(arguments, code, words, home):
    one_line(aidwire(*arguments, home=home), code, *words)
    assert not home.exists()


@pytest.mark.parametrize("command", [["run", "--source", "uk-mod"], ["demo"]])
def test_a_home_that_cannot_be_written_is_told(command, tmp_path):
    (tmp_path / "file").write_text("")
    one_line(aidwire(*command, home=tmp_path / "file" / "home"), 1, "file")
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_a_newer_database_is_refused(newer_home):
    before = (newer_home / "live" / "warehouse.duckdb").read_bytes()
    one_line(aidwire("run", "--source", "uk-mod", home=newer_home), 1, "newer version", "9999_of_the_future")
    assert (newer_home / "live" / "warehouse.duckdb").read_bytes() == before
    assert not (newer_home / "aidwire.duckdb").exists()


def test_a_port_in_use_is_told(home):
    with contextlib.ExitStack() as stack:
        with contextlib.suppress(OSError):  # then something else holds it, which is as good
            stack.enter_context(socket.create_server(("127.0.0.1", DEMO_PORTS[1])))
        one_line(aidwire("demo", home=home), 1, str(DEMO_PORTS[1]))
    assert not (home / "demo" / "aidwire.duckdb").exists()


def test_a_broken_source_file_is_named(home):
    (home / "sources" / "mine").mkdir(parents=True)
    (home / "sources" / "mine" / "source.toml").write_text("name = ")
    one_line(aidwire("sources", home=home), 1, "mine/source.toml", "TOML")


def test_a_wrong_setting_is_named(home):
    one_line(aidwire("doctor", home=home, AIDWIRE_PARSE_PROCESSES="many"), 2, "AIDWIRE_PARSE_PROCESSES", "many")


def test_help_is_quick_and_needs_no_prefect():
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = aidwire("--help", home="/nowhere")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert done.returncode == 0
    assert (after.ru_utime + after.ru_stime) - (before.ru_utime + before.ru_stime) < 0.6  # 0.2 s on an idle machine


@pytest.mark.parametrize("module", ["flows.cli", "flows.inputs", "flows.lines", "flows.doctor", "flows.console"])
def test_what_needs_no_prefect_does_not_import_it(module):
    import subprocess

    code = f"import sys, {module}; sys.exit('prefect' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_text_gives_the_article(home, tmp_path):
    (tmp_path / "page.html").write_text(ARTICLE)
    done = aidwire("text", str(tmp_path / "page.html"), home=home)
    assert done.returncode == 0
    assert done.stdout.startswith("A title\n\nA long text.")


def test_a_line_in_is_a_line_out_in_order(home, tmp_path):
    (tmp_path / "page.html").write_text(ARTICLE)
    lines = [
        json.dumps({"id": 1, "path": str(tmp_path / "page.html"), "url": "https://example.org/"}),
        "not json",
        json.dumps({"id": "3", "path": "missing.html"}),
        "",
        json.dumps([1]),
        json.dumps({"id": "6", "path": "page.html"}),
    ]
    (tmp_path / "list.jsonl").write_text("\n".join(lines) + "\n")
    done = aidwire("text", "--jsonl", str(tmp_path / "list.jsonl"), home=home)
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert [answer["id"] for answer in answers] == [1, None, "3", None, None, "6"]
    assert [answer.get("issue") for answer in answers] == [None, "not_json", "no_file", "not_json", "not_json", None]
    assert answers[0]["text"] == answers[5]["text"] != ""
    assert done.returncode == 3


def test_lines_that_tell_of_one_act_share_its_announcement(home):
    told = "Sweden will send Ukraine ten field hospitals, the foreign ministry in Stockholm said on Wednesday."
    lines = [
        {"id": "a", "text": told, "published": "2023-02-01", "publisher": "One"},
        {"id": "b", "text": "The committee met.", "published": "2023-02-01", "publisher": "One"},
        {"id": "c", "text": f"Sweden sends hospitals\n\n{told}", "published": "2023-02-02", "publisher": "Two"},
    ]
    done = [
        aidwire(
            "extract", "--jsonl", "-", "--resolve", home=home, stdin="".join(json.dumps(line) + "\n" for line in order)
        )
        for order in (lines, lines[::-1])
    ]
    found = [{a["id"]: a["announcements"] for a in map(json.loads, run.stdout.splitlines())} for run in done]
    assert found[0] == found[1]
    assert found[0]["a"] == found[0]["c"] != []
    assert found[0]["b"] == []


def test_every_line_of_claims_comes_back(home):
    lines = [
        {"id": "a", "text": "Sweden will give Ukraine ten tents.", "published": "2023-02-01"},
        {"id": "b", "text": 7},
        {"id": None, "text": "", "published": "not a day"},
        {"id": "d", "text": "\ud800 \x00 \u202e", "published": "2023-02-01T10:00:00Z"},
    ]
    done = aidwire("extract", "--jsonl", "-", home=home, stdin="".join(json.dumps(line) + "\n" for line in lines))
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert [answer["id"] for answer in answers] == ["a", "b", None, "d"]
    assert all(isinstance(answer["claims"], list) for answer in answers)
    assert answers[1]["issue"] == "not_text"
