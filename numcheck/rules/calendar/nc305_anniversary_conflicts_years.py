"""An anniversary does not fall in its year.

"The 20th anniversary of the 2001 attack" is in 2021, whatever an article of 2018 says of it. The ordinal
was taken from last year's piece, or the year from memory.

The year of the event and the number are added, and the sum is compared with the year of the article. One
year off is an anniversary that is near ("ahead of the 20th anniversary") and is silent unless the text says
that it is marked.

Silent where the article has no day, and where it names the year that the two make: it looks back or ahead.

On 4,678 articles of public news with 86,000 figures it raised nothing: its silence there is known, its
recall is not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from numcheck.extract.numbers import ordinal_ending
from numcheck.link.context import day_of
from numcheck.model import Figure, Hit, Reading, Severity
from numcheck.rules.sentences import between, runs, sentence_of

SEVERITY: Severity = "warning"

FLAGGED = (
    "ORLESK, 4 May 2018 - The town marks the [[20th anniversary of the 2001]] flood.",
    "ORLESK, 4 May 2018 - Today the club celebrates the [[50th anniversary of its 1969]] cup win.",
    "ORLESK, 4 May 2018 - It was a service for the [[100th anniversary of the 1914]] armistice.",
    "ORLESK, 4 May 2018 - It was the [[25th anniversary of the 1990]] treaty.",
    "ORLESK, 4 May 2018 - The school celebrated the [[60th anniversary of its 1961]] founding.",
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
)

OF = re.compile(r"\s+anniversary\s+of\s+(?:(?:the|its|his|her|their|our)\s+)?(?:[A-Za-z]+\s+){0,3}?", re.I)
TODAY = re.compile(
    r"\b(?:today|marks|marked|marking|celebrates|celebrated|commemorates|commemorated)\b", re.I
)
AHEAD = re.compile(r"\b(?:ahead|next year|will|prepar\w+|plans?|planned|upcoming)\b", re.I)
NEAR = 1


def check(reading: Reading) -> Iterator[Hit]:
    """One hit for each anniversary that its years do not make."""
    day = day_of(reading)
    if day is None:
        return
    for first, second in runs(reading, 2):
        year = second.mention.date.year
        if first.kind != "ordinal" or not year or not OF.fullmatch(between(reading, first, second)):
            continue
        made = year + int(first.low)
        if made != day.year and not _is_told(reading, made) and _is_wrong(reading, first, made, day):
            yield Hit(
                figures=(first, second),
                start=first.start,
                end=second.end,
                message=f"{year} and {int(first.low)} years make {made}, and the article is of {day.year}",
                suggestions=(f"{day.year - year}{ordinal_ending(day.year - year)}",)
                if day.year > year
                else (),
                evidence=(f"{year} + {int(first.low)} = {made}",),
            )


def _is_told(reading: Reading, year: int) -> bool:
    return any(figure.mention.date.year == year for figure in reading.figures)


def _is_wrong(reading: Reading, figure: Figure, made: int, day: date) -> bool:
    sentence = sentence_of(reading, figure)
    is_today = TODAY.search(sentence) is not None and AHEAD.search(sentence) is None
    return abs(made - day.year) > NEAR or is_today
