"""What surrounds a figure, in the form in which two figures' surroundings are compared."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache, lru_cache

from numcheck.extract.attribute import dateline_of
from numcheck.extract.words import word_list
from numcheck.model import Figure, Reading

__all__ = ["LINKABLE", "Context", "contexts_of", "day_of", "is_linkable", "stem"]

# Dates, times, ordinals, scores and ages say which and when, and are no measures of the event.
LINKABLE = frozenset({"count", "currency", "percent", "measure", "duration", "fraction"})
WORD = re.compile(r"[A-Za-zÀ-ɏ][A-Za-zÀ-ɏ'’]*")
# Three ways to write a sign tell nothing of what is measured.
PERCENT = frozenset(["percent", "per", "cent"])
# "15 of the dead", "three of whom"
SHARE = re.compile(r" of (?:the|its|their|his|her|our|those|these|them|whom|which)\b")
# Days before an article from which what it tells is background and no news.
NEWS = 30
NEAR = 48
# Characters and words to each side among which the telling ones are looked for.
FARTHER = 90
WORDS_FARTHER = 7
SUFFIXES = ("ations", "ation", "ings", "ing", "ers", "er", "ed", "es", "s", "ly")


@dataclass(frozen=True, slots=True)
class Context:
    """A figure with what stands around it.

    ``words`` are the telling stems of its sentence, ``before`` and ``after`` the nearest words, ``left``
    and ``right`` the telling ones among a few more of them, nearest first, ``near_names`` the names beside
    it, ``names`` the capitalised words of the sentence, ``companions`` the other figures of the sentence by
    value and dimension, ``is_background`` whether it speaks of a time long before the article, ``is_share``
    whether it is so many of something, ``roles`` how it relates to other figures, with the values of those,
    ``rivals`` how many other values the article gives for the same noun, ``peers`` how many figures of its
    dimension the article has.
    """

    figure: Figure
    article: int
    before: tuple[str, ...]
    after: tuple[str, ...]
    left: tuple[str, ...]
    right: tuple[str, ...]
    near_names: frozenset[str]
    words: frozenset[str]
    names: frozenset[str]
    companions: frozenset[tuple[str, Decimal]]
    is_background: bool
    is_share: bool
    roles: frozenset[tuple[str, Decimal]]
    rivals: int
    peers: int


def is_linkable(figure: Figure, kinds: Collection[str] = LINKABLE) -> bool:
    """Whether a figure measures something that another article may measure too; a count of one says
    hardly more than an article would."""
    return figure.kind in kinds and not (figure.kind == "count" and figure.value == 1)


def day_of(reading: Reading) -> date | None:
    """The day of an article: of its publication, or else of its dateline."""
    return reading.article.published or dateline_of(reading.figures)


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """A word without its commonest endings: enough to tell "spends" and "spending" are one."""
    lower = word.lower().replace("’", "'").removesuffix("'s")
    for suffix in SUFFIXES:
        if lower.endswith(suffix) and len(lower) - len(suffix) >= 4:
            return lower[: -len(suffix)]
    return lower


def contexts_of(reading: Reading, article: int, kinds: Collection[str] = LINKABLE) -> list[Context]:
    """The contexts of the figures of an article that can be linked, in the order of the text."""
    text = reading.article.text
    day = day_of(reading)
    by_start = {figure.start: figure for figure in reading.figures}
    wholes = {
        relation.other: figure
        for figure in reading.figures
        for relation in figure.subject.relations
        if relation.is_of_a_whole
    }
    sentences: dict[int, tuple[frozenset[str], frozenset[str]]] = {}
    companions: dict[int, set[tuple[str, Decimal]]] = {}
    for figure in reading.figures:
        if figure.kind != "date":
            companions.setdefault(figure.sentence_start, set()).add(_value_key(figure))
    values: dict[tuple[str, str], set[Decimal]] = {}
    for figure in reading.figures:
        values.setdefault(_noun_key(figure), set()).add(figure.low)
    linkable = [figure for figure in reading.figures if is_linkable(figure, kinds)]
    peers = Counter(figure.quantity.dimension for figure in linkable)
    contexts = []
    for figure in linkable:
        if figure.sentence_start not in sentences:
            sentence = text[figure.sentence_start : figure.sentence_end]
            sentences[figure.sentence_start] = _words_and_names(sentence)
        words, names = sentences[figure.sentence_start]
        others = companions.get(figure.sentence_start, set()) - {_value_key(figure)}
        contexts.append(
            Context(
                figure=figure,
                article=article,
                before=_near_words(text[max(0, figure.start - NEAR) : figure.start])[-3:],
                after=_near_words(text[figure.end : figure.end + NEAR])[:3],
                left=_telling(_near_words(text[max(0, figure.start - FARTHER) : figure.start])[::-1]),
                right=_telling(_near_words(text[figure.end : figure.end + FARTHER])),
                near_names=_near_names(text, figure),
                words=words,
                names=names,
                companions=frozenset(others),
                is_background=_is_background(figure, day),
                is_share=figure.kind == "count" and SHARE.match(text, figure.end) is not None,
                roles=_roles(figure, by_start, wholes),
                rivals=len(values[_noun_key(figure)]) - 1,
                peers=peers[figure.quantity.dimension],
            )
        )
    return contexts


def _is_background(figure: Figure, day: date | None) -> bool:
    return bool(day and figure.period and (day - figure.period.last).days > NEWS)


def _value_key(figure: Figure) -> tuple[str, Decimal]:
    return figure.quantity.dimension, figure.low


def _noun_key(figure: Figure) -> tuple[str, str]:
    return figure.quantity.dimension, figure.subject.head


@cache
def _silent_words() -> frozenset[str]:
    """What stands in any sentence."""
    return word_list("stops") | PERCENT


def _words_and_names(sentence: str) -> tuple[frozenset[str], frozenset[str]]:
    stops = _silent_words()
    found = [word for word in WORD.findall(sentence) if word.lower() not in stops]
    words = frozenset(stem(word) for word in found if len(word) > 2)
    return words, frozenset(word.lower() for word in found if word[0].isupper() and len(word) > 2)


def _near_words(text: str) -> tuple[str, ...]:
    return tuple(stem(word) for word in WORD.findall(text))


def _near_names(text: str, figure: Figure) -> frozenset[str]:
    """The names within a few words of a figure and in its sentence, without the word that opens it."""
    first = max(figure.sentence_start + 1, figure.start - NEAR)
    before, after = text[first : figure.start], text[figure.end : min(figure.sentence_end, figure.end + NEAR)]
    found = (word for word in (*WORD.findall(before), *WORD.findall(after)) if word[0].isupper())
    return frozenset([stem(word) for word in found if len(word) > 2])


def _telling(words: tuple[str, ...]) -> tuple[str, ...]:
    stops = _silent_words()
    return tuple([word for word in words[:WORDS_FARTHER] if word not in stops])


def _roles(
    figure: Figure, by_start: dict[int, Figure], wholes: dict[int, Figure]
) -> frozenset[tuple[str, Decimal]]:
    roles = {
        (relation.kind, by_start[relation.other].low)
        for relation in figure.subject.relations
        if relation.other in by_start
    }
    if figure.start in wholes:
        roles.add(("whole", wholes[figure.start].low))
    return frozenset(roles)
