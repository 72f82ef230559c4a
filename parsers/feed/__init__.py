"""Feeds (RSS, Atom, RDF) to records. `parse_feed` ends in a Feed or raises NotAFeed, whatever the bytes."""

from parsers.feed.not_a_feed import NotAFeed
from parsers.feed.read import parse_feed

__all__ = ["NotAFeed", "parse_feed"]
