"""The bundled lists: each form is read back from a sentence, and each row can be relied upon."""

import csv
from datetime import date, timedelta
from functools import cache
from importlib.resources import files

import pytest

from parsers.claims.gazetteer import gazetteer
from parsers.claims.items import find_items
from parsers.claims.parties import find_parties
from parsers.claims.text import prepare


@cache
def rows(name):
    text = files("parsers").joinpath("gazetteers", name).read_text(encoding="utf-8")
    return tuple(csv.DictReader(line for line in text.splitlines() if not line.startswith("#")))


def test_every_form_of_a_party_is_read_back():
    missed = []
    for row in (*rows("party_aliases.csv"), *rows("agencies.csv")):
        found = find_parties(prepare(f"They spoke of {row['alias']}, he said."))
        if row["code"] not in {party.code for party in found} and row["kind"] != "none":
            missed.append((row["alias"], row["code"], [party.code for party in found]))
    assert missed == []


def test_words_that_only_look_like_a_party_are_none():
    looks = [row["alias"] for row in rows("party_aliases.csv") if row["kind"] == "none"]
    assert len(looks) > 100
    assert [look for look in looks if find_parties(prepare(f"They spoke of the {look}, he said."))] == []


def test_every_form_of_an_item_is_read_back():
    missed = []
    for row in rows("item_aliases.csv"):
        found = find_items(prepare(f"They spoke of 12 {row['alias']}s, he said."))
        if row["item_id"] not in {item.item_id for item in found}:
            found = find_items(prepare(f"They spoke of 12 {row['alias']}, he said."))
        if row["item_id"] not in {item.item_id for item in found}:
            missed.append((row["alias"], row["item_id"], [(item.name, item.item_id) for item in found]))
    assert missed == []


def test_every_leader_is_known_by_the_full_name_in_office():
    missed = []
    for row in rows("leaders.csv"):
        found = find_parties(
            prepare(f"They met {row['person']} there."), date.fromisoformat(row["from"]) + timedelta(days=60)
        )
        if [(party.code, party.kind) for party in found] != [(row["code"], "leader")]:
            missed.append((row["person"], row["code"], found))
    assert missed == []


def test_short_names_that_stand_alone_are_of_one_person_at_a_time():
    alone = [row for row in rows("leaders.csv") if row["alone"]]
    people = {}
    for row in alone:
        for short in row["short"].split(";"):
            people.setdefault(short, set()).add(row["code"])
    assert {short for short, codes in people.items() if len(codes) > 1} == set()


@pytest.mark.parametrize("column", ["parent", "item_id"])
def test_the_catalogue_is_whole(column):
    ids = {row["item_id"] for row in rows("items.csv")}
    used = {row[column] for row in (rows("items.csv") if column == "parent" else rows("item_aliases.csv"))}
    assert used - {""} <= ids
    if column == "item_id":
        assert used == ids


def test_no_item_is_its_own_forebear():
    parents = {row["item_id"]: row["parent"] for row in rows("items.csv")}
    for item in parents:
        line = [item]
        while parents[line[-1]]:
            line.append(parents[line[-1]])
            assert len(line) == len(set(line)), line


def test_there_are_as_many_forms_as_the_catalogue_promises():
    assert len(rows("item_aliases.csv")) >= 1500
    assert len({row["item_id"] for row in rows("item_aliases.csv")}) >= 500


def test_every_state_of_the_united_nations_has_a_name_and_a_people():
    states = {row["code"] for row in rows("parties.csv") if row["class"] == "state"}
    assert len(states) >= 197
    kinds = {}
    for row in rows("party_aliases.csv"):
        kinds.setdefault(row["code"], set()).add(row["kind"])
    assert [code for code in states if "name" not in kinds[code]] == []


def test_the_lists_are_made_ready_once():
    assert gazetteer() is gazetteer()
    assert len(gazetteer().digest) == 8
