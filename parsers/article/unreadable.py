"""The one way in which reading a page fails."""

from __future__ import annotations

from parsers.records import Issue


class Unreadable(Exception):  # noqa: N818 - it names what the page is, and callers read `except Unreadable`
    """A page that gives no article. `issue` says why, for a person and to count by."""

    def __init__(self, issue: Issue) -> None:
        super().__init__(issue.message)
        self.issue = issue


def unreadable(code: str, message: str) -> Unreadable:
    """The exception for an issue of this code and message."""
    return Unreadable(Issue(code, message))
