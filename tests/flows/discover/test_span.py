"""Which days an address or an entry may belong to."""

from datetime import UTC, date, datetime

import pytest

from flows.discover.span import Span, days_in_address, may_hold
from parsers.records import FeedEntry

JANUARY = Span(date(2023, 1, 1), date(2023, 1, 31))


def entry(url="https://news.example/a", *, on=None, updated=None):
    return FeedEntry(url, None, "", "", on, None, None, updated, None)


@pytest.mark.parametrize(
    ("url", "first", "last"),
    [
        ("https://news.example/2023/01/04/aid", date(2023, 1, 4), date(2023, 1, 4)),
        ("https://news.example/20230104-aid", date(2023, 1, 4), date(2023, 1, 4)),
        ("https://news.example/aid-2023-01-04.html", date(2023, 1, 4), date(2023, 1, 4)),
        ("https://news.example/sitemap-2023-02.xml", date(2023, 2, 1), date(2023, 2, 28)),
        ("https://news.example/2023/12/aid", date(2023, 12, 1), date(2023, 12, 31)),
    ],
)
def test_days_are_read_out_of_addresses(url, first, last):
    assert days_in_address(url) == (first, last)


@pytest.mark.parametrize(
    "url", ["https://news.example/a", "https://news.example/12345678", "https://news.example/2023/13/01",
            "https://news.example/id-120230104", "https://news.example/2023-02-30"],
)  # fmt: skip
def test_numbers_that_are_no_days_are_left(url):
    days = days_in_address(url)
    assert days is None or days[0] != days[1]


@pytest.mark.parametrize(
    ("made", "holds"),
    [
        (entry(on=date(2023, 1, 15)), True), (entry(on=date(2022, 12, 31)), True),
        (entry(on=date(2022, 12, 30)), False),
        (entry(on=date(2023, 2, 2)), False), (entry("https://news.example/2023/01/09/a"), True),
        (entry("https://news.example/2022/11/09/a"), False), (entry("https://news.example/2023/02/a"), True),
        (entry(updated=datetime(2022, 12, 1, tzinfo=UTC)), False),
        (entry(updated=datetime(2024, 1, 1, tzinfo=UTC)), True),
        (entry(), True), (entry("https://news.example/2022/11/09/a", on=date(2023, 1, 9)), True),
    ],
)  # fmt: skip
def test_an_entry_may_be_of_the_span(made, holds):
    assert may_hold(JANUARY, made) is holds
