"""What the words about some figures say for and against their being told as one sum, share or change.

Every relation is decided as the links between articles are: figures that may be related are candidates,
what stands between and about them are cues, and each cue has a weight. The weights are rows of
``data/en/relating_weights.toml``, fitted by logistic regression to sentences of our own and to articles of
public news (``make fit``). Their sum is the log-odds that the figures are told as related.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import cache, lru_cache
from math import fsum

from numcheck.extract.words import CHANGES, predicate_class
from numcheck.lexicon import table
from numcheck.model import Severity

__all__ = ["crossed", "least", "score", "severity", "word_cues"]

WORD = re.compile(r"[a-z][a-z'’-]*")
# Places that a sum of weights has.
PLACES = 4
# Words that compare two things as often as they tell a change of one.
COMPARING = frozenset("more less fewer higher lower above below larger smaller bigger".split())


def score(relation: str, cues: Iterable[str]) -> float:
    """The log-odds that figures with these cues are told as a relation: "sum", "share" or "change"; the same
    in whatever order the cues are given."""
    weights: dict[str, float] = table("relating_weights")[relation]
    return round(fsum((weights["prior"], *(weights.get(cue, 0.0) for cue in cues))), PLACES)


def least(relation: str) -> float:
    """The log-odds below which nothing is said."""
    level: float = table("relating")["levels"][relation]["note"]
    return level


def severity(relation: str, odds: float) -> Severity:
    """How sure it is by the log-odds of a relation that figures which do not hold are told as one."""
    levels: dict[str, float] = table("relating")["levels"][relation]
    if odds > levels["error"]:
        return "error"
    return "warning" if odds > levels["warning"] else "note"


def word_cues(words: str, place: str, text: str) -> Iterator[str]:
    """The cues of the words of a stretch of text, named by the place it has: "between:total"; ``words``
    names their table."""
    yield from (f"{place}:{name}" for name in _classes(words, text))


# Candidates of one passage share most of their stretches.
@lru_cache(maxsize=4096)
def _classes(words: str, text: str) -> frozenset[str]:
    """The rows of a table of words of which a text has one, and which way its words say that a value went."""
    found = {name for word in WORD.findall(text.lower()) for name in _classes_of(words, word)}
    if _any_phrase(words).search(text):
        found.update(name for name, phrase in _phrases(words) if phrase.search(text))
    return frozenset(found | {"change"} if found & {"rise", "fall"} else found)


@cache
def _classes_of(words: str, word: str) -> tuple[str, ...]:
    """The rows that have a word, and the way that it says a value went."""
    found: list[str] = []
    if _any_single_word(words).fullmatch(word):
        found = [name for name, pattern in _single_words(words) if pattern.fullmatch(word)]
    way = _way_of(word)
    return (*found, "than" if word in COMPARING and way else way) if way else tuple(found)


@cache
def _way_of(word: str) -> str:
    """Which way a word says that a value went; empty where it says none."""
    found = predicate_class(word)
    return found if found in CHANGES else _ways().get(word, "")


@cache
def _ways() -> dict[str, str]:
    """Which way each word of the table of changes says that a value went."""
    return {word: way for way in sorted(CHANGES, reverse=True) for word in table("changes")[way]}


def crossed(cues: Collection[str], pairs: Iterable[tuple[Sequence[str], Sequence[str]]]) -> set[str]:
    """The cues of which one of a row and one of another are there together: "all of them & long slip"."""
    return {
        f"{one} & {two}" for ones, twos in pairs for one in ones if one in cues for two in twos if two in cues
    }


@cache
def _single_words(words: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(_compiled(words, lambda row: [entry for entry in row if not _is_phrase(entry)]))


@cache
def _phrases(words: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(_compiled(words, lambda row: [entry for entry in row if _is_phrase(entry)]))


@cache
def _any_phrase(words: str) -> re.Pattern[str]:
    """What every phrase of a table is looked for with at once."""
    return re.compile(
        _one_of(entry for row in _rows(words).values() for entry in row if _is_phrase(entry)), re.I
    )


@cache
def _any_single_word(words: str) -> re.Pattern[str]:
    """What every single word of a table is looked for with at once."""
    return re.compile(
        _one_of(entry for row in _rows(words).values() for entry in row if not _is_phrase(entry)), re.I
    )


def _is_phrase(entry: str) -> bool:
    """Whether an entry of the table is more than one word."""
    return " " in entry or "." in entry or "&" in entry


def _compiled(words: str, chosen: Callable[[list[str]], list[str]]) -> Iterator[tuple[str, re.Pattern[str]]]:
    for name, row in _rows(words).items():
        if entries := chosen(row):
            yield name, re.compile(_one_of(entries), re.I)


def _rows(words: str) -> dict[str, list[str]]:
    rows: dict[str, list[str]] = table("relating")["words"][words]
    return rows


def _one_of(entries: Iterable[str]) -> str:
    return rf"(?<!\w)(?:{'|'.join(entries)})(?!\w)"
