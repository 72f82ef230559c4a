"""Claims of many articles to announcements: which reports tell of the same act, and what the act is by all of them.

Pure: the same claims give the same announcements, in any order.

    facts.py     what is compared of a claim
    likeness.py  whether two claims tell of one act, and how surely
    forest.py    which claims belong together
    merge.py     one announcement from the claims that belong together
    links.py     which of them are parts of others
    texts.py     the same for texts that come without a warehouse
"""

from parsers.announcements.likeness import REACH_DAYS
from parsers.announcements.resolve import resolve
from parsers.announcements.texts import announcements_of_texts

__all__ = ["REACH_DAYS", "announcements_of_texts", "resolve"]
