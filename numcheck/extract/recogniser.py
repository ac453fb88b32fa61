"""What a recogniser is: a short pattern over classes, and a function that reads a match."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Generic, TypeVar

from numcheck.extract.tokens import Sentence
from numcheck.model import Kind, Mention, Number

__all__ = ["NO_NUMBER", "Claim", "Dispatch", "Recogniser", "claim_nothing", "mention"]

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
    """Reads each match of ``pattern`` over a sentence's classes; None lets the tokens go.

    ``needs`` are groups of classes, parted by spaces; without one of each group the pattern cannot
    match, so that most sentences never try it: "dyN M" is a numeral and a month.
    """

    needs: str
    pattern: re.Pattern[str]
    read: Callable[[Sentence, re.Match[str]], Claim | None]


Rule = TypeVar("Rule")


class Dispatch(Generic[Rule]):
    """Which of some rules over classes can match at all, by the set of classes that a sentence holds."""

    def __init__(self, rules: Iterable[tuple[str, Rule]]) -> None:
        self._rules = [(tuple(map(frozenset, needs.split())), rule) for needs, rule in rules]
        self._known: dict[frozenset[str], tuple[Rule, ...]] = {}

    def __getitem__(self, classes: frozenset[str]) -> tuple[Rule, ...]:
        known = self._known.get(classes)
        if known is None:
            if len(self._known) > MOST_KNOWN:
                self._known.clear()
            known = self._known[classes] = tuple(
                rule for groups, rule in self._rules if not any(classes.isdisjoint(group) for group in groups)
            )
        return known


def claim_nothing(sentence: Sentence, match: re.Match[str]) -> Claim:
    """Takes the tokens of a match as no figure."""
    return Claim(match.start(), match.end())


def mention(sentence: Sentence, first: int, stop: int, kind: Kind, number: Number = NO_NUMBER) -> Mention:
    """A mention of the tokens ``first`` to ``stop`` that is one number and nothing else."""
    start, end = sentence.starts[first], sentence.ends[stop - 1]
    return Mention(start, end, kind, number, number, start, end)
