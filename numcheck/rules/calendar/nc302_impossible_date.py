"""No calendar has the date.

"June 31", "29 February 2023", "2023-02-30": the month is shorter. Most often the day is a slip for the day
before or after, and now and then it hides a wrong month; nobody can keep an appointment on it.

The days of the months are those of the Gregorian calendar (ISO 8601, clause 4.2.1): February has 29 in a
year that four divides and a hundred does not, or four hundred does.

Silent on 29 February without a year, and where the number counts things and is no day ("In June 31 homes
burned").

On 4,678 articles of public news with 86,000 figures it raised nothing; what it finds of planted errors is
told by `make score`.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator

from numcheck.model import Figure, Hit, Reading, Severity
from numcheck.rules.day_names import MONTHS
from numcheck.rules.numerals import near_numerals, near_odd_numerals
from numcheck.rules.sentences import sentence_of

SEVERITY: Severity = "error"

FLAGGED = (
    "The deadline is [[June 31]] at noon.",
    "She was born on [[29 February 2023]] in Orlesk.",
    "The lease ends on [[February 30]], the landlord said.",
    "They met again on [[31 September 2019]], a year later.",
    "The file is dated [[2023-02-30]] and signed.",
    "The log records a second login on [[2012-13-05]] at 03:14.",
    "Both sides must withdraw by [[35 January]], the deal says.",
    "Ballots go out on [[April 31, 2024]], the clerk said.",
)

SILENT = (
    "The deadline is June 30 at noon.",
    "She was born on 29 February 2024 in Orlesk.",
    "Leap babies have a birthday on February 29.",
    "In June 31 homes burned down.",
    "They met again on 31 August 2019, a year later.",
    "The file is dated 2023-02-28 and signed.",
    "He won 31 of 40 votes in April.",
    "The year 2000 had a 29 February 2000, and 1900 had none.",
    "From April 31 families had to leave.",
    "The house at 31 November Road was sold.",
    "The satire is set on “February 31st”, a day that does not exist.",
    "Version 31.13.2015 of the file is lost.",
)

# A leap year: without a year the 29th of February may be meant.
LEAP = 2000
# "From April 31 families": a plural follows, so that the number counts it.
COUNTED = re.compile(r"\s+[a-z][a-z-]*(?:s|men|people|children)\b")


# A street is called so, a joke or a story has such a day.
STREET = re.compile(r"\s+(?:Street|St\b|Road|Rd\b|Avenue|Ave\b|Lane|Square|Place|Boulevard)")
FICTION = re.compile(
    r"\b(?:no such|there (?:is|was) no|counter|the loop|"
    r"jok(?:e|ed|ing)|satire|fiction\w*|never (?:existed|exists|happened|comes?|came)|"
    r"invalid|reject(?:ed|s)|(?:an?|the|with|raises?) error|error message|does not exist|did not exist|"
    r"Sweden|Swedish|novel)\b",
    re.I,
)
# The calendars of Europe agree from then on.
EARLIEST = 1753
MONTHS_OF_A_YEAR = 12
BEFORE_DATES = re.compile(r"\b(?:on|by|[Bb]efore|until|from|of|dated|since|after|born) $")
# Before digits that are no date.
LABELS = re.compile(
    r"\b(?:number|code|part|serial|version|model|ref|reference|id|file|case|batch|is) $", re.I
)
# "2012-13-05", "31-09-2021", "on 35 January": what is read as no date at all, or as one of no month.
ISO = re.compile(r"(?<![\w.,/-])(?P<year>(?:19|20)[0-9]{2})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})(?![\w-])")
NUMERIC = re.compile(
    r"(?<![\w.,/-])(?P<one>[0-9]{1,2})(?P<sign>[-/.])(?P<two>[0-9]{1,2})(?P=sign)(?P<year>(?:19|"
    r"20)[0-9]{2})(?![\w/-])"
)
# A number that no month has as a day.
LATE = re.compile(r"(?:3[2-9]|[4-9][0-9]|[12][0-9]{2})(?<![\w.,:/$£€%-]..)(?![0-9])")
LONGEST_MONTH = 20
TOO_LATE = re.compile(
    rf"\b(?:on|by|until|before|after|of|from|since) (?P<day>3[2-9]|[4-9][0-9])(?:st|nd|rd|"
    rf"th)? (?P<month>{MONTHS})\b"
    r"(?=[.,;)]| [0-9]{4}\b)"
)
# "1-31 November", "from 24 to 31 November"
LAST_OF_RANGE = re.compile(
    rf"(?<![\w.,/-])(?P<first>[0-9]{{1,2}})(?:[-–]| to | and )(?P<day>[0-9]{{1,2}}) (?P<month>{MONTHS})\b"
)
TOO_LATE_BEHIND = re.compile(
    rf"\b(?P<month>{MONTHS}) (?P<day>3[2-9]|[4-9][0-9]|1[0-8][0-9]|2[1-9][0-9])\b"
    r"(?=, [0-9]{4}\b| (?:and|at|in|the)\b|[.;)])"
)


def check(reading: Reading) -> Iterator[Hit]:
    """One hit for each date that is longer than its month."""
    for figure in reading.figures:
        written = figure.mention.date
        is_numeric = not any(char.isalpha() for char in figure.text)
        if figure.kind != "date" or is_numeric or not (1 <= written.month <= 12 and written.day):
            continue
        last = monthrange(written.year or LEAP, written.month)[1]
        is_count = not written.year and COUNTED.match(reading.article.text, figure.end)
        is_old = 0 < written.year < EARLIEST
        if written.day > last and not is_count and not is_old and not _is_meant(reading, figure):
            yield _hit(figure, last)
    yield from _numeric(reading)


def _is_meant(reading: Reading, figure: Figure) -> bool:
    """Whether a day that no month has is told as such, or names a street."""
    text = reading.article.text
    return (
        STREET.match(text, figure.end) is not None or FICTION.search(sentence_of(reading, figure)) is not None
    )


def _numeric(reading: Reading) -> Iterator[Hit]:
    """Dates in figures alone that are none in any order."""
    text = reading.article.text
    for match in near_odd_numerals(reading, ISO):
        is_label = LABELS.search(text[: match.start()][-12:])
        if not is_label and not _is_a_day(int(match["year"]), int(match["month"]), int(match["day"])):
            yield _number(match.start(), match.end(), match[0])
    for match in near_odd_numerals(reading, NUMERIC):
        one, two, year = int(match["one"]), int(match["two"]), int(match["year"])
        is_date = match["sign"] == "/" or BEFORE_DATES.search(text[: match.start()][-8:])
        if is_date and not (_is_a_day(year, one, two) or _is_a_day(year, two, one)):
            yield _number(match.start(), match.end(), match[0])
    for found in near_numerals(reading, LATE):
        near = max(0, found.start() - LONGEST_MONTH), found.end() + LONGEST_MONTH
        before = TOO_LATE.search(text, *near)
        if before:
            yield _number(before.start("day"), before.end(), f"{before['day']} {before['month']}")
        behind = TOO_LATE_BEHIND.search(text, *near)
        if behind:
            yield _number(behind.start(), behind.end(), f"{behind['day']} {behind['month']}")
    for match in near_numerals(reading, LAST_OF_RANGE) if "31 " in text or "30 F" in text else ():
        day, month = int(match["day"]), MONTHS.split("|").index(match["month"]) + 1
        if int(match["first"]) < day and not 1 <= day <= monthrange(LEAP, month)[1]:
            yield _number(match.start(), match.end(), f"{match['day']} {match['month']}")


def _is_a_day(year: int, month: int, day: int) -> bool:
    return 1 <= month <= MONTHS_OF_A_YEAR and 1 <= day <= monthrange(year, month)[1]


def _number(start: int, end: int, written: str) -> Hit:
    return Hit(figures=(), start=start, end=end, message=f"no calendar has a {written}")


def _hit(figure: Figure, last: int) -> Hit:
    day = figure.mention.date.day
    return Hit(
        figures=(figure,),
        start=figure.start,
        end=figure.end,
        message=f"the month has {last} days",
        suggestions=(re.sub(rf"\b{day}", str(last), figure.text, count=1),),
        evidence=(f"day {day} of a month of {last} days",),
    )
