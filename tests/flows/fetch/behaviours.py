"""What hostile and broken servers do, each as an answer of `raw_server`, with what a fetch of it must amount to.

`outcome` is the outcome, `words` are in its error. Bodies are gigabytes where a client would let them be.
"""

from __future__ import annotations

import asyncio
import gzip
import itertools
import socket
import struct
import zlib
from typing import NamedTuple

from raw_server import Behave

MEGABYTE = b"\x00" * 1_000_000
STALLS = "did not finish its answer within"


class Case(NamedTuple):
    name: str
    answer: bytes | Behave
    outcome: str
    words: str


def head(*headers: str, status: str = "200 OK") -> bytes:
    return "\r\n".join((f"HTTP/1.1 {status}", *headers, "", "")).encode("utf-8", "surrogateescape")


def whole(body: bytes, *headers: str, status: str = "200 OK") -> bytes:
    return head(*headers, f"Content-Length: {len(body)}", status=status) + body


def redirect(to: str, status: str = "302 Found") -> bytes:
    return whole(b"", f"Location: {to}", status=status)


def bomb(megabytes: int, wbits: int) -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, wbits)
    return b"".join(packer.compress(MEGABYTE) for _ in range(megabytes)) + packer.flush()


async def silent(_writer, _path):
    await asyncio.Event().wait()


async def close(_writer, _path):
    pass


async def reset(writer, _path):
    linger = struct.pack("ii", 1, 0)
    writer.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
    writer.transport.abort()


def dripping(before: bytes, drop: bytes, *, every: float = 0.05) -> Behave:
    async def behave(writer, _path):
        writer.write(before)
        while True:
            writer.write(drop)
            await writer.drain()
            await asyncio.sleep(every)

    return behave


def endless(before: bytes, more: bytes) -> Behave:
    async def behave(writer, _path):
        writer.write(before)
        while True:
            writer.write(more)
            await writer.drain()

    return behave


def then_close(answer: bytes) -> Behave:
    async def behave(writer, _path):
        writer.write(answer)
        await writer.drain()

    return behave


def then_reset(answer: bytes) -> Behave:
    async def behave(writer, _path):
        writer.write(answer)
        await writer.drain()
        await reset(writer, _path)

    return behave


def chain() -> Behave:
    steps = itertools.count(1)

    async def behave(writer, _path):
        writer.write(redirect(f"/step-{next(steps)}"))

    return behave


async def ring(writer, path):
    writer.write(redirect("/b" if path == "/a" else "/a"))


CHUNKED = "Transfer-Encoding: chunked"
CHUNK = b"186a0\r\n" + b"x" * 100_000 + b"\r\n"

