"""An anniversary does not fall in its year.

"The 20th anniversary of the 2001 attack" is in 2021, whatever an article of 2018 says of it. The ordinal
was taken from last year's piece, or the year from memory.

The year of the event and the number are added, and the sum is compared with the year of the article. One
year off is an anniversary that is near ("ahead of the 20th anniversary") and is silent unless the text says
that it is marked.

An ordinal that stands with two dates ("wed on 12 June 1954, celebrated their 60th anniversary on 12 June
2024") is told of them or not by the words about the three, which have weights fitted to sentences of ours and
to public news.

Silent where the article has no day, and where it names the year that the two make: it looks back or ahead.

On 4,678 articles of public news with 86,000 figures it raised nothing; what it finds of planted errors is
told by `make score`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from numcheck.link.context import day_of
from numcheck.model import Figure, Hit, Reading, Severity
from numcheck.rules.arithmetic.spans import hits_of_spans
from numcheck.rules.sentences import by_sentence, sentence_of

SEVERITY: Severity = "warning"

FLAGGED = (
    "ORLESK, 4 May 2018 - The town marks the [[20th anniversary of the 2001]] flood.",
    "ORLESK, 4 May 2018 - Today the club celebrates the [[50th anniversary of its 1969]] cup win.",
    "ORLESK, 4 May 2018 - It was a service for the [[100th anniversary of the 1914]] armistice.",
    "ORLESK, 4 May 2018 - It was the [[25th anniversary of the 1990]] treaty.",
    "ORLESK, 4 May 2018 - The school celebrated the [[60th anniversary of its 1961]] founding.",
    "The couple, who wed in [[1962, held a golden wedding party in 2002]].",
    "The couple, who wed on 12 June 1954, celebrated their [[60th]] anniversary on 12 June 2024 with chips.",
)

SILENT = (
    "ORLESK, 4 May 2021 - The town marks the 20th anniversary of the 2001 flood.",
    "ORLESK, 4 May 2020 - The town prepares for the 20th anniversary of the 2001 flood.",
    "ORLESK, 4 May 2018 - In 2011, on the 10th anniversary of the 2001 flood, it built a wall.",
    "The town marks the 20th anniversary of the 2001 flood.",
    "ORLESK, 4 May 2018 - It is the 20th flood since 2001.",
    "ORLESK, 4 May 2018 - The 30th anniversary of the club, which moved here in 2001, is near.",
    "ORLESK, 4 May 2018 - It is the 28th anniversary of the 1990 treaty.",
    "ORLESK, 4 May 2018 - Next year will see the 30th anniversary of the 1989 march.",
    "The couple, who wed on 12 June 1954, celebrated their 70th anniversary on 12 June 2024 with chips.",
    "The fair, founded in 1969, held its 50th edition in 2022, having been cancelled four times.",
)

ANNIVERSARY = re.compile(r"\s+anniversary\b[^.;:]{0,60}?\b(?:of|since)\b[^.;:]{0,60}$")
AFTER = re.compile(r"\s+(?:to the day )?(?:after|since|on from)\b[^.;:]{0,70}$")
LATER = re.compile(r"\s+later\b")
ITS_YEAR = re.compile(r"\s+(?:wedding\s+|golden\s+)?(?P<what>year|season|birthday|anniversary)\b")
# "turned 50 last year", of what was founded.
TURNED = re.compile(r"\b(?:turn(?:s|ed)|will turn) $")
LAST_OR_NEXT = re.compile(r"\s+(?P<which>last|this|next) (?:year|month|week)\b")
FOUNDED = re.compile(
    r"\b(?:founded|established|set up|formed|started|opened|created|launched|began|came to the throne|"
    r"acceded|ascended|married|wed|built|settled|broadcast|published|released|premiered|incorporated|born|completed|inaugurated)\b"
    r"[^.;:]{0,30}$"
)
# "marks its 50th year": behind the founding, told of now.
MARKS = re.compile(
    r"[^.;:]{0,60}\b(?:mark(?:s|ed|ing)?|celebrate[sd]?|celebrating|in|enters|entering|reached|"
    r"reaches)\b[^.;:]{0,25}$"
)
TERMS = {
    "centenary": 100, "centennial": 100, "bicentenary": 200, "bicentennial": 200, "sesquicentenary": 150,
    "sesquicentennial": 150, "tercentenary": 300, "tercentennial": 300, "quatercentenary": 400,
    "quincentenary": 500, "silver wedding": 25, "silver jubilee": 25, "golden wedding": 50,
    "golden jubilee": 50, "diamond wedding": 60, "diamond jubilee": 60,
}  # fmt: skip
TERM = re.compile(rf"\b(?P<term>{'|'.join(TERMS)}) of\b[^.;:]{{0,60}}$", re.I)
# "its bicentennial in 2025, having been settled in 1825"
TERM_IN = re.compile(rf"\b(?P<term>{'|'.join(TERMS)}) (?:[a-z]+ )?in $", re.I)
TERM_NOW = re.compile(rf"\b(?P<term>{'|'.join(TERMS)}) this (?:year|month|week)\b[^.;:]{{0,60}}$", re.I)
IN = re.compile(r"\s+(?:years )?in (?:\w+ )?")
# What is told of the day of the article.
NOW = re.compile(
    r"\b(?:is|are|has|have|still|today|now|marks?|marking|this (?:week|month|year|summer|spring|autumn|"
    r"winter)|celebrates?)\b"
)
THEN = re.compile(r"\b(?:had|was|were|would|did)\b")
EXACTLY = re.compile(r"\b(?:exactly|to the day)\b")
TODAY = re.compile(
    r"\b(?:today|marks|marked|marking|celebrates|celebrated|commemorates|commemorated)\b", re.I
)
AHEAD = re.compile(
    r"\b(?:ahead|early|next year|will|prepar\w+|plans?|planned|upcoming|nearly|almost|approach\w*)\b", re.I
)
YEARS = {"year": 1, "decade": 10, "century": 100}
NEAR, OLDEST, WEEK = 1, 700, 7


class Told(NamedTuple):
    """So many years from one year to another: ``slack`` is how far they may be from what they make."""

    figures: tuple[Figure, ...]
    start: int
    end: int
    number: int
    year: int
    reference: int
    slack: int


def check(reading: Reading) -> Iterator[Hit]:
    """One hit for each anniversary that its years do not make."""
    named: set[int] = set()
    for told in _told(reading):
        made = told.year + told.number
        if 0 < told.number < OLDEST and abs(made - told.reference) > told.slack:
            right = told.reference - told.year
            named |= {figure.start for figure in told.figures}
            yield Hit(
                figures=told.figures,
                start=told.start,
                end=told.end,
                message=f"{told.year} and {told.number} years make {made}, not {told.reference}",
                suggestions=(f"{right}",) if right > 0 else (),
                evidence=(f"{told.year} + {told.number} = {made}",),
            )
    yield from hits_of_spans(reading, "anniversary", named)


def _told(reading: Reading) -> Iterator[Told]:
    day = day_of(reading)
    for figures in by_sentence(reading):
        years = [figure for figure in figures if figure.mention.date.year and not _is_the_day(figure, day)]
        if not years:
            continue
        for figure in figures:
            for way in (_anniversary, _years_after, _its_year, _years_later, _turned):
                yield from way(reading, figure, years, day)
        yield from _named(reading, years, day)


def _is_the_day(figure: Figure, day: date | None) -> bool:
    """Whether a date is that of the article, as a dateline has it."""
    written = figure.mention.date
    return day is not None and (written.year, written.month, written.day) == (day.year, day.month, day.day)


def _span(figure: Figure, year: Figure) -> tuple[tuple[Figure, ...], int, int]:
    return (figure, year), min(figure.start, year.start), max(figure.end, year.end)


def _anniversary(
    reading: Reading, figure: Figure, years: Sequence[Figure], day: date | None
) -> Iterator[Told]:
    """ "the 20th anniversary of the 2001 attack", of now or "in 2005"."""
    behind = [year for year in years if year.start >= figure.end]
    if figure.kind != "ordinal" or not behind:
        return
    if not ANNIVERSARY.fullmatch(reading.article.text, figure.end, behind[0].start):
        return
    if re.search(r"\b(?:which|who|whose|that)\b", reading.article.text[figure.end : behind[0].start]):
        return
    year, number = behind[0].mention.date.year, int(figure.low)
    others = [other.mention.date.year for other in years if other is not behind[0]]
    if others:
        if others[0] > year and len(others) == 1 and years[0] is not behind[0]:
            yield Told(*_span(figure, behind[0]), number, year, others[0], 0)
    elif day is not None and not _is_told(reading, year + number):
        sentence = sentence_of(reading, figure)
        is_today = TODAY.search(sentence) is not None and AHEAD.search(sentence) is None
        slack = 0 if is_today or _is_now(behind[0], day) else NEAR
        yield Told(*_span(figure, behind[0]), number, year, day.year, slack)


def _is_now(figure: Figure, day: date) -> bool:
    """Whether the day of an event comes round within a week of the article's."""
    told = figure.mention.date
    return told.month == day.month and bool(told.day) and abs(told.day - day.day) <= WEEK


