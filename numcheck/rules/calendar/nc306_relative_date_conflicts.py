"""Yesterday was another day of the week.

"Yesterday, Friday" in an article of a Sunday: the copy was written for another day's paper, or the day is a
slip. The AP Stylebook ("today, tonight", "days of the week") has the name of the day alone for that reason.

The day of the article is that of its publication or of its dateline; "yesterday", "today" and "tomorrow"
are counted from it.

Silent without a day, inside quotation marks, where what is told is another's today, and where the weekday
is one of another sentence.

On 4,678 articles of public news with 86,000 figures it raised nothing; what it finds of planted errors is
told by `make score`.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from numcheck.link.context import day_of
from numcheck.model import CalendarDate, Figure, Hit, Reading, Severity
from numcheck.rules.day_names import WEEKDAYS

SEVERITY: Severity = "warning"

FLAGGED = (
    "ORLESK, 6 May 2018 - The vote was held [[yesterday, Friday]], in the town hall.",
    "ORLESK, 6 May 2018 - The council meets [[tomorrow, Wednesday]], at noon.",
    "ORLESK, 6 May 2018 - Polls are open [[today (Saturday]]) until ten.",
    "ORLESK, 6 May 2018 - He spoke [[yesterday (Monday]]) in the hall.",
    "ORLESK, 6 May 2018 - The trial opens [[next month, in July]], the court said.",
    "ORLESK, 6 May 2018 - [[Two days ago, on Monday]], a convoy crossed the border.",
    "ORLESK, 6 May 2018 - Last month 40 came; [[last year, in 2015]], it was nine.",
    "ORLESK, 6 May 2018 - Today is the vote; [[tomorrow, Friday]], the count.",
    "Today, Wednesday, they debate the bill; [[tomorrow, Monday]], they vote on it.",
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
    "Today, Wednesday, they debate the bill; tomorrow, Thursday, they vote on it.",
)

SMALL = {
    word: number for number, word in enumerate("a two three four five six seven eight nine ten".split(), 1)
}
NUMBER = rf"(?P<number>{'|'.join([*SMALL, 'one', 'A', 'Two', 'Three', 'Four', 'Five', 'Six'])}|[0-9]{{1,2}})"
# "yesterday", "the day before yesterday", "two days ago", "in four days' time", "a week ago today", "the
# night before last"
# Between the word and the date that says it again.
AGAIN = r"(?:, | \()(?:on |in |the )?(?:\()?$"
DAYS = re.compile(
    r"\b(?P<word>(?:(?P<beyond>the day (?P<side>before|after) (?:yesterday|tomorrow))|"
    r"(?P<last>the night before last)|"
    rf"(?<!USA )(?P<day>yesterday|today|tomorrow)|{NUMBER} (?P<unit>days?|weeks?) ago(?: today)?|"
    r"in (?P<ahead>two|three|four|five|six|seven|[0-9]{1,2}) days?(?:'|’)? time))" + AGAIN,
    re.I,
)
NAMED = re.compile(r"\b(?P<which>yesterday|today|tomorrow|this morning|tonight)(?:, | \()$", re.I)
LEAD = 16
# "last month", "this year", "the year before last"
PERIODS = re.compile(
    r"\b(?P<word>(?:at the end of |at the beginning of )?(?P<which>last|this|next) (?P<period>month|year)|"
    r"the (?P<far>month|year) before last|(?P<ago>two|three|four|five|ten|fifteen|twenty|"
    r"[0-9]{1,2}) years ago)" + AGAIN,
    re.I,
)
AGO = {**SMALL, "fifteen": 15, "twenty": 20}
# "on July 3; two days later, on July 8,"
LATER = re.compile(
    r"(?P<number>a|one|two|three|four|five|six|seven|ten|[0-9]{1,2}) (?P<unit>day|"
    r"week)s? later, on (?:the )?$",
    re.I,
)
SHIFTS = {"yesterday": -1, "today": 0, "tomorrow": 1, "last": -1, "this": 0, "next": 1}
ENDS = re.compile(r"[,.;:)”\"]|$| (?:and|when|in|at|the|is|was|has|have|of)\b")
# "four years ago today, on 30 October", "a month from today"
COUNTED_FROM = re.compile(r"\b(?:from|ago|since|before|until|after|than) $")
# Weeks are counted loosely, to the day of the week nearest.
LOOSELY = timedelta(days=3)
WEEK, MONTHS, LONGEST, YEAR, FAR = 7, 12, 120, 2001, 60


def check(reading: Reading) -> Iterator[Hit]:
    """One hit for each relative day, month or year that bears another's name or number."""
    yield from _later(reading)
    yield from _named_days(reading)
    day, text = day_of(reading), reading.article.text
    if day is None:
        return
    for told in reading.figures:
        if told.kind != "date" or not ENDS.match(text, told.end):
            continue
        for pattern, meant in ((DAYS, _day_meant), (PERIODS, _period_meant)):
            match = pattern.search(text, max(0, told.start - FAR), told.start)
            if match is None or COUNTED_FROM.search(text[: match.start()][-12:]):
                continue
            first, last = meant(match, day)
            if not _fits(told.mention.date, first, last) and not _is_quoted(text, match.start()):
                yield _hit(match, told, first, last, day)


