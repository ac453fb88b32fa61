"""How fast numcheck is: ``make bench``.

Everything is measured in one run on one machine, each figure the best of several rounds (each text's own
best, where there are many), and beside a bare scan for digits over the same text, so that the ratios can be
compared between machines. The text is the project's corpus, repeated; with NUMCHECK_DATA also a megabyte of
each file of articles found there, and with NUMCHECK_PEERS (``make score-peers`` sets it up) the libraries
that people install, on a part of it.
"""

from __future__ import annotations

import math
import re
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import cycle
from pathlib import Path

from tabulate import tabulate

import numcheck
from numcheck.extract.attribute import read_article
from numcheck.lexicon import table
from numcheck.link.clusters import link
from numcheck.link.stories import group
from numcheck.rules import all_rules
from tests.peers import PEERS, python_of_peers, read_with_peer
from tests.shared_data import corpus_articles, data_files, load

ROUNDS = 7
DIGITS = re.compile(r"[0-9]+")
MEGABYTE = 1_000_000
# The other libraries take minutes for a megabyte.
PEER_CHARACTERS = 60_000
SIZES = (1_000, 10_000, 50_000)
KILOBYTES = 1024
# By how much a copy of an article is later than it: no story lasts as long.
MONTH = timedelta(days=30)
# Names get endings that look like letters of a name; what tells days and numbers keeps its own.
NAME = re.compile(r"(?<![.!?\n] )(?<!^)\b[A-Z][a-z]{2,}\b")
ENDINGS = ("ab", "ec", "id", "of", "ug", "ah", "ej", "ik", "ol", "um")
KEPT = frozenset([*table("calendar")["months"], *table("calendar")["weekdays"]])


def best(work: Callable[[], object], rounds: int = ROUNDS) -> float:
    """The shortest of several rounds, in seconds."""
    times = []
    for _ in range(rounds):
        started = time.perf_counter()
        work()
        times.append(time.perf_counter() - started)
    return min(times)


def best_of_each(texts: Sequence[str], work: Callable[[str], object], rounds: int = ROUNDS) -> float:
    """The shortest of several rounds over all texts for each of them, added up, in seconds: what else the
    machine does for a moment then costs one text of one round, and not the round."""
    shortest = [math.inf] * len(texts)
    for _ in range(rounds):
        for place, text in enumerate(texts):
            started = time.perf_counter()
            work(text)
            shortest[place] = min(shortest[place], time.perf_counter() - started)
    return sum(shortest)


def sample(articles: Sequence[numcheck.Article], size: int = MEGABYTE) -> list[numcheck.Article]:
    """The first articles that come to so many characters, or all of them, over again, until they do."""
    taken, characters = [], 0
    for article in cycle(articles):
        taken.append(article)
        characters += len(article.text)
        if characters >= size:
            return taken
    return taken


def measure(name: str, articles: Sequence[numcheck.Article]) -> list[str]:
    """A row: the text, its density, and the speed of scan and extraction.

    The first reading of a text meets words that it has to cut and look up; after it they are known.
    """
    texts = [article.text for article in articles]
    size = sum(map(len, texts))
    started = time.perf_counter()
    figures = sum(len(numcheck.extract(text)) for text in texts)
    first = time.perf_counter() - started
    digits = best_of_each(texts, lambda text: sum(1 for _ in DIGITS.finditer(text)))
    extract = best_of_each(texts, numcheck.extract)
    return [
        name,
        f"{size / 1e6:.2f}",
        f"{1000 * figures / size:.1f}",
        f"{size / digits / 1e6:.0f}",
        f"{size / first / 1e6:.2f}",
        f"{size / extract / 1e6:.2f}",
        f"{extract / digits:.0f}",
        f"{1e6 * extract / max(figures, 1):.0f}",
    ]


