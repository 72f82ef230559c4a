"""Phrases that the lists do not know, for whoever keeps them."""

from parsers.claims.unknown import unknown_phrases

TEXTS = (
    "Norway sent 40 wobblekits and 3 tunnel borers to Kenya. Zanderia donated them.",
    "Zanderia gave 40 wobblekits. The government gave help. In June it sent 12 years of data.",
    "Norwai sent bean cleaning systems to Kenya.",
)


def test_unknown_phrases_by_how_often_they_stand():
    found = {(unknown.slot, unknown.phrase): unknown for unknown in unknown_phrases(TEXTS)}
    assert found["item", "wobblekits"].times == 2
    assert found["party", "Zanderia"].times == 2
    assert found["party", "Zanderia"].example == "Zanderia donated them."
    assert ("party", "Norway") not in found
    assert ("item", "years") not in found
    times = [unknown.times for unknown in unknown_phrases(TEXTS)]
    assert times == sorted(times, reverse=True)


def test_what_is_like_it_is_suggested():
    found = {unknown.phrase: unknown.suggestions for unknown in unknown_phrases(TEXTS)}
    assert found["Norwai"][0] == "NOR"
    assert found["Zanderia"] == ()


def test_words_also_written_small_are_no_names():
    assert all(unknown.phrase not in ("The", "In", "In June", "June") for unknown in unknown_phrases(TEXTS))


def test_no_texts_no_phrases():
    assert unknown_phrases(()) == ()
