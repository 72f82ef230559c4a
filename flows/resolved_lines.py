"""JSON Lines of texts to claims, and to the announcements that they amount to together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from flows.lines import CLAIMS, Answer, Line, answer_of, read_lines
from flows.pool import Limits
from parsers.announcements.texts import announcements_of_texts
from parsers.records import ParsedPage


def resolved_answers(lines: Iterable[bytes], limits: Limits) -> Iterator[Answer]:
    """One answer a line, in order, with `announcements`: ids that lines which tell of one act share.

    Nothing is printed before the last line is read, because any line may tell of the act of any other.
    """
    read = list(read_lines(lines, CLAIMS, limits))
    names = _names(read)
    texts = [
        (name, line.read.article, line.read.claims)
        for name, line in zip(names, read, strict=True)
        if isinstance(line.read, ParsedPage) and line.read.article is not None
    ]
    announcements = announcements_of_texts(texts)
    return (_with(line, announcements.get(name, ())) for name, line in zip(names, read, strict=True))


def _names(read: list[Line]) -> list[str]:
    """A name for each line that does not change when lines come in another order: its id, with a number if repeated."""
    times: Counter[str] = Counter()
    names = []
    for line in read:
        name = str(line.id)
        times[name] += 1
        names.append(name if times[name] == 1 else f"{name} {times[name]}")
    return names


def _with(line: Line, announcements: tuple[str, ...]) -> Answer:
    answer = answer_of(line, CLAIMS)
    return answer._replace(fields={**answer.fields, "announcements": list(announcements)})
