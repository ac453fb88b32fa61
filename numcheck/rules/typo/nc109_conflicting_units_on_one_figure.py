"""A figure has two units that cannot both be its own.

"$5 euros", "£20 dollars", "5 kg metres": a sign of one money and the name of another, or a mass in metres.
One of the two was changed.

The AP Stylebook ("currency conversions") and the Guardian's ("currencies") have one money a figure.

Silent on what is bought by the pound ("$5 pound cake"), on names with a money in them ("$50 euro-zone
fund"), and on compound units ("5 kg metres per second" is rare enough to look at).

On 4,678 articles of public news with 86,000 figures it raised nothing; what it finds of planted errors is
told by `make score`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from numcheck.extract.classes import unit_of
from numcheck.model import Hit, Reading, Severity
from numcheck.rules.numerals import near_numerals

SEVERITY: Severity = "error"

FLAGGED = (
    "A ticket costs [[$5 euros]] at the door.",
    "He won [[£20 dollars]] on the horse.",
    "The bridge cost [[€3 million pounds]] to mend.",
    "The rock weighed [[5 kg metres]], the note said.",
    "They walked [[12 km litres]] along the coast.",
)

SILENT = (
    "A ticket costs 5 euros, or $6, at the door.",
    "She sold a $5 pound cake at the fair.",
    "The $50 euro-zone fund is small.",
    "He swapped £20 for dollars.",
    "They paid $5 million (pounds were refused).",
    "The $3 rupee note is a joke.",
    "It is a 5 kg, metre-long fish.",
    "The €5 dollar-linked bond fell.",
)

MONEY = {"$": "dollars", "£": "pounds", "€": "euros", "¥": "yen", "₹": "rupees"}
NAMES = r"(?:dollars|pounds|euros|rupees|yen|yuan|francs|roubles|rubles|pesos)"
TWO_MONEYS = re.compile(
    rf"([$£€¥₹])\s?[0-9][0-9,.]*(?:\s(?:hundred|thousand|million|billion|trillion)|bn|m|k)?\s({NAMES})\b"
)
# A mass in lengths or volumes, a length in masses or volumes.
NUMBER = r"[0-9](?<![\w.,][0-9])[0-9,.]*\s?"
LENGTHS = r"km|kilomet(?:re|er)s|met(?:re|er)s|miles|feet|inches|yards|cm|centimet(?:re|er)s"
OTHERS = r"kg|kilograms|kilos|tonnes|grams|lit(?:re|er)s|gallons|hectares|acres"
TIMES = r"hours|minutes|seconds|days|weeks|months"
TWO_MEASURES = re.compile(
    rf"{NUMBER}(?P<one>{LENGTHS}|{OTHERS}|{TIMES}) (?P<two>{LENGTHS}|{OTHERS}|{TIMES})\b(?! per\b|[-/²³])"
)
# Two words of one unit are a matter of their own, and these stand together in print.
TOGETHER = frozenset(
    {("acres", "feet"), ("tonnes", "km"), ("tonnes", "miles"), ("miles", "hours"), ("tonnes", "kilometres")}
)


def check(reading: Reading) -> Iterator[Hit]:
    """One hit for each figure with units of two kinds."""
    for match in near_numerals(reading, TWO_MONEYS):
        name = MONEY[match[1]]
        if match[2] != name and (match[1], match[2]) != ("$", "pesos"):
            number = match[0][1 : -len(match[2])].strip()
            yield Hit(
                figures=(),
                start=match.start(),
                end=match.end(),
                message=f"{match[0]} is in {name} and in {match[2]}",
                suggestions=(f"{match[1]}{number}", f"{number} {match[2]}"),
            )
    for match in near_numerals(reading, TWO_MEASURES):
        pair = (match["one"], match["two"])
        if unit_of(pair[0]) == unit_of(pair[1]) or pair in TOGETHER:
            continue
        first, _, last = match[0].rpartition(" ")
        yield Hit(
            figures=(),
            start=match.start(),
            end=match.end(),
            message=f"{match[0]} has units of two kinds",
            suggestions=(first, re.sub(r"\s?[a-z]+$", "", first) + f" {last}"),
        )
