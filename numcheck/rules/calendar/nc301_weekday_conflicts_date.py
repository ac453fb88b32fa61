"""A weekday does not fall on its date.

"Monday, Sept. 21, 2010" was a Tuesday. One of the two is wrong, and a reader who means to come is there on
the wrong day. The AP Stylebook ("dates", "days of the week") has papers give both, and the desk look them
up.

The weekday is computed in the Gregorian calendar (ISO 8601). Where no year is written, the one that brings
the date nearest to the day of the article is taken, and the date is let pass where a year that its
paragraph or the one before names makes it right, and where it is more than two months away.

Silent before 1753, when Britain changed calendars, up to 1918 where the Julian weekday fits, on several
days told at once ("Friday to Sunday, 5-7 May"), and where an article without a day gives no year.

Suppress it where an old calendar is quoted.

On 4,678 articles of public news with 86,000 figures it raised 3 warnings: one is real (a July for a
June), one article bears a wrong day itself, one is a day of memory.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import NamedTuple

from numcheck.lexicon import table
from numcheck.link.context import day_of
from numcheck.model import CalendarDate, Figure, Hit, Reading, Severity
from numcheck.rules.day_names import MONTHS, WEEKDAYS
from numcheck.rules.numerals import is_near_numerals, near_numerals

SEVERITY: Severity = "error"

FLAGGED = (
    "The match is on [[Monday, Sept. 21, 2010]], at the old ground.",
    "They married on [[Saturday 15 June 2018]] in Orlesk.",
    "On [[Tuesday, January 1, 2020]], the levy came into force.",
    "The fire broke out on [[Sunday, 4 March 2019]], and burnt for two days.",
    "The court will sit again on [[Friday, May 6, 2021]].",
    "She was last seen on the [[14th of March 2017, a Thursday]], her brother said.",
    "Protesters gathered on [[Sept. 6, 2015 (Saturday]]), to the mayor's dismay.",
    "The choir sings on Thursdays 5, [[13]] and 19 December 2013.",
)

SILENT = (
    "The match is on Tuesday, Sept. 21, 2010, at the old ground.",
    "They married on Friday 15 June 2018 in Orlesk.",
    "The fair runs from Friday to Sunday, 5-7 May 2023, in the park.",
    "The treaty was signed on Monday, 2 September 1666.",
    "The strike began on Monday, 5 September 1905, old style.",
    "On Monday 40 people came; on Sept. 21, 2010, nobody did.",
    "The council meets on Thursday, 12 May.",
    "On Black Friday, November 2020, shops stayed shut.",
    "He spoke on Wednesday. January 1, 2020, was a holiday.",
)

# Britain and its colonies took the Gregorian calendar in September 1752, Russia in 1918.
GREGORIAN, LAST_JULIAN = 1753, 1918
SEVERAL = re.compile(r"[0-9](?:st|nd|rd|th)?\s*(?:[-–—/&]|to|and|or)\s*[0-9]")
WORD = re.compile(r"[A-Za-z]+")
# Between a weekday and its date, and between a date and the weekday behind it.
THEN_DATE = re.compile(
    r"\.?,? (?:(?:morning|afternoon|evening|night|noon|lunchtime),? )?(?:the |on |\()?(?:\()?|, (?:the )?",
    re.I,
)
THEN_WEEKDAY = re.compile(r",? \((?:a )?|, a |, which (?:is|was) a ")
# "on Thursdays 6, 12 and 19 December 2013", "Monday 20 and Wednesday 22 September 2010"
DAY = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
ANY_MONTH = f"{MONTHS}|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec"
LISTED = re.compile(
    rf"\b(?P<days>{DAY}s? [0-9]{{1,2}}(?:st|nd|rd|th)?(?:,? (?:{DAY},? )?[0-9]{{1,2}}(?:st|nd|rd|th)?)*"
    rf",? (?:and|to|or|until) (?:{DAY},? )?[0-9]{{1,2}}(?:st|nd|rd|"
    rf"th)?) (?:of )?(?P<month>{ANY_MONTH})\b\.?(?:,? (?P<year>[0-9]{{4}}))?"
)
# What a list of days or a date in capitals has.
DAYS = re.compile(r"days? [0-9]|[A-Z]{2} [0-9]")
ONE_LISTED = re.compile(rf"(?:(?P<weekday>{DAY})s?,? )?(?P<day>[0-9]{{1,2}})")
IN_CAPITALS = re.compile(
    rf"\b(?P<weekday>{DAY.upper()}),? (?P<month>{ANY_MONTH.upper()}) (?P<day>[0-9]{{1,2}}),? "
    r"(?P<year>[0-9]{4})\b"
)
# What makes a day without a year one of another.
OTHER_YEAR = re.compile(r"\b(?:years? (?:on|later|ago|earlier|before|after)|next year|last year)\b", re.I)
NAMED = re.compile(r"\b(?:[A-Z]\w+ on|Happy|Man|Manic|Freaky|Blue|Girl)\s+$")
NEWSPAPERS = re.compile(r"\b(?:Mail|Independent|Scotland|Herald|Express|Mirror) on\s+$")
HALF_A_YEAR = 183
# Days from an article within which a date without a year is one of its own time.
NEAR = 75


class Named(NamedTuple):
    """A date and the weekday that it is given, from 1 for Monday, at their span."""

    date: CalendarDate
    weekday: int
    start: int
    end: int


def check(reading: Reading) -> Iterator[Hit]:
    """One hit for each date whose weekday is another one's."""
    for named in _named(reading):
        days = list(_days(reading, named))
        if days and not any(_fits(day, named.weekday) for day in days):
            yield _hit(reading, named, days[0])


