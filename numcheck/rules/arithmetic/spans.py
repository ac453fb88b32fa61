"""How long it was from one date to another, where a text tells all three: the two dates and the time between.

"from 1999 until 2012, 13 years in prison", "The bank, set up in 1765, was swallowed in 1995 after 230 years",
"born in 1990, was 34 when he rejoined the club in 2024", "entered its 45th day on 16 June", "their 70th
anniversary on 12 June 2024". Every time, age and ordinal is a candidate with each two dates of its sentence,
or of its sentence and the next. Which are told as one is decided by cues (see ``span_cues``).
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Collection, Iterator
from datetime import date
from decimal import Decimal
from itertools import combinations
from typing import NamedTuple

from numcheck.interval import Interval, exactly
from numcheck.model import CalendarDate, Figure, Hit, Reading
from numcheck.rules.arithmetic.cues import least, score, severity
from numcheck.rules.arithmetic.span_cues import Candidate, cues_of
from numcheck.rules.sentences import are_neighbours, by_sentence, remembered, sentence_of

__all__ = [
    "LEAP",
    "NO_SPAN",
    "UNITS",
    "Span",
    "candidates",
    "days_between",
    "ends_of",
    "hits_of_spans",
    "holds",
    "spans",
    "wrong_candidates",
]

# Days of a unit, and how far a count in it may be from that of the calendar: both ends counted or neither,
# months of 28 to 31 days, years of which only the number is told.
UNITS: dict[str, tuple[Decimal, int]] = {
    "day": (Decimal(1), 1),
    "week": (Decimal(7), 6),
    "month": (Decimal("30.44"), 20),
    "year": (Decimal("365.25"), 366),
    "decade": (Decimal("3652.5"), 900),
    "century": (Decimal("36525"), 1500),
}
YEAR = Decimal("365.25")
# Dates and times of a passage that are looked at.
MOST_DATES, MOST_TOLD = 4, 4
LEAP, LAST_MONTH, LATEST_YEAR, OLDEST = 2000, 12, 9999, 125
# "its 54th day", "their 60th anniversary"
NTH = re.compile(r" (?P<unit>day|week|month|year|anniversary|birthday|season|edition)\b")
# Of what is held every year some are left out.
LEFT_OUT = re.compile(
    r"\b(?:cancel\w*|miss(?:ed|ing)|skipp?ed|interrupt\w*|except|suspended|biennial|wars?)\b"
)
# "two years late", "ten years after they had met": no time from one date of the sentence to the other.
NO_SPAN = re.compile(r"(?: [a-z]+)? (?:late|early|behind|ahead|overdue|younger|running)\b|-old\b")
# Behind a time that leads to a step, and where the date of that is the next.
STEP = re.compile(r" (?:later|after|before|earlier|on)\b")
TO_THE_DATE = re.compile(
    r" (?:later|on|after|before|earlier)\b,?(?: [a-z']+){0,4}? ?(?:in|on|of|from|the)? ?"
)
BIRTHDAY = re.compile(r" birthday\b")
COMING_ROUND = re.compile(r" (?:anniversary|year|season|edition)\b")
# "was 43 when", "turned 50 in", "aged nine", "at 16, in 1971"
AGED = re.compile(r"\b(?:was|were|is|be|turned|turns|aged|age of|at|only|just|already|nearly|almost|and) $")
AGE_ENDS = re.compile(r"(?: years)?(?:,|;|\.|\)| (?:when|by|in|at|on|and|as)\b)")
LEAD = 12


class Span(NamedTuple):
    """A time and the two dates, the earlier first, that do not make it; ``made`` is how much they do, in its
    unit, and ``odds`` are the log-odds that they are told as one. ``kind`` is what the time is of: "age",
    "anniversary" or "duration"."""

    kind: str
    told: Figure
    first: Figure
    last: Figure
    unit: str
    made: Decimal
    odds: float


@remembered
def spans(reading: Reading) -> Iterator[Span]:
    """Those of an article that do not hold, each time in the likeliest of its ways."""
    best: dict[int, Span] = {}
    for one in wrong_candidates(reading):
        odds = score("span", cues_of(reading, one))
        if odds > least("span") and (one.told.start not in best or odds > best[one.told.start].odds):
            kind = _kind_of(reading, one.told)
            best[one.told.start] = Span(kind, one.told, one.first, one.last, one.unit, one.made, odds)
    yield from best.values()


def hits_of_spans(reading: Reading, kind: str, named: Collection[int]) -> Iterator[Hit]:
    """One hit for each time of a kind that its dates do not make, but for those that begin at an offset of
    ``named``."""
    for span in spans(reading):
        if span.kind != kind or span.told.start in named:
            continue
        if span.told.kind == "ordinal" and LEFT_OUT.search(sentence_of(reading, span.told)):
            continue
        shown = f"{span.made:.3g}".removesuffix(".0")
        unit = span.unit if shown == "1" else f"{span.unit}s"
        yield Hit(
            figures=(span.told, span.first, span.last),
            start=span.told.start,
            end=span.told.end,
            message=f"{span.first.text} to {span.last.text} is about {shown} {unit}, not {span.told.text}",
            suggestions=(f"{shown} {unit}",) if kind == "duration" else (shown,),
            severity=severity("span", span.odds),
        )


def _kind_of(reading: Reading, told: Figure) -> str:
    """What a time is of, which says whose rule names it."""
    if told.kind in ("age", "count") or (told.kind == "ordinal" and _follows(reading, told, BIRTHDAY)):
        return "age"
    return "anniversary" if told.kind == "ordinal" and _follows(reading, told, COMING_ROUND) else "duration"


def _follows(reading: Reading, figure: Figure, pattern: re.Pattern[str]) -> bool:
    return pattern.match(reading.article.text, figure.end) is not None


def wrong_candidates(reading: Reading) -> Iterator[Candidate]:
    """Candidates that do not hold, of a time that no two dates make."""
    found = list(candidates(reading))
    right = {one.told.start for one in found if holds(one)}
    yield from (one for one in found if one.told.start not in right)


def candidates(reading: Reading) -> Iterator[Candidate]:
    """Every time, age and ordinal with each two dates that stand with it."""
    for figures in _passages(reading):
        dates = [figure for figure in figures if _is_dated(figure)]
        if not 2 <= len(dates) <= MOST_DATES:
            continue
        told = [(figure, unit) for figure in figures if (unit := _unit_of(reading, figure))]
        if not 1 <= len(told) <= MOST_TOLD:
            continue
        starts = {figure.sentence_start for figure in figures}
        for first, last in combinations(dates, 2):
            days = days_between(first.mention.date, last.mention.date)
            if days is None:
                first, last = last, first
                days = days_between(first.mention.date, last.mention.date)
            if days is None:
                continue
            for figure, unit in told:
                if len({figure.sentence_start, first.sentence_start, last.sentence_start}) < len(starts):
                    continue
                if _is_of_a_step(reading, figure, first, last):
                    continue
                size = UNITS[unit][0]
                made = (days[0] + days[1]) / 2 / size
                yield Candidate(figure, first, last, unit, made, days, tuple(dates), len(told))


def _passages(reading: Reading) -> Iterator[tuple[Figure, ...]]:
    """The figures of each sentence, and those of each two sentences that follow each other."""
    groups = by_sentence(reading)
    for place, group in enumerate(groups):
        if len(group) > 2:
            yield group
        for following in groups[place + 1 : place + 2]:
            if are_neighbours(reading, group, following):
                yield (*group, *following)


def _is_of_a_step(reading: Reading, told: Figure, first: Figure, last: Figure) -> bool:
    """Whether a time is from one date to something in between: "joined in 2001, made detective four years
    later and retired in 2020"."""
    left, right = sorted((first, last), key=lambda figure: figure.start)
    text = reading.article.text
    if not left.end <= told.start < told.end <= right.start or not STEP.match(text, told.end):
        return False
    return TO_THE_DATE.fullmatch(text, told.end, right.start) is None


