"""The only user of pint: the factor between two canonical units, and each unit's dimension.

pint takes a third of a second to load its registry, so it is asked only where two figures really
are in different units, and every answer is kept.
"""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any

from numcheck.lexicon import table

if TYPE_CHECKING:
    from numcheck.interval import Interval

__all__ = ["converted", "dimension_of", "is_scaled"]

# Temperatures convert with an offset and not with a factor.
OFFSETS = frozenset({"degree_Celsius", "degree_Fahrenheit"})


@cache
def dimension_of(unit: str) -> str:
    """The dimension of a canonical unit as the tables have it; a currency is one of its own.

    >>> dimension_of("kilometer"), dimension_of("USD"), dimension_of("")
    ('length', 'currency USD', 'count')
    """
    if not unit:
        return "count"
    row = table("units").get(unit)
    return str(row["dimension"]) if row else f"currency {unit}"


@cache
def _registry() -> Any:
    import pint

    return pint.UnitRegistry(non_int_type=Decimal, cache_folder=":auto:")


@cache
def is_scaled(unit: str, other: str) -> bool:
    """Whether one unit is a multiple of the other: kilometres and miles, not degrees."""
    return unit == other or (dimension_of(unit) == dimension_of(other) and not OFFSETS & {unit, other})


@cache
def _in_pint(unit: str) -> Any:
    """One of a canonical unit, as pint's quantity. Only our tables are parsed, never a text."""
    row = table("units")[unit]
    if "pint" in row:
        return _registry().parse_expression(row["pint"])
    return _registry().Quantity(Decimal(1), unit)


@cache
def _factor(unit: str, other: str) -> Decimal:
    ratio = (_in_pint(unit) / _in_pint(other)).to_base_units()
    if not ratio.dimensionless:
        raise ValueError(f"{unit} and {other} measure different things")
    return Decimal(ratio.magnitude)


def converted(interval: Interval, unit: str, other: str) -> Interval:
    """An interval of ``unit`` in ``other``.

    Raises ValueError where the two measure different things.
    """
    if unit == other:
        return interval
    if OFFSETS & {unit, other}:
        registry = _registry()
        ends = (
            Decimal(registry.Quantity(end, unit).to(other).magnitude) for end in (interval.low, interval.high)
        )
        return type(interval)(*ends)
    return interval.scaled(_factor(unit, other))
