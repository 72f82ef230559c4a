"""Counts of things, their bounds, and words that keep a number back."""

import pytest

from parsers.claims.quantities import find_quantities, read_count
from parsers.claims.text import prepare


@pytest.mark.parametrize(
    ("count", "low", "high", "kind"),
    [
        ("50", 50, 50, "exact"),
        ("fourteen", 14, 14, "exact"),
        ("twenty-two", 22, 22, "exact"),
        ("1,050", 1050, 1050, "exact"),
        ("15 000", 15000, 15000, "exact"),
        ("1.1 million", 1.1e6, 1.1e6, "exact"),
        ("half a million", 5e5, 5e5, "exact"),
        ("two dozen", 24, 24, "exact"),
        ("half a dozen", 6, 6, "exact"),
        ("17 more million", 17e6, 17e6, "exact"),
        ("at least 50", 50, None, "at_least"),
        ("more than a million", 1e6, None, "at_least"),
        ("no fewer than 30", 30, None, "at_least"),
        ("over an additional 300", 300, None, "at_least"),
        ("500-plus", 500, None, "at_least"),
        ("20 or more", 20, None, "at_least"),
        ("up to 42", None, 42, "up_to"),
        ("as many as 60", None, 60, "up_to"),
        ("about 100", 100, 100, "approx"),
        ("nearly 3,000", 3000, 3000, "approx"),
        ("20 or so", 20, 20, "approx"),
        ("10 to 15", 10, 15, "range"),
        ("between ten and fifteen", 10, 15, "range"),
        ("4-5 million", 4e6, 5e6, "range"),
        ("dozens of", None, None, "vague"),
        ("hundreds of thousands of", None, None, "vague"),
        ("several", None, None, "vague"),
        ("several hundred", None, None, "vague"),
        ("a handful of", None, None, "vague"),
        ("a large number of", None, None, "vague"),
    ],
)
def test_bounds(count, low, high, kind):
    original = f"Peru sent {count} pumps to Haiti"
    (found,) = find_quantities(prepare(original))
    assert (found.low, found.high, found.kind) == (low, high, kind)
    assert original[found.start : found.end] == count
    assert prepare(original).tokens[found.noun].text == "pumps"


@pytest.mark.parametrize(
    ("original", "low", "unit", "noun"),
    [
        ("3,000 tonnes of wheat", 3000, "tonne", "wheat"),
        ("38.8 metric tons of maize", 38.8, "metric ton", "maize"),
        ("100,000 square metres of sheeting", 100000, "square metre", "sheeting"),
        ("two batteries of Skyshield", 2, "battery", "Skyshield"),
        ("a battery of Skyshield", 1, "battery", "Skyshield"),
        ("a pair of helicopters", 2, "pair", "helicopters"),
        ("two pairs of helicopters", 4, "pair", "helicopters"),
        ("31 of its tanks", 31, None, "tanks"),
        ("60 more tanks", 60, None, "tanks"),
        ("one field hospital", 1, None, "field"),
        ("2000 blue tents", 2000, None, "blue"),
        ("100 155 mm shells", 100, None, "155"),
        ("30 Leopard 2 tanks", 30, None, "Leopard"),
        ("100,000 rounds of ammunition", 100000, None, "rounds"),
    ],
)
def test_units_and_the_thing_counted(original, low, unit, noun):
    text = prepare(f"Peru sent {original} to Haiti")
    (found,) = find_quantities(text)
    assert (found.low, found.unit, text.tokens[found.noun].text) == (low, unit, noun)


@pytest.mark.parametrize(
    "original",
    [
        "155 mm shells",
        "155mm shells",
        "F-16 jets and M1A2 tanks",
        "Leopard 2 tanks",
        "a 2,000 pound bomb",
        "in 2022 and 2023",
        "on Jan. 4, 2023 pumps ran",
        "on 3 March",
        "for three years",
        "a 12-year-old and a six-month plan",
        "10 per cent, 12% and 5 percent",
        "40 km from here, five miles",
        "the first tranche and the 2nd lot",
        "phase 2 and Article 5",
        "HIMARS 2.0",
        "at 10:30, 24/7",
        "one of the best, no one",
        "$5 million and 20 million euros",
        "Kits\n\n1. Soap",
        "how many",
        "Press office: (06) 277 7860 or 0419 206 890",
        "under section 614(a)(1) of the Act",
        "the September 9-10 summit",
        "before World War Two",
        "for three and a half years",
        "three in five villages",
        "the plan for 2009 will focus on wells",
        "in the 2015-16 round",
    ],
)
def test_what_counts_no_things(original):
    assert find_quantities(prepare(original)) == ()


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("declined to say how many", "withheld"),
        ("would not disclose the number", "withheld"),
        ("did not reveal exactly how many", "not_stated"),
        ("an undisclosed number of", "withheld"),
        ("did not say how many", "not_stated"),
        ("not immediately clear how many", "not_stated"),
        ("without specifying the quantity", "not_stated"),
        ("an unspecified number of", "not_stated"),
        ("has not yet been told", None),
        ("will not be home for a number of", None),
    ],
)
def test_silence_is_told_apart(words, kind):
    original = f"The envoy {words} pumps"
    silent = [q for q in find_quantities(prepare(original)) if q.kind in ("withheld", "not_stated")]
    assert [(q.kind, q.low, q.high, original[q.start : q.end]) for q in silent] == [(kind, None, None, words)] * bool(
        kind
    )


@pytest.mark.parametrize(
    ("quote", "bounds"),
    [
        ("up to 42", (None, 42)),
        ("two pairs", (4, 4)),
        ("2023", (2023, 2023)),
        ("a pair of", (2, 2)),
        ("dozens of", (None, None)),
        ("pumps", None),
    ],
)
def test_a_count_is_read_again_from_its_words_alone(quote, bounds):
    assert read_count(quote) == bounds
