"""The archive of a site by WordPress's REST interface: all posts of a span, a hundred at a time."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from yarl import URL

from flows.discover.listing import Gathering, Listing
from flows.discover.span import SLACK
from parsers.wordpress import parse_posts

PER_PAGE = 100
"""The most that WordPress gives at once."""
FIELDS = "id,link,date,date_gmt,modified_gmt,title,excerpt"


async def by_wordpress(gathering: Gathering, root: str) -> Listing:
    """What `root`, such as `https://example.org/wp-json/wp/v2`, lists for the span, oldest first."""
    span = gathering.span
    query = {
        "after": datetime.combine(span.first - SLACK, time.min).isoformat(),
        "before": datetime.combine(span.last + SLACK + timedelta(days=1), time.min).isoformat(),
        "per_page": str(PER_PAGE),
        "orderby": "date",
        "order": "asc",
        "_fields": FIELDS,
    }
    posts = URL(root.rstrip("/") + "/posts")
    number = 0
    while not gathering.full:
        number += 1
        found = await gathering.read(str(posts.with_query({**query, "page": str(number)})), parse_posts)
        gathering.take(found or ())
        if found is None and number > 1 and gathering.fetches[-1].status == 400:
            gathering.issues.pop()  # how WordPress says that there are no more pages
        if found is None or len(found) < PER_PAGE:
            break
    return gathering.listing()