def _is_dated(figure: Figure) -> bool:
    if figure.kind != "date":
        return False
    told = figure.mention.date
    return bool(told.year or (told.month and told.day))


def _unit_of(reading: Reading, figure: Figure) -> str:
    """The unit of a time, an age or the ordinal of one; empty for other figures."""
    if figure.value is None or figure.low <= 0:
        return ""
    if figure.kind == "duration":
        is_span = not NO_SPAN.match(reading.article.text, figure.end)
        return figure.unit if figure.unit in UNITS and is_span else ""
    if figure.kind == "ordinal":
        match = NTH.match(reading.article.text, figure.end)
        unit = match["unit"] if match else ""
        return unit if unit in UNITS else "year" if unit else ""
    if figure.kind == "age":
        return figure.unit if figure.unit in UNITS else "year"
    if figure.kind == "count" and not figure.unit and figure.low < OLDEST:
        text = reading.article.text
        is_aged = AGED.search(text[max(figure.sentence_start, figure.start - LEAD) : figure.start])
        return "year" if is_aged and AGE_ENDS.match(text, figure.end) else ""
    return ""


def holds(one: Candidate) -> bool:
    """Whether two dates make a time, as exactly as they are told."""
    size, slack = UNITS[one.unit]
    told = exactly(one.told.low) if one.told.approx == "exact" else one.told.quantity.possible
    low, high = (one.days[0] - slack) / size, (one.days[1] + slack) / size
    return told.overlaps(Interval(low, high))


def days_between(first: CalendarDate, last: CalendarDate) -> tuple[Decimal, Decimal] | None:
    """The least and the most days from one date to another; the year may be told once. None where the second
    is not after the first, or no day at all."""
    year = last.year or first.year or LEAP
    starts = ends_of(first, first.year or year)
    stops = ends_of(last, last.year or year)
    if starts is None or stops is None:
        return None
    if not first.month or not last.month:  # years alone
        size = YEAR * (stops[0].year - starts[0].year)
        return (size, size) if size > 0 else None
    if not (first.year or last.year) and stops[0] < starts[0]:
        stops = ends_of(last, year + 1) or stops  # over the new year
    lowest = Decimal((stops[0] - starts[1]).days)
    highest = Decimal((stops[1] - starts[0]).days)
    return (max(lowest, Decimal(0)), highest) if highest > 0 else None


def ends_of(told: CalendarDate, year: int) -> tuple[date, date] | None:
    """The first and the last day that a date may mean in a year; None where no calendar has it."""
    month = told.month or 1
    if not 1 <= month <= LAST_MONTH or not 1 <= year <= LATEST_YEAR:
        return None
    last = monthrange(year, month)[1]
    if told.day:
        return (date(year, month, told.day),) * 2 if told.day <= last else None
    return date(year, month, 1), date(year, month, last)
