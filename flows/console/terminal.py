"""What goes to a terminal: text from the web made inert, and consoles that take no markup."""

from __future__ import annotations

import io
import os
import sys
import unicodedata
from functools import cache
from typing import TextIO, cast

from rich.console import Console
from rich.text import Text

PIPE_WIDTH = 120
"""Columns of what is not printed on a terminal and where COLUMNS says nothing."""

_SPACES = {"\n": " ", "\t": " ", "\r": " "}


def inert(text: str) -> str:
    """`text` on one line without anything that a terminal obeys: escapes, controls, marks that turn the direction.

    Also lone surrogates, which no terminal encoding can take.
    """
    if text.isprintable() and text.isascii():
        return text
    return "".join(_SPACES.get(letter, letter) for letter in text if letter in _SPACES or not _is_control(letter))


@cache
def _is_control(letter: str) -> bool:
    # Cc: C0 and C1 controls, ESC among them. Cf: bidirectional overrides and invisible marks. Cs: surrogates.
    return unicodedata.category(letter) in {"Cc", "Cf", "Cs", "Zl", "Zp"}


def print_whole(out: Console, line: str, style: str = "dim") -> None:
    """Print a line that is to be clicked or pasted: it runs over the edge rather than being broken."""
    out.print(Text(line, style=style), soft_wrap=True)


def console(*, stderr: bool = False) -> Console:
    """A console that prints strings as they stand: no markup, no emoji codes, no highlighting."""
    stream = sys.stderr if stderr else sys.stdout
    if stream.isatty():
        return Console(file=stream, markup=False, emoji=False, highlight=False)
    width = None if "COLUMNS" in os.environ else PIPE_WIDTH
    return Console(file=cast(TextIO, _Trimmed(stream)), width=width, markup=False, emoji=False, highlight=False)


class _Trimmed(io.TextIOBase):
    """A stream without the blanks at line ends with which rich fills its lines."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        self._stream.write("\n".join(line.rstrip(" ") for line in text.split("\n")))
        return len(text)

    def flush(self) -> None:
        self._stream.flush()
