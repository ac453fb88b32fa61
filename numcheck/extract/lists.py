"""Shares a unit, a magnitude and a rate along a list: "12, 15 and 20 tonnes", "2 and 3 million".

The last number of a list is read with what follows it; the ones before it stand bare.
"""

from __future__ import annotations

from itertools import pairwise

from numcheck.extract.recogniser import Claim
from numcheck.extract.tokens import Sentence
from numcheck.model import Mention, Number

__all__ = ["is_listed", "share_units"]

# Between the numbers of a list, by their classes; "from 3 to 4 per cent" is one of two.
LINKS = frozenset({",", ",&", "&", "r", ",r", "t"})
LONGEST_LINK = 2


# Classes of tokens that are numbers.
NUMERALS = "dyNn"


def is_listed(sentence: Sentence, stop: int, first: int) -> bool:
    """Whether only a comma, "and", "or" or "to" stands between the tokens ``stop`` and ``first``."""
    return first - stop <= LONGEST_LINK and sentence.classes[stop:first] in LINKS


def share_units(sentence: Sentence, claims: list[Claim]) -> list[Claim]:
    """The claims, with each bare number of a list in the unit of the one after it."""
    if not [1 for claim, later in pairwise(claims) if later.first - claim.stop <= LONGEST_LINK]:
        return claims
    shared: list[Claim] = []
    last: Claim | None = None
    for claim in reversed(claims):
        if last is not None and is_listed(sentence, claim.stop, last.first):
            claim = _shared(sentence, claim, last)
        shared.append(claim)
        last = claim
    shared.reverse()
    return shared


def _shared(sentence: Sentence, claim: Claim, last: Claim) -> Claim:
    if len(claim.mentions) != 1 or len(last.mentions) != 1:
        return claim
    mention, other = claim.mentions[0], last.mentions[0]
    if mention.kind != "count" or mention.unit or not _is_alike(mention.low, other.low):
        return claim
    if mention.low is not mention.high or other.low is not other.high:
        return claim
    link = sentence.classes[claim.stop : last.first]
    if link == "," and not _goes_on(sentence, last):
        return claim
    before = sentence.classes[max(0, claim.first - 2) : claim.first]
    if link == ",r" and (before[-1:] != "," or before[0] not in NUMERALS):
        return claim  # "Of these 18, or 65%": one thing in two ways
    low = mention.low
    if other.low.magnitude != 1 and low.magnitude == 1 and low.value < 1000:
        low = low.times(other.low.magnitude)
    if other.unit and other.start < other.number_start and other.kind == "currency" and not other.hedge:
        return claim  # "12 and $15": the symbol belongs to its own number
    return Claim(claim.first, claim.stop, (_in_unit_of(mention, other, low),))


def _in_unit_of(mention: Mention, other: Mention, low: Number) -> Mention:
    if other.kind not in ("count", "currency", "percent", "measure", "duration"):
        return mention
    return mention._replace(
        kind=other.kind,
        unit=other.unit,
        alternatives=other.alternatives,
        per=mention.per or other.per,
        low=low,
        high=low,
    )


def _is_alike(number: Number, other: Number) -> bool:
    """Whether both are in digits or both in words: not "two, 3 million"."""
    return (number.form == "word") == (other.form == "word")


def _goes_on(sentence: Sentence, last: Claim) -> bool:
    """Whether a list goes on after ``last``: a comma alone joins no two numbers."""
    return sentence.classes[last.stop : last.stop + 1] in (",", "&", "r")
