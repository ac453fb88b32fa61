"""The rates of exchange that an article states: "at $1.25 to the pound", "one dollar buys 150 yen", "($1 =
0.92 euros)", "with the krone at 9.6", and the amounts that a sentence gives in the two currencies."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from numcheck.interval import Interval, product, quotient
from numcheck.model import Figure, Reading
from numcheck.rules.sentences import after, before, between, by_sentence

__all__ = ["Exchange", "exchanges"]

NAME = (
    r"(?:(?:US|U\.S\.|Australian|Canadian|Hong Kong|Singapore|New Zealand|Norwegian|Danish|Swedish|Swiss|"
    r"Indian) )?"
    r"(?:dollar|pound|euro|yen|franc|rupee|peso|rand|ruble|rouble|krona|krone|real|won|yuan|zloty|forint|"
    r"shekel|ringgit|baht|lira|dirham|riyal|naira|shilling|[Ss]terling|single currency|greenback)"
)
# Behind a rate, and before one.
TO_THE = re.compile(rf"\s+(?:to|per|for) (?:(?:the|a|an|one|each) )?{NAME}\b")
STANDS_AT = re.compile(
    rf"\b{NAME} (?:(?!was\b)[a-z]+ )?(?:at|worth|buys|buying|bought|fetches|fetching|equals|equal to) "
    r"(?:about )?$"
)
EQUALS = re.compile(r" ?= ?(?:about )?")
# What may stand between two of several amounts that are one: "£400 ($500), and £80 of it".
JOINT = re.compile(
    r"[^.;:()0-9]{0,50}?(?:\(|,? or |\b(?:is|are|was|worth|makes?|costs?|means|comes? to|works? out at)\b)"
    r"[^.;:()0-9]{0,30}"
)
# An amount that is more than so many times what the rate makes it is another one.
FARTHEST = 12
TWO = 2


class Exchange(NamedTuple):
    """An amount, what it is said to be in another currency, and what a stated rate makes it."""

    amount: Figure
    told: Figure
    made: Interval


def exchanges(reading: Reading) -> Iterator[Exchange]:
    """Each pair of amounts in the two currencies of the one rate that the article states."""
    if len({figure.unit for figure in reading.figures if figure.kind == "currency"}) < TWO:
        return
    rates = list(_rates(reading))
    if len(rates) != 1:
        return
    *_, rate = rates[0]
    for group in by_sentence(reading):
        money = [
            figure
            for figure in group
            if figure.kind == "currency" and figure.value is not None and figure not in rates[0]
        ]
        for first, second in _pairs(reading, money):
            yield from _exchange(first, second, rate)


def _pairs(reading: Reading, money: Sequence[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """The amounts of a sentence that may be one in two currencies: the only two, or two that are joined."""
    for first, second in pairwise(money):
        if first.unit == second.unit or first.low <= 0 or second.low <= 0:
            continue
        if len(money) == TWO or JOINT.fullmatch(between(reading, first, second)):
            yield first, second


def _exchange(first: Figure, second: Figure, rate: Figure) -> Iterator[Exchange]:
    """The amounts, where the rate does not make one of the other: a rate in a currency makes amounts in it,
    one without may be told either way."""
    stated, told = rate.quantity.stated, second.quantity.possible
    ways = []
    if rate.unit in ("", second.unit):
        ways.append(product(first.quantity.possible, stated))
    if rate.unit in ("", first.unit):
        ways.append(quotient(first.quantity.possible, stated))
    if not ways:
        return
    if not any(made.overlaps(told) for made in ways):
        made = min(ways, key=lambda made: abs((made.low / told.low).ln()))
        if made.low <= told.high * FARTHEST and told.low <= made.high * FARTHEST:
            yield Exchange(first, second, made)


def _rates(reading: Reading) -> Iterator[tuple[Figure, ...]]:
    """The figures that state a rate, the last of which is the rate."""
    for figure in reading.figures:
        if figure.kind not in ("currency", "count") or figure.value is None or figure.low <= 0:
            continue
        if TO_THE.match(after(reading, figure)) or STANDS_AT.search(before(reading, figure)):
            yield (figure,)
    for one, rate in pairwise(reading.figures):
        are_money = one.kind == rate.kind == "currency" and one.low == 1 and rate.value is not None
        if are_money and rate.low > 0 and EQUALS.fullmatch(between(reading, one, rate)):
            yield one, rate
