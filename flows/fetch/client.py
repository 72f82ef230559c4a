"""The fetcher: one address in, one `Fetch` out, whatever the web does."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from datetime import datetime
from functools import partial
from typing import Self

from yarl import URL

from flows import faults
from flows.fetch.archive import Archive
from flows.fetch.exchange import Answer, Failure, exchange
from flows.fetch.guard import Policy, Refused, check_url, without_secrets
from flows.fetch.journal import What
from flows.fetch.optout import opted_out
from flows.fetch.politeness import Hosts, Silent, asked_silence
from flows.fetch.redirects import Stored, follow
from flows.fetch.resolver import Lookup, system_lookup
from flows.fetch.robots import AGENT, RobotsFile, RobotsStore, crawl_delay
from flows.fetch.robots import MAX_BYTES as ROBOTS_BYTES
from flows.fetch.session import open_session
from flows.fetch.verdict import arrived, failed
from flows.settings import Settings
from parsers.records import Fetch, RawRef

VERSION = "0.1"
SITEMAP_BYTES = 20_000_000
"""Sitemaps are long: the protocol allows 50 MB."""

Permit = Callable[[URL], Awaitable[float | None]]
"""Gives the crawl delay of an address that may be fetched. Raises Failure for one that may not."""


class Fetcher:
    """Fetches over http and https: guarded, polite, within bounds, and archived before it is handed on.

    Use as `async with Fetcher(settings, archive, now=clock) as fetcher`. `lookup` resolves names.
    Nothing that a server does raises; a full disk (OSError) and cancellation do.
    """

    def __init__(
        self, settings: Settings, archive: Archive, *, now: Callable[[], datetime], lookup: Lookup = system_lookup
    ) -> None:
        self._settings = settings
        self._archive = archive
        self._now = now
        self._policy = Policy(loopback=settings.allow_loopback)
        self._hosts = Hosts(concurrency=settings.fetch_concurrency, delay=settings.host_delay, now=now)
        self._robots = RobotsStore(settings.robots, now)
        self._robots_locks: dict[str, asyncio.Lock] = {}
        self._open = partial(
            open_session,
            self._policy,
            lookup,
            user_agent=f"{AGENT}/{VERSION} (+{settings.contact})",
            connections=settings.fetch_concurrency,
        )

    async def __aenter__(self) -> Self:
        self._session = self._open()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._session.close()

    async def get(
        self,
        url: str,
        *,
        etag: str | None = None,
        last_modified: str | None = None,
        source: str = "",
        what: What = "page",
    ) -> tuple[Fetch, bytes | None]:
        """Fetch one address, with the validators of an earlier answer where there are any.

        The body comes with the outcome `ok` alone. 410 is `gone`; 404 and other statuses are `http_error`. A host
        that asked for silence is not asked again before `retry_at`. `source` and `what` go to the journal.
        """
        validators = {"If-None-Match": etag, "If-Modified-Since": last_modified}
        headers = {name: value for name, value in validators.items() if value}
        shown = without_secrets(url)
        blank = Fetch(url=shown, final_url=shown, requested_at=self._now(), outcome="network")
        body = None
        try:
            limit = SITEMAP_BYTES if what == "sitemap" else self._settings.max_body_bytes
            stored = await self._follow(url, headers, limit, what, self._permit)
        except Failure as failure:
            fetch = failed(blank, failure)
        else:
            fetch = arrived(blank, stored, now=self._now(), conditional=bool(headers))
            body = stored.answer.body if fetch.outcome == "ok" else None
        await asyncio.to_thread(self._archive.note, fetch, source=source, what=what)
        return fetch, body

    async def robots(self, url: URL) -> RobotsFile:
        """The robots.txt of the address's host, fetched at most once a day."""
        origin = str(url.origin())
        async with self._robots_locks.setdefault(origin, asyncio.Lock()):
            file = self._robots.get(origin)
            if file is None:
                file = await self._fetch_robots(origin)
                await asyncio.to_thread(self._robots.put, file)
        return file

    async def _fetch_robots(self, origin: str) -> RobotsFile:
        at = self._now().isoformat()
        try:
            stored = await self._follow(f"{origin}/robots.txt", {}, ROBOTS_BYTES, "robots", _without_asking)
            answer = stored.answer
        except Failure as failure:
            if failure.outcome != "too_large" or failure.partial is None:
                return RobotsFile(origin, at, failure.status, outcome=failure.outcome, error=failure.message)
            answer = failure.partial
        return RobotsFile(origin, at, answer.status, answer.body.decode("utf-8-sig", "replace"))

    async def _permit(self, target: URL) -> float | None:
        file = await self.robots(target)
        if file.out_of_reach:
            words = file.error or f"it answered {file.status}"
            outcome = "robots" if file.status else file.outcome
            raise Failure(outcome, f"{target.raw_host} has no robots.txt to go by: {words}", status=file.status)
        rules = file.parsed
        if not rules.can_fetch(str(target), AGENT):
            raise Failure("robots", f"the robots.txt of {target.raw_host} forbids this address")
        return crawl_delay(rules)

    async def _follow(self, url: str, headers: dict[str, str], max_bytes: int, what: What, permit: Permit) -> Stored:
        async def request(url: str, seconds: float) -> Stored:
            try:
                target = check_url(url, self._policy)
            except Refused as refused:
                raise Failure("blocked", str(refused)) from None
            pause = await permit(target)
            try:
                async with self._hosts.turn(target.raw_host or "", pause):
                    started = time.monotonic()
                    answer = await exchange(
                        self._session, target, headers=headers, seconds=seconds, max_bytes=max_bytes
                    )
                    taken = time.monotonic() - started
            except Silent as silent:
                words = f"{target.raw_host} asked not to be asked again before {silent.until:%Y-%m-%d %H:%M} UTC"
                raise Failure("http_error", words, retry_at=silent.until) from None
            except Failure as failure:
                if failure.partial is not None:
                    failure.raw = await self._keep(failure.partial, what)
                raise
            if what != "robots" and (header := opted_out(answer)):
                raise Failure("robots", f"{target.raw_host} reserves its rights ({header})", status=answer.status)
            return Stored(answer, await self._keep(answer, what), taken)

        return await follow(url, request, self._settings.fetch_deadline)

    async def _keep(self, answer: Answer, what: What) -> RawRef:
        faults.point("page.fetched" if what == "page" else "feed.fetched")
        until = asked_silence(answer, self._now())
        if until is not None:
            self._hosts.silence(URL(answer.url).raw_host or "", until)
        raw = await asyncio.to_thread(self._archive.write, answer, self._now())
        faults.point("page.archived" if what == "page" else "feed.archived")
        return raw


async def _without_asking(_: URL) -> None:
    """robots.txt itself may always be fetched."""
