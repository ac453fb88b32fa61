"""The days that a date or a sentence speaks of, as far as the text and the publication tell."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

from numcheck.extract.tokens import Sentence
from numcheck.lexicon import table
from numcheck.model import CalendarDate, Mention, Period

__all__ = ["date_period", "find_period"]

SHIFTS = {"last": -1, "previous": -1, "past": -1, "this": 0, "next": 1, "coming": 1, "following": 1}
DAYS = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}
SPANS = frozenset({"day", "week", "month", "quarter", "year"})
RELATIVE_WORDS = frozenset({*SHIFTS, *DAYS, "ago"})
# The units of "two years ago", in days or in months.
STEPS_IN_DAYS = {"day": 1, "week": 7, "fortnight": 14}
STEPS_IN_MONTHS = {"month": 1, "year": 12, "decade": 120}


def date_period(sentence: Sentence, mention: Mention, first: int, published: date | None) -> Period | None:
    """The days that a written date covers, or None where no calendar has it or no year is known.

    A date without a year is taken in the year that brings it nearest to the publication, a weekday alone
    in the week that ends with it, unless "next" stands before it. "Since 2021" lasts until the publication.
    """
    period = _written_period(sentence, mention, first, published)
    if period and published and period.last < published and sentence.lowers[first - 1] == "since":
        return Period(period.first, published, period.text)
    return period


def _written_period(
    sentence: Sentence, mention: Mention, first: int, published: date | None
) -> Period | None:
    """The days that a written date covers by itself."""
    written = mention.date
    text = sentence.text[mention.start : mention.end]
    try:
        if written.weekday and not written.month and not written.year:
            return _weekday(sentence, written.weekday, first, published, text)
        return _calendar_days(written, published, text)
    except (ValueError, OverflowError):
        # A day that no calendar has, or one before the first year or after the last.
        return None


def _weekday(
    sentence: Sentence, weekday: int, first: int, published: date | None, text: str
) -> Period | None:
    if published is None:
        return None
    back = (published.isoweekday() - weekday) % 7
    if sentence.lowers[first - 1] == "next":
        return _one_day(published + timedelta(days=7 - back), text)
    return _one_day(published - timedelta(days=back), text)


def _calendar_days(written: CalendarDate, published: date | None, text: str) -> Period | None:
    year = written.year
    if not year:
        if published is None or not written.month:
            return None
        year = _nearest_year(written, published)
    if not written.month:
        return Period(date(year, 1, 1), date(year, 12, 31), text)
    if not written.day:
        return Period(
            date(year, written.month, 1),
            date(year, written.month, monthrange(year, written.month)[1]),
            text,
        )
    return _one_day(date(year, written.month, written.day), text)


def _one_day(day: date, text: str) -> Period:
    return Period(day, day, text)


def _nearest_year(written: CalendarDate, published: date) -> int:
    """The year in which the month is nearest to the publication."""
    months = (written.month - published.month + 6) % 12 - 6
    return published.year + (published.month - 1 + months) // 12


def find_period(sentence: Sentence, published: date | None, day_before: date | None) -> Period | None:
    """The first relative day or span of a sentence, None where it has none.

    "Yesterday", "last month" and "two years ago" are counted from the publication, "the next day" from
    ``day_before``, the last day that the article has named.
    """
    if sentence.vocabulary.isdisjoint(RELATIVE_WORDS):
        return None
    for index, word in enumerate(sentence.lowers):
        if word in RELATIVE_WORDS and (relative := _relative(sentence, index, published, day_before)):
            return relative
    return None


def _relative(
    sentence: Sentence, index: int, published: date | None, day_before: date | None
) -> Period | None:
    """What "yesterday", "last month", "two years ago" or "the next day" mean."""
    word, following = sentence.lowers[index], sentence.lowers[index + 1]
    try:
        if word in SHIFTS and following == "day":
            is_told = sentence.lowers[index - 1] == "the" and word in ("next", "following", "previous")
            return _shifted_day(day_before, SHIFTS[word], f"{word} day") if is_told else None
        if published is None:
            return None
        if word in DAYS:
            return _shifted_day(published, DAYS[word], sentence.words[index])
        if word == "ago":
            return _ago(sentence, index, published)
        if following in SPANS:
            return RANGES[following](published, SHIFTS[word], f"{word} {following}")
    except (ValueError, OverflowError):
        # Before the first year that a calendar has, or after the last.
        return None
    return None


def _shifted_day(day: date | None, shift: int, text: str) -> Period | None:
    return _one_day(day + timedelta(days=shift), text) if day else None


def _week(published: date, shift: int, text: str) -> Period:
    monday = published - timedelta(days=published.weekday()) + timedelta(weeks=shift)
    return Period(monday, monday + timedelta(days=6), text)


def _months(published: date, shift: int, text: str, length: int = 1) -> Period:
    """So many months as one span, counted in spans: a month, a quarter, a year."""
    begin = (published.year * 12 + published.month - 1) // length * length + shift * length
    first_year, first_month = divmod(begin, 12)
    last_year, last_month = divmod(begin + length - 1, 12)
    last_day = monthrange(last_year, last_month + 1)[1]
    return Period(date(first_year, first_month + 1, 1), date(last_year, last_month + 1, last_day), text)


RANGES: dict[str, Callable[[date, int, str], Period]] = {
    "week": _week,
    "month": _months,
    "quarter": lambda published, shift, text: _months(published, shift, text, 3),
    "year": lambda published, shift, text: _months(published, shift, text, 12),
}


def _ago(sentence: Sentence, index: int, published: date) -> Period | None:
    """ "two years ago" is a year, "three days ago" a day, "six weeks ago" a week."""
    unit = table("rates")["units"].get(sentence.lowers[index - 1].removesuffix("s"), "")
    number = sentence.numbers.get(index - 2)
    steps = int(number.value) if number and number.value == int(number.value) else 0
    if sentence.lowers[index - 2] in ("a", "an"):
        steps = 1
    if not steps:
        return None
    text = " ".join(sentence.words[index - 2 : index + 1])
    if unit == "day":
        return _shifted_day(published, -steps, text)
    if unit in ("week", "fortnight"):
        return _week(published, -steps * STEPS_IN_DAYS[unit] // 7, text)
    if unit in STEPS_IN_MONTHS:
        span = 1 if unit == "month" else 12
        return _months(published, -steps * STEPS_IN_MONTHS[unit] // span, text, span)
    return None
