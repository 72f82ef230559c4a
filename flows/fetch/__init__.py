"""Fetching: guarded against addresses that are not public, polite, within bounds, and archived raw."""

from flows.fetch.archive import Archive
from flows.fetch.client import Fetcher

__all__ = ["Archive", "Fetcher"]
