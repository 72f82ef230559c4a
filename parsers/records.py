"""The records that pass between the rooms: frozen, typed, and equal when their content is equal.

Everything here is plain data. `parsers` makes these records, `warehouse` stores them, `flows` carries them.
Codes and meanings of parties, stages, novelty, items and amounts are those of docs/claims.md.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

AidType = Literal["military", "humanitarian", "financial", "development"]
Stage = Literal["requested", "under_discussion", "pledged", "committed", "delivered", "withheld"]
Novelty = Literal["new", "background"]
Attribution = Literal[
    "donor_official", "recipient_official", "third_party_official", "anonymous_official", "document", "outlet"
]
QuantityKind = Literal["exact", "at_least", "up_to", "approx", "range", "vague", "withheld", "not_stated"]
AmountRole = Literal["package", "part", "running_total", "annual", "fund", "unit_price"]
How = Literal["explicit", "context", "inferred"]
DateBasis = Literal["jsonld", "meta", "feed", "url", "text", "unknown"]
BodyBasis = Literal["page", "feed"]
FetchOutcome = Literal[
    "ok", "not_modified", "same_hash", "gone", "dns", "tls", "timeout", "http_error", "network",
    "too_large", "blocked", "robots",
]  # fmt: skip
ItemOutcome = Literal["stored", "unchanged", "skipped", "quarantined"]
Relation = Literal["first_report", "repeats", "adds_detail", "updates", "contradicts", "retracts", "background"]
LinkKind = Literal["part_of", "draws_down", "funded_by", "supersedes", "refers_to"]


# ---- what is wrong with one thing, in words for a person -------------------------------------------------


@dataclass(frozen=True, slots=True)
class Issue:
    """Why something could not be read: a code to count by and a line for a person."""

    code: str
    message: str


# ---- collection: feeds, fetches, articles ----------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """One entry of a feed. `url` is absolute; `summary` is text without markup."""

    url: str
    guid: str | None
    title: str
    summary: str
    published_on: date | None
    """The day in the feed's own zone; never defaulted to today."""
    published_at: datetime | None
    """The moment in UTC, where the feed tells the time."""
    published_raw: str | None
    updated_at: datetime | None
    language: str | None


@dataclass(frozen=True, slots=True)
class Feed:
    """A parsed feed. `issues` tells what was mended or left out; `next_url` is RFC 5005 paging."""

    url: str
    title: str
    language: str | None
    entries: tuple[FeedEntry, ...]
    next_url: str | None = None
    issues: tuple[Issue, ...] = ()


@dataclass(frozen=True, slots=True)
class Article:
    """One version of one article: what a reader gets. Offsets of evidence count code points of `reading_text`."""

    url: str | None
    title: str
    text: str
    """Paragraphs, separated by blank lines."""
    canonical_url: str | None = None
    byline: str | None = None
    section: str | None = None
    language: str | None = None
    published_on: date | None = None
    """The day of publication in the outlet's own zone; never defaulted to today."""
    published_at: datetime | None = None
    """The moment of publication in UTC, where the page or feed tells the time."""
    published_date_basis: DateBasis = "unknown"
    modified_at: datetime | None = None
    publisher: str | None = None
    tags: tuple[str, ...] = ()
    paywalled: bool = False
    correction_note: str | None = None
    body_basis: BodyBasis = "page"
    method: str = ""
    """What extracted the text: `source:<slug>`, `learned`, `vote`, `trafilatura`, `jsonld`, `feed`."""

    @property
    def reading_text(self) -> str:
        """The title, a blank line, and the text; the text alone where there is no title."""
        return f"{self.title}\n\n{self.text}" if self.title else self.text


@dataclass(frozen=True, slots=True)
class RawRef:
    """Where raw bytes lie: a segment of the archive, the offset of the WARC record in it, and their hash."""

    sha256: str
    segment: str
    offset: int


@dataclass(frozen=True, slots=True)
class Fetch:
    """One request and what came of it. `requested_at` is UTC; a repeat that cost nothing is `not_modified`."""

    url: str
    final_url: str
    requested_at: datetime
    outcome: FetchOutcome
    status: int | None = None
    error: str | None = None
    content_type: str | None = None
    body_bytes: int = 0
    duration_ms: int = 0
    etag: str | None = None
    last_modified: str | None = None
    raw: RawRef | None = None
    moved_to: str | None = None
    """Where the address has moved for good: the end of a chain of nothing but 301 and 308."""
    retry_at: datetime | None = None
    """The moment before which the server asked not to be asked again (Retry-After)."""


@dataclass(frozen=True, slots=True)
class FeedState:
    """What the next poll of a feed needs to know. Moves only in the transaction that loads what came of it.

    `next_poll_at` is None for a feed that is never polled again: it answered 410 Gone.
    """

    feed_url: str
    etag: str | None = None
    last_modified: str | None = None
    body_sha256: str | None = None
    checked_at: datetime | None = None
    changed_at: datetime | None = None
    next_poll_at: datetime | None = None
    poll_minutes: int = 15
    failures: int = 0
    moved_to: str | None = None
    moved_seen: int = 0
    entries_seen: int = 0


