"""One request and its answer, within bounds, with the cause in words where there is none."""

from __future__ import annotations

import asyncio
import os
import socket
import ssl
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

import aiohttp
from yarl import URL

from flows.fetch.body import BoundedBody, Garbled, TooLarge
from flows.fetch.guard import Refused
from parsers.records import FetchOutcome, RawRef

CHUNK = 65_536
CODINGS = {"": "", "identity": "", "gzip": "gzip", "x-gzip": "gzip", "deflate": "deflate"}
"""Content-Encoding as servers write it, and what it is."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answered. The body is decoded; `truncated` says that it was cut at a bound."""

    url: str
    status: int
    reason: str
    headers: tuple[tuple[str, str], ...]
    body: bytes
    truncated: bool = False

    def header(self, name: str) -> str | None:
        """The first header of that name: where a server sends two, the first is what most readers go by."""
        return next((value for key, value in self.headers if key.lower() == name), None)


class Failure(Exception):  # noqa: N818 - it says what happened, and no caller outside this package sees it
    """A request that brought no whole answer: the outcome, a line for a person, and what did come.

    `raw` says where in the archive that lies; `retry_at` is set where the request was not made, because the host
    had asked for silence until then.
    """

    def __init__(
        self,
        outcome: FetchOutcome,
        message: str,
        partial: Answer | None = None,
        *,
        raw: RawRef | None = None,
        status: int | None = None,
        retry_at: datetime | None = None,
    ) -> None:
        super().__init__(outcome, message)
        self.outcome = outcome
        self.message = message
        self.partial = partial
        self.raw = raw
        self.status = partial.status if partial else status
        self.retry_at = retry_at


async def exchange(
    session: aiohttp.ClientSession, url: URL, *, headers: Mapping[str, str], seconds: float, max_bytes: int
) -> Answer:
    """Request `url` once, without following redirects. Raises Failure after `seconds` at the latest."""
    try:
        async with asyncio.timeout(seconds):
            async with session.get(url, headers=headers, allow_redirects=False) as response:
                return await _read(response, max_bytes)
    except TimeoutError:
        raise Failure("timeout", f"{url.raw_host} did not finish its answer within {max(seconds, 0):.3g} s") from None
    except (aiohttp.ClientError, OSError, ValueError, asyncio.IncompleteReadError) as error:
        raise _failure(url, error) from error


async def _read(response: aiohttp.ClientResponse, max_bytes: int) -> Answer:
    def answer(body: bytes, *, truncated: bool = False) -> Answer:
        headers = tuple((_printable(name), _printable(value)) for name, value in response.headers.items())
        return Answer(str(response.url), response.status, response.reason or "", headers, body, truncated)

    named = ", ".join(response.headers.getall("Content-Encoding", [])).strip().lower()
    if named not in CODINGS:
        raise Failure(
            "http_error", f"the server used the content-encoding {named!r}, which was not offered", answer(b"")
        )
    body = BoundedBody(CODINGS[named], max_bytes)
    try:
        async for chunk in response.content.iter_chunked(CHUNK):
            body.add(chunk)
        return answer(body.finish())
    except TooLarge as error:
        response.close()
        raise Failure("too_large", str(error), answer(body.so_far, truncated=True)) from error
    except (Garbled, aiohttp.ClientPayloadError) as error:
        response.close()
        words = str(error) if isinstance(error, Garbled) else "the connection ended before the body did"
        raise Failure("network", words, answer(body.so_far, truncated=True)) from error


def _failure(url: URL, error: Exception) -> Failure:
    """The outcome that an error of aiohttp, the system or TLS amounts to."""
    host = url.raw_host or str(url)
    cause = error.os_error if isinstance(error, aiohttp.ClientConnectorError) else error
    if isinstance(cause, Refused):
        return Failure("blocked", str(cause))
    if isinstance(error, aiohttp.ClientConnectorDNSError):
        return Failure("dns", f"the name {host} has no address: {_words(cause)}")
    if isinstance(error, aiohttp.ClientConnectorCertificateError):
        return Failure("tls", f"the certificate of {host} does not hold: {error.certificate_error}")
    if isinstance(error, aiohttp.ClientSSLError) or isinstance(cause, ssl.SSLError):
        return Failure("tls", f"no secure connection with {host}: {cause}")
    if isinstance(error, aiohttp.ClientConnectorError):
        return Failure("network", f"no connection with {host}: {_words(cause)}")
    if isinstance(error, aiohttp.ServerDisconnectedError):
        return Failure("network", f"{host} closed the connection without an answer")
    if isinstance(error, aiohttp.ClientResponseError):
        return Failure("http_error", f"{host} answered with something that is not HTTP: {_first_line(error.message)}")
    if isinstance(error, aiohttp.InvalidURL):
        return Failure("blocked", f"{host} is not a host that can be requested")
    return Failure("network", f"the connection with {host} broke: {error or type(error).__name__}")


def _printable(header: str) -> str:
    """A header as text that can be stored and shown: servers send stray bytes, which aiohttp hands on as surrogates."""
    text = header.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return "".join(character if character.isprintable() else " " for character in text)


def _first_line(message: str) -> str:
    """aiohttp's words for what is wrong; the lines after it quote the server."""
    return _printable(message.partition("\n")[0]).rstrip(": ")


def _words(cause: Exception) -> str:
    """The system's words for an error, without the addresses that asyncio puts into its own."""
    if isinstance(cause, OSError) and cause.errno and not isinstance(cause, socket.gaierror):
        return os.strerror(cause.errno)
    return getattr(cause, "strerror", None) or str(cause)
