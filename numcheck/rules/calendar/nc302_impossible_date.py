"""No calendar has the date.

"June 31", "29 February 2023", "2023-02-30": the month is shorter. Most often the day is a slip for the day
before or after, and now and then it hides a wrong month; nobody can keep an appointment on it.

The days of the months are those of the Gregorian calendar (ISO 8601, clause 4.2.1): February has 29 in a
year that four divides and a hundred does not, or four hundred does.

Silent on 29 February without a year, and where the number counts things and is no day ("In June 31 homes
burned").

On 4,678 articles of public news with 86,000 figures it raised nothing: its silence there is known, its
recall is not.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator

from numcheck.model import Figure, Hit, Reading, Severity

SEVERITY: Severity = "error"

FLAGGED = (
    "The deadline is [[June 31]] at noon.",
    "She was born on [[29 February 2023]] in Orlesk.",
    "The lease ends on [[February 30]], the landlord said.",
    "They met again on [[31 September 2019]], a year later.",
    "The file is dated [[2023-02-30]] and signed.",
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
)

# A leap year: without a year the 29th of February may be meant.
LEAP = 2000
# "From April 31 families": a plural follows, so that the number counts it.
COUNTED = re.compile(r"\s+[a-z][a-z-]*(?:s|men|people|children)\b")


def check(reading: Reading) -> Iterator[Hit]:
    """One hit for each date that is longer than its month."""
    for figure in reading.figures:
        written = figure.mention.date
        if figure.kind != "date" or not (1 <= written.month <= 12 and written.day):
            continue
        last = monthrange(written.year or LEAP, written.month)[1]
        if written.day > last and not (not written.year and COUNTED.match(reading.article.text, figure.end)):
            yield _hit(figure, last)


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