# ---- claims: what one version of one article says about one act ------------------------------------------


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words behind one field: `reading_text[start:end] == quote`. Both offsets are None where `how` is inferred."""

    field: str
    """A path into the claim: `donors[0]`, `items[1].quantity`, `stage`, `act` (the clause that says it all)."""
    start: int | None
    end: int | None
    quote: str | None
    how: How
    rule: str = ""
    """The rule that read it, for `aidwire extract --explain`."""


@dataclass(frozen=True, slots=True)
class Item:
    """A thing given. `name` is as the text names it, without its number; `item_id` is None off the catalogue."""

    name: str
    item_id: str | None = None
    quantity_min: float | None = None
    quantity_max: float | None = None
    quantity_kind: QuantityKind = "not_stated"
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Amount:
    """A sum of money in units of `currency` (ISO 4217), as said. Bounds differ from `value` for ranges."""

    value: float
    currency: str
    value_min: float | None = None
    value_max: float | None = None
    role: AmountRole = "package"


@dataclass(frozen=True, slots=True)
class Official:
    """Whose word it is, where the text names the person."""

    name: str
    role: str | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """What one text states about one act of foreign aid. Parties are codes of docs/claims.md."""

    donors: tuple[str, ...]
    recipients: tuple[str, ...]
    aid_type: AidType | None
    stage: Stage
    novelty: Novelty
    announced_on: date | None
    attribution: Attribution
    official: Official | None
    items: tuple[Item, ...]
    amounts: tuple[Amount, ...]
    evidence: tuple[Evidence, ...]
    confidence: float
    extractor: str


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read from one text: its claims, or why there could be none."""

    claims: tuple[Claim, ...]
    issue: Issue | None = None


# ---- one window of collected work, on its way to the warehouse -------------------------------------------


@dataclass(frozen=True, slots=True)
class Page:
    """A fetched page as the parse pool gets it. `entry` is what the feed said of it."""

    source: str
    url: str
    body: bytes
    content_type: str | None
    entry: FeedEntry | None
    raw: RawRef | None
    fetched_at: datetime | None = None
    """When these bytes came, in UTC; a reparse takes it from the archive. It orders the versions of an article."""


@dataclass(frozen=True, slots=True)
class ParsedPage:
    """One item at the end of its way through the parser: every item has exactly one outcome, and nothing vanishes.

    `stored` has an article (and `reason` where no claims could be read from it, such as `unsupported_language`);
    `skipped` has a reason; `quarantined` has the error class as its code and the raw bytes in the archive.
    """

    source: str
    url: str
    outcome: ItemOutcome
    article: Article | None = None
    claims: tuple[Claim, ...] = ()
    reason: Issue | None = None
    raw: RawRef | None = None
    fetched_at: datetime | None = None
    """As on the page."""
    extractor: str = ""
    """Who looked for claims, so that a later extractor that finds none can supersede an earlier one that did."""
    fingerprint: tuple[int, ...] = ()
    """`parsers.fingerprint.fingerprint(article.text)`, where there are claims."""


@dataclass(frozen=True, slots=True)
class Batch:
    """All that one (source, window) brought, to be loaded in one transaction."""

    source: str
    window: str
    """A key that is the same when the window is done again: `feed:<body hash>` or `backfill:<first day>:<last day>`."""
    run_id: str
    loaded_at: datetime
    fetches: tuple[Fetch, ...] = ()
    feeds: tuple[FeedState, ...] = ()
    entries: tuple[tuple[str, FeedEntry], ...] = ()
    """Pairs of feed URL and entry."""
    pages: tuple[ParsedPage, ...] = ()
    gone: tuple[str, ...] = ()
    """Addresses of known articles that answered 404 or 410: marked and kept."""


# ---- announcements: the act itself, across articles and outlets ------------------------------------------


@dataclass(frozen=True, slots=True)
class SourcedClaim:
    """A claim with what resolution needs to know of the text that says it."""

    claim_id: str
    claim: Claim
    article_id: str
    source: str
    published_at: datetime | None
    published_on: date | None
    title: str
    fingerprint: tuple[int, ...] = ()
    """Bottom-k shingle hashes of the text, by which wire copies are known."""
    version_no: int = 1
    """Which version of its article says it, counted from 1 in the order in which they were fetched."""
    current: bool = True
    """False where a later version or reading of the article has taken its place: it keeps the act's id and history."""


@dataclass(frozen=True, slots=True)
class ClaimMatch:
    """How one claim relates to the announcement it was matched with, and why."""

    claim_id: str
    relation: Relation
    score: float
    features: tuple[tuple[str, float], ...] = ()
    decided_by: str = "rules"
    in_force: bool = True
    """False for a claim that a later version or reading of its article has taken the place of."""


@dataclass(frozen=True, slots=True)
class StatusEvent:
    """A stage that the act was said to have reached, on whose claim."""

    stage: Stage
    on: date | None
    claim_id: str


@dataclass(frozen=True, slots=True)
class Announcement:
    """One act of aid. Its id stays when reports are added; `aliases` are ids of announcements merged into it."""

    announcement_id: str
    aliases: tuple[str, ...]
    donors: tuple[str, ...]
    recipients: tuple[str, ...]
    aid_type: AidType | None
    stage: Stage
    announced_on: date | None
    items: tuple[Item, ...]
    amounts: tuple[Amount, ...]
    matches: tuple[ClaimMatch, ...]
    events: tuple[StatusEvent, ...]
    independent_sources: int
    counts_in_totals: bool
    confidence: float
    first_reported_on: date | None = None
    """The day of the first report, by which a sum is converted where no day of announcement is known."""


@dataclass(frozen=True, slots=True)
class AnnouncementLink:
    """`from_id` is part of, draws down, is funded by, supersedes or refers to `to_id`, as `claim_id` says."""

    from_id: str
    to_id: str
    kind: LinkKind
    claim_id: str


@dataclass(frozen=True, slots=True)
class Resolution:
    """The announcements that a set of claims amounts to, and the background claims that met none."""

    announcements: tuple[Announcement, ...]
    links: tuple[AnnouncementLink, ...] = ()
    unattached: tuple[str, ...] = ()
