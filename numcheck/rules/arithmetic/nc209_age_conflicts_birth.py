"""An age is not what the year of birth makes.

"Ashdown, 80, who was born in 1950" in an article of 2022 is 71 or 72. One of the two is mistyped, or the
age comes from an older piece.

The year of birth is taken from the year of the article; both ages that a birthday allows are right, and the
one before the other of two articles is not asked.

An age that stands with two years ("born in 1990, was 43 when he rejoined the club in 2024") is told of them
or not by the words about the three, which have weights fitted to sentences of ours and to public news.

Silent where the article has no day, where the sentence tells of a death or of another time ("she was 31
when"), and where the two stand in sentences of their own.

On 4,678 articles of public news with 86,000 figures it raised nothing; what it finds of planted errors is
told by `make score`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from numcheck.link.context import day_of
from numcheck.model import CalendarDate, Figure, Hit, Reading, Severity
from numcheck.rules.arithmetic.spans import hits_of_spans
from numcheck.rules.sentences import with_next

SEVERITY: Severity = "error"

FLAGGED = (
    "ORLESK, 4 May 2022 - Helen Ashdown, [[80]], was born in 1950 in the north.",
    "ORLESK, 4 May 2022 - Born in 1987, the singer, now [[25]], came back.",
    "ORLESK, 4 May 2022 - The [[44]]-year-old, born in 1958, has three sons.",
    "ORLESK, 4 May 2022 - Born in 1990, the keeper, now [[23]], is back.",
    "ORLESK, 4 May 2022 - Ilse Corran, [[74]], who was born in 1961, leads the council.",
    "The striker, who was born in Tavna in 1990, was [[43]] when he rejoined the club in 2024.",
)

SILENT = (
    "ORLESK, 4 May 2022 - Helen Ashdown, 72, was born in 1950 in the north.",
    "ORLESK, 4 May 2022 - Helen Ashdown, 71, was born in 1950 in the north.",
    "Helen Ashdown, 80, was born in 1950 in the north.",
    "ORLESK, 4 May 2022 - Born in 1950, he died in 2010, 60 years old.",
    "ORLESK, 4 May 2022 - Born in 1950, he was 31 when he left.",
    "ORLESK, 4 May 2022 - Her son, 12, and her mother, born in 1950, live here.",
    "ORLESK, 4 May 2022 - Born in 1950, the club has 80 members.",
    "ORLESK, 4 May 2022 - Born in 1990, the keeper, now 31, is back.",
    "The striker, who was born in Tavna in 1990, was 33 when he rejoined the club in 2024.",
)

BORN = re.compile(
    r"\bborn(?:,? (?:in|at|near) [A-Z][\w' -]{1,25})?,?\s+(?:(?:in|on|at|around)\s+)?$|\bb\. ?$", re.I
)
# Ages that no figure of their own tells: "was 48 when", "turned 40", "her 91st birthday", "At 79, ", "(born
# 1979), 36,".
AGE = re.compile(
    r"\b(?P<was>[0-9]{1,3}) when\b|\bturned (?P<turned>[0-9]{1,3})\b|"
    r"\b(?P<birthday>[0-9]{1,3})(?:st|nd|rd|th) birthday\b|(?:^|[.;“] ?|, )At (?P<at>[0-9]{2}),|"
    r"\)?, (?P<apposed>[0-9]{2}),|"
    r"\b(?P<old>[0-9]{1,3})-year-old\b|\b(?:he|she) was (?:just |only )(?P<just>[0-9]{1,3})(?=[.,;])|"
    r"\b(?:[Aa]ged|age of|was|now|is)(?: now)? (?P<aged>[0-9]{1,3})\b(?=[,.;]| (?:years old|and|when|in))"
)
WORDED = re.compile(
    r"\b(?:aged|age of) (?P<word>ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|"
    r"nineteen|twenty)\b"
)
SMALL = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty".split()
OTHER_PERSON = re.compile(
    r"\b(?:mother|father|son|sons|daughter|wife|husband|brother|sister|whose|parents|children|widow|club|"
    r"firm|company|school|"
    r"predecessor|successor|rival|friend|colleague|twin)\b"
)
THING = re.compile(r"\b(?:club|firm|company|school|band|party|idea|project|team|paper|league)\b")
LEAP_DAY = (2, 29)
OTHER_COUNT = re.compile(r"\b(?:Korean|lunar|leap|would have been|would be|seasons?)\b")
# What is told of no year that is named.
SOME_TIME = re.compile(r"\b(?:when|then|later|at the time|by the time|since|after)\b")
# "when she died on Thursday", "turned 40 on Tuesday"
LATELY = re.compile(
    r"(?: when (?:he|she) died)? (?:on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|today|yesterday|"
    r"this week)\b"
)
# "(12 April 1920 - 3 May 2009) died at 89"
SPAN = re.compile(
    r"\([^()]{0,20}?\b(?P<first>1[0-9]{3}|"
    r"20[0-9]{2}) ?[-–] ?(?:[^()0-9]{0,12}[0-9]{0,2}[^()0-9]{0,12})?(?P<last>1[0-9]{3}|20[0-9]{2})\)"
    r"[^;()]{0,60}?\b(?:died at|aged|at the age of|was|died,? aged) (?P<age>[0-9]{1,3})\b"
)
GOES_ON = re.compile(r"\s*(?:He|She|They|The [a-z]+, who)\b")
OLDEST, LONGEST = 125, 110


class Life(NamedTuple):
    """A year of birth, an age, and the date that the age is told of, None where that is the article's day."""

    born: Figure
    age: int
    start: int
    end: int
    kind: str
    then: Figure | None


