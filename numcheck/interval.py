"""Closed intervals of Decimal: what a printed figure may stand for.

A printed figure stands for every value that would honestly be printed so. The arithmetic here is
the usual interval arithmetic (Moore, "Interval Analysis", 1966); the comparison of printed facts by
intervals instead of by a tolerance follows rule 6.5.12 of the EDGAR Filer Manual.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

__all__ = ["Interval", "difference", "exactly", "product", "quotient", "rounded_to", "total", "widened_by"]

INFINITY = Decimal("Infinity")


@dataclass(frozen=True, slots=True)
class Interval:
    """All values from ``low`` to ``high``, both ends included.

    >>> Interval(Decimal(1), Decimal(2)).overlaps(Interval(Decimal(2), Decimal(3)))
    True
    """

    low: Decimal
    high: Decimal

    def __contains__(self, value: Decimal) -> bool:
        return self.low <= value <= self.high

    def overlaps(self, other: Interval) -> bool:
        """Whether one value lies in both."""
        return self.low <= other.high and other.low <= self.high

    def scaled(self, factor: Decimal) -> Interval:
        """Every value multiplied by ``factor``; a negative factor swaps the ends."""
        ends = (self.low * factor, self.high * factor)
        return Interval(min(ends), max(ends))

    def hull(self, other: Interval) -> Interval:
        """The smallest interval that holds both."""
        return Interval(min(self.low, other.low), max(self.high, other.high))


def exactly(value: Decimal) -> Interval:
    """The one value."""
    return Interval(value, value)


def rounded_to(value: Decimal, quantum: Decimal) -> Interval:
    """Every value that rounds to ``value`` when it is rounded to a multiple of ``quantum``.

    >>> rounded_to(Decimal("1200000"), Decimal("100000"))
    Interval(low=Decimal('1150000'), high=Decimal('1250000'))
    """
    half = quantum / 2
    return Interval(value - half, value + half)


def total(parts: Iterable[Interval]) -> Interval:
    """Every sum of one value from each part."""
    low = high = Decimal(0)
    for part in parts:
        low += part.low
        high += part.high
    return Interval(low, high)


def quotient(a: Interval, b: Interval) -> Interval:
    """Every value of ``a`` divided by one of ``b``, all of them positive.

    >>> quotient(exactly(Decimal(1)), Interval(Decimal(2), Decimal(4)))
    Interval(low=Decimal('0.25'), high=Decimal('0.5'))
    """
    return Interval(a.low / b.high, a.high / b.low)


def product(a: Interval, b: Interval) -> Interval:
    """Every value of ``a`` times one of ``b``, none of them negative."""
    return Interval(a.low * b.low, a.high * b.high)


def difference(a: Interval, b: Interval) -> Interval:
    """Every value of ``a`` less one of ``b``."""
    return Interval(a.low - b.high, a.high - b.low)


def widened_by(interval: Interval, spread: Decimal) -> Interval:
    """An interval with ``spread`` more to each side.

    >>> widened_by(exactly(Decimal(2)), Decimal("0.5"))
    Interval(low=Decimal('1.5'), high=Decimal('2.5'))
    """
    return Interval(interval.low - spread, interval.high + spread)
