"""The raw archive: every response as a WARC record, before anything reads it, and a journal of every request.

A run appends to one segment, `<run_id>.warc.gz`, a gzip member a record, so that any WARC reader can read it and an
offset finds one record. Responses are `response` records with their decoded body. What came of each request, also
where nothing did, is a `metadata` record that holds the `Fetch`: from these two a warehouse is rebuilt.
Format: https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/
"""

from __future__ import annotations

import hashlib
import io
import os
import re
import threading
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from flows.fetch.exchange import Answer
from flows.fetch.journal import JOURNAL_TYPE, JournalEntry, What, read_entry, written
from flows.fetch.segments import Member, members, read_member, whole_length
from parsers.records import Fetch, RawRef

__all__ = ["Archive", "JournalEntry"]

SECRET_HEADERS = frozenset(
    {"set-cookie", "set-cookie2", "cookie", "authorization", "proxy-authorization", "www-authenticate",
     "proxy-authenticate", "x-csrf-token", "x-amz-security-token"}
)  # fmt: skip
"""Headers that may carry what is ours or a session's, and say nothing of the page."""
FRAMING_HEADERS = frozenset({"content-encoding", "transfer-encoding", "content-length", "connection", "keep-alive"})
"""Headers that described the body on the wire, which is kept decoded."""
_RUN_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}")
_NOT_IN_A_HEADER = re.compile(r"[\r\n\x00]+")


class Archive:
    """The archive in `folder`. Writing needs a `run_id` and may come from several threads; reading needs neither."""

    def __init__(self, folder: Path, run_id: str | None = None) -> None:
        if run_id is not None and not _RUN_ID.fullmatch(run_id):
            raise ValueError(f"a run id becomes a file name: letters, digits, '.', '_' and '-' alone, not {run_id!r}")
        self._folder = folder
        self._run_id = run_id
        self._segment: BinaryIO | None = None
        self._lock = threading.Lock()

    def write(self, answer: Answer, at: datetime) -> RawRef:
        """Append a response, and say where it lies. Raises OSError where the disk does not take it."""
        headers = [(name, _NOT_IN_A_HEADER.sub(" ", value)) for name, value in answer.headers if _kept(name)]
        headers.append(("Content-Length", str(len(answer.body))))
        reason = _NOT_IN_A_HEADER.sub(" ", answer.reason)
        return self._append(
            "response",
            answer.url,
            at,
            answer.body,
            http_headers=StatusAndHeaders(f"{answer.status} {reason}", headers, protocol="HTTP/1.1"),
            warc_headers={"WARC-Truncated": "length"} if answer.truncated else {},
        )

    def note(self, fetch: Fetch, *, source: str, what: What) -> None:
        """Append to the journal what came of a request."""
        body = written(JournalEntry(self._run_id or "", source, what, fetch))
        self._append("metadata", fetch.url, fetch.requested_at, body, warc_headers={"Content-Type": JOURNAL_TYPE})

    def read(self, ref: RawRef) -> bytes:
        """The body that lies at `ref`. Raises LookupError, in words, where it is missing, erased or altered."""
        where = f"{ref.segment} at {ref.offset}"
        path = self._folder / ref.segment
        if path.parent != self._folder or not path.is_file():
            raise LookupError(f"the archive has no segment {ref.segment}")
        with path.open("rb") as segment:
            member = read_member(segment, ref.offset)
        if member is None or member.kind != "response":
            raise LookupError(f"the archive has no response in {where}")
        if hashlib.sha256(member.body).hexdigest() != ref.sha256:
            raise LookupError(f"the bytes in {where} are not those that were stored: the archive was altered")
        return member.body

    def responses(self) -> Iterator[tuple[RawRef, Member]]:
        """Every response of every segment, in the order of segment names and offsets; a torn end is passed over."""
        for name, member in self._members():
            if member.kind == "response":
                yield RawRef(hashlib.sha256(member.body).hexdigest(), name, member.offset), member

    def journal(self) -> Iterator[JournalEntry]:
        """Every request of every run, as noted."""
        for _, member in self._members():
            if member.kind == "metadata" and member.content_type == JOURNAL_TYPE:
                yield read_entry(member.body)

    def sync(self) -> None:
        """Put all that was written on the disk itself: to be called before a load relies on it."""
        with self._lock:
            if self._segment is not None:
                os.fsync(self._segment.fileno())

    def close(self) -> None:
        self.sync()
        with self._lock:
            if self._segment is not None:
                self._segment.close()
                self._segment = None

    def _members(self) -> Iterator[tuple[str, Member]]:
        for path in sorted(self._folder.glob("*.warc.gz")):
            with path.open("rb") as segment:
                for member in members(segment):
                    yield path.name, member

    def _append(
        self,
        kind: str,
        url: str,
        at: datetime,
        body: bytes,
        *,
        warc_headers: dict[str, str],
        http_headers: StatusAndHeaders | None = None,
    ) -> RawRef:
        packed = io.BytesIO()
        writer = WARCWriter(packed, gzip=True, warc_version="1.1")
        record = writer.create_warc_record(
            _NOT_IN_A_HEADER.sub("", url),
            kind,
            payload=io.BytesIO(body),
            length=len(body),
            http_headers=http_headers,
            warc_headers_dict={"WARC-Date": at.strftime("%Y-%m-%dT%H:%M:%S.%fZ"), **warc_headers},
        )
        writer.write_record(record)
        with self._lock:
            segment = self._segment or self._open()
            offset = segment.seek(0, os.SEEK_END)
            try:
                _write(segment, packed.getvalue())
            except OSError:
                # A full disk must not leave half a record in front of those that come once there is room again.
                segment.truncate(offset)
                raise
        return RawRef(hashlib.sha256(body).hexdigest(), Path(segment.name).name, offset)

    def _open(self) -> BinaryIO:
        """Open this run's segment for appending, less the torn end that a killed run may have left."""
        if self._run_id is None:
            raise ValueError("this archive was opened for reading: writing needs a run id")
        self._folder.mkdir(parents=True, exist_ok=True)
        path = self._folder / f"{self._run_id}.warc.gz"
        path.touch()
        self._segment = path.open("r+b", buffering=0)
        self._segment.truncate(whole_length(self._segment))
        return self._segment


def _write(segment: BinaryIO, data: bytes) -> None:
    left = memoryview(data)
    while left:
        left = left[segment.write(left) :]


def _kept(name: str) -> bool:
    return name.lower() not in SECRET_HEADERS | FRAMING_HEADERS
