"""Bytes of a page to an Article: title, text, and what the page says of itself. See docs/article-text.md."""

from parsers.article.read import parse_article
from parsers.article.unreadable import Unreadable

__all__ = ["Unreadable", "parse_article"]
