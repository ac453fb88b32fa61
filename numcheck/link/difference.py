"""Whether two quantities agree, and how surprising their difference is where they do not."""

from __future__ import annotations

import math
from collections.abc import Iterable
from decimal import Decimal
from functools import lru_cache

from numcheck.extract.words import noun_class
from numcheck.interval import Interval
from numcheck.model import Figure, Quantity
from numcheck.units import converted, is_scaled

__all__ = [
    "SLIPS",
    "agree",
    "are_near",
    "differ",
    "digits_of",
    "is_slip",
    "is_transposed",
    "kind_of_slip",
    "match",
    "possible_in",
    "sides_of",
    "significant_digits",
    "surprise",
]


# What `kind_of_slip` tells.
SLIPS = frozenset("zero point transposed digit round dropped magnitude unit rate complement".split())
HUNDRED = Decimal(100)
# Two ways to print one value are no further apart than this.
NEAR = 3
# "About 20" may be 16 to 24: a fifth to either side.
ROUGHLY = 5
# Forms of numbers that no slip of a digit changes.
IN_WORDS = frozenset(["word", "fraction"])
MAGNITUDES = (1_000, 1_000_000, 1_000_000_000)


def possible_in(quantity: Quantity, unit: str) -> Interval:
    """The possible values of a quantity in another unit of its dimension; a fraction as percent."""
    return _in_unit(quantity, quantity.possible, unit)


def _in_unit(quantity: Quantity, interval: Interval, unit: str) -> Interval:
    """One of the intervals of a quantity in another unit of its dimension; a fraction's as percent."""
    if quantity.kind == "fraction":
        return interval.scaled(HUNDRED)
    if unit == quantity.unit or quantity.dimension in ("count", "percent"):
        return interval
    return converted(interval, quantity.unit, unit)


def agree(a: Quantity, b: Quantity) -> bool:
    """Whether one value explains both as they are printed.

    In the units as written first, then converted; across units each loses another half of its last
    digit, as a writer converts what is already rounded. Two intervals that only touch do not agree:
    20 per cent and 21 per cent share 20.5 and nothing else. Percent and percentage points never agree, nor
    what is per month and what is per year.
    """
    if a.dimension != b.dimension or _have_other_rates(a, b):
        return False
    first, second = _in_one_unit(a, b)
    if first.low == first.high or second.low == second.high:
        return first.overlaps(second)
    return first.low < second.high and second.low < first.high


def are_near(a: Quantity, b: Quantity) -> bool:
    """Whether two agreeing quantities are of one size in print: "up to 99 years" agrees with "more than four
    hours", and says nothing of it."""
    if a.value is None or b.value is None:
        return True
    unit = _one_unit(a, b)
    low, high = sorted([abs(_in_unit(quantity, quantity.stated, unit).low) for quantity in (a, b)])
    return high <= NEAR * low or low == high


def _have_other_rates(a: Quantity, b: Quantity) -> bool:
    """Whether both are per something, and not per the same; "per worker" and "per employee" are."""
    if not a.per or not b.per or a.per == b.per:
        return False
    return (noun_class(a.per) or a.per) != (noun_class(b.per) or b.per)


def _one_unit(a: Quantity, b: Quantity) -> str:
    return "percent" if "fraction" in (a.kind, b.kind) else a.unit


def _in_one_unit(a: Quantity, b: Quantity) -> tuple[Interval, Interval]:
    unit = _one_unit(a, b)
    first, second = possible_in(a, unit), possible_in(b, unit)
    if a.unit != b.unit and is_scaled(a.unit, b.unit):
        return widened(first), widened(second)
    return first, second


def widened(interval: Interval) -> Interval:
    """An interval with as much again to each side as it already has."""
    spread = (interval.high - interval.low) / 2
    return Interval(interval.low - spread, interval.high + spread)


# That a figure is in this unit and not in one of the others that print uses.
UNIT_SURPRISE = 1.2
# Counts up to a dozen stand in every article.
SMALL = 12
SMALL_SURPRISE = 1.2
# How much of a value's surprise is left where two figures agree less than to the digit: one is the
# other rounded; only the hedge or the width of a range makes them meet.
ROUNDED, LOOSE = 0.7, 0.25


