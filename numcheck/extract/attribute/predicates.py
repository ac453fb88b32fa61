"""Finds what happened to the counted things, whether it is denied, and how a value changed."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from numcheck.extract.attribute.phrase import Phrase
from numcheck.extract.tokens import MARGIN, Sentence
from numcheck.extract.words import predicate_class, predicates, word_list

__all__ = ["SentencePredicates", "find_change", "find_predicates", "is_negated", "nearest_predicate"]

NEGATIONS = word_list("negations")

LONGEST_WAY = 7
LONGEST_WAY_TO_A_CHANGE = 9
# A figure or a semicolon between a figure and a verb: the verb is another one's.
OTHER_FIGURE = re.compile(r"[dyNn;]")
ROLES = frozenset({"by", "to", "from"})


class SentencePredicates(NamedTuple):
    """The words of a sentence that say what happened, in order: their tokens and their classes."""

    places: tuple[int, ...]
    names: tuple[str, ...]


NO_PREDICATES = SentencePredicates((), ())


@cache
def _words() -> frozenset[str]:
    return frozenset(predicates())


def find_predicates(sentence: Sentence) -> SentencePredicates:
    """The predicates of a sentence, found once for all its figures."""
    classes = predicates()
    known = sentence.vocabulary & _words()
    if not known:
        return NO_PREDICATES
    places = tuple([index for index, word in enumerate(sentence.lowers[: -len(MARGIN)]) if word in known])
    return SentencePredicates(places, tuple([classes[sentence.lowers[index]] for index in places]))


def nearest_predicate(
    sentence: Sentence, predicates: SentencePredicates, phrase: Phrase, first: int, stop: int
) -> str:
    """The class of the noun, where it says what happened ("12 wounded"), or else of the nearest word that
    does, without crossing another figure; of two equally near the one after the noun."""
    told = predicate_class(phrase.head.lower())
    if not predicates.places or (told and phrase.first >= stop):
        return told
    right = max(phrase.stop, stop) if phrase.first >= first else stop
    best, name = LONGEST_WAY * 2, ""
    for place, found in zip(predicates.places, predicates.names, strict=True):
        if place >= right:
            distance, between = 2 * (place - right), sentence.classes[right:place]
        elif place < first:
            distance, between = 2 * (first - 1 - place) + 1, sentence.classes[place + 1 : first]
        else:
            continue
        if distance < best and not OTHER_FIGURE.search(between):
            best, name = distance, found
    return name or told


def find_change(
    sentence: Sentence, predicates: SentencePredicates, first: int, previous: str
) -> tuple[str, str]:
    """Which way a value moved, and what the figure at the token ``first`` is of it.

    The direction is "rise", "fall" or empty; the role is "by" (the amount of the change), "from" (the
    value before) or "to" (the value after). ``previous`` is the direction of the figure before, which a
    "to" after it goes on with: "fell by more than 23,000 to 25,000".
    """
    role = sentence.lowers[first - 1] if first else ""
    if role not in ROLES:
        return "", ""
    for place, name in zip(reversed(predicates.places), reversed(predicates.names), strict=True):
        if place < first and name in ("rise", "fall") and first - place <= LONGEST_WAY_TO_A_CHANGE:
            return name, role
    return (previous, role) if previous else ("", "")


def is_negated(sentence: Sentence, first: int) -> bool:
    """Whether what the figure says is denied: "not 12", "denied that 40", "never employed 300"."""
    near = sentence.lowers[max(0, first - 4) : first]
    return not NEGATIONS.isdisjoint(near)
