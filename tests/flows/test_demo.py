"""The demonstration, as a newcomer runs it: three times, in one home."""

from __future__ import annotations

import csv
import io
import re

import pytest

from tests.flows.conftest import aidwire


@pytest.fixture(scope="module")
def runs(tmp_path_factory):
    """The first demo, the second on the same data, and the next day; and the home that they leave."""
    home = tmp_path_factory.mktemp("demo")
    return home, [aidwire("demo", *more, home=home) for more in ([], [], ["--next-day"])]


def export_hash(done) -> str:
    return re.search(r"^Export hash ([0-9a-f]{64})$", done.stdout, re.MULTILINE).group(1)


def test_the_demo_prints_announcements_with_their_words_and_links(runs):
    home, (first, _, _) = runs
    assert first.returncode == 0, first.stderr
    assert re.search(r"^2023-01-04  France +Ukraine +AMX-10 RC", first.stdout, re.MULTILINE)
    assert re.search(r"^            “.+", first.stdout, re.MULTILINE)
    assert re.search(r"^            http://127\.0\.0\.1:\d+/\S+$", first.stdout, re.MULTILINE)
    assert str(home / "demo" / "aidwire.duckdb") in first.stdout


def test_it_tells_what_did_not_become_a_record_and_why(runs):
    _, (first, _, _) = runs
    left_out = first.stdout.partition("What did not become a record, and why")[2]
    assert "robots.txt" in left_out
    assert "404" in left_out


def test_a_second_demo_changes_nothing_and_says_so(runs):
    _, (first, second, _) = runs
    assert second.returncode == 0
    assert "Nothing changed" in second.stdout and "Nothing changed" not in first.stdout
    assert export_hash(first) == export_hash(second)
    assert "0 pages read" in second.stdout


def test_the_next_day_shows_what_changed(runs):
    _, (_, second, third) = runs
    assert third.returncode == 0
    changed = third.stdout.partition("What changed")[2].partition("What did not become")[0]
    kinds = {line.split()[0] for line in changed.splitlines() if line and not line.startswith(" ")}
    assert {"edited", "gone"} <= kinds
    assert "Poland → Ukraine: 4 Leopard 2 tanks (delivered" in changed or "delivered" in kinds
    assert re.search(r"new evidence +Finland → Ukraine: .*2 reports\)", changed)  # the wire copy
    assert export_hash(second) != export_hash(third)


def test_what_it_tells_to_try_next_works_as_it_stands(runs):
    home, (first, _, _) = runs
    asked = re.search(r"^  \S+ --home (\S+) sql \"(.+)\"$", first.stdout, re.MULTILINE)
    assert asked.group(1) == str(home / "demo")
    done = aidwire("--home", asked.group(1), "sql", asked.group(2), "--format", "csv", home=home)
    assert done.returncode == 0
    assert len(list(csv.DictReader(io.StringIO(done.stdout)))) > 5
    found = aidwire("--home", asked.group(1), "search", "light tanks", home=home)
    assert "AMX-10 RC" in found.stdout
    shown = aidwire(
        "--home", asked.group(1), "sql", "SELECT id FROM announcements LIMIT 1", "--format", "csv", home=home
    )
    story = aidwire("--home", asked.group(1), "show", shown.stdout.split()[1], home=home)
    assert {"Reports", "Words", "History"} <= set(story.stdout.splitlines())


def test_the_demo_touches_nothing_outside_its_folder(runs):
    home, _ = runs
    assert [path.name for path in home.iterdir()] == ["demo"]


def test_doctor_finds_the_demo_well(runs):
    home, _ = runs
    done = aidwire("--home", str(home / "demo"), "doctor", home=home)
    assert done.returncode == 0, done.stdout
    assert "demo-courier" in done.stdout and "announcements" in done.stdout