def match(a: Quantity, b: Quantity) -> float:
    """How much it says that two agreeing quantities agree, in nats: what the odds are against
    another figure having the value by chance."""
    if a.value is not None and a.value == b.value and a.unit == b.unit:
        return surprise(a)
    least = min(surprise(a), surprise(b))
    if a.value is None or b.value is None:
        return LOOSE * least
    if a.unit == b.unit and a.approx == b.approx == "exact":
        return ROUNDED * least
    first, second = _in_one_unit(a, b)
    width = max(first.high - first.low, second.high - second.low)
    middle = max(abs(first.low + first.high), abs(second.low + second.high)) / 2
    return (ROUNDED if a.unit != b.unit and width < middle / 4 else LOOSE) * least


def surprise(quantity: Quantity) -> float:
    """How unlikely it is, in nats, that another figure has this value by chance.

    A value is as surprising as its significant digits: "12" stands everywhere, "48,275" once; and
    a value in a unit is more so than a bare count.
    """
    if quantity.dimension in ("count", "percent") and abs(quantity.low) <= SMALL:
        return SMALL_SURPRISE
    significant = len(f"{abs(quantity.low):f}".replace(".", "").strip("0")) or 1
    size = math.log10(float(abs(quantity.low)) + 1)
    unit = 0.0 if quantity.dimension in ("count", "percent") else UNIT_SURPRISE
    return min(7.0, 0.8 + 1.1 * significant + 0.35 * size + unit)


def is_slip(a: Figure, b: Figure) -> bool:
    """Whether one is a slip of the pen away from the other: one digit changed, dropped or added,
    two neighbours exchanged, or a power of ten between them."""
    first, second = digits_of(a), digits_of(b)
    if not first or not second:
        return False
    if first.rstrip("0") == second.rstrip("0") or is_transposed(a, b):
        return True
    first, second = _plain(a), _plain(b)
    if len(first) == len(second):
        return sum(x != y for x, y in zip(first, second, strict=True)) == 1 and len(first) > 1
    longer, shorter = sorted((first, second), key=len, reverse=True)
    return (
        len(longer) == len(shorter) + 1
        and len(shorter) > 1
        and any(longer[:i] + longer[i + 1 :] == shorter for i in range(len(longer)))
    )


def kind_of_slip(a: Figure, b: Figure) -> str:
    """Which slip of the pen is between two single values, one of them at least in digits.

    "zero" (one zero more or less), "point" (the decimal point elsewhere), "transposed" (two neighbouring
    digits exchanged), "digit" (one digit another), "round" (the same of two round numbers, 40 and 70),
    "dropped" (one digit more or less), "magnitude" (million for billion), "unit" (one number in another
    unit), "rate" (one value per another unit), "complement" (a share and
    what is left of the whole); empty where none is.
    """
    if a.value is None or b.value is None or {a.mention.low.form, b.mention.low.form} <= IN_WORDS:
        return ""
    if a.unit != b.unit:
        return "unit" if a.value == b.value and "fraction" not in (a.kind, b.kind) else ""
    if a.value == b.value and _have_other_rates(a.quantity, b.quantity):
        return "rate"
    if _is_other_magnitude(a, b):
        return "magnitude"
    if a.unit == "percent" and a.value + b.value == HUNDRED and a.value != b.value:
        return "complement"
    if not is_slip(a, b):
        return ""
    if digits_of(a).rstrip("0") == digits_of(b).rstrip("0"):
        low, high = sorted((abs(a.value), abs(b.value)))
        is_worded = "word" in (a.mention.low.form, b.mention.low.form)
        if is_worded and significant_digits(a) == 1:
            return ""  # nobody adds a zero to "two"
        is_point = "." in _plain(a) + _plain(b)
        return ("point" if is_point else "zero") if high == low * 10 else ""
    if is_transposed(a, b):
        return "transposed"
    if len(_plain(a)) != len(_plain(b)):
        return "dropped"
    return "digit" if max(significant_digits(a), significant_digits(b)) > 1 else "round"


