"""The one way in which reading a feed fails."""

from __future__ import annotations

from parsers.records import Issue


class NotAFeed(Exception):  # noqa: N818 - it says what the bytes are, and callers read `except NotAFeed`
    """Bytes that give no feed. `issue` says why, for a person and to count by."""

    def __init__(self, issue: Issue) -> None:
        super().__init__(issue)
        self.issue = issue
