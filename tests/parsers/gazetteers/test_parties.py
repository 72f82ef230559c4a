"""How parties are named: by name, people, capital, government, leader, agency; and what only looks like one."""

from datetime import date

import pytest

from parsers.claims.parties import find_parties
from parsers.claims.text import prepare


def named(text, on=None):
    found = find_parties(prepare(text), on)
    for party in found:
        assert text[party.start : party.end].strip() == text[party.start : party.end] != ""
    return [(text[party.start : party.end], party.code, party.kind) for party in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway gave to Malawi.", [("Norway", "NOR", "name"), ("Malawi", "MWI", "name")]),
        ("The French sent it.", [("French", "FRA", "demonym")]),
        ("It went to Ukrainians.", [("Ukrainians", "UKR", "demonym_plural")]),
        ("Canberra agreed.", [("Canberra", "AUS", "capital")]),
        ("It reached Idlib.", [("Idlib", "SYR", "place")]),
        ("Aid for Gaza and the West Bank", [("Gaza", "PSE", "name"), ("West Bank", "PSE", "name")]),
        ("The new Danish government agreed.", [("Danish government", "DNK", "government")]),
        ("the government of the Philippines", [("government of the Philippines", "PHL", "government")]),
        ("Ukraine's Defense Ministry", [("Ukraine's Defense Ministry", "UKR", "ministry")]),
        ("the Ministry of Defence of Ukraine", [("Ministry of Defence of Ukraine", "UKR", "ministry")]),
        ("the Kenyan parliament", [("Kenyan parliament", "KEN", "parliament")]),
        ("the Jordanian army", [("Jordanian army", "JOR", "military")]),
        ("the people of Haiti", [("people of Haiti", "HTI", "people")]),
        ("German companies gave", [("German companies", "DEU", "company")]),
        ("USAID and the Bundestag", [("USAID", "USA", "agency"), ("Bundestag", "DEU", "parliament")]),
        ("The Kremlin shrugged.", [("Kremlin", "RUS", "government")]),
        ("UNHCR left", [("UNHCR", "UNHCR", "organisation")]),
        ("the World Food Programme", [("World Food Programme", "WFP", "organisation")]),
        ("the World Food Program", [("World Food Program", "WFP", "organisation")]),
        ("the UN refugee agency", [("UN refugee agency", "UNHCR", "organisation")]),
        ("across the Horn of Africa", [("Horn of Africa", "REG:Horn of Africa", "region")]),
        ("Pacific island countries", [("Pacific island countries", "REG:Pacific", "region")]),
        ("Western allies met", [("Western allies", "GROUP:Western allies", "group")]),
        ("WESTERN ALLIES MET", [("WESTERN ALLIES", "GROUP:Western allies", "group")]),
        ("other European countries", [("other European countries", "GROUP:other European countries", "group")]),
        ("NATO allies met", [("NATO allies", "GROUP:NATO allies", "group")]),
        ("the EU member states", [("EU member states", "GROUP:EU member states", "group")]),
        ("the West dithers", [("the West", "GROUP:the West", "group")]),
    ],
)  # fmt: skip
def test_a_party_by_its_words(text, expected):
    assert named(text) == expected


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Nigeria and Niger", ["NGA", "NER"]),
        ("Guinea, Guinea-Bissau, Equatorial Guinea and Papua New Guinea", ["GIN", "GNB", "GNQ", "PNG"]),
        ("the Republic of the Congo and the Democratic Republic of the Congo", ["COG", "COD"]),
        ("North Korea, South Korea and Korea", ["PRK", "KOR", "KOR"]),
        ("Dominica and the Dominican Republic", ["DMA", "DOM"]),
        ("Sudan and South Sudan", ["SDN", "SSD"]),
        ("Samoa and American Samoa", ["WSM", "ASM"]),
        ("Tell us of the US and of us all.", ["USA"]),
        ("We polish it in Poland with a Polish cloth.", ["POL", "POL"]),
        ("It may rain in May, said Theresa May.", ["GBR"]),
        ("a turkey from Turkey", ["TUR"]),
        ("a chad, and Chad", ["TCD"]),
        ("Michael Jordan and Jordan Peterson flew to Jordan.", ["JOR"]),
        ("Tbilisi thanked; Georgia agreed.", ["GEO", "GEO"]),
        ("They met in Atlanta, Georgia.", []),
        ("the Paris Agreement and Paris", ["FRA"]),
        ("The Washington Post told Washington.", ["USA"]),
        ("pro-Russian and anti-American", []),
        ("the Vietnam War", []),
        ("Brussels sprouts in Brussels", ["EU"]),
        ("who said the WHO", ["WHO"]),
        ("he was in and IN", []),
        ("New England in the fall", []),
    ],
)
def test_like_names_are_told_apart(text, codes):
    assert [code for _, code, _ in named(text)] == codes


@pytest.mark.parametrize(
    ("text", "on", "code"),
    [
        ("Mark Rutte spoke", date(2022, 5, 1), "NLD"),
        ("Mark Rutte spoke", date(2025, 5, 1), "NATO"),
        ("Ursula von der Leyen spoke", date(2016, 5, 1), "DEU"),
        ("Ursula von der Leyen spoke", date(2023, 5, 1), "EU"),
        ("Defence Minister Ursula von der Leyen", None, "DEU"),
        ("Prime Minister Mark Rutte", None, "NLD"),
        ("Helen Clark spoke", date(2012, 5, 1), "UNDP"),
    ],
)
def test_the_office_is_that_of_the_day_or_of_the_title(text, on, code):
    assert [found for _, found, _ in named(text, on)] == [code]


def test_a_leader_is_named_with_office():
    (party,) = find_parties(prepare("On Friday Polish President Andrzej Duda agreed."))
    assert (party.code, party.kind, party.person, party.role) == ("POL", "leader", "Andrzej Duda", "president")


def test_an_unknown_minister_is_of_the_state_that_is_named():
    (party,) = find_parties(prepare("Said Malawian Health Minister Grace Sample on Friday."))
    assert (party.code, party.person, party.role) == ("MWI", "Grace Sample", "health minister")


def test_a_verb_of_a_headline_is_no_name():
    (party, _) = find_parties(prepare("French President Pledges Tents To Chad"))
    assert (party.code, party.person) == ("FRA", None)


def test_a_surname_counts_after_the_full_name_or_an_office():
    assert [code for _, code, _ in named("Stephen Harper came. Later Harper left.")] == ["CAN", "CAN"]
    assert [code for _, code, _ in named("Prime Minister Harper left.")] == ["CAN"]
    assert named("Harper left.") == []
    assert named("Senator Brown left.") == []


def test_whose_make_a_thing_is():
    parties = find_parties(prepare("French-made tanks, Germany's tanks and U.S.-led talks"))
    assert [(p.code, p.owner, p.possessive) for p in parties] == [
        ("FRA", True, False), ("DEU", False, True), ("USA", False, False),
    ]  # fmt: skip


def test_a_name_does_not_go_on_to_the_next_line():
    assert [code for _, code, _ in named("Help for Egypt\n\nPresident Biden spoke.")] == ["EGY", "USA"]


def test_look_alike_letters_and_accents_are_read():
    assert [code for _, code, _ in named("Сanada gave to Türkiye and Côte d’Ivoire")] == ["CAN", "TUR", "CIV"]


def test_tokens_are_those_of_the_words():
    text = prepare("Aid from the United Arab Emirates.")
    (party,) = find_parties(text)
    assert [token.text for token in text.tokens[party.first : party.last]] == ["United", "Arab", "Emirates"]