def _named(reading: Reading) -> Iterator[Named]:
    """Every date with its weekday: in one figure, side by side, in a list, in capitals."""
    text = reading.article.text
    dates = [figure for figure in reading.figures if figure.kind == "date"]
    for place, figure in enumerate(dates):
        date_told = figure.mention.date
        is_numeric = figure.text[-1:].isdigit() and not any(char.isalpha() for char in figure.text)
        if not (date_told.month and date_told.day) or (not is_numeric and SEVERAL.search(figure.text)):
            continue
        before = dates[place - 1] if place else None
        behind = dates[place + 1] if place + 1 < len(dates) else None
        date_told = _with_the_year_of(reading, figure, behind)
        if date_told.weekday:
            if not _is_name(text, figure.start):
                yield Named(date_told, date_told.weekday, figure.start, figure.end)
        elif (
            _is_weekday(before) and before is not None and THEN_DATE.fullmatch(text, before.end, figure.start)
        ):
            if not before.text.endswith("days") and not _is_name(text, before.start):
                yield Named(date_told, before.mention.date.weekday, before.start, figure.end)
        elif (
            _is_weekday(behind)
            and behind is not None
            and THEN_WEEKDAY.fullmatch(text, figure.end, behind.start)
        ):
            gap = text[figure.end : behind.start]
            if "(" not in gap or text[behind.end : behind.end + 1] == ")":
                yield Named(date_told, behind.mention.date.weekday, figure.start, behind.end)
    yield from _listed(reading)


def _is_weekday(figure: Figure | None) -> bool:
    """Whether a figure is a weekday and nothing else."""
    if figure is None:
        return False
    date_told = figure.mention.date
    return bool(date_told.weekday) and not (date_told.day or date_told.month or date_told.year)


def _is_name(text: str, start: int) -> bool:
    """ "Happy Mondays", "The Mail on Sunday"."""
    lead = text[max(0, start - 20) : start]
    words = lead.split()
    if words and words[-1] in table("calendar")["before_weekdays"] and lead.endswith(" "):
        return True
    return NEWSPAPERS.search(lead) is not None or (NAMED.search(lead) is not None and " on" not in lead[-5:])


def _with_the_year_of(reading: Reading, figure: Figure, behind: Figure | None) -> CalendarDate:
    """ "from Monday, 20 September to Friday, 24 September 2010": the year is told once."""
    date_told = figure.mention.date
    if date_told.year or behind is None or not behind.mention.date.year or not behind.mention.date.day:
        return date_told
    gap = reading.article.text[figure.end : behind.start]
    if re.fullmatch(r",? (?:to|until|and|through|[-–]) (?:the )?", gap):
        return replace(date_told, year=behind.mention.date.year)
    return date_told


