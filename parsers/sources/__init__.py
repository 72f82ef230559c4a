"""The registry of sources: one folder a source, and nothing else to touch to add one. See docs/sources.md."""

from parsers.sources.read import SourceError, read_source
from parsers.sources.record import ArticleRules, FeedAddress, Source, Terms
from parsers.sources.registry import BUNDLED, load_sources

__all__ = ["BUNDLED", "ArticleRules", "FeedAddress", "Source", "SourceError", "Terms", "load_sources", "read_source"]
