"""What a recogniser is: a short pattern over classes, and a function that reads a match."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Generic, TypeVar

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


class Dispatch(Generic[Rule, Other]):
    """Which rules of two tables a sentence can need at all, by its classes and by words that it holds.

    A rule comes with the classes without which it cannot match, in groups parted by spaces of which
    each must be there ("dyN M" is a numeral and a month), and with words of which one must be there;
    either may be empty. Classes that nearly every sentence has are no help and are not asked for. Two
    tables in one, because looking at the words of a sentence is what costs.

    A set of rules is a number with a bit for each. What the classes allow is remembered: sentences have
    few sets of classes; they have many of words, so that what those allow is put together word by word.
    """

    def __init__(self, rules: Iterable[Row[Rule]], others: Iterable[Row[Other]]) -> None:
        rows, other_rows = tuple(rules), tuple(others)
        self._rules = [rule for *_, rule in rows]
        self._others = [rule for *_, rule in other_rows]
        self._by_group: dict[frozenset[str], int] = {}
        self._by_word: dict[str, int] = {}
        self._wordless = 0
        for bit, (needs, words, _) in enumerate((*rows, *other_rows)):
            for group in map(frozenset, needs.split()):
                self._by_group[group] = self._by_group.get(group, 0) | 1 << bit
            needed = tuple(words)
            for word in needed:
                self._by_word[word] = self._by_word.get(word, 0) | 1 << bit
            self._wordless |= (not needed) << bit
        self._words = frozenset(self._by_word)
        self._classes = frozenset().union(*self._by_group)
        self._every = (1 << len(rows) + len(other_rows)) - 1
        self._allowed: dict[frozenset[str], int] = {}
        self._known: dict[int, tuple[tuple[Rule, ...], tuple[Other, ...]]] = {}

    def rules_for(
        self, classes: frozenset[str], vocabulary: frozenset[str]
    ) -> tuple[tuple[Rule, ...], tuple[Other, ...]]:
        """The rules of either table that a sentence of these classes and words may need, in their order."""
        present = classes & self._classes
        allowed = self._allowed.get(present)
        if allowed is None:
            allowed = self._allowed[present] = self._allowed_by(present)
        told = self._wordless
        for word in vocabulary & self._words:
            told |= self._by_word[word]
        known = self._known.get(allowed & told)
        return self._rules_of(allowed & told) if known is None else known

    def _allowed_by(self, present: frozenset[str]) -> int:
        if len(self._allowed) > MOST_KNOWN:
            self._allowed.clear()
        allowed = self._every
        for group, bits in self._by_group.items():
            if group.isdisjoint(present):
                allowed &= ~bits
        return allowed

    def _rules_of(self, bits: int) -> tuple[tuple[Rule, ...], tuple[Other, ...]]:
        if len(self._known) > MOST_KNOWN:
            self._known.clear()
        first = len(self._rules)
        known = self._known[bits] = (
            tuple([rule for bit, rule in enumerate(self._rules) if bits >> bit & 1]),
            tuple([rule for bit, rule in enumerate(self._others, first) if bits >> bit & 1]),
        )
        return known


def claim_nothing(sentence: Sentence, match: re.Match[str]) -> Claim:
    """Takes the tokens of a match as no figure."""
    return Claim(match.start(), match.end())


def mention(sentence: Sentence, first: int, stop: int, kind: Kind, number: Number = NO_NUMBER) -> Mention:
    """A mention of the tokens ``first`` to ``stop`` that is one number and nothing else."""
    start, end = sentence.starts[first], sentence.ends[stop - 1]
    return Mention(start, end, kind, number, number, start, end)
