"""Sums of money: value, bounds, currency, kind and mark."""

import pytest

from parsers.claims.money import find_money
from parsers.claims.text import prepare


def read(original, dollar="USD"):
    return [(original[m.start : m.end], m.value, m.currency) for m in find_money(prepare(original), dollar=dollar)]


@pytest.mark.parametrize(
    ("sum_", "value", "currency"),
    [
        ("$2.85 billion", 2.85e9, "USD"),
        ("$12.5m", 12.5e6, "USD"),
        ("$ 40,000", 40e3, "USD"),
        ("US$7.5 million", 7.5e6, "USD"),
        ("$US3.3 million", 3.3e6, "USD"),
        ("A$6 million", 6e6, "AUD"),
        ("$A50,000", 50e3, "AUD"),
        ("C$9bn", 9e9, "CAD"),
        ("NZ$2 mln", 2e6, "NZD"),
        ("$5 million (CAD)", 5e6, "CAD"),
        ("£2.3bn", 2.3e9, "GBP"),
        ("£11m-worth", 11e6, "GBP"),
        ("€1,5 million", 1.5e6, "EUR"),
        ("€1.200.000", 1.2e6, "EUR"),
        ("EUR 100 million", 100e6, "EUR"),
        ("EUR100m", 100e6, "EUR"),
        ("100 million euros", 100e6, "EUR"),
        ("20 million USD", 20e6, "USD"),
        ("5 million US dollars", 5e6, "USD"),
        ("seven hundred thousand Australian dollars", 7e5, "AUD"),
        ("half a billion dollars", 5e8, "USD"),
        ("a million euros", 1e6, "EUR"),
        ("two and a half million euros", 2.5e6, "EUR"),
        ("SEK 3.25 billion", 3.25e9, "SEK"),
        ("1.3 billion Danish kroner", 1.3e9, "DKK"),
        ("40 billion yen", 40e9, "JPY"),
        ("¥5bn", 5e9, "JPY"),
        ("300 billion won", 300e9, "KRW"),
        ("Rs 500 crore", 5e9, "INR"),
        ("5 lakh rupees", 5e5, "INR"),
        ("₹2 lakh crore", 2e12, "INR"),
        ("900 million zlotys", 9e8, "PLN"),
        ("30 million Swiss francs", 30e6, "CHF"),
        ("RM2 million", 2e6, "MYR"),
        ("3 million pounds", 3e6, "GBP"),
        ("3 million pounds of aid", 3e6, "GBP"),
        ("250 million Saudi riyals", 250e6, "SAR"),
        ("$2 m illion", 2e6, "USD"),
    ],
)
def test_reads_value_and_currency(sum_, value, currency):
    assert [found[1:] for found in read(f"The ministry gave {sum_} to Chad.")] == [(value, currency)]


@pytest.mark.parametrize(("dollar", "currency"), [("AUD", "AUD"), ("CAD", "CAD"), ("USD", "USD")])
def test_a_bare_dollar_is_the_speakers(dollar, currency):
    assert read("We give $5 million and US$1 million", dollar) == [
        ("$5 million", 5e6, currency),
        ("US$1 million", 1e6, "USD"),
    ]


@pytest.mark.parametrize(
    ("country", "currency"), [("Norway", "NOK"), ("Denmark", "DKK"), ("Swedish", "SEK"), ("Icelandic", "ISK")]
)
def test_kroner_are_those_of_the_country_that_the_text_names(country, currency):
    assert read(f"The {country} fund holds 5 million kroner")[0][2] == currency


@pytest.mark.parametrize(
    ("original", "kind", "low", "high"),
    [
        ("up to $400m", "up_to", None, 400e6),
        ("as much as €5 million", "up_to", None, 5e6),
        ("at least €5 million", "at_least", 5e6, None),
        ("more than an additional $5 million", "at_least", 5e6, None),
        ("$50m-plus", "at_least", 50e6, None),
        ("nearly $782 million", "approx", 782e6, 782e6),
        ("some $3 million", "approx", 3e6, 3e6),
        ("up to about $3 million", "up_to", None, 3e6),
        ("$100-150 million", "range", 100e6, 150e6),
        ("$100 million to $150 million", "range", 100e6, 150e6),
        ("between $1 and $2 billion", "range", 1e9, 2e9),
        ("€1bn–€2bn", "range", 1e9, 2e9),
        ("100 to 150 million euros", "range", 100e6, 150e6),
        ("about $600 to $700 million", "range", 600e6, 700e6),
        ("$5 million", "exact", 5e6, 5e6),
        ("hundreds of millions of dollars", "vague", None, None),
        ("several million euros", "vague", None, None),
    ],
)
def test_bounds(original, kind, low, high):
    (money,) = find_money(prepare(f"They spent {original} there."))
    assert (money.kind, money.value_min, money.value_max) == (kind, low, high)
    assert f"They spent {original} there."[money.start : money.end] == original


def test_a_change_is_no_range():
    assert [
        value for _, value, _ in read("It rose from €20 million to €100 million, by $4 million to $14 million")
    ] == [
        20e6,
        100e6,
        4e6,
        14e6,
    ]
    assert [value for _, value, _ in read("by an estimated $4 million to $14 million in 2004-05 to $90 million")] == [
        4e6,
        14e6,
        90e6,
    ]
    assert read("raised from €20 million to 100 million.")[1] == ("100 million", 100e6, "EUR")


@pytest.mark.parametrize(
    ("original", "marks"),
    [
        ("1.3 billion kroner ($120 million) from Norway", ["", "conversion"]),
        ("€50 million (about $54 million) and $3 million", ["", "conversion", ""]),
        ("$25 million, or about A$38 million, for Fiji", ["", "conversion"]),
        ("a ¥9 billion grant to Laos ($60 million)", ["", "conversion"]),
        ("A$5 million (US$3.3 million; €3 million)", ["", "conversion", "conversion"]),
        ("$5 million for food and €2 million for tents", ["", ""]),
        ("$61 a barrel", ["price"]),
        ("40 drones costing $2,000 each", ["each"]),
        ("€500 million ($543 million) a year", ["annual", "conversion"]),
        ("$1 for every $2 that others give", ["", "price"]),
        ("$4 million a year", ["annual"]),
        ("an annual $4 million", ["annual"]),
        ("a total of $90 million", ["total"]),
        ("$90 million so far", ["total"]),
        ("brings our help for the lake region to more than $90 million", ["total"]),
        ("$9 million, of which $2 million is for wells", ["", "part"]),
    ],
)
def test_marks(original, marks):
    assert [money.mark for money in find_money(prepare(original))] == marks


@pytest.mark.parametrize(
    "original",
    [
        "54,000 pounds of flour",
        "a 2,000-pound bomb",
        "5 million pounds of rice",
        "40 per cent of 300 people",
        "They won 5 games and 3 won prizes",
        "ALL 5 vans",
        "31 tanks",
    ],
)
def test_what_is_no_money(original):
    assert read(original) == []
