"""What holds for every text, however odd: places that lead back, no overlap, linear work."""

import re
from itertools import pairwise
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.claims.gazetteer import gazetteer
from parsers.claims.items import find_items
from parsers.claims.parties import find_parties
from parsers.claims.text import prepare

PIECES = re.split(
    r"\s+",
    """the of and , . ( ) ' "'s - – boxes rounds of ammunition for training pilots on F-16 Leopard 2 tanks West
    Ukraine Ukrainian President Biden Minister government ministry allies NATO member states Georgia Jordan U.S. US us
    supplies weapons missile attack 155 mm 155mm medical shelter kits White House HIMARS""",
)
JOINTS = st.sampled_from((" ", " ", " ", "", "\n\n", "\u200b", "а", "\ud800", "ﬁ"))
TEXTS = st.lists(st.tuples(st.sampled_from(PIECES), JOINTS), max_size=40).map(
    lambda pairs: "".join(piece + joint for piece, joint in pairs)
)


@pytest.fixture(scope="module", autouse=True)
def lists():
    """Made ready before the first example, whose time hypothesis takes."""
    return gazetteer()


@given(TEXTS | st.text(max_size=200))
def test_mentions_lead_back_and_do_not_overlap(original):
    text = prepare(original)
    for mentions in (find_parties(text), find_items(text)):
        for mention in mentions:
            assert mention.start < mention.end <= len(original)
            assert text.tokens[mention.first].start == mention.start
            assert text.tokens[mention.last - 1].end == mention.end
        assert all(one.end <= other.start for one, other in pairwise(mentions))
    for item in find_items(text):
        assert item.name == " ".join(original[item.start : item.name_end].split())


@given(TEXTS)
def test_a_text_is_read_the_same_again(original):
    assert find_parties(prepare(original)) == find_parties(prepare(original))
    assert find_items(prepare(original)) == find_items(prepare(original))


@pytest.mark.parametrize(
    "piece",
    [
        "tank ",
        "rounds of ",
        "the government of ",
        "training of ",
        "Western other ",
        "Minister ",
        "Jordan ",
        "F-16-",
        "a and ",
    ],
)
def test_twice_the_text_is_not_four_times_the_work(piece):
    """CPU time of 4,000 and of 16,000 pieces: four times the text within ten times the work."""
    spent = []
    for count in (4_000, 16_000):
        text = prepare(piece * count)
        before = process_time()
        find_parties(text)
        find_items(text)
        spent.append(process_time() - before)
    assert spent[1] < 10 * spent[0] + 0.2
