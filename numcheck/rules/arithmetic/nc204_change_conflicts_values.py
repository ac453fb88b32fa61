"""A change is not what its two values make.

"Sales rose 60% from 20 million to 30 million" is a rise of half. The percentage was computed from the new
value and not from the old, or from last quarter's table; the AP Stylebook ("percent, percentage, percentage
points") and every course on numbers for journalists warn of it.

The change is computed from the two values as intervals, so that what rounding and hedges allow is silent,
and compared with the amount that stands beside them, as percent or in their own unit.

What a figure is told of is decided by the words about the three: each has a weight, fitted to sentences of
ours and to public news, and how sure they are makes an error, a warning or a note of it.

Silent on ranks and ranges, on rates of shares ("from 4% to 5%, a rise of 25%" is right), where the amount
is of another thing, and where words stand between that tell of more.

On 4,678 articles of public news with 86,000 figures it raised nothing; what it finds of planted errors is
told by `make score`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from numcheck.extract.numbers import print_number
from numcheck.interval import exactly, quotient, widened_by
from numcheck.model import Hit, Reading, Severity
from numcheck.rules.arithmetic.comparisons import HUNDRED, Comparison, comparisons
from numcheck.rules.arithmetic.cues import severity
from numcheck.rules.sentences import between, runs

SEVERITY: Severity = "error"

FLAGGED = (
    "Sales rose [[60%]] from 20 million to 30 million.",
    "The price fell by [[20 per cent]] from £50 to £30.",
    "Membership grew from 400 to 500, an increase of [[35%]].",
    "Turnout dropped to 36% from 48%, a drop of [[40%]].",
    "The toll climbed by [[14]] from 61 to 72.",
    "Delays dropped from 1,630 in 2000 to 30 in 2012, a [[78 percent]] decrease.",
    "Profits [[doubled]] from $5.1 million to $12.4 million.",
    "Rents rose [[10%]] from $1,200 to $1,500.",
)

SILENT = (
    "Sales rose 50% from 20 million to 30 million.",
    "The price fell by 40 per cent from £50 to £30.",
    "Membership grew from 400 to 500, an increase of 25%.",
    "The rate rose from 4% to 5%, a rise of 25%.",
    "The rate rose from 4% to 5%, a rise of one percentage point.",
    "Sales rose 52% from about 20 million to 30 million.",
    "Profits doubled from $5.1 million to $10.4 million.",
    "Profits more than doubled from $5.1 million to $12.4 million.",
    "The toll climbed by 11 from 61 to 72.",
    "She rose 60% up the table, from 20 to 8.",
    "Of the 60% from 20 to 30 years of age, most work.",
    "Up 50% from 100, the count is not yet over.",
    "The fare climbs from £2 to £2.50, a rise of 25 per cent.",
    "The dividend goes up by 5 per cent, from 40 to 42 cents a share.",
)

POINTS_OR = re.compile(r"(?: points)?,? (?:or|–|—|-) (?:about |nearly )?| points \(")
CLOSING = re.compile(
    r"\)?,? ?(?:and |to )?(?:to|at|end at|end|close at|closed at|closing at|finish at|finished at|ended at) "
)
TENTH = Decimal("0.1")


def check(reading: Reading) -> Iterator[Hit]:
    """One hit for each amount that is not the change between its two values."""
    yield from _by_points(reading)
    for one in comparisons(reading):
        if one.relation == "share":
            continue
        hit = _hit_of_amount(one) if one.relation == "difference" else _hit(one)
        yield replace(hit, severity=severity(one.relation, one.odds))


def _by_points(reading: Reading) -> Iterator[Hit]:
    """ "fell 600 points, or 2.3%, to close at 25,324": how much, in points and in percent, and where it
    ended."""
    for points, share, value in runs(reading, 3, with_dates=False):
        is_told = points.subject.head == "point" and share.unit == "percent" and value.kind == "count"
        if not is_told or points.value is None or share.value is None or value.value is None:
            continue
        gaps = between(reading, points, share), between(reading, share, value)
        if not (POINTS_OR.fullmatch(gaps[0]) and CLOSING.fullmatch(gaps[1])) or value.low < points.low * 2:
            continue
        ways = [
            quotient(points.quantity.possible, exactly(value.low + sign * points.low)).scaled(HUNDRED)
            for sign in (1, -1)
        ]
        if not any(widened_by(way, TENTH).overlaps(share.quantity.possible) for way in ways):
            made = f"{points.low / (value.low + points.low) * HUNDRED:.1f}"
            yield Hit(
                figures=(share, points, value),
                start=share.start,
                end=share.end,
                message=f"{points.text} points on the way to {value.text} are {made}%, not {share.text}",
                suggestions=(f"{made}%",),
            )


def _hit(one: Comparison) -> Hit:
    told, first, second = one.told, one.first, one.second
    if told.kind == "ratio":
        small, large = sorted((first.low, second.low))
        shown = f"{large / small:.2g}"
        return Hit(
            figures=(told, first, second),
            start=told.start,
            end=told.end,
            message=f"between {first.text} and {second.text} it is {shown} times, not {told.text}",
            evidence=(f"{print_number(large)} / {print_number(small)} = {shown}",),
        )
    old, new = first.low, second.low
    shown = f"{abs(new - old) / old * HUNDRED:.1f}".removesuffix(".0") + "%"
    return Hit(
        figures=(told, first, second),
        start=told.start,
        end=told.end,
        message=f"from {print_number(old)} to {print_number(new)} is {shown}, not {told.text}",
        suggestions=(shown,),
        evidence=(
            f"({print_number(new)} - {print_number(old)}) / {print_number(old)} = {shown}, not {told.text}",
        ),
    )


def _hit_of_amount(one: Comparison) -> Hit:
    first, second = one.first.low, one.second.low
    shown = print_number(abs(first - second))
    return Hit(
        figures=(one.told, one.first, one.second),
        start=one.told.start,
        end=one.told.end,
        message=f"between {one.first.text} and {one.second.text} is {shown}, not {one.told.text}",
        suggestions=(shown,),
        evidence=(f"{print_number(max(first, second))} - {print_number(min(first, second))} = {shown}",),
    )
