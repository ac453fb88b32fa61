"""Yesterday was another day of the week.

"Yesterday, Friday" in an article of a Sunday: the copy was written for another day's paper, or the day is a
slip. The AP Stylebook ("today, tonight", "days of the week") has the name of the day alone for that reason.

The day of the article is that of its publication or of its dateline; "yesterday", "today" and "tomorrow"
are counted from it.

Silent without a day, inside quotation marks, where what is told is another's today, and where the weekday
is one of another sentence.

On 4,678 articles of public news with 86,000 figures it raised nothing: its silence there is known, its
recall is not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

from numcheck.lexicon import table
from numcheck.link.context import day_of
from numcheck.model import Hit, Reading, Severity

SEVERITY: Severity = "warning"

FLAGGED = (
    "ORLESK, 6 May 2018 - The vote was held [[yesterday, Friday]], in the town hall.",
    "ORLESK, 6 May 2018 - The council meets [[tomorrow, Wednesday]], at noon.",
    "ORLESK, 6 May 2018 - Polls are open [[today (Saturday)]] until ten.",
    "ORLESK, 6 May 2018 - He spoke [[yesterday (Monday)]] in the hall.",
    "ORLESK, 6 May 2018 - Today is the vote; [[tomorrow, Friday]], the count.",
)

SILENT = (
    "ORLESK, 6 May 2018 - The vote was held yesterday, Saturday, in the town hall.",
    "ORLESK, 6 May 2018 - The council meets tomorrow, Monday, at noon.",
    "The vote was held yesterday, Friday, in the town hall.",
    "ORLESK, 6 May 2018 - “It was yesterday, Friday,” the letter said.",
    "ORLESK, 6 May 2018 - Polls open today. Friday is the last day.",
    "ORLESK, 6 May 2018 - Polls are open today (Sunday) until ten.",
    "ORLESK, 6 May 2018 - He spoke on Friday; yesterday he was silent.",
    "ORLESK, 6 May 2018 - Tomorrow Friday will seem far away.",
)

SHIFTS = {"yesterday": -1, "today": 0, "tomorrow": 1}
NAMED = re.compile(
    r"([Yy]esterday|[Tt]oday|[Tt]omorrow)(?:, | \()((?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b\)?"
)


def check(reading: Reading) -> Iterator[Hit]:
    """One hit for each relative day that bears another weekday's name."""
    day, text = day_of(reading), reading.article.text
    if day is None:
        return
    weekdays: dict[str, int] = table("calendar")["weekdays"]
    for match in NAMED.finditer(text):
        meant = day + timedelta(days=SHIFTS[match[1].lower()])
        if meant.isoweekday() != weekdays.get(match[2].capitalize()) and not _is_quoted(text, match.start()):
            yield Hit(
                figures=(),
                start=match.start(),
                end=match.end(),
                message=f"{match[1]} is a {meant:%A} in an article of {day.day} {day:%B} {day.year}",
                suggestions=(match[0].replace(match[2], f"{meant:%A}"),),
            )


def _is_quoted(text: str, place: int) -> bool:
    paragraph = text[text.rfind("\n", 0, place) + 1 : place]
    return paragraph.count("“") > paragraph.count("”") or paragraph.count('"') % 2 == 1