CASES = (
    # nothing comes, or it comes too slowly
    Case("never answers", silent, "timeout", STALLS),
    Case("headers in drops", dripping(b"HTTP/1.1 200 OK\r\nX: ", b"x"), "timeout", STALLS),
    Case("body in drops", dripping(head("Content-Length: 100000"), b"x"), "timeout", STALLS),
    Case("chunks in drops", dripping(head(CHUNKED), b"1\r\nx\r\n"), "timeout", STALLS),
    Case("stops inside the body", dripping(head("Content-Length: 9") + b"abc", b"", every=60), "timeout", STALLS),
    Case("endless 1xx", endless(b"", b"HTTP/1.1 103 Early Hints\r\n\r\n"), "timeout", STALLS),
    Case("endless 100 Continue in drops", dripping(b"", b"HTTP/1.1 100 Continue\r\n\r\n"), "timeout", STALLS),
    # the connection goes
    Case("closes at once", close, "network", "without an answer"),
    Case("resets at once", reset, "network", "the connection with 127.0.0.1"),
    Case("resets inside the body", then_reset(head("Content-Length: 9") + b"abc"), "network", "before the body did"),
    Case("closes inside the headers", then_close(b"HTTP/1.1 200 OK\r\nContent-"), "network", "without an answer"),
    Case("body shorter than announced", then_close(head("Content-Length: 999") + b"x"), "network", "before the body"),
    Case("chunked body without an end", then_close(head(CHUNKED) + CHUNK), "network", "before the body did"),
    # too much
    Case("endless body", endless(head("Connection: close"), MEGABYTE), "too_large", "larger than"),
    Case("endless chunks", endless(head(CHUNKED), CHUNK), "too_large", "larger than"),
    Case("ten gigabytes announced", endless(head("Content-Length: 10000000000"), MEGABYTE), "too_large", "larger than"),
    Case("endless headers", endless(b"HTTP/1.1 200 OK\r\n", b"X-A: b\r\n" * 1000), "http_error", "is not HTTP"),
    Case("one endless header", endless(b"HTTP/1.1 200 OK\r\nX: ", b"x" * 9999), "http_error", "is not HTTP"),
    Case("endless status line", endless(b"HTTP/1.1 200 ", b"O" * 9999), "http_error", "is not HTTP"),
    Case("gzip bomb", whole(bomb(100, 31), "Content-Encoding: gzip"), "too_large", "swells to"),
    Case("deflate bomb", whole(bomb(100, 15), "Content-Encoding: deflate"), "too_large", "swells to"),
    Case("bare deflate bomb", whole(bomb(100, -15), "Content-Encoding: deflate"), "too_large", "swells to"),
    Case("gzip of many streams", whole(gzip.compress(b"x") * 9999, "Content-Encoding: gzip"), "too_large", "streams"),
    Case("endless gzip header", endless(head("Content-Encoding: gzip", CHUNKED), b"1\r\n\x1f\r\n" * 999), "network",
         "not the gzip"),
    # codings
    Case("br, not offered", whole(b"\x0b\x02\x80hello\x03", "Content-Encoding: br"), "http_error", "'br'"),
    Case("zstd, not offered", whole(b"\x28\xb5\x2f\xfd" * 9, "Content-Encoding: zstd"), "http_error", "'zstd'"),
    Case("gzip in gzip", whole(b"", "Content-Encoding: gzip, gzip"), "http_error", "'gzip, gzip'"),
    Case("gzip twice by two headers", whole(b"", "Content-Encoding: gzip", "Content-Encoding: gzip"), "http_error",
         "content-encoding"),
    Case("gzip that is none", whole(b"<html></html>", "Content-Encoding: gzip"), "network", "is not the gzip"),
    Case("gzip cut short", whole(gzip.compress(b"news" * 99)[:-9], "Content-Encoding: gzip"), "network", "breaks off"),
    # what is not HTTP
    Case("body without headers", then_close(b"<html>hello</html>\r\n\r\n"), "http_error", "is not HTTP"),
    Case("another protocol", then_close(b"SSH-2.0-OpenSSH_9.2\r\n"), "http_error", "is not HTTP"),
    Case("negative length", then_close(head("Content-Length: -1")), "http_error", "is not HTTP"),
    Case("length in words", then_close(head("Content-Length: ten")), "http_error", "is not HTTP"),
    Case("two lengths", then_close(head("Content-Length: 1", "Content-Length: 2") + b"xx"), "http_error", "not HTTP"),
    Case("length and chunks", then_close(head("Content-Length: 3", CHUNKED) + b"0\r\n\r\n"), "http_error", "not HTTP"),
    Case("chunk size in words", then_close(head(CHUNKED) + b"size\r\nx\r\n"), "http_error", "is not HTTP"),
    Case("header with NUL", then_close(b"HTTP/1.1 200 OK\r\nX: a\x00b\r\n\r\n"), "http_error", "is not HTTP"),
    Case("header without a name", then_close(b"HTTP/1.1 200 OK\r\n: a\r\n\r\n"), "http_error", "is not HTTP"),
    Case("status in words", then_close(b"HTTP/1.1 fine OK\r\n\r\n"), "http_error", "is not HTTP"),
    # statuses
    Case("status 999", whole(b"", status="999 Request denied"), "http_error", "answered 999"),
    Case("304 that was not asked for", head(status="304 Not Modified"), "http_error", "answered 304"),
    Case("101 that was not asked for", head("Upgrade: x", status="101 Switching Protocols"), "http_error", "101"),
    Case("redirect to nowhere", whole(b"", status="301 Moved"), "http_error", "answered 301"),
    Case("hostile words for a status", whole(b"", status="500 \x1b[2Jgone"), "http_error", "Internal Server Error"),
    # redirects
    Case("redirect to itself", redirect("/start"), "http_error", "in a circle"),
    Case("redirects in a ring", ring, "http_error", "in a circle"),
    Case("redirects without end", chain(), "http_error", "more than 5 times"),
    Case("redirect to a file", redirect("file:///etc/passwd"), "blocked", "only http and https"),
    Case("redirect to port 99999", redirect("http://127.0.0.1:99999/"), "blocked", "not an address"),
    Case("redirect with a password", redirect("http://a:b@127.0.0.1/"), "blocked", "user name or password"),
    Case("redirect to a broken xn--", redirect("http://xn--.example/"), "dns", "has no address"),
    Case("redirect to broken brackets", redirect("http://[::1/"), "http_error", "to what is no address"),
    Case("redirect to a script", redirect("javascript:alert(1)"), "blocked", "only http and https"),
)  # fmt: skip
