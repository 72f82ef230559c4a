"""Rules for fields of a `source.toml` that no type alone can hold. Each gives its value back or says what to do."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

import pytz
import soupsieve

_PARTY = re.compile(r"[A-Z]{2,12}")
_CURRENCY = re.compile(r"[A-Z]{3}")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def web_address(value: str) -> str:
    """An absolute http or https address without user name, password or spaces."""
    if re.search(r"[\s\x00-\x1f]", value):
        raise ValueError("holds a space or a control character; take it out or write it as %20")
    parts = urlsplit(value)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise ValueError("is no web address; write all of it, beginning with https://")
    if "@" in parts.netloc:
        raise ValueError("holds a user name or password; sources are read without one")
    try:
        _ = parts.port
    except ValueError:
        raise ValueError("has a port beyond 65535; mend or leave out what follows the last colon") from None
    return value


def party_code(value: str) -> str:
    """A code in the form of docs/claims.md; that the gazetteer knows it is the gazetteer's matter."""
    if not _PARTY.fullmatch(value):
        raise ValueError("is no party code; write ISO 3166-1 alpha-3 such as FRA, or an organisation such as EU")
    return value


def currency_code(value: str) -> str:
    """An ISO 4217 code, by its form."""
    if not _CURRENCY.fullmatch(value):
        raise ValueError("is no currency; write its ISO 4217 code, such as AUD")
    return value


def time_zone(value: str) -> str:
    """A zone of the IANA list, by pytz's own copy of it, so that the answer is the same on every machine."""
    if value not in pytz.all_timezones_set:
        raise ValueError("is no time zone; write one of the IANA list, such as Europe/Kyiv")
    return value


def language_tag(value: str) -> str:
    """A BCP 47 tag such as `en`, `fr-CA` or `sr-Latn`."""
    if not _LANGUAGE.fullmatch(value):
        raise ValueError("is no language tag; write one such as en or pt-BR")
    return value


def css_selector(value: str) -> str:
    """A selector that Beautiful Soup's `select` takes."""
    try:
        soupsieve.compile(value)
    except soupsieve.SelectorSyntaxError as error:
        reason = str(error).splitlines()[0].rstrip(".")
        raise ValueError(f"is no CSS selector ({reason}); try it in a browser's console first") from None
    return value
