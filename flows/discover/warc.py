"""Pages of a web archive (WARC), such as a segment of Common Crawl's news crawl, as if they had been fetched.

https://data.commoncrawl.org/crawl-data/CC-NEWS/index.html
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecord
from yarl import URL

from flows.fetch import Archive
from flows.fetch.exchange import Answer
from parsers.records import Fetch

READABLE = ("text/html", "application/xhtml+xml")


class Archived(NamedTuple):
    """A page out of a web archive: its fetch, as our own archive now has it, and its body."""

    fetch: Fetch
    body: bytes


def by_warc(
    path: Path, archive: Archive, *, hosts: Collection[str], first: date, last: date, max_bytes: int, source: str
) -> Iterator[Archived]:
    """The pages of `hosts` in the file that were crawled from `first` to `last`; each is put into `archive` first.

    Bodies are cut at `max_bytes`. Ends where the file is damaged. Raises OSError where it cannot be read.
    """
    with path.open("rb") as file:
        try:
            for record in ArchiveIterator(file):
                if _wanted(record, hosts) and first <= _date(record).date() <= last:
                    yield _kept(record, archive, max_bytes, source)
        except (ArchiveLoadFailed, EOFError):
            return


def _wanted(record: ArcWarcRecord, hosts: Collection[str]) -> bool:
    if record.rec_type != "response" or record.http_headers is None or record.http_headers.get_statuscode() != "200":
        return False
    content_type = (record.http_headers.get_header("Content-Type") or "").lower()
    if not content_type.startswith(READABLE):
        return False
    try:
        host = URL(record.rec_headers.get_header("WARC-Target-URI") or "").raw_host or ""
        _date(record)
    except ValueError:
        return False
    return host.removeprefix("www.") in hosts


def _kept(record: ArcWarcRecord, archive: Archive, max_bytes: int, source: str) -> Archived:
    body = record.content_stream().read(max_bytes)
    url = record.rec_headers.get_header("WARC-Target-URI")
    headers = tuple((name, value) for name, value in record.http_headers.headers)
    at = _date(record)
    answer = Answer(url, 200, "OK", headers, body)
    fetch = Fetch(url, url, at, "ok", 200, content_type=answer.header("content-type"), body_bytes=len(body))
    fetch = replace(fetch, raw=archive.write(answer, at))
    archive.note(fetch, source=source, what="page")
    return Archived(fetch, body)


def _date(record: ArcWarcRecord) -> datetime:
    """Raises ValueError where the record tells none."""
    return datetime.fromisoformat(record.rec_headers.get_header("WARC-Date") or "")