def differ(a: Quantity, b: Quantity) -> bool:
    """Whether no one value explains both, or only the bound that they share does: "up to 99 years" and "up
    to 990 years" bound one thing differently; "about 12,800" and "about 12,900" are both honest, and so is
    "about 20 minutes" of 23."""
    if not agree(a, b):
        return _have_other_rates(a, b) or not (_is_roughly(a, b) or _is_roughly(b, a))
    if _are_far_apart(a, b):
        return True
    is_bound = a.approx == b.approx and a.approx not in ("exact", "about")
    return is_bound and a.unit == b.unit and not a.stated.overlaps(b.stated)


def _is_roughly(rough: Quantity, exact: Quantity) -> bool:
    """Whether a hedged number of one digit may be the other told roughly."""
    if rough.approx != "about" or rough.value is None or exact.value is None or rough.unit != exact.unit:
        return False
    digits = len(f"{abs(rough.value).normalize():f}".replace(".", "").strip("0"))
    return digits == 1 and abs(exact.value - rough.value) <= abs(rough.value) / ROUGHLY


def _are_far_apart(a: Quantity, b: Quantity) -> bool:
    """Whether one is ten times the other: nobody says "up to $50,000" of $5,000."""
    if a.value is None or b.value is None or a.unit != b.unit:
        return False
    low, high = sorted((abs(a.value), abs(b.value)))
    return high >= 10 * low > 0


def _is_other_magnitude(a: Figure, b: Figure) -> bool:
    """Whether a magnitude word makes the difference: 4 million and 4 billion, 11,000 and 11 million."""
    low, high = sorted((abs(a.low), abs(b.low)))
    magnitudes = a.mention.low.magnitude, b.mention.low.magnitude
    return (
        magnitudes[0] != magnitudes[1]
        and min(magnitudes) >= 1
        and any(high == low * magnitude for magnitude in MAGNITUDES)
    )


def is_transposed(a: Figure, b: Figure) -> bool:
    """Whether two neighbouring digits of one are exchanged in the other: 1,480 and 1,840."""
    first, second = _plain(a), _plain(b)
    if len(first) != len(second) or first.find(".") != second.find("."):
        return False
    first, second = first.replace(".", ""), second.replace(".", "")
    differing = [index for index in range(len(first)) if first[index] != second[index]]
    return (
        len(differing) == 2
        and differing[1] == differing[0] + 1
        and first[differing[0]] == second[differing[1]]
        and first[differing[1]] == second[differing[0]]
    )


def significant_digits(figure: Figure) -> int:
    """The digits of a single value without the zeros at either end."""
    return len(digits_of(figure).rstrip("0"))


def _plain(figure: Figure) -> str:
    """The value in its own magnitude, as digits with a decimal point and no sign, with the decimals that
    are written: "4.2" of $4.2 billion, "35.0" of 35.0 per cent."""
    if figure.value is None:
        return ""
    number = figure.mention.low
    return _digits_with_point(figure.value, number.quantum, number.magnitude)


@lru_cache(maxsize=100_000)
def _digits_with_point(value: Decimal, quantum: Decimal, magnitude: Decimal) -> str:
    plain = abs(value / magnitude).normalize()
    written = (quantum / magnitude).normalize().as_tuple().exponent
    least = plain.as_tuple().exponent
    places = max(-place for place in (written, least, 0) if isinstance(place, int))
    return f"{plain:.{places}f}"


def digits_of(figure: Figure) -> str:
    """The digits of a single value in its own magnitude, from the first that is not 0; empty for a range."""
    return _plain(figure).replace(".", "").lstrip("0")


def sides_of(figures: Iterable[Figure]) -> list[list[Figure]]:
    """The figures by the value they give, the value that most articles give first; of two with as
    many articles, the one that comes first in the corpus."""
    sides: list[list[Figure]] = []
    for figure in figures:
        for side in sides:
            if not differ(figure.quantity, side[0].quantity):
                side.append(figure)
                break
        else:
            sides.append([figure])
    return sorted(sides, key=lambda side: -len({figure.article for figure in side}))
