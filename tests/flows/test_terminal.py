"""Hostile text is inert in what is printed."""

from __future__ import annotations

import json
import unicodedata

import pytest

from flows.artifacts import escaped
from flows.console.answers import print_csv, print_json, print_table
from flows.console.terminal import console, inert
from warehouse.query import Answer

HOSTILE = (
    "\x1b[31mred\x1b[0m", "\x1b]8;;http://evil.example\x07click\x1b]8;;\x07", "\x9b31m", "a\rb", "\x07",
    "\u202eevil\u202c", "lone \ud800 surrogate", "[red]markup[/red]", "zero\u200bwidth", "line\u2028break",
)  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_is_left_that_a_terminal_obeys(text):
    assert not {unicodedata.category(letter) for letter in inert(text)} & {"Cc", "Cf", "Cs", "Zl", "Zp"}


def test_plain_text_stays_as_it_is():
    text = "Türkiye: “€1,5 million” – Київ 東京"
    assert inert(text) == text


@pytest.mark.parametrize("text", HOSTILE)
def test_an_answer_prints_hostile_cells_as_they_stand(text, capsys):
    print_table(Answer((text,), ((text,),)))
    printed = capsys.readouterr().out
    assert not {unicodedata.category(letter) for letter in printed if letter != "\n"} & {"Cc", "Cf", "Cs"}


def test_markup_is_no_markup(capsys):
    console().print("[red]markup[/red]")
    assert capsys.readouterr().out == "[red]markup[/red]\n"


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1"])
def test_no_csv_cell_is_a_formula(cell, capsys):
    print_csv(Answer(("x",), ((cell,), (-1,))))
    assert capsys.readouterr().out.splitlines()[1].strip('"').startswith("'")


def test_csv_and_json_tell_the_same(capsys):
    answer = Answer(("n", "s", "none"), ((1, "a, b", None), (2, 'say "x"', None)))
    print_csv(answer)
    assert capsys.readouterr().out == 'n,s,none\n1,"a, b",\n2,"say ""x""",\n'
    print_json(answer)
    assert json.loads(capsys.readouterr().out) == [
        {"n": 1, "s": "a, b", "none": None}, {"n": 2, "s": 'say "x"', "none": None}
    ]  # fmt: skip


def test_text_in_an_artifact_is_no_markdown():
    assert escaped("[x](http://evil) <b>|*a*") == r"\[x\]\(http://evil\) \<b\>\|\*a\*"
