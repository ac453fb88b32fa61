"""Whether a slip of the pen in one figure explains why parts do not make their whole."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from numcheck.model import Figure

__all__ = ["is_a_slip", "made_by"]

TEN = Decimal(10)


def made_by(parts: Iterable[Figure]) -> Decimal:
    """What parts make, each taken at its lower bound."""
    return sum((part.low for part in parts), Decimal(0))


def is_a_slip(whole: Figure, parts: Sequence[Figure]) -> bool:
    """Whether a slip of the pen in one figure explains why parts do not make their whole."""
    made = made_by(parts)
    if _are_one_slip_apart(whole.low, made) or _is_a_slip_of_size(whole, parts):
        return True
    return any(_are_one_slip_apart(part.low, part.low + whole.low - made) for part in parts)


def _is_a_slip_of_size(whole: Figure, parts: Sequence[Figure]) -> bool:
    """Whether a nought or a point in one figure explains why parts do not make their whole: "$84 million"
    for 8.4."""
    made = made_by(parts)
    pairs = [(whole.low, made), *((part.low, part.low + whole.low - made) for part in parts)]
    return any(told in (needed * TEN, needed / TEN) for told, needed in pairs if needed > 0)


def _are_one_slip_apart(value: Decimal, other: Decimal) -> bool:
    """Whether one digit, or two neighbours exchanged, or a nought make one number the other."""
    if other <= 0:
        return False
    one, two = (_plain(number) for number in (value, other))
    if len(one) == len(two):
        differing = [place for place in range(len(one)) if one[place] != two[place]]
        if len(differing) <= 1:
            return True
        first, second = differing[0], differing[-1]
        is_swap = second == first + 1 and one[first] == two[second] and one[second] == two[first]
        return len(differing) == 2 and is_swap
    longer, shorter = sorted((one, two), key=len, reverse=True)
    return len(longer) == len(shorter) + 1 and any(
        longer[:place] + longer[place + 1 :] == shorter for place in range(len(longer))
    )


def _plain(number: Decimal) -> str:
    """The digits of a number, its decimals without noughts at their end."""
    return f"{number:f}".rstrip("0").rstrip(".") if number % 1 else f"{number:.0f}"
