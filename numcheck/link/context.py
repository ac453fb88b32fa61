"""What surrounds a figure, in the form in which two figures' surroundings are compared."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

from numcheck.extract.attribute import dateline_of
from numcheck.extract.words import word_list
from numcheck.link.concepts import Wording, concept, wording_of
from numcheck.model import Figure, Reading

__all__ = ["LINKABLE", "Context", "contexts_of", "day_of", "is_linkable"]

# Dates, times, ordinals, scores and ages say which and when, and are no measures of the event.
LINKABLE = frozenset({"count", "currency", "percent", "measure", "duration", "fraction"})
# "15 of the dead", "three of whom"
SHARE = re.compile(r" of (?:the|its|their|his|her|our|those|these|them|whom|which)\b")
# Days before an article from which what it tells is background and no news.
NEWS = 30
NEAR = 48
# Characters and words to each side among which the telling ones are looked for.
FARTHER = 90
WORDS_FARTHER = 7
# Characters to each side that tell what a passage is about.
PASSAGE = 350
# Words to each side in which a figure is set apart from others.
WORDS_BEFORE, WORDS_AFTER = 5, 4
NO_SHORT_FORMS: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True)
class Context:
    """A figure with what stands around it.

    Words are told by their concepts. ``words`` are the telling ones of its sentence, ``before`` and ``after``
    the nearest, ``left`` and ``right`` the telling ones among a few more of them, nearest first. The names
    beside it are ``near_names``, those of the sentence ``names``. ``passage`` has the telling words of a few
    sentences around it, ``article_words`` those of its article, ``modifiers`` what sets it apart among others
    of its kind. ``companions`` are the other figures of the sentence by value and dimension,
    ``is_background`` is whether it speaks of a time long before the article, ``is_share`` whether it is so
    many of something, ``roles`` how it relates to other figures, with the values of those, ``rivals`` how
    many other values the article gives for the same noun, ``peers`` how many figures of its dimension the
    article has.
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
    passage: frozenset[str]
    article_words: frozenset[str]
    modifiers: frozenset[str]
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
    return reading.article.published or dateline_of(reading.article.text, reading.figures)


def contexts_of(
    reading: Reading,
    article: int,
    kinds: Collection[str] = LINKABLE,
    short_forms: Mapping[str, str] = NO_SHORT_FORMS,
) -> list[Context]:
    """The contexts of the figures of an article that can be linked, in the order of the text;
    ``short_forms`` are those that the articles of its story introduce."""
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
    wording = wording_of(text, short_forms) if linkable else wording_of("", {})
    article_words = _set(wording.telling)
    contexts = []
    for figure in linkable:
        if figure.sentence_start not in sentences:
            own = wording.between(figure.sentence_start, figure.sentence_end)
            sentences[figure.sentence_start] = _set(wording.telling[own]), _set(wording.names[own])
        words, names = sentences[figure.sentence_start]
        others = companions.get(figure.sentence_start, set()) - {_value_key(figure)}
        contexts.append(
            Context(
                figure=figure,
                article=article,
                **_near(figure, wording),
                words=words,
                names=names,
                companions=frozenset(others),
                article_words=article_words,
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


def _set(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(words) - {""}


def _words(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(filter(None, words))


def _near(figure: Figure, wording: Wording) -> dict[str, Any]:
    """The words beside a figure, to each side and at three distances, as the fields of its context."""
    start, end = figure.start, figure.end
    before, after = wording.between(start - NEAR, start), wording.between(end, end + NEAR)
    left, right = wording.between(start - FARTHER, start), wording.between(end, end + FARTHER)
    in_sentence = (
        wording.between(max(figure.sentence_start + 1, start - NEAR), start),
        wording.between(end, min(figure.sentence_end, end + NEAR)),
    )
    apart = (*wording.concepts[before][-WORDS_BEFORE:], *wording.concepts[after][:WORDS_AFTER])
    return {
        "before": _words(wording.concepts[before])[-3:],
        "after": _words(wording.concepts[after])[:3],
        "left": _telling(_words(wording.concepts[left])[::-1]),
        "right": _telling(_words(wording.concepts[right])),
        "near_names": frozenset(
            [
                word
                for part in in_sentence
                for word, name in zip(wording.telling[part], wording.names[part], strict=True)
                if name
            ]
        ),
        "passage": _set(wording.telling[wording.between(start - PASSAGE, end + PASSAGE)]),
        "modifiers": frozenset(apart) & _set_apart(),
    }


@cache
def _set_apart() -> frozenset[str]:
    """Concepts that say which of several a figure is: "another 12", "the first 12", "12 each"."""
    return frozenset(map(concept, word_list("sets_apart")))


@cache
def _silent() -> frozenset[str]:
    return frozenset(map(concept, word_list("stops")))


def _telling(words: tuple[str, ...]) -> tuple[str, ...]:
    silent = _silent()
    return tuple([word for word in words[:WORDS_FARTHER] if word not in silent])


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
