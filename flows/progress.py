"""What is going on, told while it goes on: by whoever does the work, to whoever listens in this process."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Literal, NamedTuple

Step = Literal["feeds", "pages", "loaded", "failed", "settling", "published"]


class Progress(NamedTuple):
    """A step of one source (`""` is the run as a whole): `done` of `total` pages, and a line for a person."""

    source: str
    step: Step
    done: int = 0
    total: int = 0
    words: str = ""


Listener = Callable[[Progress], None]
_listeners: list[Listener] = []


def tell(source: str, step: Step, done: int = 0, total: int = 0, words: str = "") -> None:
    """Tell everybody who listens. Called from any thread."""
    for listener in tuple(_listeners):
        listener(Progress(source, step, done, total, words))


@contextmanager
def listening(listener: Listener) -> Iterator[None]:
    """Let `listener` hear what is told while the block lasts."""
    _listeners.append(listener)
    try:
        yield
    finally:
        _listeners.remove(listener)