def _listed(reading: Reading) -> Iterator[Named]:
    months: dict[str, int] = table("calendar")["months"]
    weekdays: dict[str, int] = table("calendar")["weekdays"]
    if not is_near_numerals(reading, DAYS):
        return
    for match in near_numerals(reading, LISTED, with_words=True):
        weekday = 0
        for one in ONE_LISTED.finditer(match["days"]):
            weekday = weekdays[one["weekday"]] if one["weekday"] else weekday
            is_plural = match["days"][len(one["weekday"] or "") : len(one["weekday"] or "") + 1] == "s"
            if one["weekday"] or is_plural or match["days"].partition(" ")[0].endswith("days"):
                year = int(match["year"]) if match["year"] else 0
                told = CalendarDate(year, months[match["month"]], int(one["day"]), weekday)
                start = match.start("days") + one.start()
                yield Named(told, weekday, start, match.start("days") + one.end())
    for match in near_numerals(reading, IN_CAPITALS, with_words=True):
        weekday = weekdays[match["weekday"].capitalize()]
        month = months[match["month"].capitalize()]
        told = CalendarDate(int(match["year"]), month, int(match["day"]), weekday)
        yield Named(told, weekday, match.start(), match.end())


def _days(reading: Reading, named: Named) -> Iterator[date]:
    """The days that a date may mean, the likeliest first; none where no calendar has them."""
    written = named.date
    day = day_of(reading)
    if written.year:
        years = [written.year]
    elif day is not None:
        near = sorted((day.year, day.year - 1, day.year + 1), key=lambda year: _apart(year, written, day))
        if _apart(near[0], written, day) > NEAR or OTHER_YEAR.search(_around(reading, named)):
            return  # a day of memory, of whatever year
        years = [near[0], *_years_told(reading, named)]
    else:
        years = _years_told(reading, named)
        if len(years) != 1:
            return
    for year in years:
        found = _day(year, written.month, written.day)
        if found is not None and year >= GREGORIAN:
            yield found
        is_either = "/" in reading.article.text[named.start : named.end]
        swapped = _day(year, written.day, written.month) if is_either else None
        if swapped is not None:
            yield swapped  # "3/4/2015" on either side of the ocean


def _around(reading: Reading, named: Named) -> str:
    return reading.article.text[max(0, named.start - NEAR) : named.end + NEAR]


def _years_told(reading: Reading, named: Named) -> list[int]:
    """The years that the paragraph of a date and the one before it name."""
    text = reading.article.text
    own = text.rfind("\n", 0, named.start)
    start = text.rfind("\n", 0, len(text[: max(own, 0)].rstrip())) + 1
    return sorted(
        {
            other.mention.date.year
            for other in reading.figures
            if other.mention.date.year and start <= other.start < named.end
        }
    )


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None  # another rule's matter


def _apart(year: int, written: CalendarDate, day: date) -> int:
    found = _day(year, written.month, written.day)
    return abs((found - day).days) if found else HALF_A_YEAR * 4


def _fits(day: date, weekday: int) -> bool:
    if day.isoweekday() == weekday:
        return True
    lag = day.year // 100 - day.year // 400 - 2  # of the Julian calendar behind the Gregorian
    return day.year <= LAST_JULIAN and (day + timedelta(days=lag)).isoweekday() == weekday


def _hit(reading: Reading, named: Named, day: date) -> Hit:
    right = WEEKDAYS[day.isoweekday() - 1]
    offset = (named.weekday - day.isoweekday() + 3) % 7 - 3
    other = day + timedelta(days=offset)
    name = f"{day.day} {day:%B} {day.year}"
    has_year = bool(named.date.year)
    figures = tuple(
        figure for figure in reading.figures if named.start <= figure.start and figure.end <= named.end
    )
    return Hit(
        figures=figures,
        start=named.start,
        end=named.end,
        message=f"{name} is a {right}",
        suggestions=(
            f"{right}, {day.day} {day:%B}" + (f" {day.year}" if has_year else ""),
            f"{WEEKDAYS[named.weekday - 1]}, {other.day} {other:%B}" + (f" {other.year}" if has_year else ""),
        ),
        evidence=(f"{name} falls on a {right} (ISO 8601)",),
        severity="" if has_year else "warning",
    )
