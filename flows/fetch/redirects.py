"""Following redirects: how many, to where, and whether they say that an address has moved for good."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from urllib.parse import urljoin

from flows.fetch.exchange import Answer, Failure
from parsers.records import RawRef

MAX_REDIRECTS = 5
REDIRECTS = frozenset({301, 302, 303, 307, 308})
FOR_GOOD = frozenset({301, 308})


@dataclass(frozen=True, slots=True)
class Stored:
    """An answer, where it lies in the archive, how long the request took, and where its address moved for good."""

    answer: Answer
    raw: RawRef
    seconds: float
    moved_to: str | None = None


Request = Callable[[str, float], Awaitable[Stored]]
"""Requests one address within so many seconds, guarded and polite. Raises Failure."""


async def follow(url: str, request: Request, seconds: float) -> Stored:
    """Request `url` and what it redirects to, all within `seconds` of requesting. Raises Failure."""
    moved_to: str | None = None
    seen = {url}
    for_good = True
    for _ in range(MAX_REDIRECTS + 1):
        stored = await request(url, seconds)
        location = stored.answer.header("location")
        if stored.answer.status not in REDIRECTS or not location:
            return replace(stored, moved_to=moved_to)
        url = _target(stored, location)
        if url in seen:
            raise Failure("http_error", "the address redirects in a circle", stored.answer, raw=stored.raw)
        seen.add(url)
        seconds -= stored.seconds
        for_good = for_good and stored.answer.status in FOR_GOOD
        moved_to = url if for_good else moved_to
    raise Failure("http_error", f"the address redirects more than {MAX_REDIRECTS} times", stored.answer, raw=stored.raw)


def _target(stored: Stored, location: str) -> str:
    try:
        # Servers write blanks as they are; what else is wrong with an address is for the guard to say.
        return urljoin(stored.answer.url, location.strip().replace(" ", "%20"))
    except ValueError:
        words = "the address redirects to what is no address"
        raise Failure("http_error", words, stored.answer, raw=stored.raw) from None
