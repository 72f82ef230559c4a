"""Text extraction on the corpus, all extractors in one run: F1, and pages a CPU second as a ratio.

    python -m tests.benchmarks.text [ROUNDS]

Extractors take turns, round by round, so that a busy machine is hard on all alike; the best round of each counts.
"""

import logging
import sys
import time

from rich.console import Console
from rich.table import Table

from tests.benchmarks.text.corpus import ARCHIVE, Sample, load_corpus
from tests.benchmarks.text.peers import Extractor, extractors
from tests.benchmarks.text.shingles import compare, f1


def main(rounds: int) -> None:
    if not ARCHIVE.exists():
        sys.exit(f"the corpus is not at {ARCHIVE}: it lies beside the repository, in ../shared, and is not part of it")
    logging.disable(logging.CRITICAL)
    corpus, peers = load_corpus(), dict(extractors())
    texts = {name: [extract(page) for page in corpus] for name, extract in peers.items()}
    seconds = {name: float("inf") for name in peers}
    for _ in range(rounds):
        for name, extract in peers.items():
            seconds[name] = min(seconds[name], _cpu_seconds(extract, corpus))
    _show(corpus, texts, seconds)


def _cpu_seconds(extract: Extractor, corpus: list[Sample]) -> float:
    start = time.process_time()
    for page in corpus:
        extract(page)
    return time.process_time() - start


def _show(corpus: list[Sample], texts: dict[str, list[str]], seconds: dict[str, float]) -> None:
    table = Table(title=f"{len(corpus)} pages of {len({page.site for page in corpus})} sites")
    for column in ("extractor", "F1", "precision", "recall", "pages a CPU second", "ratio"):
        table.add_column(column, justify="left" if column == "extractor" else "right")
    base = next(iter(seconds.values()))
    for name, found in texts.items():
        figures = f1(compare(page.text, text) for page, text in zip(corpus, found, strict=True))
        rate = len(corpus) / seconds[name]
        table.add_row(name, *(f"{figure:.4f}" for figure in figures), f"{rate:.0f}", f"{base / seconds[name]:.2f}")
    Console(width=110).print(table)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 3)
