"""Writes values as print does, independently of the code that reads them."""

from __future__ import annotations

from decimal import Decimal

ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
).split()
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"), (1000, "thousand"))


def in_words(number: int, *, with_and: bool = True) -> str:
    """A whole number below a quadrillion in words: "one hundred and five thousand"."""
    if number < 20:
        return ONES[number]
    if number < 100:
        tens, ones = divmod(number, 10)
        return TENS[tens - 2] + (f"-{ONES[ones]}" if ones else "")
    if number < 1000:
        hundreds, rest = divmod(number, 100)
        joint = " and " if with_and else " "
        return f"{ONES[hundreds]} hundred" + (joint + in_words(rest) if rest else "")
    for scale, name in SCALES:
        if number >= scale:
            times, rest = divmod(number, scale)
            head = f"{in_words(times, with_and=with_and)} {name}"
            if not rest:
                return head
            return f"{head} {'and ' if rest < 100 and with_and else ''}{in_words(rest, with_and=with_and)}"
    raise AssertionError(number)


def grouped(number: int, separator: str = ",") -> str:
    """Digits in groups of three: "12,345,678"."""
    return f"{number:,}".replace(",", separator)


def indian(number: int) -> str:
    """Digits grouped as in India: "12,34,567"."""
    digits = str(number)
    if len(digits) <= 3:
        return digits
    head, tail = digits[:-3], digits[-3:]
    groups: list[str] = []
    while head:
        groups.insert(0, head[-2:])
        head = head[:-2]
    return ",".join([*groups, tail])


def with_magnitude(tenths: int, name: str) -> tuple[str, Decimal]:
    """A number with one decimal and a magnitude word, and its value."""
    powers = {"thousand": 3, "million": 6, "billion": 9, "trillion": 12, "lakh": 5, "crore": 7}
    number = Decimal(tenths) / 10
    return f"{number:f} {name}", number.scaleb(powers[name])
