"""How exactly figures are told that stand in one sum.

Figures that a text compares in one breath are given to one place, of which print leaves out a last nought:
beside "4.6 million", "4 million" is 4.0, and beside "1,140", "1,200" is no round number. Long numbers are
given to as many digits: beside "1,010", "10,100" may be 10,149.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from numcheck.extract.normalize import rounding_of
from numcheck.interval import Interval, exactly, rounded_to
from numcheck.model import Figure

__all__ = ["told_together"]

# What round numbers can be divided by.
HALF_ROUND = 5
# From here on numbers are given to a few digits.
LONG = 10_000


def told_together(figures: Sequence[Figure]) -> list[Interval]:
    """What each figure may stand for, at the finest place that one of them is given to; a hedged one or a
    range as it would be alone."""
    plain = [figure for figure in figures if figure.value is not None and _is_plain(figure)]
    finest = min((rounding_of(figure.mention.low) for figure in plain), default=Decimal(0))
    digits = max((_digits(figure) for figure in plain), default=1)
    return [
        _at(figure, finest, digits) if figure in plain else figure.quantity.possible for figure in figures
    ]


def _digits(figure: Figure) -> int:
    """How many digits of a number are told: three of 10,100."""
    return len(figure.low.normalize().as_tuple().digits)


def _is_plain(figure: Figure) -> bool:
    """Whether a figure is meant as it stands: "some 13,951" is no round number."""
    return figure.approx == "exact" or (figure.text[:5].lower() == "some " and figure.low % HALF_ROUND != 0)


def _at(figure: Figure, place: Decimal, digits: int) -> Interval:
    if figure.low >= LONG and figure.mention.low.magnitude == 1:
        place = max(place, Decimal(10) ** (figure.low.adjusted() - digits + 1))
    possible = figure.quantity.possible if figure.approx == "exact" else exactly(figure.low)
    is_price = figure.kind == "currency" and figure.mention.low.magnitude == 1
    if (figure.kind == "count" or is_price) and place <= 1 and figure.low == figure.low.to_integral_value():
        return exactly(figure.low)
    told = rounded_to(figure.low, place)
    return Interval(max(told.low, possible.low), min(told.high, possible.high))
