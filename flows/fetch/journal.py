"""The journal of requests, as it stands in the archive: what was asked for which source, and what came of it."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Literal

from parsers.records import Fetch, RawRef

What = Literal["feed", "page", "robots", "sitemap"]
"""What was asked for, by which a rebuild knows what to do with the answer."""
JOURNAL_TYPE = "application/vnd.aidwire.fetch+json"


@dataclass(frozen=True, slots=True)
class JournalEntry:
    """One request of a run: for which source, for what, and what came of it."""

    run_id: str
    source: str
    what: What
    fetch: Fetch


def written(entry: JournalEntry) -> bytes:
    """The entry as it is put into the archive."""
    return json.dumps(asdict(entry), default=datetime.isoformat, ensure_ascii=False).encode("utf-8", "backslashreplace")


def read_entry(noted: bytes) -> JournalEntry:
    """The entry that `written` wrote."""
    entry = json.loads(noted)
    fetch = entry["fetch"]
    for moment in ("requested_at", "retry_at"):
        if fetch.get(moment):
            fetch[moment] = datetime.fromisoformat(fetch[moment])
    if fetch.get("raw"):
        fetch["raw"] = RawRef(**fetch["raw"])
    return JournalEntry(entry["run_id"], entry["source"], entry["what"], Fetch(**fetch))
