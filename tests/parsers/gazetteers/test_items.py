"""How things are named: models, kinds, open phrases, counting words; and what is no thing."""

import pytest

from parsers.claims.items import find_items
from parsers.claims.text import prepare


def names(text):
    return [item.name for item in find_items(prepare(text))]


def ids(text):
    return [item.item_id for item in find_items(prepare(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It sends AMX-10 RC light tanks.", ["AMX-10 RC light tanks"]),
        ("six armored personnel carriers", ["armored personnel carriers"]),
        ("some 2,000 155mm artillery rounds", ["155mm artillery rounds"]),
        ("2,000 155-millimeter artillery rounds", ["155-millimeter artillery rounds"]),
        ("nine Bastion armored personnel carriers", ["Bastion armored personnel carriers"]),
        ("nine Zorbak armored personnel carriers", ["Zorbak armored personnel carriers"]),
        ("three mine-resistant vehicles", ["mine-resistant vehicles"]),
        ("400 emergency shelter kits", ["emergency shelter kits"]),
        ("F-16 fighter jets and Leopard 2A6 main battle tanks", ["F-16 fighter jets", "Leopard 2A6 main battle tanks"]),
        ("tents, blankets, and hygiene kits", ["tents", "blankets", "hygiene kits"]),
        ("medical and shelter supplies", ["medical and shelter supplies"]),
        ("German-made Leopard tanks", ["German-made Leopard tanks"]),
        ("5,000 tonnes of wheat flour", ["wheat flour"]),
        ("two batteries of Patriot missiles", ["batteries of Patriot missiles"]),
        ("rounds of small arms ammunition", ["rounds of small arms ammunition"]),
        ("boxes of the medicine", ["medicine"]),
        ("ammunition for its HIMARS launchers", ["ammunition for its HIMARS launchers"]),
        ("High Mobility Artillery Rocket Systems (HIMARS) came", ["High Mobility Artillery Rocket Systems (HIMARS)"]),
        ("training of Ukrainian pilots on F-16 jets", ["training of Ukrainian pilots on F-16 jets"]),
        ("the Green Corridors Project in the north", ["Green Corridors Project"]),
        ("a promise and 30 oyster farming kits", ["farming kits"]),
    ],
)
def test_a_thing_as_the_text_names_it(text, expected):
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "item"),
    [
        ("Leopard 2s", "leopard-2"),
        ("F16s", "f-16"),
        ("F-16s", "f-16"),
        ("IFVs", "ifv"),
        ("Storm Shadow long-range cruise missiles", "storm-shadow"),
        ("Patriot missile defence equipment", "patriot"),
        ("armoured personnel carriers", "apc"),
        ("armored personnel carriers", "apc"),
        ("air-defence systems", "air-defence-system"),
        ("air defense systems", "air-defence-system"),
        ("155 mm shells", "155mm-shell"),
        ("COVID-19 vaccine doses", "covid-vaccine"),
        ("mosquito nets", "mosquito-net"),
        ("debt relief", "debt-relief"),
        ("food parcels", "food-parcel"),
    ],
)
def test_forms_of_one_item(text, item):
    assert ids(text) == [item]


@pytest.mark.parametrize(
    "text",
    [
        "The White House spoke.",
        "A Russian missile attack on the port city",
        "arms sales and food prices",
        "a leopard and a hawk in the wild",
        "Senator Gunn and the national security adviser",
        "well, as it is",
        "a round of talks",
        "systems and units and services",
    ],
)
def test_what_is_no_thing(text):
    assert names(text) == []


def test_verbs_of_headlines_are_no_part_of_a_name():
    assert names("Germany To Send Leopard Tanks") == ["Leopard Tanks"]
    assert names("France supplies weapons") == ["weapons"]
    assert names("They pledge more tents") == ["tents"]


def test_a_party_is_no_part_of_a_name():
    assert names("U.S. military aid and Australian wheat") == ["military aid", "wheat"]


def test_words_that_name_no_thing_are_marked():
    generic = {
        item.name: item.generic for item in find_items(prepare("weapons, aid, military assistance, tents, water"))
    }
    assert generic == {"weapons": True, "aid": True, "military assistance": True, "tents": False, "water": False}


def test_a_training_ends_before_its_people_for_the_finder_of_parties():
    text = "training of Ukrainian pilots on F-16 jets"
    (item,) = find_items(prepare(text))
    assert text[item.start : item.end] == "training"
    assert text[item.start : item.name_end] == item.name == text


def test_kind_and_counting_word():
    (item,) = find_items(prepare("12 doses of polio vaccine"))
    assert (item.kind, item.aid_type, item.unit, item.head, item.item_id) == (
        "medical", "humanitarian", "doses", "vaccine", "polio-vaccine",
    )  # fmt: skip


def test_a_phrase_does_not_go_on_to_the_next_line():
    assert names("Field\n\nhospitals") == ["hospitals"]


def test_wrapped_lines_are_one_name():
    text = "News of the day\n\nThe army said that among the things that came were heavy machine\nguns of the north."
    (item,) = find_items(prepare(text))
    assert item.name == "heavy machine guns"
