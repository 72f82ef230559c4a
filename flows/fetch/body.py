"""A response body, decoded within bounds: how many bytes it may have, and how many times it may swell.

Only gzip and deflate are offered to servers, since the standard library decodes them piece by piece under a limit.
"""

from __future__ import annotations

import zlib

GZIP = 16 + zlib.MAX_WBITS
ZLIB_METHOD = 8
MAX_RATIO = 200
"""Decoded bytes to received ones. News pages and sitemaps stay below 40; zlib's limit, which bombs use, is 1,032."""
RATIO_FROM = 200_000
"""Decoded bytes from which the ratio counts: short bodies may well repeat themselves."""
MAX_MEMBERS = 100
"""Streams one after the other in one gzip body; servers send one."""


class TooLarge(Exception):  # noqa: N818 - it says what happened, and no caller outside this package sees it
    """The body goes past a bound; the message says which."""


class Garbled(Exception):  # noqa: N818 - it says what happened, and no caller outside this package sees it
    """The body is not in the coding that its header names, or breaks off."""


class BoundedBody:
    """Collects a body: `add` takes what the network brings, `finish` gives the whole, `so_far` what there is.

    `coding` is the Content-Encoding: gzip, deflate or empty. `limit` counts bytes after decoding.
    """

    def __init__(self, coding: str, limit: int) -> None:
        self._coding = coding
        self._limit = limit
        self._taken = 0
        self._decoded = bytearray()
        self._members = 0
        self._stream: zlib._Decompress | None = None

    def add(self, chunk: bytes) -> None:
        """Take the next bytes. Raises TooLarge or Garbled."""
        if not self._coding:
            self._keep(chunk, len(chunk))
            return
        try:
            while chunk:
                chunk = self._decode(chunk)
        except zlib.error as error:
            raise Garbled(f"the body is not the {self._coding} that its header announces: {error}") from None

    def finish(self) -> bytes:
        """The whole body. Raises Garbled where its end is missing."""
        if self._stream is not None and not self._stream.eof:
            raise Garbled(f"the {self._coding} body breaks off before its end")
        return bytes(self._decoded)

    @property
    def so_far(self) -> bytes:
        """What could be read, within the limit."""
        return bytes(self._decoded[: self._limit])

    def _decode(self, chunk: bytes) -> bytes:
        """Decode what fits under the limit; give back what is left to decode."""
        if self._stream is None or self._stream.eof:
            self._stream = self._next_stream(chunk)
        decoded = self._stream.decompress(chunk, self._limit + 1 - len(self._decoded))
        left = self._stream.unconsumed_tail or self._stream.unused_data
        self._keep(decoded, len(chunk) - len(left))
        return left

    def _next_stream(self, chunk: bytes) -> zlib._Decompress:
        self._members += 1
        if self._members > MAX_MEMBERS:
            raise TooLarge(f"the body is made of more than {MAX_MEMBERS} {self._coding} streams")
        if self._coding == "gzip":
            return zlib.decompressobj(GZIP)
        # RFC 9110 says zlib (RFC 1950); some servers send the bare stream (RFC 1951), as browsers know.
        return zlib.decompressobj(zlib.MAX_WBITS if chunk[0] & 0x0F == ZLIB_METHOD else -zlib.MAX_WBITS)

    def _keep(self, decoded: bytes, taken: int) -> None:
        self._decoded += decoded
        self._taken += taken
        size = len(self._decoded)
        if size > RATIO_FROM and size > MAX_RATIO * self._taken:
            raise TooLarge(f"the body swells to {size:,} bytes and more from {self._taken:,}")
        if size > self._limit:
            raise TooLarge(f"the body is larger than {self._limit:,} bytes")
