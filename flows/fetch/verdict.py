"""What a request amounts to: the `Fetch` of an answer or of a failure."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from http import HTTPStatus

from yarl import URL

from flows.fetch.exchange import Answer, Failure
from flows.fetch.politeness import asked_silence
from flows.fetch.redirects import Stored
from parsers.records import Fetch, FetchOutcome

MAX_VALIDATOR = 1_000
"""Characters of an ETag or date that are kept to be sent back."""


def arrived(blank: Fetch, stored: Stored, *, now: datetime, conditional: bool) -> Fetch:
    """The record of a whole answer. `conditional` says that the request carried validators."""
    answer = stored.answer
    outcome, error = _outcome(answer, conditional=conditional)
    return replace(
        blank,
        final_url=answer.url,
        outcome=outcome,
        status=answer.status,
        error=error,
        content_type=answer.header("content-type"),
        body_bytes=len(answer.body),
        duration_ms=round(stored.seconds * 1000),
        etag=_validator(answer.header("etag")),
        last_modified=_validator(answer.header("last-modified")),
        raw=stored.raw,
        moved_to=stored.moved_to,
        retry_at=asked_silence(answer, now),
    )


def failed(blank: Fetch, failure: Failure) -> Fetch:
    """The record of a request that brought no whole answer."""
    partial = failure.partial
    return replace(
        blank,
        final_url=partial.url if partial else blank.url,
        outcome=failure.outcome,
        status=failure.status,
        error=failure.message,
        content_type=partial.header("content-type") if partial else None,
        body_bytes=len(partial.body) if partial else 0,
        raw=failure.raw,
        retry_at=failure.retry_at,
    )


def _outcome(answer: Answer, *, conditional: bool) -> tuple[FetchOutcome, str | None]:
    status = answer.status
    if 200 <= status < 300:
        return "ok", None
    if status == HTTPStatus.NOT_MODIFIED and conditional:
        return "not_modified", None
    words = f"{URL(answer.url).raw_host} answered {status} {_phrase(status)}".rstrip()
    return ("gone" if status == HTTPStatus.GONE else "http_error"), words


def _phrase(status: int) -> str:
    """The standard's words for a status: a server's own may be anything."""
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return ""


def _validator(value: str | None) -> str | None:
    """A validator that can be sent back as it came, or None."""
    fit = value is not None and 0 < len(value) <= MAX_VALIDATOR and value.isascii() and value.isprintable()
    return value if fit else None
