"""Reads numerals: digits with grouping and decimals, well or badly formed, and number words."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise

from numcheck.model import Number

__all__ = ["LONGEST_NUMERAL", "read_digits"]

# A longer run of digits is an account number, a hash or data, and no figure. What is shorter stays exact
# in the 28 digits of the default decimal context, separators included.
LONGEST_NUMERAL = 28

PLAIN = re.compile(r"[0-9]+")
DECIMAL = re.compile(r"[0-9]*\.[0-9]+")
WESTERN = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(\.[0-9]+)?")
SPACED = re.compile(r"[0-9]{1,3}(?:[ \u00a0\u202f\u2009][0-9]{3})+(\.[0-9]+)?")
APOSTROPHES = re.compile(r"[0-9]{1,3}(?:['’][0-9]{3})+(\.[0-9]+)?")
INDIAN = re.compile(r"[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}(\.[0-9]+)?")
CONTINENTAL = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3})+,[0-9]{1,2}")
GROUPS = re.compile(r"[0-9]+(?:,[0-9]+)+(\.[0-9]+)?")


@lru_cache(maxsize=50_000)
def read_digits(text: str) -> Number | None:
    """The number that a run of digits with commas and points writes, or None where it writes none.

    None is what is left alone: versions ("1.0.3"), clock times, runs too long for a figure, lists
    without spaces ("1,2,3", "2010,2011"). Digits that no style groups so ("10,0000") are read with
    ``form`` "broken" and all the readings that one slip of the pen away are well formed.

    >>> read_digits("1,234.5").value
    Decimal('1234.5')
    >>> [str(reading) for reading in read_digits("10,0000").readings]
    ['10000', '100000']
    """
    if len(text) > LONGEST_NUMERAL:
        return None
    if PLAIN.fullmatch(text):
        return _whole(text, "plain")
    if DECIMAL.fullmatch(text):
        return _with_decimals(text, "decimal")
    for form, pattern in (
        ("grouped", WESTERN),
        ("indian", INDIAN),
        ("grouped", APOSTROPHES),
        ("grouped", SPACED),
    ):
        if match := pattern.fullmatch(text):
            digits = re.sub(r"[,'’\s]", "", text)
            return _with_decimals(digits, form) if match[1] else _whole(digits, form)
    if CONTINENTAL.fullmatch(text):
        return _with_decimals(text.replace(".", "").replace(",", "."), "continental")
    if match := GROUPS.fullmatch(text):
        return _broken(text, match[1] or "")
    return None


def _whole(digits: str, form: str) -> Number:
    return Number(Decimal(digits), Decimal(1), form)


def _with_decimals(digits: str, form: str) -> Number:
    places = len(digits) - digits.index(".") - 1
    return Number(Decimal(digits), Decimal(1).scaleb(-places), form)


def _broken(text: str, decimals: str) -> Number | None:
    groups = text.removesuffix(decimals).split(",")
    if _is_list(groups):
        return None
    readings = _readings(groups, decimals)
    return Number(readings[0], Decimal(1), "broken", readings)


def _is_list(groups: list[str]) -> bool:
    """Whether the commas separate numbers: "1,2,3", "12,14,15", "2010,2011", "300,400,2000"."""
    if all(len(group) == 4 and group[0] in "12" for group in groups):
        return True
    if any(group[0] == "0" for group in groups):
        return False
    values = [int(group) for group in groups]
    ascending = all(a < b for a, b in pairwise(values))
    same_width = len({len(group) for group in groups}) == 1
    return ascending and (len(groups) > 2 or (same_width and len(groups[0]) < 3))


def _readings(groups: list[str], decimals: str) -> tuple[Decimal, ...]:
    """The well-formed values within one slip of the pen, the likeliest first.

    The slips, in the order in which they are met in print: a digit too many in a group of zeros
    ("10,0000" for 10,000), a comma one digit off ("10,0000" for 100,000), a digit left out of a
    group ("41,32"), a decimal point that became a comma ("2,5 million").
    """
    head, *tail = groups
    readings: list[str] = []
    extra = [index for index, group in enumerate(tail) if len(group) == 4]
    lacking = [index for index, group in enumerate(tail) if len(group) == 2]
    if len(extra) == 1 and all(len(group) == 3 for group in tail if len(group) != 4):
        wide = tail[extra[0]]
        for position in range(4):
            narrow = wide[:position] + wide[position + 1 :]
            readings.append("".join([head, *tail[: extra[0]], narrow, *tail[extra[0] + 1 :]]))
    if len(lacking) == 1 and all(len(group) == 3 for group in tail if len(group) != 2):
        narrow = tail[lacking[0]]
        if set(narrow) == {"0"}:
            before, after = tail[: lacking[0]], tail[lacking[0] + 1 :]
            readings.append("".join([head, *before, narrow + "0", *after]))
    if len(tail) == 1 and len(tail[0]) < 3 and not decimals and len(head) <= 3:
        readings.append(f"{head}.{tail[0]}")
    readings.append("".join(groups))
    values = (Decimal(reading + decimals if "." not in reading else reading) for reading in readings)
    return tuple(dict.fromkeys(values))
