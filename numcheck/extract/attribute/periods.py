"""The days that a date or a sentence speaks of, as far as the text and the publication tell."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable
from datetime import date, timedelta

from numcheck.lexicon import table
from numcheck.model import CalendarDate, Mention, Period

__all__ = ["day_range", "find_period"]

RELATIVE = re.compile(
    r"\b(yesterday|today|tomorrow|last (?:week|month|year)|this (?:week|month|year)"
    r"|next (?:week|month|year)|(?:on |last |early |late )?"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
)


def day_range(written: CalendarDate, published: date | None) -> Period | None:
    """The days that a written date covers, or None where no calendar has it or no year is known.

    A date without a year is taken in the year that brings it nearest to the publication.
    """
    year = written.year
    if not year:
        if published is None:
            return None
        year = _nearest_year(written, published)
    if not 1 <= year <= 9999:
        return None
    if not written.month:
        return Period(date(year, 1, 1), date(year, 12, 31))
    if not 1 <= written.month <= 12:
        return None
    last_day = monthrange(year, written.month)[1]
    if not written.day:
        return Period(date(year, written.month, 1), date(year, written.month, last_day))
    if written.day > last_day:
        return None
    day = date(year, written.month, written.day)
    return Period(day, day)


def _nearest_year(written: CalendarDate, published: date) -> int:
    """The year in which the month is nearest to the publication."""
    months = (written.month - published.month + 6) % 12 - 6
    return published.year + (published.month - 1 + months) // 12


def find_period(
    text: str, start: int, end: int, mentions: Iterable[Mention], published: date | None
) -> Period | None:
    """The period that a sentence speaks of: its first date, or else its first relative day."""
    for mention in mentions:
        if mention.kind == "date":
            period = day_range(mention.date, published)
            if period is not None:
                return Period(period.first, period.last, text[mention.start : mention.end])
    if published is None:
        return None
    match = RELATIVE.search(text, start, end)
    try:
        return _relative(match[1], published) if match else None
    except (ValueError, OverflowError):
        # The week before the first year, or after the last, that a calendar has.
        return None


def _relative(words: str, published: date) -> Period:
    """What "yesterday", "last month" or "Thursday" meant on the day of publication."""
    lower = words.lower()
    shift = {"last": -1, "next": 1}.get(lower.split()[0], 0)
    if lower.endswith("week"):
        monday = published - timedelta(days=published.weekday()) + timedelta(weeks=shift)
        return Period(monday, monday + timedelta(days=6), words)
    if lower.endswith("month"):
        year, month = divmod(published.year * 12 + published.month - 1 + shift, 12)
        last_day = monthrange(year, month + 1)[1]
        return Period(date(year, month + 1, 1), date(year, month + 1, last_day), words)
    if lower.endswith("year"):
        year = published.year + shift
        return Period(date(year, 1, 1), date(year, 12, 31), words)
    days = {"yesterday": -1, "today": 0, "tomorrow": 1}
    if lower in days:
        day = published + timedelta(days=days[lower])
    else:
        weekday = table("calendar")["weekdays"][words.split()[-1]]
        day = published - timedelta(days=(published.isoweekday() - weekday) % 7)
    return Period(day, day, words)
