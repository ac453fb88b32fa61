"""What a recogniser is: a short pattern over classes, and a function that reads a match."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from numcheck.extract.tokens import Sentence
from numcheck.model import Kind, Mention, Number

__all__ = ["NO_NUMBER", "Claim", "Recogniser", "claim_nothing", "mention"]

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

    ``needs`` is a class without which the pattern cannot match: looking for it is what most sentences
    cost. It is empty where there is none.
    """

    needs: str
    pattern: re.Pattern[str]
    read: Callable[[Sentence, re.Match[str]], Claim | None]


def claim_nothing(sentence: Sentence, match: re.Match[str]) -> Claim:
    """Takes the tokens of a match as no figure."""
    return Claim(match.start(), match.end())


def mention(sentence: Sentence, first: int, stop: int, kind: Kind, number: Number = NO_NUMBER) -> Mention:
    """A mention of the tokens ``first`` to ``stop`` that is one number and nothing else."""
    start, end = sentence.starts[first], sentence.ends[stop - 1]
    return Mention(start, end, kind, number, number, start, end)
