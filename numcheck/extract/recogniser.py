"""What a recogniser is: a short pattern over classes, and a function that reads a match."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Generic, TypeVar

from numcheck.extract.tokens import Sentence
from numcheck.model import Kind, Mention, Number

__all__ = ["NO_NUMBER", "Claim", "Dispatch", "Recogniser", "claim_nothing", "mention", "recognisers"]

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
    sentence needs, the pattern over its classes, and what reads a match."""
    return tuple(
        [(needs, words, Recogniser(re.compile(pattern), read)) for needs, words, pattern, read in rows]
    )


Rule = TypeVar("Rule")


class Dispatch(Generic[Rule]):
    """Which of some rules a sentence can need at all, by its classes and by words that it holds.

    A rule comes with the classes without which it cannot match, in groups parted by spaces of which
    each must be there ("dyN M" is a numeral and a month), and with words of which one must be there;
    either may be empty. Classes that nearly every sentence has are no help and are not asked for.
    """

    def __init__(self, rules: Iterable[tuple[str, Iterable[str], Rule]]) -> None:
        self._rules = [
            (tuple(map(frozenset, needs.split())), frozenset(words), rule) for needs, words, rule in rules
        ]
        self._classes = frozenset(
            letter for groups, _, _ in self._rules for group in groups for letter in group
        )
        self._words = frozenset(word for _, words, _ in self._rules for word in words)
        self._known: dict[tuple[frozenset[str], frozenset[str]], tuple[Rule, ...]] = {}

    def rules_for(self, classes: frozenset[str], vocabulary: frozenset[str]) -> tuple[Rule, ...]:
        """The rules that a sentence of these classes and words may need, in their order."""
        key = (classes & self._classes, vocabulary & self._words)
        known = self._known.get(key)
        if known is None:
            if len(self._known) > MOST_KNOWN:
                self._known.clear()
            known = self._known[key] = tuple(
                [
                    rule
                    for groups, words, rule in self._rules
                    if not (words and words.isdisjoint(vocabulary))
                    and not any(group.isdisjoint(classes) for group in groups)
                ]
            )
        return known


def claim_nothing(sentence: Sentence, match: re.Match[str]) -> Claim:
    """Takes the tokens of a match as no figure."""
    return Claim(match.start(), match.end())


def mention(sentence: Sentence, first: int, stop: int, kind: Kind, number: Number = NO_NUMBER) -> Mention:
    """A mention of the tokens ``first`` to ``stop`` that is one number and nothing else."""
    start, end = sentence.starts[first], sentence.ends[stop - 1]
    return Mention(start, end, kind, number, number, start, end)
