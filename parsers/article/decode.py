"""Bytes of a page to text. Never raises: the worst case is a few replacement characters."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

from charset_normalizer import from_bytes

from parsers.article.words import ENCODING_LABELS

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_HEADER_CHARSET = re.compile(r"charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_META_CHARSET = re.compile(rb"<(?:meta|\?xml)[^>]{0,400}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_META_REACH = 4096
"""Browsers look for a charset in the first 1024 bytes; real pages put it after long comments."""
_GUESS_REACH = 50_000
_FOREIGN = re.compile(rb"[\x80-\xff]+")
_FEW = 20
"""Bytes beyond ASCII below which a guess is worth nothing."""


def decode(body: bytes, content_type: str | None) -> str:
    """The text of a page: by its byte order mark, as UTF-8 if it is, as it declares, or by a guess.

    Bytes that read as UTF-8 and are not plain ASCII are UTF-8 whatever the page declares: a wrong
    `iso-8859-1` in a header is common, text in another encoding that happens to be UTF-8 is not.
    """
    for mark, encoding in _BOMS:
        if body.startswith(mark):
            return _clean(body[len(mark) :].decode(encoding, "replace"))
    if not body.isascii():
        try:
            return _clean(body.decode("utf-8"))
        except UnicodeDecodeError:
            pass
    for declared in _declared(body, content_type):
        try:
            return _clean(body.decode(declared))
        except UnicodeError:
            continue
    return _clean(body.decode("ascii") if body.isascii() else _decode_undeclared(body))


def _declared(body: bytes, content_type: str | None) -> Iterator[str]:
    """Codec names from the header, then from the markup; labels that name no text codec are left out."""
    labels = []
    if content_type and (found := _HEADER_CHARSET.search(content_type)):
        labels.append(found[1])
    if found_in_page := _META_CHARSET.search(body[:_META_REACH]):
        labels.append(found_in_page[1].decode("ascii", "replace"))
    for label in labels:
        name = ENCODING_LABELS.get(label.lower(), label.lower())
        try:
            codec = codecs.lookup(name)
        except (LookupError, ValueError):
            continue
        # `_is_text_encoding` is how the standard library itself tells utf-8 from base64 or zip.
        if getattr(codec, "_is_text_encoding", True) and codec.name not in ("utf-7", "idna", "punycode"):
            yield codec.name


def _decode_undeclared(body: bytes) -> str:
    """Text in no declared encoding: UTF-8 with strays where it mostly is, Latin for a few accents, else a guess."""
    as_utf8 = body.decode("utf-8", "replace")
    strays = as_utf8.count("\ufffd")
    if strays * 5 < len(body) - len(as_utf8):
        return body.decode("utf-8", "aidwire-cp1252")
    foreign = list(_FOREIGN.finditer(body))
    if sum(len(run[0]) for run in foreign) < _FEW and all(len(run[0]) < 4 for run in foreign):
        return body.decode("cp1252", "replace")
    first = foreign[0].start()
    guess = from_bytes(body[max(0, first - 1000) : first + _GUESS_REACH]).best()
    return body.decode(guess.encoding if guess else "cp1252", "replace")


def _as_cp1252(error: UnicodeError) -> tuple[str, int]:
    """Stray bytes in UTF-8 are nearly always Windows quotes and dashes pasted into the page."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252", "replace"), error.end


codecs.register_error("aidwire-cp1252", _as_cp1252)


def _clean(text: str) -> str:
    """Without NUL, which libxml2 takes for the end of the page, and without a second byte order mark."""
    return text.replace("\x00", "").removeprefix("\ufeff")