def growth(articles: Sequence[numcheck.Article]) -> list[list[str]]:
    """Extraction of one text as it stands, and written 10 and 100 times into one article."""
    text = "\n\n".join(article.text for article in sample(articles, MEGABYTE // 20))
    rows = []
    for times in (1, 10, 100):
        longer = "\n\n".join([text] * times)
        seconds = best(lambda longer=longer: numcheck.extract(longer), 3 if times < 100 else 1)  # type: ignore[misc]
        rows.append([f"{times}×", f"{len(longer) / 1e6:.2f}", f"{1e9 * seconds / len(longer):.0f}"])
    return rows


def peers(articles: Sequence[numcheck.Article]) -> list[list[str]]:
    """Others on the same text: thousands of characters a second, and how often as slow as numcheck."""
    texts = [article.text for article in sample(articles, PEER_CHARACTERS)]
    size = sum(map(len, texts))
    own = best(lambda: [numcheck.extract(text) for text in texts])
    rows = [["numcheck", f"{size / own / 1000:,.0f}", "1"]]
    for name, title in PEERS.items():
        seconds = read_with_peer(name, texts)[1]
        rows.append([title, f"{size / seconds / 1000:,.1f}", f"{seconds / own:,.0f}"])
    return rows


def whole_check(name: str, articles: Sequence[numcheck.Article]) -> list[str]:
    """The whole check of some articles, from text to findings."""
    size = sum(len(article.text) for article in articles)
    seconds = best(lambda: numcheck.check(articles), 1)
    return [name, f"{len(articles):,}", f"{size / 1e6:.2f}", f"{size / seconds / 1e6:.2f}"]


def another_event(article: numcheck.Article, copy: int) -> numcheck.Article:
    """An article of the same form about other people, places and days: each name gets another ending, and the
    day moves on, so that copies of an article are no story."""
    if copy == 0:
        return article
    ending = "".join(ENDINGS[int(digit)] for digit in str(copy))
    text = NAME.sub(lambda name: name[0] if name[0] in KEPT else name[0] + ending, article.text)
    published = article.published and article.published + MONTH * copy
    story = f"{article.story} {copy}" if article.story else ""
    return replace(article, id=f"{article.id} {copy}", text=text, published=published, story=story)


def many(articles: Sequence[numcheck.Article], number: int) -> list[numcheck.Article]:
    """So many articles: those that are at hand, and then the same of other events."""
    return [another_event(articles[at % len(articles)], at // len(articles)) for at in range(number)]


def stages(name: str, articles: Sequence[numcheck.Article]) -> list[str]:
    """Microseconds an article in each stage of the check."""
    started = time.perf_counter()
    readings = [read_article(article) for article in articles]
    read = time.perf_counter()
    stories = group(readings)
    grouped = time.perf_counter()
    linked = [link(story) for story in stories]
    joined = time.perf_counter()
    for rule in all_rules():
        for story, clusters in linked:
            for subject in clusters if rule.family == "mismatch" else story.readings:
                list(rule.check(subject))
    checked = time.perf_counter()
    times = (read - started, grouped - read, joined - grouped, checked - joined)
    return [name, f"{len(articles):,}", *(f"{1e6 * seconds / len(articles):,.0f}" for seconds in times)]


def check_many(number: int) -> None:
    """Checks so many articles and prints the seconds, the stories and the memory at most, in megabytes."""
    texts = {"corpus": corpus_articles(), **{file.stem: load(file) for file in data_files()}}
    articles = many(max(texts.values(), key=len), number)
    started = time.perf_counter()
    report = numcheck.check(articles)
    seconds = time.perf_counter() - started
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / KILOBYTES
    print(seconds, len(report.stories), memory)


def scale() -> list[list[str]]:
    """The whole check of ever more articles, each number in a process of its own."""
    rows = []
    for number in SIZES:
        command = [sys.executable, "-m", "tests.bench", str(number)]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        seconds, stories, memory = map(float, done.stdout.split())
        rows.append(
            [
                f"{number:,}",
                f"{stories:,.0f}",
                f"{seconds:.1f}",
                f"{number / seconds:.0f}",
                f"{memory:,.0f}",
                f"{1000 * memory / number:.0f}",
            ]
        )
    return rows


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


def show(title: str, rows: Sequence[Sequence[str]], headers: Sequence[str]) -> None:
    print(f"\n{title}:\n")
    columns = ["left", *["right"] * (len(headers) - 1)]
    print(tabulate(rows, headers, disable_numparse=True, colalign=columns))


def main() -> None:
    texts = {"corpus": corpus_articles(), **{file.stem: load(file) for file in data_files()}}
    show(
        "Extraction, one process, millions of characters a second",
        [measure(name, sample(articles)) for name, articles in texts.items()],
        [
            "text",
            "Mchar",
            "figures/1000",
            "digit scan",
            "first time",
            "extract",
            "times the scan",
            "µs/figure",
        ],
    )
    longest = max(texts.values(), key=len)
    show("The same text 10 and 100 times in one article", growth(longest), ["text", "Mchar", "ns/char"])
    if python_of_peers():
        headers = ["reader", "thousand char/s", "times numcheck's time"]
        show("Other libraries on the same text", peers(longest), headers)
    else:
        print("\nOther libraries are left out; `make score-peers` sets them up.")
    show(
        "The whole check, millions of characters a second",
        [whole_check(name, articles) for name, articles in texts.items()],
        ["text", "articles", "Mchar", "check"],
    )
    show(
        "The stages of the check, microseconds an article",
        [stages(name, articles) for name, articles in texts.items()],
        ["text", "articles", "extract", "group", "link", "rules"],
    )
    headers = ["articles", "stories", "seconds", "articles/s", "MB at most", "kB/article"]
    show("The whole check of ever more articles, unrelated but for copies in form", scale(), headers)
    headers = ["command", "ms", "ratio"]
    show("A fresh process, best of nine, beside the bare interpreter", start_up(), headers)


if __name__ == "__main__":
    if len(sys.argv) > 1:
        check_many(int(sys.argv[1]))
    else:
        main()
