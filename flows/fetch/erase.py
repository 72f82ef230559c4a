"""Taking an address out of the archive for good, without moving what lies beside it.

A record is overwritten in place by a tombstone that is packed to the same length, so that no other record changes its
offset and a run that appends to the same segment is not disturbed.
"""

from __future__ import annotations

import os
import zlib
from datetime import datetime
from pathlib import Path

from flows.fetch.segments import Member, members

TOMBSTONE_TYPE = "application/vnd.aidwire.erased"
_RAW_DEFLATE = -zlib.MAX_WBITS
_GZIP_WITH_COMMENT = b"\x1f\x8b\x08\x10\x00\x00\x00\x00\x00\xff"
"""RFC 1952: the FCOMMENT flag, no time, no system. The comment is what pads the member."""


def erase(folder: Path, url: str, at: datetime) -> int:
    """Overwrite every response that the archive in `folder` has of `url`; gives their number.

    The journal keeps that the address was requested. Raises OSError where the disk does not take it.
    """
    erased = 0
    for path in sorted(folder.glob("*.warc.gz")):
        with path.open("r+b") as segment:
            found = [member for member in members(segment) if member.kind == "response" and member.url == url]
            for member in found:
                segment.seek(member.offset)
                segment.write(_tombstone(member, at))
                segment.flush()
                os.fsync(segment.fileno())
            erased += len(found)
    return erased


def _tombstone(member: Member, at: datetime) -> bytes:
    """A record that says when the member was erased, of exactly its length."""
    record = (
        "WARC/1.1\r\nWARC-Type: metadata\r\n"
        f"WARC-Record-ID: <urn:aidwire:erased:{member.offset}>\r\n"
        f"WARC-Date: {at:%Y-%m-%dT%H:%M:%SZ}\r\nContent-Type: {TOMBSTONE_TYPE}\r\nContent-Length: 0\r\n\r\n\r\n\r\n"
    ).encode()
    packer = zlib.compressobj(9, zlib.DEFLATED, _RAW_DEFLATE)
    packed = packer.compress(record) + packer.flush()
    trailer = zlib.crc32(record).to_bytes(4, "little") + len(record).to_bytes(4, "little")
    padding = member.end - member.offset - len(_GZIP_WITH_COMMENT) - 1 - len(packed) - len(trailer)
    if padding < 0:
        raise ValueError(f"a record of {member.end - member.offset} bytes is too short for a tombstone")
    return _GZIP_WITH_COMMENT + b" " * padding + b"\x00" + packed + trailer
