"""A duration is not what its years make.

"From 2010 to 2015, eight years" are five, or six with both ends. One of the years was mistyped, or the
duration was counted on the fingers.

The later year less the earlier one is how long it was, and one year more or less is honest: the first and
the last year may both count, or neither be whole.

Silent where a hedge or words between tell of another span ("from 2010 to 2015, after eight years in
office").

On 4,678 articles of public news with 86,000 figures it raised nothing: its silence there is known, its
recall is not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from numcheck.interval import exactly, widened_by
from numcheck.model import Figure, Hit, Reading, Severity
from numcheck.rules.sentences import before, between, runs

SEVERITY: Severity = "error"

FLAGGED = (
    "He was mayor from 2010 to 2015, [[eight years]] in all.",
    "She ruled for [[12 years]], from 1990 to 1999.",
    "The war lasted [[nine years]], from 1914 to 1918, by his count.",
    "He edited the paper from 1950 to 1962, [[20 years]] in all.",
    "She taught for [[15 years]], from 2001 to 2010.",
)

SILENT = (
    "He was mayor from 2010 to 2015, five years in all.",
    "He was mayor from 2010 to 2015, six years in all.",
    "She ruled for nine years, from 1990 to 1999.",
    "He was mayor from 2010 to 2015, after eight years in opposition.",
    "The war lasted more than four years, from 1914 to 1918.",
    "In 2010 and 2015, eight years apart from the last flood, it rained.",
    "She taught for ten years, from 2001 to 2010.",
    "He edited the paper from 1950 to 1962, about 12 years in all.",
)

FROM = re.compile(r"\b(?:from|between)\s+$", re.I)
JOINS = re.compile(r"\s+(?:to|until|till|and|through)\s+|\s?[-–—]\s?")
COMMA = re.compile(r",\s+(?:for |a total of |or |some )?")
COMMA_FROM = re.compile(r",?\s+(?:\(\s*)?(?:from|between)\s+")
END_OR_ALL = re.compile(r"\s*(?:[,.;)]|in all|in total|altogether|in office|as )")


def check(reading: Reading) -> Iterator[Hit]:
    """One hit for each duration in years that the two years beside it do not make."""
    for one, two, three in runs(reading, 3):
        for first, last, duration in ((one, two, three), (two, three, one)):
            if not _are_years(first, last) or duration.unit != "year" or duration.kind != "duration":
                continue
            if _are_told(reading, first, last, duration) and not _fits(first, last, duration):
                yield _hit(first, last, duration)


def _are_years(first: Figure, last: Figure) -> bool:
    dates = first.mention.date, last.mention.date
    return all(day.year and not day.month for day in dates) and dates[1].year > dates[0].year


def _are_told(reading: Reading, first: Figure, last: Figure, duration: Figure) -> bool:
    if not JOINS.fullmatch(between(reading, first, last)):
        return False
    if duration.start > last.end:
        after = reading.article.text[duration.end : duration.end + 20]
        is_span = FROM.search(before(reading, first)) and COMMA.fullmatch(between(reading, last, duration))
        return bool(is_span) and END_OR_ALL.match(after) is not None
    return COMMA_FROM.fullmatch(between(reading, duration, first)) is not None


def _fits(first: Figure, last: Figure, duration: Figure) -> bool:
    years = Decimal(last.mention.date.year - first.mention.date.year)
    return widened_by(exactly(years), Decimal(1)).overlaps(duration.quantity.possible)


def _hit(first: Figure, last: Figure, duration: Figure) -> Hit:
    years = last.mention.date.year - first.mention.date.year
    return Hit(
        figures=(duration, first, last),
        start=duration.start,
        end=duration.end,
        message=f"from {first.text} to {last.text} are {years} years, not {duration.text}",
        suggestions=(f"{years} years",),
        evidence=(f"{last.text} - {first.text} = {years}",),
    )
