"""What `aidwire extract` and `aidwire text` are pointed at: a file, an address, or standard input."""

from __future__ import annotations

import asyncio
import json
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from flows.errors import CannotDo
from flows.lines import Answer
from flows.settings import Settings
from parsers.records import Page


@contextmanager
def open_lines(path: Path) -> Iterator[Iterator[bytes]]:
    """The lines of a file, or of standard input for `-`. Raises CannotDo where it cannot be opened."""
    if str(path) == "-":
        yield iter(sys.stdin.buffer)
        return
    try:
        file = path.open("rb")
    except OSError as error:
        raise CannotDo(f"{path} cannot be read: {error.strerror}") from None
    with file:
        yield iter(file)


def print_lines(answers: Iterable[Answer]) -> bool:
    """Print one JSON line an answer; tell whether any failed."""
    failed = False
    for answer in answers:
        # ASCII, so that no terminal and no encoding of a pipe can alter or refuse what a text holds.
        sys.stdout.write(json.dumps(answer.fields) + "\n")
        failed = failed or answer.failed
    sys.stdout.flush()
    return failed


def read_input(what: str, settings: Settings) -> Page:
    """The bytes of `what`: `-` is standard input, an http(s) address is fetched, all else is a file.

    Raises CannotDo where there is nothing to be had.
    """
    if what == "-":
        return Page("", "-", sys.stdin.buffer.read(), None, None, None)
    if what.startswith(("http://", "https://")):
        return asyncio.run(_fetch(what, settings))
    return Page("", what, read_file(Path(what)), None, None, None)


def read_file(path: Path) -> bytes:
    """The bytes of a file. Raises CannotDo, in words, for one that is missing or cannot be read."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise CannotDo(f"there is no file {path}") from None
    except IsADirectoryError:
        raise CannotDo(f"{path} is a folder; name a file in it") from None
    except (OSError, ValueError) as error:
        raise CannotDo(f"{path} cannot be read: {getattr(error, 'strerror', None) or error}") from None


async def _fetch(url: str, settings: Settings) -> Page:
    from flows.fetch import Archive, Fetcher

    # What is read once, by hand, is not part of the watch: its raw bytes go when the command ends.
    with tempfile.TemporaryDirectory(prefix="aidwire-") as folder:
        archive = Archive(Path(folder), run_id="extract")
        async with Fetcher(settings, archive, now=lambda: datetime.now(UTC)) as fetcher:
            fetch, body = await fetcher.get(url)
        archive.close()
    if body is None:
        raise CannotDo(f"{url} could not be fetched: {fetch.error or fetch.outcome}")
    return Page("", fetch.final_url, body, fetch.content_type, None, None)
