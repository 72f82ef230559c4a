"""Readers for the parse pool that hang, die and swell on demand; children import them by name."""

from __future__ import annotations

import os
import sys

from parsers.records import Issue, Page, ParsedPage
from parsers.sources import Source


def read(page: Page, _: Source | None) -> ParsedPage:
    """Do what the page's address says; else store it."""
    match page.url:
        case "hang":
            while True:
                pass
        case "die":
            os.abort()
        case "swell":
            bytearray(4_000_000_000)
        case "raise":
            raise LookupError("no codec of that name")
    return ParsedPage(page.source, page.url, "stored", raw=page.raw)


def name_heavy_modules(page: Page, _: Source | None) -> ParsedPage:
    """Tell which modules that have no business in a child are loaded there."""
    heavy = sorted({"prefect", "duckdb", "pytest", "typer"} & sys.modules.keys())
    return ParsedPage(page.source, page.url, "stored", reason=Issue("loaded", " ".join(heavy)))
