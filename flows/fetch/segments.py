"""Reading one segment of a WARC archive, record by record, past what is damaged."""

from __future__ import annotations

import os
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import BinaryIO

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

CHUNK = 65_536
GZIP = 16 + zlib.MAX_WBITS
MAGIC = b"\x1f\x8b\x08"
MAX_RECORD = 64_000_000
"""Bytes of a record once unpacked; ours stay far below. A damaged or foreign segment must not fill the memory."""


@dataclass(frozen=True, slots=True)
class Member:
    """One record of a segment: where it starts, where the next one does, and what it holds."""

    offset: int
    end: int
    kind: str
    url: str
    date: str
    status: int | None
    content_type: str | None
    body: bytes
    truncated: bool


def members(segment: BinaryIO) -> Iterator[Member]:
    """The whole records of a segment, in order; what is torn or damaged is passed over."""
    offset: int | None = 0
    while offset is not None:
        member = read_member(segment, offset)
        if member is None:
            offset = _next_start(segment, offset + 1)
        else:
            yield member
            offset = member.end


def read_member(segment: BinaryIO, offset: int) -> Member | None:
    """The record at `offset`; None where there is no whole record."""
    unpacked = _unpack(segment, offset)
    if unpacked is None:
        return None
    data, end = unpacked
    try:
        record = next(iter(ArchiveIterator(BytesIO(data))), None)
        if record is None:
            return None
        body = record.content_stream().read()
    except (ArchiveLoadFailed, ValueError):
        return None
    status = record.http_headers.get_statuscode() if record.http_headers else ""
    described = record.http_headers or record.rec_headers
    return Member(
        offset=offset,
        end=end,
        kind=record.rec_type,
        url=record.rec_headers.get_header("WARC-Target-URI") or "",
        date=record.rec_headers.get_header("WARC-Date") or "",
        status=int(status) if status.isdigit() else None,
        content_type=described.get_header("Content-Type"),
        body=body,
        truncated=record.rec_headers.get_header("WARC-Truncated") is not None,
    )


def whole_length(segment: BinaryIO) -> int:
    """Bytes up to the end of the last whole record."""
    return max((member.end for member in members(segment)), default=0)


def _next_start(segment: BinaryIO, offset: int) -> int | None:
    """The next place at or after `offset` where a gzip member may begin."""
    segment.seek(offset)
    kept = b""
    while chunk := segment.read(CHUNK):
        found = (kept + chunk).find(MAGIC)
        if found >= 0:
            return offset - len(kept) + found
        offset += len(chunk)
        kept = chunk[-len(MAGIC) + 1 :]
    return None


def _unpack(segment: BinaryIO, offset: int) -> tuple[bytes, int] | None:
    """The gzip member at `offset`, unpacked, and where it ends; None where it is not whole."""
    segment.seek(offset, os.SEEK_SET)
    stream = zlib.decompressobj(GZIP)
    unpacked = bytearray()
    read = 0
    try:
        while not stream.eof:
            chunk = segment.read(CHUNK)
            if not chunk:
                return None
            read += len(chunk)
            unpacked += stream.decompress(chunk, MAX_RECORD + 1 - len(unpacked))
            if len(unpacked) > MAX_RECORD:
                return None
    except zlib.error:
        return None
    return bytes(unpacked), offset + read - len(stream.unused_data)
