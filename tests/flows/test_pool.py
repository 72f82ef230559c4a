"""The parse pool keeps its promises with real children that really hang, die and swell."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from flows.pool import BATCH, Limits, Lost, ParsePool
from parsers.records import Page, RawRef
from tests.flows import misbehaving

LIMITS = Limits(processes=2, seconds=1.5, memory_mb=512)


def page(url: str) -> Page:
    return Page("a-source", url, b"", None, None, RawRef("ab" * 32, "segment.warc.gz", 7))


@pytest.fixture(scope="module")
def pool():
    with ParsePool(LIMITS) as pool:
        yield pool


def test_results_come_in_the_order_of_the_pages(pool):
    urls = [f"https://example.org/{number}" for number in range(5 * BATCH + 3)]
    parsed = pool.parse(misbehaving.read, [page(url) for url in urls], None)
    assert [p.url for p in parsed] == urls
    assert {p.outcome for p in parsed} == {"stored"}


@pytest.mark.parametrize(
    ("culprit", "code", "words"),
    [
        ("hang", "timeout", "longer than 1.5 seconds"),
        ("die", "crash", "signal 6"),
        ("swell", "MemoryError", "MemoryError"),
        ("raise", "LookupError", "no codec of that name"),
    ],
)
def test_only_the_culprit_is_quarantined(pool, culprit, code, words):
    urls = [f"https://example.org/{number}" for number in range(BATCH)]
    urls[5] = culprit
    parsed = pool.parse(misbehaving.read, [page(url) for url in urls], None)
    assert [p.url for p in parsed] == urls
    assert [p.url for p in parsed if p.outcome != "stored"] == [culprit]
    assert parsed[5].outcome == "quarantined"
    assert parsed[5].reason.code == code
    assert words in parsed[5].reason.message
    assert parsed[5].raw == page(culprit).raw


def test_a_call_gives_what_the_function_gives_or_raises(pool):
    assert pool.call(len, b"abc") == 3
    with pytest.raises(UnicodeDecodeError):
        pool.call(str, b"\xff", "utf-8")
    with pytest.raises(Lost) as lost:
        pool.call(os.abort)
    assert lost.value.issue.code == "crash"


def test_children_load_nothing_that_parsing_does_not_need():
    with ParsePool(LIMITS) as pool:
        (parsed,) = pool.parse(misbehaving.name_heavy_modules, [page("https://example.org/")], None)
    assert parsed.reason.message == ""


def test_a_hanging_child_does_not_outlive_a_parent_that_was_killed(tmp_path: Path):
    # The child says that it lives, then hangs; the parent is killed. The kernel's alarm must end the child.
    (tmp_path / "hanging.py").write_text(
        "import os, sys\n"
        "from pathlib import Path\n"
        "def read(page, source):\n"
        "    print(os.getpid(), flush=True)\n"
        "    while True: pass\n"
    )
    (tmp_path / "parent.py").write_text(
        "import hanging\n"
        "from flows.pool import Limits, ParsePool\n"
        "from parsers.records import Page\n"
        "ParsePool(Limits(1, 1.5, 512)).parse(hanging.read, [Page('s', 'u', b'', None, None, None)], None)\n"
    )
    root = Path(__file__).parents[2]
    parent = subprocess.Popen(
        [sys.executable, "-u", str(tmp_path / "parent.py")],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": f"{root}{os.pathsep}{tmp_path}"},
    )
    assert int(parent.stdout.readline()) > 0
    parent.send_signal(signal.SIGKILL)
    parent.wait()
    # The end of the pipe: its last holder, the child, is gone.
    assert parent.communicate(timeout=30) == ("", None)
