"""No clock shows the time.

"At 19:75", "13:45 pm", "at 25:10": the minutes run past 59, the hour past 24, or an hour of the afternoon
is told in both ways at once. A train missed over it costs the paper a reader.

Hours run from 0 to 24 and minutes to 59 (ISO 8601, clause 4.3); the AP Stylebook ("times") and the
Guardian's ("times") have one of the two ways, never both.

A time is one that stands behind "at", "by", "from", "until", "before" or "after", or has "am" or "pm"
behind it: "a win in 25:47" is how long a run took, and "3:75" may be a ratio.

On 4,678 articles of public news with 86,000 figures it raised nothing; what it finds of planted errors is
told by `make score`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from numcheck.model import Hit, Reading, Severity
from numcheck.rules.numerals import near_odd_numerals

SEVERITY: Severity = "error"

FLAGGED = (
    "The train left at [[19:75]] and never arrived.",
    "Doors open at [[13:45 pm]], an hour early.",
    "The blast was heard at [[25:10]] on Monday.",
    "Polls close by [[9:72 p.m.]] in the north.",
    "The shop is open until [[18.30 p.m.]] on weekdays.",
    "The safari starts at [[14:30 PM]] in winter.",
    "The alarm went off at [[14:05 am]], he said.",
    "The train left at [[9:5am]] with nobody at the controls.",
    "He was last seen at [[8;45 p.m.]] near the quay.",
    "The service begins at [[10:3 0]] and lasts about an hour.",
    "Tear gas was used at [[06:85 GMT]], a reporter said.",
    "Commuters on the [[07.72]] to Orlesk stood all the way.",
    "The convoy left at [[0580]] hours in fog.",
)

SILENT = (
    "Dial 10:000 for the clock, or 06:05 PM for the evening edition.",
    "The train left at 19:15 and arrived at 20.05.",
    "Doors open at 1:45 pm, an hour early.",
    "She won the race in 25:47, a record.",
    "The ferry sails at midnight, or 24:00 by the timetable.",
    "The ratio of 3:75 was given in a table.",
    "He read from Psalm 119:105 and Genesis 12:72.",
    "The shares closed at 18.75 in London.",
    "The clock stopped at 12:59 p.m. sharp.",
    "The parcel weighs 13.45 pounds.",
    "The bells rang at 12:00 noon and 12:00 midnight.",
    "It starts at 9am and pm tickets are sold out.",
    "Add 1;30 and 2;45 in base sixty.",
    "At 5:3 the odds were long.",
    "The last leap second was put in at 23:59:60 UTC.",
    "He flew on the 787 to Tavna and took the 192 to the hall.",
)

# A pattern that begins with a digit is looked for at digits alone; what stands before is asked afterwards.
TIME = re.compile(
    r"[0-9]{1,2}[:.][0-9]{2}(?::(?P<second>[0-9]{2}))?(?![0-9:]|\.[0-9])"
    r"(?:\s?(?P<half>[ap]|[AP](?=\.?M))\.?[Mm]\b\.?|\s(?P<zone>GMT|BST|UTC|EST|EDT|PST|PDT|CET|CEST)\b)?"
)
# A sign, a blank or a half of the day that is misplaced: "10:3 0", "9:5am", "04: 23pm", "8;45 p.m.", "3:00
# am pm".
HALVES = r"[ap]\.?m\b\.?"
BROKEN = re.compile(
    rf"[0-9](?<![\w:.,][0-9])[0-9]?(?:(?:: [0-9]{{2}}|;[0-9]{{2}}|:[0-9]|::[0-9]{{2}}|"
    rf":[0-9] [0-9])\s?{HALVES}"
    rf"|:[0-9]{{3}}\s?{HALVES}|(?:[:.][0-9]{{2}})?\s?(?:{HALVES} {HALVES}|[AP]M [AP]M\b))"
    r"|(?<=\bat )[0-9]{1,2}(?::[0-9] [0-9]|::[0-9]{2})(?= [a-z]|[.,])"
)
# "the 07.72 to Marylebone", "at 0580 hours"
TIMETABLE = re.compile(
    r"\b(?:[Tt]he|(?:leaves|departs|sails|arrives) at) "
    r"(?P<train>[0-2]?[0-9][.:][6-9][0-9])(?= (?:to|from) [A-Z])"
    r"|\b(?P<hours>[0-2][0-9][6-9][0-9])(?= hours\b)"
)
LEAP_SECOND = "23:59:60"
# Where hours are counted on behind midnight, the text says so.
LATE_NIGHT = re.compile(r"\b(?:Japan\w*|Tokyo|next morning|following morning|next day|timetable feed|GTFS)\b")
FAR = 100
# "from 23:00 to 25:00"
UNTIL = re.compile(r"[0-9]:[0-9]{2} to $")
TOLD = (" at ", " by ", " from ", " until ", " before ", " after ")
# Before a number that is none of a clock.
BEFORE = tuple(":.,$£€-")
# Bars that are open until 26:00 count on; 60:40 and 89:55 are no hours at all.
MINUTES, HOURS, HALF, LATEST = 59, 24, 12, 30


def check(reading: Reading) -> Iterator[Hit]:
    """One hit for each clock time that no clock shows."""
    text = reading.article.text
    for match in near_odd_numerals(reading, TIME):
        lead, half = text[max(0, match.start() - 8) : match.start()], (match["half"] or "").lower()
        is_led = lead.endswith(TOLD) or UNTIL.search(lead) is not None
        is_time = half or match["zone"] or (match["second"] is None and match[0][-3] == ":" and is_led)
        if LATE_NIGHT.search(text, max(0, match.start() - FAR), match.end() + FAR):
            continue
        if not is_time or lead[-1:].isalnum() or lead[-1:] in BEFORE:
            continue
        hour, minute, *_ = (int(number) for number in re.findall(r"[0-9]+", match[0]))
        problem = _problem(hour, minute, half)
        if match["second"] and int(match["second"]) > MINUTES and not match[0].startswith(LEAP_SECOND):
            problem = "a minute has 60 seconds"
        if problem:
            yield Hit(
                figures=(),
                start=match.start(),
                end=match.end(),
                message=problem,
                suggestions=tuple(_corrections(hour, minute, half)),
            )
    for match in near_odd_numerals(reading, TIMETABLE):
        group = match.lastgroup or "train"
        yield Hit(
            figures=(),
            start=match.start(group),
            end=match.end(group),
            message="an hour has 60 minutes",
        )
    for match in near_odd_numerals(reading, BROKEN):
        yield Hit(
            figures=(),
            start=match.start(),
            end=match.end(),
            message=f"{match[0]} is no time as a clock or a style has it",
            # A blank behind the colon is left by programs that take a text apart.
            severity="note" if ": " in match[0] else "",
        )


def _problem(hour: int, minute: int, half: str) -> str:
    if minute > MINUTES and (hour < LATEST or half):
        return "an hour has 60 minutes"
    if HOURS <= hour < LATEST and (hour > HOURS or minute):
        return "a day has 24 hours"
    if half == "p" and hour == 0:
        return "the hour after noon is 12"
    return "an hour past 12 needs no am or pm" if half and hour > HALF else ""


def _corrections(hour: int, minute: int, half: str) -> Iterator[str]:
    if minute <= MINUTES and hour < HOURS:
        yield f"{hour}:{minute:02}"
        if half == "p":
            yield f"{hour - HALF}:{minute:02} pm"
