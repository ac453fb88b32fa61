"""How fast numcheck is: ``make bench``.

Everything is measured in one run on one machine, each figure the best of several rounds, and beside a
bare scan for digits over the same text, so that the ratios can be compared between machines. The text is
the project's corpus, repeated; with NUMCHECK_DATA also the articles found there.
"""

from __future__ import annotations

import re
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from tabulate import tabulate

import numcheck
from tests.shared_data import corpus_articles, data_files, load

ROUNDS = 3
DIGITS = re.compile(r"[0-9]+")
LARGEST = 3_000_000


def best(work: Callable[[], object], rounds: int = ROUNDS) -> float:
    """The shortest of several rounds, in seconds."""
    times = []
    for _ in range(rounds):
        started = time.perf_counter()
        work()
        times.append(time.perf_counter() - started)
    return min(times)


def sample(articles: Sequence[numcheck.Article]) -> list[numcheck.Article]:
    """The first articles that come to a few million characters."""
    taken, size = [], 0
    for article in articles:
        if size > LARGEST:
            break
        taken.append(article)
        size += len(article.text)
    return taken


def measure(name: str, articles: Sequence[numcheck.Article]) -> list[str]:
    """A row: the text, its density, and the speed of scan, extraction and check."""
    texts = [article.text for article in articles]
    size = sum(map(len, texts))
    figures = sum(len(numcheck.extract(text)) for text in texts)
    digits = best(lambda: [sum(1 for _ in DIGITS.finditer(text)) for text in texts])
    extract = best(lambda: [numcheck.extract(text) for text in texts])
    check = best(lambda: numcheck.check(articles), 1)
    return [
        name,
        f"{len(articles):,}",
        f"{size / 1e6:.2f}",
        f"{1000 * figures / size:.1f}",
        f"{size / digits / 1e6:.0f}",
        f"{size / extract / 1e6:.2f}",
        f"{1e6 * extract / max(figures, 1):.0f}",
        f"{size / check / 1e6:.2f}",
    ]


def start_up() -> list[list[str]]:
    """How long a fresh process takes, beside a bare interpreter."""
    corpus = str(Path(__file__).parents[1] / "corpus" / "mercenaries")
    commands = {
        "python -c pass": [sys.executable, "-c", "pass"],
        "numcheck --version": [str(Path(sys.executable).with_name("numcheck")), "--version"],
        "numcheck check (5 articles)": [str(Path(sys.executable).with_name("numcheck")), "check", corpus],
    }
    rows = []
    bare = 0.0
    for name, command in commands.items():
        seconds = best(lambda command=command: subprocess.run(command, capture_output=True, check=False), 9)  # type: ignore[misc]
        bare = bare or seconds
        rows.append([name, f"{1000 * seconds:.0f}", f"{seconds / bare:.1f}"])
    return rows


def main() -> None:
    rows = [measure("corpus", corpus_articles())]
    rows += [measure(file.stem, sample(load(file))) for file in data_files()]
    headers = ["text", "articles", "Mchar", "figures/1000", "digits", "extract", "µs/figure", "check"]
    print("Millions of characters a second, one process:\n")
    print(tabulate(rows, headers, disable_numparse=True, colalign=("left", *["right"] * 7)))
    print("\nA fresh process, best of nine, in milliseconds and as a ratio to the bare interpreter:\n")
    print(tabulate(start_up(), ["command", "ms", "ratio"], disable_numparse=True))


if __name__ == "__main__":
    main()
