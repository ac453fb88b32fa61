"""A duration is not what its years make.

"From 2010 to 2015, eight years" are five, or six with both ends. One of the years was mistyped, or the
duration was counted on the fingers.

The later year less the earlier one is how long it was, and one year more or less is honest: the first and
the last year may both count, or neither be whole.

Any other time that stands with two dates ("set up in 1765, it was swallowed in 1995 after 320 years") is
told of them or not by the words about the three: each has a weight, fitted to sentences of ours and to public
news, and how sure they are makes an error, a warning or a note of it.

Silent where a hedge or words between tell of another span ("from 2010 to 2015, after eight years in
office").

On 4,678 articles of public news with 86,000 figures it raised nothing; what it finds of planted errors is
told by `make score`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from numcheck.interval import Interval, exactly, widened_by
from numcheck.model import CalendarDate, Figure, Hit, Reading, Severity
from numcheck.rules.arithmetic.spans import LEAP, NO_SPAN, UNITS, ends_of, hits_of_spans
from numcheck.rules.sentences import by_sentence

SEVERITY: Severity = "error"

FLAGGED = (
    "He was mayor from 2010 to 2015, [[eight years]] in all.",
    "She ruled for [[12 years]], from 1990 to 1999.",
    "The war lasted [[nine years]], from 1914 to 1918, by his count.",
    "He edited the paper from 1950 to 1962, [[20 years]] in all.",
    "She taught for [[15 years]], from 2001 to 2010.",
    "The chronicle, copied out in 1348, was [[170 years]] old by 1455, when the first Bibles were printed.",
    "The peacekeepers, who arrived on 3 May 2011, left on 3 May 2014, after [[nine years]].",
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
    "The bank, set up in 1765, was swallowed by a rival in 1995 after 230 years of independence.",
    "The work began in 2011 and was finished in 2017, two years late.",
    "She joined the police in 2001, made detective four years later and retired in 2020.",
)

FROM = re.compile(r"\b(?:from|between)\s+(?:the )?$", re.I)
# Between the two ends of a span, and around it.
JOINS = re.compile(r",?\s+(?:to|until|till|and|through)\s+(?:the )?|\s?[-–—]\s?")
BEGAN = re.compile(
    r"\b(?:began|begins|started|starts|left|went up|opened|opens|took off|kicked off|"
    r"departed)\b[^.;:()]{0,20}$"
)
ENDED = re.compile(
    r"[^.;()]{0,45}?,? (?:and|until) [^.;()]{0,15}?\b(?:ended|ends|broke up|touched down|landed|came down|"
    r"closed|"
    r"closes|arrived|finished|finishes)\b"
    r"[^.;:()]{0,20}"
)
# Between a duration and the span, whichever is first.
NEAR = re.compile(r"[^.;()]{0,45}(?::[^.;()]{0,35})?")
OTHER = re.compile(
    r"\b(?:after|before|later than|earlier|ago|since|of which|first|last|including|than|out of|jail\w*|"
    r"prison|sentence\w*|aged|old|"
    r"every|each|per|over the next|remaining|apart|another|on and off|off and on|more|previous|separate)\b"
)
SEVERAL = re.compile(r"\b(?:two|three|four|five|several|consecutive|both|[0-9]+) $")
# "from 27 July to 12 August, cost £8.9 billion and lasted 17 days", "ended on Jan. 25 after a record 35 days"
LASTED = re.compile(r"[^.;:()]{0,60} and lasted | after (?:a |an )?(?:record |total of )?")
LATER = re.compile(r"\s+later\b")
# "for 25 years, from 1985 until his retirement in 2000", "From 1990 to 2005 he was in office for 15 years"
OFF_AND_ON = re.compile(
    r"\b(?:on and off|off and on|with (?:a |several )?(?:gaps?|breaks?|interruptions?))\b"
)
YEARS_OF = (
    re.compile(r"YEARS[^.;()0-9]{0,45},? from YEAR (?:to|until|till)(?: [a-z' ]{1,40} in)? YEAR"),
    re.compile(r"[Ff]rom YEAR (?:to|until|till) YEAR(?!,? and\b),? [^.;(),0-9]{0,50}\bfor YEARS(?! of)"),
    re.compile(r"[Rr]uling from YEAR to YEAR(?!,? and\b),? [^.;(),0-9]{0,50}\bfor YEARS"),
    # "opened in 1932, was demolished 60 years later, in 1992"
    re.compile(r"\bin YEAR,? [^.;()0-9]{0,60}?YEARS later,? in YEAR"),
    # "Married in 1961, the couple had been together for 52 years when she died in 2013"
    re.compile(
        r"\b(?:[Mm]arried|[Ff]ounded|[Oo]pened|[Jj]oined|[Ss]tarted|[Bb]egan|[Ll]aunched) in YEAR,? "
        r"[^.;()0-9]{0,60}?\b(?:for|after) YEARS (?:when|until|before|by) [^.;()0-9]{0,40} in YEAR"
    ),
)
# Decades and centuries are told too loosely for two dates to be asked of them.
LOOSE = frozenset({"decade", "century"})
CLOCK = {"hour": 60, "minute": 1}
A_DAY = 1440


def check(reading: Reading) -> Iterator[Hit]:
    """One hit for each duration that the two dates or the two hours beside it do not make."""
    named: set[int] = set()
    for hit in _of_years(reading):
        named.add(hit.start)
        yield hit
    for figures in by_sentence(reading):
        durations = [figure for figure in figures if figure.kind == "duration" and figure.value is not None]
        if len(durations) == 1 and durations[0].start not in named:
            for hit in (
                *_of_dates(reading, figures, durations[0]),
                *_of_hours(reading, figures, durations[0]),
            ):
                named.add(hit.start)
                yield hit
    yield from hits_of_spans(reading, "duration", named)


def _of_years(reading: Reading) -> Iterator[Hit]:
    """Years of which one sentence tells the first, the last and the number."""
    text = reading.article.text
    for figures in by_sentence(reading):
        durations = [
            one for one in figures if one.kind == "duration" and one.unit == "year" and one.value is not None
        ]
        years = [one for one in figures if one.kind == "date" and one.mention.date.year]
        if len(durations) != 1 or len(years) != 2:
            continue
        told, (first, last) = durations[0], years
        plain = _with_names(text, told, first, last)
        size = last.mention.date.year - first.mention.date.year
        is_told = (
            size > 0 and not OFF_AND_ON.search(plain) and any(pattern.search(plain) for pattern in YEARS_OF)
        )
        if is_told and told.approx == "exact" and abs(told.low - size) > 1:
            yield _hit(told, first, last, Decimal(size))


def _with_names(text: str, told: Figure, first: Figure, last: Figure) -> str:
    """A sentence with its years and its duration named so."""
    parts, place = [], told.sentence_start
    names = {told.start: "YEARS", first.start: "YEAR", last.start: "YEAR"}
    for figure in sorted((told, first, last), key=lambda one: one.start):
        parts += [text[place : figure.start], names[figure.start]]
        place = figure.end
    return "".join([*parts, text[place : told.sentence_end]])


def _of_dates(reading: Reading, figures: Sequence[Figure], duration: Figure) -> Iterator[Hit]:
    dates = [figure for figure in figures if figure.kind == "date" and _is_told(figure.mention.date)]
    if duration.unit not in UNITS.keys() - LOOSE or NO_SPAN.match(reading.article.text, duration.end):
        return
    if len(dates) == 1 and (span := _in_one_figure(dates[0])) is not None:
        first = last = dates[0]
    elif len(dates) == 2:
        first, last = dates
        span = _days_between(first.mention.date, last.mention.date)
    else:
        return
    if span is None or not _is_span(reading, first, last) or not _is_beside(reading, duration, first, last):
        return
    least, most = span
    size, slack = UNITS[duration.unit]
    told = duration.quantity.possible
    low, high = (least - slack) / size, (most + slack) / size
    if duration.approx == "exact":
        told = exactly(duration.low)
    if not told.overlaps(Interval(Decimal(low), Decimal(high))):
        yield _hit(duration, first, last, (least + most) / 2 / size)


def _is_told(date_told: CalendarDate) -> bool:
    return bool(date_told.year or (date_told.month and date_told.day))


def _in_one_figure(figure: Figure) -> tuple[Decimal, Decimal] | None:
    """The days of "3 to 11 May" or "1914-1918", which are one figure."""
    match = re.match(r"([0-9]{1,2})(?:st|nd|rd|th)?\s?(?:to|and|until|-|–)\s?([0-9]{1,2})\b", figure.text)
    if match and figure.mention.date.month:
        days = Decimal(int(match[2]) - int(match[1]))
        return (days, days) if days > 0 else None
    years = re.fullmatch(r"([12][0-9]{3})\s?[-–]\s?([12][0-9]{3})", figure.text)
    if years:
        size = Decimal("365.25") * (int(years[2]) - int(years[1]))
        return (size, size) if size > 0 else None
    return None


def _days_between(first: CalendarDate, last: CalendarDate) -> tuple[Decimal, Decimal] | None:
    """The least and the most days from one date to another; the year may be told once."""
    year = last.year or first.year or LEAP
    starts = ends_of(first, first.year or year)
    stops = ends_of(last, last.year or year)
    if (
        starts is None
        or stops is None
        or bool(first.day) != bool(last.day)
        or bool(first.month) != bool(last.month)
    ):
        return None
    if not first.month:  # years alone
        size = Decimal("365.25") * (stops[0].year - starts[0].year)
        return (size, size) if size > 0 else None
    if not (first.year or last.year) and stops[0] < starts[0]:
        stops = ends_of(last, year + 1) or stops  # over the new year
    least = Decimal((stops[0] - starts[0]).days)
    most = Decimal((stops[1] - starts[0]).days) if not last.day else least
    return (least, most) if least > 0 else None


def _is_span(reading: Reading, first: Figure, last: Figure) -> bool:
    """Whether two dates are the ends of one span."""
    text = reading.article.text
    lead, gap = text[max(first.sentence_start, first.start - 30) : first.start], text[first.end : last.start]
    if first is last:
        return True
    is_joined = JOINS.fullmatch(gap) is not None and (
        FROM.search(lead) or lead.endswith("(") or "-" in gap or "–" in gap
    )
    return bool(is_joined) or (BEGAN.search(lead) is not None and ENDED.fullmatch(gap) is not None)


def _is_beside(reading: Reading, duration: Figure, first: Figure, last: Figure) -> bool:
    """Whether a duration stands before a span or behind it with nothing between that makes it another's."""
    text = reading.article.text
    if duration.end <= first.start:
        gap, lead = (
            text[duration.end : first.start],
            text[max(duration.sentence_start, duration.start - 20) : duration.start],
        )
        return (
            NEAR.fullmatch(gap) is not None
            and not OTHER.search(gap)
            and not OTHER.search(lead + gap)
            and not SEVERAL.search(lead)
        )
    if duration.start >= last.end:
        gap = text[last.end : duration.start]
        is_later = LATER.match(text, duration.end) is not None
        if LASTED.fullmatch(gap):
            return True
        behind = text[duration.end : duration.end + 12]
        return (
            (
                re.fullmatch(
                    r",? ?(?:\(|in |for |or |an? |the |a total of |of |some |had lasted |lasted )*", gap
                )
                is not None
            )
            and not OTHER.search(gap)
            and (is_later or not OTHER.search(behind))
        )
    return False


