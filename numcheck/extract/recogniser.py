"""What a recogniser is: a short pattern over classes, and a function that reads a match."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Generic, TypeVar

from numcheck.extract.tokens import Sentence
from numcheck.model import Kind, Mention, Number

__all__ = ["NO_NUMBER", "Claim", "Dispatch", "Read", "Recogniser", "claim_nothing", "mention", "recognisers"]

MOST_KNOWN = 50_000
# A date has no number of its own.
NO_NUMBER = Number(Decimal(0), Decimal(1), "plain")


@dataclass(slots=True)
class Claim:
    """The tokens ``first`` to ``stop``, taken as ``mentions``, or as no figure where it has none."""

    first: int
    stop: int
    mentions: tuple[Mention, ...] = ()


@dataclass(frozen=True, slots=True)
class Recogniser:
    """Reads each match of ``pattern`` over a sentence's classes; None lets the tokens go."""

    pattern: re.Pattern[str]
    read: Read


Read = Callable[[Sentence, re.Match[str]], Claim | None]


def recognisers(
    *rows: tuple[str, Iterable[str], str, Read],
) -> tuple[tuple[str, Iterable[str], Recogniser], ...]:
    """A table of recognisers from its rows, as `Dispatch` takes them: the classes and the words that a
    sentence needs, the pattern over its classes, and what reads a match.

    A pattern begins with a class that it takes and looks behind after that, `n(?<=wn)`: the engine then
    finds the places to try by itself, four times as fast as with `(?<=w)n`.
    """
    return tuple(
        [(needs, words, Recogniser(re.compile(pattern), read)) for needs, words, pattern, read in rows]
    )


Rule = TypeVar("Rule")
Other = TypeVar("Other")
# The classes and the words without which a rule cannot match, and the rule.
Row = tuple[str, Iterable[str], Rule]
Conditions = tuple[tuple[frozenset[str], ...], frozenset[str]]


class Dispatch(Generic[Rule, Other]):
    """Which rules of two tables a sentence can need at all, by its classes and by words that it holds.

    A rule comes with the classes without which it cannot match, in groups parted by spaces of which
    each must be there ("dyN M" is a numeral and a month), and with words of which one must be there;
    either may be empty. Classes that nearly every sentence has are no help and are not asked for. Two
    tables in one, because looking at the words of a sentence is what costs.
    """

    def __init__(self, rules: Iterable[Row[Rule]], others: Iterable[Row[Other]]) -> None:
        self._rules = [*map(_conditions, rules)]
        self._others = [*map(_conditions, others)]
        every = [conditions for conditions, _ in (*self._rules, *self._others)]
        self._classes = frozenset(letter for groups, _ in every for group in groups for letter in group)
        self._words = frozenset(word for _, words in every for word in words)
        self._known: dict[
            tuple[frozenset[str], frozenset[str]], tuple[tuple[Rule, ...], tuple[Other, ...]]
        ] = {}

    def rules_for(
        self, classes: frozenset[str], vocabulary: frozenset[str]
    ) -> tuple[tuple[Rule, ...], tuple[Other, ...]]:
        """The rules of either table that a sentence of these classes and words may need, in their order."""
        key = (classes & self._classes, vocabulary & self._words)
        known = self._known.get(key)
        if known is None:
            if len(self._known) > MOST_KNOWN:
                self._known.clear()
            known = self._known[key] = (
                tuple([rule for needs, rule in self._rules if _are_met(needs, classes, vocabulary)]),
                tuple([rule for needs, rule in self._others if _are_met(needs, classes, vocabulary)]),
            )
        return known


def _conditions(row: Row[Any]) -> tuple[Conditions, Any]:
    needs, words, rule = row
    return (tuple(map(frozenset, needs.split())), frozenset(words)), rule


def _are_met(conditions: Conditions, classes: frozenset[str], vocabulary: frozenset[str]) -> bool:
    groups, words = conditions
    if words and words.isdisjoint(vocabulary):
        return False
    return not any(group.isdisjoint(classes) for group in groups)


def claim_nothing(sentence: Sentence, match: re.Match[str]) -> Claim:
    """Takes the tokens of a match as no figure."""
    return Claim(match.start(), match.end())


def mention(sentence: Sentence, first: int, stop: int, kind: Kind, number: Number = NO_NUMBER) -> Mention:
    """A mention of the tokens ``first`` to ``stop`` that is one number and nothing else."""
    start, end = sentence.starts[first], sentence.ends[stop - 1]
    return Mention(start, end, kind, number, number, start, end)