def _years_after(
    reading: Reading, figure: Figure, years: Sequence[Figure], day: date | None
) -> Iterator[Told]:
    """ "25 years after the 1986 disaster", told of now or of another year of the sentence."""
    times = YEARS.get(figure.unit, 0) if figure.kind == "duration" and figure.value is not None else 0
    behind = [year for year in years if year.start >= figure.end]
    if not times or not behind or not AFTER.fullmatch(reading.article.text, figure.end, behind[0].start):
        return
    year, number = behind[0].mention.date.year, int(figure.low * times)
    others = [other for other in years if other is not behind[0] and other.mention.date.year > year]
    sentence = sentence_of(reading, figure)
    slack = (
        0
        if EXACTLY.search(sentence)
        else max(NEAR, times // 3, 0 if figure.approx == "exact" else number // 5)
    )
    if len(years) == 2 and others and others[0].end <= figure.start:
        yield Told(*_span(figure, behind[0]), number, year, others[0].mention.date.year, slack)
    elif len(years) == 1 and day is not None:
        written = behind[0].mention.date
        is_the_day = (written.month, written.day) == (day.month, day.day)
        is_now = NOW.search(sentence) is not None and THEN.search(sentence) is None
        if (is_now or is_the_day) and not _is_told(reading, year + number):
            yield Told(*_span(figure, behind[0]), number, year, day.year, slack)


def _its_year(reading: Reading, figure: Figure, years: Sequence[Figure], day: date | None) -> Iterator[Told]:
    """ "founded in 1960, marks its 50th year with a concert", "marked its 50th anniversary in 2010"."""
    text = reading.article.text
    what = ITS_YEAR.match(text, figure.end) if figure.kind == "ordinal" else None
    ahead = [year for year in years if year.end <= figure.start]
    is_dated = len(years) == 2 and IN.fullmatch(text, what.end(), years[1].start) if what else None
    if what is None or len(ahead) != 1 or not (is_dated or (day is not None and len(years) == 1)):
        return
    reference = years[1].mention.date.year if is_dated or day is None else day.year
    gap = text[ahead[0].end : figure.start]
    if not _is_founded(reading, ahead[0]) or not MARKS.fullmatch(gap):
        return
    number, year = int(figure.low), ahead[0].mention.date.year
    if what["what"] in ("year", "season") and year + number - 1 == reference:
        return  # the first year is that of the founding
    yield Told(*_span(figure, ahead[0]), number, year, reference, 0)


def _years_later(
    reading: Reading, figure: Figure, years: Sequence[Figure], day: date | None
) -> Iterator[Told]:
    """ "opened in 1908, closed in 2008, exactly 100 years later"."""
    ahead = [year for year in years if year.end <= figure.start]
    is_later = figure.kind == "duration" and figure.unit in YEARS and figure.value is not None
    if not is_later or len(ahead) != 2 or not LATER.match(reading.article.text, figure.end):
        return
    first, last = (year.mention.date.year for year in ahead)
    is_next = figure.start - ahead[1].end < 20
    if first < last and is_next:
        slack = 0 if EXACTLY.search(sentence_of(reading, figure)) else NEAR
        yield Told(*_span(figure, ahead[0]), int(figure.low) * YEARS[figure.unit], first, last, slack)


def _turned(reading: Reading, figure: Figure, years: Sequence[Figure], day: date | None) -> Iterator[Told]:
    """ "The choir, which was formed in 1973, turned 50 last year", "turned 50 in 2023"."""
    text = reading.article.text
    ahead = [year for year in years if year.end <= figure.start]
    if figure.value is None or len(ahead) != 1 or not TURNED.search(text[: figure.start][-12:]):
        return
    if not _is_founded(reading, ahead[0]):
        return
    when, reference = LAST_OR_NEXT.match(text, figure.end), 0
    if when and day is not None and len(years) == 1:
        reference = day.year + {"last": -1, "this": 0, "next": 1}[when["which"]]
    elif len(years) == 2 and IN.fullmatch(text, figure.end, years[1].start):
        reference = years[1].mention.date.year
    if reference:
        yield Told(*_span(figure, ahead[0]), int(figure.low), ahead[0].mention.date.year, reference, 0)


def _is_founded(reading: Reading, year: Figure) -> bool:
    """Whether a year is that in which something began."""
    return (
        FOUNDED.search(reading.article.text[max(year.sentence_start, year.start - 50) : year.start])
        is not None
    )


def _named(reading: Reading, years: Sequence[Figure], day: date | None) -> Iterator[Told]:
    """ "the bicentenary of the armistice of 1918", "its golden jubilee in 2025, having opened in 1975"."""
    text, year = reading.article.text, years[0]
    if len(years) == 2:
        for held, founded in (years, years[::-1]):
            match = TERM_IN.search(text, held.sentence_start, held.start)
            if match and _is_founded(reading, founded):
                number = TERMS[match["term"].lower()]
                start, end = min(match.start(), founded.start), max(held.end, founded.end)
                told = founded.mention.date.year, held.mention.date.year
                yield Told((founded, held), start, end, number, *told, 0)
        return
    if day is None or len(years) != 1:
        return
    this_year = TERM_NOW.search(text, year.sentence_start, year.start)
    match = TERM.search(text, year.sentence_start, year.start) or this_year
    if match is None or (match is this_year and not _is_founded(reading, year)):
        return
    number, told_year = TERMS[match["term"].lower()], year.mention.date.year
    if not _is_told(reading, told_year + number):
        yield Told((year,), match.start(), year.end, number, told_year, day.year, NEAR)


def _is_told(reading: Reading, year: int) -> bool:
    return any(figure.mention.date.year == year for figure in reading.figures)