def _named_days(reading: Reading) -> Iterator[Hit]:
    """ "Today, Wednesday, they debate; tomorrow, Monday, they vote": one of the two days is wrong."""
    text = reading.article.text
    named = [figure for figure in reading.figures if figure.kind == "date" and figure.text in WEEKDAYS]
    told = [
        (match.start(), figure, (WEEKDAYS.index(figure.text) - SHIFTS.get(match["which"].lower(), 0)) % WEEK)
        for figure in named
        if (match := NAMED.search(text, max(0, figure.start - LEAD), figure.start))
        and text[figure.end : figure.end + 1] in (",", ")")
        and not _is_quoted(text, match.start())
    ]
    for (start, first, today), (other, second, now) in pairwise(told):
        gap = text[first.end : other]
        if today != now and len(gap) < LONGEST and "\n" not in gap:
            yield Hit(
                figures=(second, first),
                start=other,
                end=second.end,
                message=f"{text[other : second.end]} does not go with {text[start : first.end]}",
            )


def _later(reading: Reading) -> Iterator[Hit]:
    """ "on July 3; two days later, on July 8": counted from the date before."""
    text = reading.article.text
    dates = [figure for figure in reading.figures if figure.mention.date.month and figure.mention.date.day]
    for first, second in pairwise(dates):
        match = LATER.search(text, max(first.end, second.start - 30), second.start)
        if match is None or second.start - first.end > LONGEST:
            continue
        one, two = first.mention.date, second.mention.date
        year = one.year or two.year or YEAR
        try:
            start, stop = date(year, one.month, one.day), date(two.year or year, two.month, two.day)
        except ValueError:
            continue
        number = int(match["number"]) if match["number"].isdigit() else SMALL.get(match["number"].lower(), 1)
        days = number * (WEEK if match["unit"].lower() == "week" else 1)
        slack = 0 if match["unit"].lower() == "day" else LOOSELY.days
        if abs((stop - start).days - days) > slack + (number > 1):
            yield Hit(
                figures=(second, first),
                start=match.start(),
                end=second.end,
                message=f"{second.text} is {(stop - start).days} days after {first.text}",
            )


def _day_meant(match: re.Match[str], day: date) -> tuple[date, date]:
    """The day that is meant, as a span of one."""
    if match["day"]:
        shift = SHIFTS[match["day"].lower()]
    elif match["beyond"]:
        shift = -2 if match["side"].lower() == "before" else 2
    elif match["last"]:
        shift = -2
    elif match["ahead"]:
        shift = _number(match["ahead"])
    else:
        shift = -_number(match["number"]) * (WEEK if match["unit"].lower().startswith("week") else 1)
    found = day + timedelta(days=shift)
    if match["unit"] and match["unit"].lower().startswith("week"):
        return found - LOOSELY, found + LOOSELY
    return found, found


def _number(word: str) -> int:
    return int(word) if word.isdigit() else SMALL.get(word.lower(), 1)


def _period_meant(match: re.Match[str], day: date) -> tuple[date, date]:
    """The first and the last day of the month or the year that is meant."""
    if match["ago"]:
        shift = -AGO.get(match["ago"].lower(), 0) or -int(match["ago"])
        return date(day.year + shift - 1, 1, 1), date(day.year + shift + 1, 12, 31)
    shift = SHIFTS[match["which"].lower()] if match["which"] else -2
    if (match["period"] or match["far"]).lower() == "year":
        return date(day.year + shift, 1, 1), date(day.year + shift, 12, 31)
    months = day.year * MONTHS + day.month - 1 + shift
    year, month = divmod(months, MONTHS)
    return date(year, month + 1, 1), date(year, month + 1, monthrange(year, month + 1)[1])


def _fits(told: CalendarDate, first: date, last: date) -> bool:
    """Whether what is written of a date holds of a day of a span."""
    if told.year and not first.year <= told.year <= last.year:
        return False
    if (last - first).days > WEEK:
        return not told.month or first.month != last.month or told.month == first.month
    days = (first + timedelta(days=shift) for shift in range((last - first).days + 1))
    return any(
        told.month in (0, day.month) and told.day in (0, day.day) and told.weekday in (0, day.isoweekday())
        for day in days
    )


def _hit(match: re.Match[str], told: Figure, first: date, last: date, day: date) -> Hit:
    if first == last:
        right = (
            f"{first:%A}"
            if told.mention.date.weekday and not told.mention.date.day
            else f"{first.day} {first:%B}"
        )
    else:
        right = f"{first:%B}" if first.month == last.month else f"{first.year}"
    return Hit(
        figures=(told,),
        start=match.start(),
        end=told.end,
        message=f"{match['word']} is {right} in an article of {day.day} {day:%B} {day.year}",
        suggestions=(right,),
    )


def _is_quoted(text: str, place: int) -> bool:
    paragraph = text[text.rfind("\n", 0, place) + 1 : place]
    return paragraph.count("“") > paragraph.count("”") or paragraph.count('"') % 2 == 1
