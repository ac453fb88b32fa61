"""An age is not what the year of birth makes.

"Ashdown, 80, who was born in 1950" in an article of 2022 is 71 or 72. One of the two is mistyped, or the
age comes from an older piece.

The year of birth is taken from the year of the article; both ages that a birthday allows are right, and the
one before the other of two articles is not asked.

Silent where the article has no day, where the sentence tells of a death or of another time ("she was 31
when"), and where the two stand in sentences of their own.

On 4,678 articles of public news with 86,000 figures it raised nothing: its silence there is known, its
recall is not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from numcheck.link.context import day_of
from numcheck.model import Figure, Hit, Reading, Severity
from numcheck.rules.sentences import runs, sentence_of

SEVERITY: Severity = "error"

FLAGGED = (
    "ORLESK, 4 May 2022 - Helen Ashdown, [[80]], was born in 1950 in the north.",
    "ORLESK, 4 May 2022 - Born in 1987, the singer, now [[25]], came back.",
    "ORLESK, 4 May 2022 - The [[44-year-old]], born in 1958, has three sons.",
    "ORLESK, 4 May 2022 - Born in 1990, the keeper, now [[23]], is back.",
    "ORLESK, 4 May 2022 - Ilse Corran, [[74]], who was born in 1961, leads the council.",
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
)

BORN = re.compile(r"\bborn\s+(?:in|on)\s+(?:[A-Z][a-z]+\s+)?$", re.I)
OTHER_TIME = re.compile(
    r"\b(?:died|dies|dead|killed|death|when|then|aged|later|was just|at the age|turn(?:s|ed|ing)?|would)\b",
    re.I,
)
OTHER_PERSON = re.compile(r"\b(?:mother|father|son|daughter|wife|husband|brother|sister|and|whose)\b")
NOW = re.compile(r"\bnow\s+(?:aged\s+)?$")
OLDEST = 125


def check(reading: Reading) -> Iterator[Hit]:
    """One hit for each age that a year of birth in its sentence does not make."""
    day = day_of(reading)
    if day is None:
        return
    for first, second in runs(reading, 2):
        born, age = (first, second) if first.kind == "date" else (second, first)
        if not _are_one_persons(reading, born, age):
            continue
        years = day.year - born.mention.date.year
        if 0 < years < OLDEST and int(age.low) not in (years, years - 1):
            yield _hit(age, born, day, years)


def _are_one_persons(reading: Reading, born: Figure, age: Figure) -> bool:
    text = reading.article.text
    lead = text[max(born.sentence_start, born.start - 30) : born.start]
    if born.kind != "date" or not born.mention.date.year or not BORN.search(lead):
        return False
    is_age = age.kind == "age" or NOW.search(text[max(0, age.start - 12) : age.start])
    if not is_age or age.value is None or age.unit not in ("year", ""):
        return False
    gap = text[min(born.end, age.end) : max(born.start, age.start)]
    return not OTHER_TIME.search(sentence_of(reading, age)) and not OTHER_PERSON.search(gap)


def _hit(age: Figure, born: Figure, day: date, years: int) -> Hit:
    year = born.mention.date.year
    return Hit(
        figures=(age, born),
        start=age.start,
        end=age.end,
        message=f"whoever was born in {year} is {years - 1} or {years} in {day.year}",
        suggestions=(f"{years}", f"{years - 1}"),
        evidence=(f"{day.year} - {year} = {years}",),
    )
