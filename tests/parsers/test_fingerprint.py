"""Copies are known by their fingerprint, and short or other texts are not."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from parsers.fingerprint import SAMPLE, containment, fingerprint

LONG = " ".join(
    f"sentence {number} of the telegram tells of lorries, wells and the road to the port" for number in range(40)
)


def test_a_copy_that_was_cut_short_is_held_by_the_whole() -> None:
    assert containment(fingerprint(LONG), fingerprint(LONG[: len(LONG) // 3])) > 0.9


def test_case_and_punctuation_make_no_other_text() -> None:
    assert fingerprint(LONG.upper().replace(",", " --")) == fingerprint(LONG)


def test_other_words_share_nothing() -> None:
    other = " ".join(
        f"paragraph {number} speaks about football and its many little results in spring" for number in range(40)
    )
    assert containment(fingerprint(LONG), fingerprint(other)) == 0


def test_a_text_too_short_to_tell_is_no_copy() -> None:
    assert containment(fingerprint("Tents for Chad."), fingerprint("Tents for Chad.")) == 0


@given(st.text(max_size=400), st.text(max_size=400))
def test_any_text_has_a_fingerprint_that_fits_the_database(one: str, other: str) -> None:
    print_one, print_other = fingerprint(one), fingerprint(other)
    assert len(print_one) <= SAMPLE
    assert all(0 <= hash_ < 2**63 for hash_ in print_one)
    assert 0 <= containment(print_one, print_other) == containment(print_other, print_one) <= 1
