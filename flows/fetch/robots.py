"""What a site's robots.txt allows, by RFC 9309: read by Protego, kept for a day, in memory and on disk.

No robots.txt (4xx) allows all; a robots.txt that cannot be had (5xx, no connection) forbids all until it can.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from pathlib import Path

from protego import Protego

from parsers.keys import digest
from parsers.records import FetchOutcome

AGENT = "aidwire"
"""Our name in a robots.txt."""
MAX_BYTES = 512_000
"""RFC 9309 section 2.5 asks for at least 500 KiB; the rest is left unread."""
KEPT = timedelta(days=1)
KEPT_WHEN_OUT_OF_REACH = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class RobotsFile:
    """A robots.txt as it was last found.

    `status` is None where there was no answer at all; then `outcome` and `error` say why.
    """

    origin: str
    fetched_at: str
    status: int | None
    text: str = ""
    outcome: FetchOutcome = "ok"
    error: str | None = None

    @property
    def out_of_reach(self) -> bool:
        return self.status is None or self.status >= 500

    @property
    def parsed(self) -> Protego:
        return _parsed(self.text if self.status is not None and self.status < 300 else "")


def crawl_delay(rules: Protego) -> float | None:
    """Seconds that a site asks for between two requests, by Crawl-delay or Request-rate, whichever is slower."""
    rate = rules.request_rate(AGENT)
    asked = (rules.crawl_delay(AGENT), rate.seconds / rate.requests if rate and rate.requests else None)
    return max((seconds for seconds in asked if seconds is not None), default=None)


@lru_cache(maxsize=256)
def _parsed(text: str) -> Protego:
    """Kept, since each page of a host asks: half a megabyte of wildcards takes 0.4 s to parse (2026-11-22)."""
    return Protego.parse(text)


class RobotsStore:
    """robots.txt files by origin, kept in `folder` so that the next run need not ask again."""

    def __init__(self, folder: Path, now: Callable[[], datetime]) -> None:
        self._folder = folder
        self._now = now
        self._fresh: dict[str, RobotsFile] = {}

    def get(self, origin: str) -> RobotsFile | None:
        """The file as it was found within its time, or None."""
        file = self._fresh.get(origin) or self._load(origin)
        if file is None:
            return None
        kept = KEPT_WHEN_OUT_OF_REACH if file.out_of_reach else KEPT
        age = self._now() - datetime.fromisoformat(file.fetched_at)
        return file if timedelta(0) <= age < kept else None

    def put(self, file: RobotsFile) -> None:
        """Keep what was found. Where nothing answered, only this run remembers: the network may be ours that failed."""
        self._fresh[file.origin] = file
        if file.status is None:
            return
        self._folder.mkdir(parents=True, exist_ok=True)
        path = self._path(file.origin)
        fresh = path.with_suffix(".new")
        fresh.write_text(json.dumps(asdict(file)), encoding="utf-8")
        fresh.replace(path)

    def _load(self, origin: str) -> RobotsFile | None:
        try:
            file = RobotsFile(**json.loads(self._path(origin).read_text(encoding="utf-8")))
        except (OSError, ValueError, TypeError):
            # None kept, or one that a crash or another version left: it is fetched anew.
            return None
        self._fresh[origin] = file
        return file

    def _path(self, origin: str) -> Path:
        return self._folder / f"{digest(origin)}.json"
