"""A researcher's own rows lie over the bundled ones; a row that cannot stand is refused with file, line and reason."""

import pytest

from parsers.claims.gazetteer import gazetteer
from parsers.claims.gazetteer_rows import GazetteerError
from parsers.claims.items import find_items
from parsers.claims.parties import find_parties
from parsers.claims.text import prepare

HEADERS = {
    "parties.csv": "code,class,name",
    "party_aliases.csv": "alias,code,kind,guard",
    "agencies.csv": "alias,code,kind",
    "leaders.csv": "person,code,role,from,until,short,alone",
    "items.csv": "item_id,name,class,parent,lethal,aid_type,kiel_type,kiel_subtype",
    "item_aliases.csv": "item_id,alias",
    "item_heads.csv": "word,class,bare",
    "party_words.csv": "word,part",
}


@pytest.fixture
def own(tmp_path):
    def write(**files):
        for stem, lines in files.items():
            name = f"{stem}.csv"
            (tmp_path / name).write_text("\n".join(("# my rows", HEADERS[name], *lines)) + "\n", encoding="utf-8")
        gazetteer.cache_clear()
        return gazetteer(tmp_path)

    yield write
    gazetteer.cache_clear()


def codes(text, lists):
    return [party.code for party in find_parties(prepare(text), lists=lists)]


def test_own_rows_are_added(own):
    lists = own(
        parties=["ORG:Lantern Trust,organisation,Lantern Trust"],
        party_aliases=["Lantern Trust,ORG:Lantern Trust,organisation,", "Lanternists,ORG:Lantern Trust,organisation,"],
        items=["tuk-tuk,tuk-tuk,vehicle,vehicle,,,,"],
        item_aliases=["tuk-tuk,tuk-tuk", "tuk-tuk,three-wheeled taxi"],
    )
    assert codes("The Lanternists gave to Kenya.", lists) == ["ORG:Lantern Trust", "KEN"]
    assert [item.item_id for item in find_items(prepare("30 three-wheeled taxis"), lists)] == ["tuk-tuk"]


def test_an_own_row_wins_over_the_bundled_one(own):
    assert codes("Georgia, it said.", own(party_aliases=["Georgia,USA,place,"])) == ["USA"]


def test_own_leaders_hold_office_too(own):
    lists = own(leaders=["Ada Example,KEN,president,2031-01-01,,Example,"])
    assert codes("President Example spoke.", lists) == ["KEN"]


def test_the_digest_tells_own_rows_apart(own):
    assert own(party_aliases=["Blueland,KEN,name,"]).digest != gazetteer().digest


@pytest.mark.parametrize(
    ("files", "message"),
    [
        ({"parties": ["xyz,state,Nowhere"]}, "parties.csv, line 3: 'xyz' is no code"),
        ({"parties": ["ORG:A,club,A"]}, "parties.csv, line 3: class is 'club'; it must be one of: group, organisation"),
        ({"parties": ["ORG:A,organisation,A", "ORG:A,organisation,B"]}, "parties.csv, line 4: ORG:A has a row already"),
        ({"party_aliases": ["Nowhere,ZZZ,name,"]}, "party_aliases.csv, line 3: parties.csv has no code 'ZZZ'; add it"),
        ({"party_aliases": ["Nowhere,KEN,nick,"]}, "party_aliases.csv, line 3: kind is 'nick'; it must be one of"),
        ({"party_aliases": ["A,KEN,name,", "A,UGA,name,"]}, "party_aliases.csv, line 4: 'A' has a row already"),
        (
            {"party_aliases": ["Ny Land,KEN,name,", "NY Land,UGA,name,"]},
            "line 4: 'NY Land' cannot be told from 'Ny Land'",
        ),
        ({"party_aliases": [" Nowhere,KEN,name,"]}, "line 3: alias is ' Nowhere'; it needs words, without blanks"),
        ({"party_aliases": ["Nowhere,KEN"]}, "line 3: 2 cells where the header names 4: alias, code, kind, guard"),
        (
            {"leaders": ["A B,KEN,president,1.2.2003,,,"]},
            "leaders.csv, line 3: from is '1.2.2003'; write a day as 2024",
        ),
        ({"leaders": ["A B,KEN,president,2004-01-01,2003-01-01,,"]}, "line 3: A B: the term ends before it begins"),
        ({"items": ["raft,raft,ship,bote,,,,"]}, "items.csv, line 3: the parent 'bote' is no item_id of items.csv"),
        ({"items": ["raft,raft,ship,,maybe,,,"]}, "items.csv, line 3: lethal is 'maybe'; it must be one of: yes"),
        (
            {"item_aliases": ["raft,raft"]},
            "item_aliases.csv, line 3: items.csv has no item_id 'raft'; add it there first",
        ),
        ({"item_aliases": ["tank,odd tank", "truck,odd tanks"]}, "line 4: 'odd tanks' cannot be told from 'odd tank'"),
        ({"item_heads": ["thing,,perhaps"]}, "item_heads.csv, line 3: bare is 'perhaps'; it must be one of: no, yes"),
        ({"party_words": ["allies,crowd"]}, "party_words.csv, line 3: part is 'crowd'; it must be one of"),
    ],
)
def test_a_bad_row_is_refused_in_one_line(own, files, message):
    with pytest.raises(GazetteerError) as error:
        own(**files)
    assert message in str(error.value)
    assert "\n" not in str(error.value)


def test_a_file_in_another_encoding_is_refused(own, tmp_path):
    (tmp_path / "parties.csv").write_bytes("code,class,name\nORG:é,organisation,é\n".encode("latin-1"))
    with pytest.raises(GazetteerError, match=r"parties\.csv: .* at byte 20; save the file as UTF-8"):
        own()
