"""Dates, reckoned from the day of publication."""

from datetime import date

import pytest

from parsers.claims.dates import find_dates, may_be_announced
from parsers.claims.text import prepare

FRIDAY = date(2023, 3, 3)


def days(original, published=FRIDAY):
    return [(original[d.start : d.end], d.day) for d in find_dates(prepare(original), published)]


@pytest.mark.parametrize(
    ("original", "words", "day"),
    [
        ("It was sent on 4 January 2023.", "4 January 2023", date(2023, 1, 4)),
        ("It was sent on January 4, 2023.", "January 4, 2023", date(2023, 1, 4)),
        ("It was sent on Jan. 4.", "Jan. 4", date(2023, 1, 4)),
        ("It was sent on the 4th of January.", "the 4th of January", date(2023, 1, 4)),
        ("It was sent on December 20.", "December 20", date(2022, 12, 20)),
        ("It was sent on 2023-01-04.", "2023-01-04", date(2023, 1, 4)),
        ("It was sent on 04.01.2023.", "04.01.2023", date(2023, 1, 4)),
        ("On Wednesday, 4 January, it left.", "Wednesday, 4 January", date(2023, 1, 4)),
        ("It will leave on 20 March.", "20 March", date(2023, 3, 20)),
        ("It left on Friday.", "Friday", date(2023, 3, 3)),
        ("It left on Thursday.", "Thursday", date(2023, 3, 2)),
        ("It left last Friday.", "last Friday", date(2023, 2, 24)),
        ("She said on Wednesday that it will leave.", "Wednesday", date(2023, 3, 1)),
        ("It will leave on Monday.", "Monday", date(2023, 3, 6)),
        ("It leaves next Friday.", "next Friday", date(2023, 3, 10)),
        ("It left on Saturday.", "Saturday", date(2023, 3, 4)),  # filed on the morrow, in a zone ahead of the feed's
        ("It left yesterday.", "yesterday", date(2023, 3, 2)),
        ("Today it left.", "Today", date(2023, 3, 3)),
        ("It left two days ago.", "two days ago", date(2023, 3, 1)),
        ("It left on May 9.", "May 9", date(2022, 5, 9)),
    ],
)
def test_days(original, words, day):
    assert days(original) == [(words, day)]


@pytest.mark.parametrize(
    ("original", "precision", "begins", "ends"),
    [
        ("It began in June.", "month", date(2022, 6, 1), date(2022, 6, 30)),
        ("It will begin in June.", "month", date(2023, 6, 1), date(2023, 6, 30)),
        ("It began in June 2019.", "month", date(2019, 6, 1), date(2019, 6, 30)),
        ("It began last week.", "week", date(2023, 2, 20), date(2023, 2, 26)),
        ("It began last month.", "month", date(2023, 2, 1), date(2023, 2, 28)),
        ("It began three months ago.", "month", date(2022, 12, 1), date(2022, 12, 31)),
        ("It began last year.", "year", date(2022, 1, 1), date(2022, 12, 31)),
        ("It began in 2021.", "year", date(2021, 1, 1), date(2021, 12, 31)),
    ],
)
def test_longer_times_have_no_day(original, precision, begins, ends):
    (found,) = find_dates(prepare(original), FRIDAY)
    assert (found.precision, found.begins, found.ends, found.day) == (precision, begins, ends, None)


def test_without_a_day_of_publication_only_whole_dates_are_days():
    original = "It left on Monday, on 4 January, on 5 January 2020 and last week."
    assert [day for _, day in days(original, None)] == [None, None, date(2020, 1, 5), None]


@pytest.mark.parametrize(
    ("original", "basis"),
    [
        ("Pumps\n\nLIMA, March 2 (Agency) - Pumps left.", "dateline"),
        ("Pumps\n\nLIMA, 2 March 2023 — Pumps left.", "dateline"),
        ("Pumps\n\n2 March 2023\n\nPumps left.", "header"),
        ("Pumps\n\nPumps left Lima on 2 March.", "calendar"),
    ],
)
def test_what_a_date_stands_for(original, basis):
    assert [d.basis for d in find_dates(prepare(original), FRIDAY)] == [basis]


@pytest.mark.parametrize(
    "original",
    [
        "They may go",
        "They march on",
        "on 31 February",
        "0000-00-00",
        "9999-12-31",
        "1,900 vans",
        "May I",
        "in 2021-22",
        "the Good Friday accord",
    ],
)
def test_what_is_no_date(original):
    assert days(original) == []


def test_a_day_of_news_lies_between_1990_and_two_days_ahead():
    assert may_be_announced(date(2023, 3, 5), FRIDAY)
    assert not may_be_announced(date(2023, 3, 6), FRIDAY)
    assert not may_be_announced(date(1989, 12, 31), FRIDAY)
    assert may_be_announced(date(2030, 1, 1), None)
