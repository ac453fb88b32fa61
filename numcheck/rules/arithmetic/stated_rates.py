"""The rates of exchange that an article states: "at $1.25 to the pound", "one dollar buys 150 yen", "($1 =
0.92 euros)", and the amounts that stand beside each other in the two currencies."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from numcheck.extract.currencies import currency_of
from numcheck.interval import Interval, product
from numcheck.model import Figure, Reading
from numcheck.rules.sentences import after, before, between

__all__ = ["Exchange", "exchanges"]

NAME = (
    r"(?P<name>(?:US |U\.S\. )?dollar|pound|euro|yen|franc|rupee|peso|rand|ruble|rouble|krona|krone|real|won|"
    r"yuan)"
)
TO_THE = re.compile(rf"\s+(?:to|per|for) (?:the|a|one|each) {NAME}\b")
OF_THE = re.compile(rf"\b[Tt]he {NAME} (?:was |is |trading |now )?at $")
BUYS = re.compile(
    rf"\b(?:[Oo]ne|[Aa]|[Tt]he) {NAME} (?:buys|bought|is worth|was worth|fetches|equals) (?:about )?$"
)
EQUALS = re.compile(r" ?= ?")
# What may stand between an amount and what it is in another currency.
JOINT = re.compile(
    r"[^.;:()0-9]{0,50}?(?:\(|,? or |\b(?:is|are|was|worth|makes?|costs?|means|comes? to|works? out at)\b)"
    r"[^.;:()0-9]{0,30}"
)
# An amount that is more than so many times what the rate makes it is another one.
FARTHEST = 12


class Exchange(NamedTuple):
    """An amount, what it is said to be in another currency, and what a stated rate makes it."""

    amount: Figure
    told: Figure
    made: Interval


def exchanges(reading: Reading) -> Iterator[Exchange]:
    """Each pair of amounts in the two currencies of a rate that the article states once."""
    if len({figure.unit for figure in reading.figures if figure.kind == "currency"}) < 2:
        return
    rates = list(_rates(reading))
    if len({(unit, other) for _, unit, other, _ in rates}) != 1:
        return
    stated, unit, other, rate = rates[0]
    money = [
        figure
        for figure in reading.figures
        if figure.kind == "currency" and figure.value is not None and figure not in stated
    ]
    for first, second in pairwise(money):
        if {first.unit, second.unit} != {unit, other} or first.sentence_start != second.sentence_start:
            continue
        amount, told = (first, second) if first.unit == other else (second, first)
        made = product(amount.quantity.possible, rate)
        is_near = made.low <= told.high * FARTHEST and told.low <= made.high * FARTHEST
        if is_near and JOINT.fullmatch(between(reading, first, second)):
            yield Exchange(amount, told, made)


def _rates(reading: Reading) -> Iterator[tuple[tuple[Figure, ...], str, str, Interval]]:
    """The figures that state a rate, its two units and how much of the first one of the second is."""
    for figure in reading.figures:
        name = TO_THE.match(after(reading, figure)) or BUYS.search(before(reading, figure))
        if name is None or figure.value is None or figure.low <= 0:
            continue
        other = currency_of(name["name"].split()[-1])
        if figure.kind == "currency":
            yield (figure,), figure.unit, other, figure.quantity.stated
        elif figure.kind == "count" and (of := OF_THE.search(before(reading, figure))):
            yield (figure,), currency_of(of["name"]), other, figure.quantity.stated
    for one, rate in pairwise(reading.figures):
        are_money = one.kind == rate.kind == "currency" and one.low == 1 and rate.value is not None
        if are_money and EQUALS.fullmatch(between(reading, one, rate)):
            yield (one, rate), rate.unit, one.unit, rate.quantity.stated