def check(reading: Reading) -> Iterator[Hit]:
    """One hit for each age that the year of birth beside it does not make."""
    day = day_of(reading)
    text, named = reading.article.text, set[int]()
    for life in _lives(reading) if "orn" in text or "b. " in text else ():
        reference = life.then.mention.date if life.then else _written(day)
        if reference is None:
            continue
        born = life.born.mention.date
        years = reference.year - born.year
        if 0 < years < OLDEST and life.age not in _ages(born, reference, life.kind):
            named.add(life.start)
            yield _hit(reading, life, years, reference.year)
    yield from hits_of_spans(reading, "age", named)
    for match in SPAN.finditer(reading.article.text):
        years = int(match["last"]) - int(match["first"])
        if 0 < years < OLDEST and int(match["age"]) not in (years, years - 1):
            yield Hit(
                figures=(),
                start=match.start("age"),
                end=match.end("age"),
                message=f"from {match['first']} to {match['last']} are {years} years",
                suggestions=(f"{years}", f"{years - 1}"),
                evidence=(f"{match['last']} - {match['first']} = {years}",),
            )


def _written(day: date | None) -> CalendarDate | None:
    return CalendarDate(day.year, day.month, day.day) if day else None


def _ages(born: CalendarDate, then: CalendarDate, kind: str) -> set[int]:
    """The ages that somebody may be said to have: by the days where both are told, else by the years."""
    years = then.year - born.year
    if kind == "turned":
        return {years}
    if kind == "birthday":
        return {years - 1, years, years + 1}
    if born.day and then.day:
        had = (then.month, then.day) >= (born.month, born.day)
        return {years if had else years - 1}
    if born.month and then.month and born.month != then.month:
        return {years if then.month > born.month else years - 1}
    return {years - 1, years}


def _lives(reading: Reading) -> Iterator[Life]:
    for figures, following in with_next(reading, GOES_ON):
        life = _life(reading, figures)
        if life is None and following:
            life = _life(reading, figures + following)
        if life is not None:
            yield life


def _life(reading: Reading, figures: Sequence[Figure]) -> Life | None:
    text = reading.article.text
    dates = [figure for figure in figures if figure.kind == "date" and figure.mention.date.year]
    births = [figure for figure in dates if BORN.search(text[max(0, figure.start - 45) : figure.start])]
    if len(births) != 1:
        return None
    born, others = births[0], [figure for figure in dates if figure is not births[0]]
    day = day_of(reading)
    others = [figure for figure in others if day is None or figure.mention.date != _written(day)]
    start, end = figures[0].sentence_start, figures[-1].sentence_end
    found = _age(text, start, end)
    if found is None:
        return None
    age, first, last, kind = found
    if kind == "apposed":
        others = []  # "Ilse Corran, 74, was born in 1961": of today, whatever follows
    if len(others) > 1:
        return None
    gap = text[min(last, born.end) : max(first, born.start)]
    lead = text[max(start, born.start - 45) : born.start]
    if THING.search(lead) or (born.mention.date.month, born.mention.date.day) == LEAP_DAY:
        return None
    if OTHER_PERSON.search(gap) or OTHER_COUNT.search(text[start:end]) or len(gap) > LONGEST:
        return None
    if not others and LATELY.match(text, last):
        return Life(born, age, first, last, kind, None)
    if not others and (SOME_TIME.search(text[max(start, first - 40) : last + 12]) or kind == "turned"):
        return None
    if others and OTHER_PERSON.search(text[min(last, others[0].end) : max(first, others[0].start)]):
        return None
    return Life(born, age, first, last, kind, others[0] if others else None)


def _age(text: str, start: int, end: int) -> tuple[int, int, int, str] | None:
    """The one age that a passage tells, at its span, and how it is told; None where it tells several."""
    found = []
    for match in AGE.finditer(text, start, end):
        kind = str(match.lastgroup)
        found.append((int(match[kind]), match.start(kind), match.end(kind), kind))
    for match in WORDED.finditer(text, start, end):
        found.append((SMALL.index(match["word"]) + 10, match.start("word"), match.end("word"), "aged"))
    return found[0] if len(found) == 1 and 0 < found[0][0] < OLDEST else None


def _hit(reading: Reading, life: Life, years: int, year: int) -> Hit:
    born = life.born.mention.date.year
    figures = tuple(
        figure for figure in reading.figures if figure.start <= life.start and life.end <= figure.end
    )
    return Hit(
        figures=(*figures, life.born),
        start=life.start,
        end=life.end,
        message=f"whoever was born in {born} is {years - 1} or {years} in {year}",
        suggestions=(f"{years}", f"{years - 1}"),
        evidence=(f"{year} - {born} = {years}",),
    )