def _of_hours(reading: Reading, figures: Sequence[Figure], duration: Figure) -> Iterator[Hit]:
    """ "a 45-minute talk, from 9.15 to 10.00", "left at 10:05 and landed at 13:50, three hours and 45
    minutes later"."""
    times = [figure for figure in figures if figure.kind == "time"]
    if len(times) != 2 or duration.unit not in CLOCK:
        return
    first, last = times
    if not _is_span(reading, first, last) or not _is_beside(reading, duration, first, last):
        return
    minutes = int(last.low - first.low) % A_DAY
    days = [figure for figure in figures if figure.kind == "date" and figure.mention.date.weekday]
    if len(days) == 2:
        minutes += A_DAY * ((days[1].mention.date.weekday - days[0].mention.date.weekday) % 7)
        if last.low < first.low:
            minutes -= A_DAY
    told = duration.quantity.possible.scaled(Decimal(CLOCK[duration.unit]))
    slack = Decimal(CLOCK[duration.unit]) / 2
    halves = (minutes, minutes + A_DAY // 2)  # "from 10 to 2" without am and pm
    has_halves = all(re.search(r"[ap]\.?m|noon|midnight|:", figure.text, re.I) for figure in times)
    wanted = halves[:1] if has_halves else halves
    if not any(told.overlaps(widened_by(exactly(Decimal(one)), slack)) for one in wanted):
        yield _hit(duration, first, last, Decimal(minutes) / CLOCK[duration.unit])


def _hit(duration: Figure, first: Figure, last: Figure, made: Decimal) -> Hit:
    shown = f"{made:.3g}".removesuffix(".0")
    unit = duration.unit if shown == "1" else f"{duration.unit}s"
    figures = (duration, first) if first is last else (duration, first, last)
    span = first.text if first is last else f"{first.text} to {last.text}"
    return Hit(
        figures=figures,
        start=duration.start,
        end=duration.end,
        message=f"{span} is about {shown} {unit}, not {duration.text}",
        suggestions=(f"{shown} {unit}",),
    )
