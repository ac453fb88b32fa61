"""From a mention to what it means: exact decimals, two intervals, a canonical unit."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from functools import cache, lru_cache

from numcheck.interval import Interval, exactly, rounded_to
from numcheck.lexicon import table
from numcheck.model import Approx, Kind, Mention, Number, Quantity
from numcheck.units import dimension_of

__all__ = ["normalize", "possible_values", "rounding_of", "stated_values"]

MOST_KNOWN = 50_000
# What is counted one by one is stated exactly by a whole number; what is measured is not.
DISCRETE = frozenset({"count", "ordinal", "score", "date", "time", "age"})
# Print keeps at least two digits when it rounds without saying so: 49,800 becomes 50,000.
DIGITS_KEPT = 2
# Shares end at the whole: "more than half" may be nine in ten.
WHOLES: dict[Kind, Decimal] = {"fraction": Decimal(1), "percent": Decimal(100)}
# Kinds with a dimension of their own, which no unit tells.
KIND_DIMENSIONS = frozenset({"age", "ordinal", "date", "time", "score", "ratio"})


def normalize(mention: Mention) -> Quantity:
    """The quantity that a mention means; a malformed number counts with its best reading."""
    kind, low, high = mention.kind, mention.low, mention.high
    if low is high:
        return _single(kind, low, mention.unit, mention.hedge, mention.per, mention.alternatives)
    return _range(kind, low, high, mention.unit, mention.hedge, mention.per, mention.alternatives)


# Print repeats its numbers: nine in ten of a corpus's quantities have been met before.
@lru_cache(maxsize=MOST_KNOWN)
def _single(
    kind: Kind, number: Number, unit: str, hedge: str, per: str, alternatives: tuple[str, ...]
) -> Quantity:
    value = _tidy(number.value)
    return Quantity(
        kind=kind,
        value=None if kind in ("date", "time", "score") else value,
        low=value,
        high=value,
        unit=unit,
        dimension=_dimension(kind, unit),
        per=per,
        approx=_approx(hedge),
        stated=stated_values(number, kind),
        possible=possible_values(number, kind, hedge),
        alternatives=alternatives,
    )


def _range(
    kind: Kind, low: Number, high: Number, unit: str, hedge: str, per: str, alternatives: tuple[str, ...]
) -> Quantity:
    first, last = (_single(kind, end, unit, hedge, per, alternatives) for end in (low, high))
    return replace(
        first,
        value=None,
        high=last.high,
        stated=first.stated.hull(last.stated),
        possible=first.possible.hull(last.possible),
    )


def _tidy(value: Decimal) -> Decimal:
    """A whole value without decimals: 8.4 times a million is 8400000 and not 8400000.0."""
    return Decimal(int(value)) if value == value.to_integral_value() else value


def _dimension(kind: Kind, unit: str) -> str:
    if kind == "fraction":
        return "percent"
    return kind if kind in KIND_DIMENSIONS else dimension_of(unit)


@cache
def _approx(hedge: str) -> Approx:
    approx: Approx = table("hedges")[hedge]["approx"] if hedge else "exact"
    return approx


def stated_values(number: Number, kind: Kind) -> Interval:
    """The last written digit at face value: "1.2 million" is 1.15 to 1.25 million.

    A whole number of things that are counted is stated exactly: "12,000 people".
    """
    if kind in DISCRETE and number.magnitude == 1 and number.quantum == 1:
        return exactly(number.value)
    return rounded_to(number.value, number.quantum)


def possible_values(number: Number, kind: Kind, hedge: str) -> Interval:
    """What the writer may have meant: trailing zeros rounded away, and the hedge.

    >>> fifty_thousand = Number(Decimal(50_000), Decimal(1), "grouped")
    >>> possible_values(fifty_thousand, "count", "")
    Interval(low=Decimal('49500'), high=Decimal('50500'))
    """
    if kind in DISCRETE and kind != "count":
        rounded = exactly(number.value)
    else:
        rounded = stated_values(number, kind)
        if quantum := _rounding_quantum(number.value):
            rounded = rounded.hull(rounded_to(number.value, max(quantum, number.quantum)))
    if not hedge:
        return rounded
    row = table("hedges")[hedge]
    if row["approx"] in ("over", "at_least") and kind in WHOLES and number.value <= WHOLES[kind]:
        rounded = rounded.hull(exactly(WHOLES[kind]))
    low = number.value * _factor(row["low"])
    high = number.value * _factor(row["high"])
    if steps := row.get("next_round"):
        high = max(high, _next_round(number.value, steps))
    return rounded.hull(exactly(low)).hull(exactly(high))


def _next_round(value: Decimal, steps: int) -> Decimal:
    """The value that is ``steps`` steps of its first digit above: 30,000 for 23,000."""
    if value <= 0:
        return value
    step = Decimal(10) ** value.adjusted()
    return (value // step + steps) * step


@cache
def _factor(factor: float) -> Decimal:
    return Decimal(str(factor))


def rounding_of(number: Number) -> Decimal:
    """The place to which a number may have been rounded: of its last digit, or of its trailing noughts."""
    return max(_rounding_quantum(number.value), number.quantum)


def _rounding_quantum(value: Decimal) -> Decimal:
    """The place to which a whole number may have been rounded silently; 0 where to none."""
    if value != value.to_integral_value() or abs(value) < 100:
        return Decimal(0)
    digits = str(abs(int(value)))
    zeros = len(digits) - len(digits.rstrip("0"))
    return Decimal(10) ** min(zeros, len(digits) - DIGITS_KEPT) if zeros else Decimal(0)
