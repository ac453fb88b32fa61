"""What ends before it begins.

"From 5 March to 2 March", "from 2015 to 2012", "born in 1950 and died in 1948": the two ends are exchanged,
or one of them is mistyped.

That a span runs from the earlier to the later moment is what ISO 8601 (clause 5.5) has of an interval, and
what every reader takes for granted.

What a sentence says began and what it says ended later are held against each other too ("opened in 1998,
employed 400 at its peak and closed in 1989").

Days of two months without a year may cross the new year ("from 28 December to 3 January") and are silent,
as are years before our era and steps back that the text means ("from 2015 back to 2012").

On 4,678 articles of public news with 86,000 figures it raised 2 errors, both real.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, pairwise

from numcheck.model import CalendarDate, Figure, Hit, Reading, Severity
from numcheck.rules.day_names import MONTHS
from numcheck.rules.numerals import is_near_numerals, near_numerals, near_odd_numerals
from numcheck.rules.sentences import after, before, between, by_sentence, runs

SEVERITY: Severity = "error"

FLAGGED = (
    "The fair runs from [[5 March to 2 March]] in the park.",
    "He led the council from [[2015 to 2012]] and then retired.",
    "The road is closed between [[12 May 2023 and 9 May 2023]], the county said.",
    "The poet was born in [[1950 and died in 1948]] in Orlesk.",
    "She taught here from [[June 2019 until March 2018]].",
    "The cannery opened in [[1998, employed 400 at its peak and closed in 1989]], when the herring left.",
)

SILENT = (
    "The fair runs from 2 March to 5 March in the park.",
    "He led the council from 2012 to 2015 and then retired.",
    "The school is closed from 28 December to 3 January.",
    "The dynasty ruled from 300 BC to 120 BC.",
    "The film goes from 2015 back to 2012 and ends in 1999.",
    "The poet was born in 1848 and died in 1950 in Orlesk.",
    "Born in 1950, he lost a son who was born in 1980 and died in 1981.",
    "From 2015 on he wrote to 2012 voters.",
    "It moved from 12 May to 9 May to suit the schools.",
    "The tax returns from 2011 and 2010 are public.",
    "The cannery opened in 1989, employed 400 at its peak and closed in 1998, when the herring left.",
)

OPENS = re.compile(r"\b(from|between)\s+(?:the )?$", re.I)
JOINS = {"from": re.compile(r",?\s+(?:to|until|till|through)\s+"), "between": re.compile(r"\s+and\s+")}
IN_BRACKETS = re.compile(r"\s?[–-]\s?")
# What happens to one thing or one person first, and what only after that.
FIRST, LATER = (
    re.compile(pattern, re.I)
    for pattern in (
        r"\b(?:born|opened|opens|began|begins|started|starts|founded|established|set up|built|launched|"
        r"jailed|imprisoned|arrested|"
        r"married|wed|elected|appointed|joined|signed|introduced|imposed|took effect|came into force|"
        r"took office|check-in|"
        r"created|commissioned|inaugurated|went out|left for|fell ill|admitted|entered|arrived|hired|"
        r"released (?:his|her|its) (?:first|"
        r"debut))\b[^.;:]{0,50}$",
        r"\b(?:died|dies|dead|killed|closed|closes|ended|ends|finished|finishes|completed|demolished|"
        r"scrapped|dissolved|disbanded|"
        r"merg(?:ed|ing)|released|freed|divorced|separated|resigned|retired|stepped down|left office|"
        r"repealed|repudiated|"
        r"expired|lifted|abolished|withdrawn|check-out|came back|decommissioned|sold|"
        r"replaced|convicted|sentenced|acquitted|extradited|called off|listed on|floated|discharged)\b"
        r"[^.;:]{0,35}$",
    )
)
# "Born in 1932, she married in 1955": all that somebody does comes after
BORN_FIRST = re.compile(r"\b[Bb]orn (?:on |in )[^.;:()]{0,25}$")
THEN_DOES = re.compile(r", (?:he|she) [a-z ]{2,40} (?:in|on) ")
LOOKS_BACK = re.compile(r"\b(?:looking|goes|going|went|dating|counting) back\b", re.I)
SAME = re.compile(
    r"[^.;]{0,60}?(?:,? and(?: (?:he|she|it|they|was|were))?|,? before|,? until|,|;| then) (?:[a-z]+ ){0,3}?"
)
DIED = re.compile(r"\b(?:died|was killed)\b[^.;]{0,25}$", re.I)
WAS_BORN = re.compile(r"[.;] (?:He|She|They)(?: was| had been) born\b[^.;]{0,25}$|\bborn\b[^.;]{0,12}$")
RELATIVE = re.compile(r"\b(?:\w*son|\w*daughter|whose|\w*mother|\w*father)\b")
FAR = 60
# "(1965-1950)", "(b. 1931, d. 1914)", "the years 1741-1702"
LIFE = re.compile(
    r"\((?:b\. ?|born )?(?P<first>1[0-9]{3}|20[0-9]{2})(?:, (?:d\. ?|died )| ?[–-] ?)"
    r"(?P<last>1[0-9]{3}|20[0-9]{2})\)"
)
YEARS = re.compile(
    r"\b(?:years?|in office|reigned|period) (?P<first>1[0-9]{3}|20[0-9]{2})[–-](?P<last>1[0-9]{3}|20[0-9]{2})"
    r"(?![\w–-])"
)
SEASON = re.compile(
    r"\b(?P<first>(?:19|20)[0-9]{2})[-–](?P<last>[0-9]{2})(?= (?:season|campaign|school year|academic|"
    r"financial|fiscal))"
)
# What each of them has.
PAIR = re.compile(r"[0-9](?:,? d\.| ?[–-]) ?[0-9]|[0-9](?:st|nd|rd|th)? (?:and|to|until) [0-9]")
DAYS = re.compile(
    r"\b(?:[Bb]etween|[Ff]rom) (?P<first>[0-9]{1,2})(?:st|nd|rd|th)? (?:and|to|"
    r"until) (?P<last>[0-9]{1,2})(?:st|nd|rd|th)? "
    rf"(?:{MONTHS})\b"
)
# A meeting is moved from a later day to an earlier one, and a count goes back to that of a year.
MOVES = re.compile(
    r"\b(?:mov|shift|chang|push|bring|brought|revis|switch|advanc|reschedul|backdat|goes|going|gone|went|"
    r"jump|fell|"
    r"fall|cut|dropp|"
    r"lower|reduc|slash|return|rewound|rewind)\w*\b[^.;]{0,60}$",
    re.I,
)
ERA = re.compile(r"\s?(?:BC|BCE|B\.C\.)")
LEVELS = re.compile(r"\s+(?:levels|prices|figures|values|standards)\b")
# What begins in the clause of a date, and what ends it before a later one of the sentence, whatever else
# stands between: "opened in 1998, employed 400 at its peak and closed in 1989".
BEGINS = re.compile(
    r"\b(?:born|open(?:s|ed)?|founded|began|begun|begins?|start(?:s|ed)?|launched|signed|issued|filed|"
    r"introduced|arrested|jailed|appointed|elected|married|wed|built|set up|created|planted|joined|"
    r"established|formed|laid|broke out|took office|acceded|seized|charged|granted|published|announced|"
    r"proposed|"
    r"drafted|held on|ordered|admitted|took over|came to power|delivered|bought)\b",
    re.I,
)
ENDS = re.compile(
    r"\b(?:died|dies|closed?|closes|ended|ends?|expired?|expires|released|freed|lapsed|retired|finished|finishes|"
    r"completed|demolished|resigned|stepped down|matures?|matured|ran out|runs out|collapsed|lifted|paroled|"
    r"divorced|dissolved|readmitted|signed into law|approved|cleared|ratified|repealed|abolished|acquitted|"
    r"commissioned|consecrated|home again|verdict|convicted|sentenced|scrapped|shut)\b",
    re.I,
)
CLAUSE_LENGTH, LONGEST_STEP = 45, 110
# Another thing is born or begun between the two.
OTHER_SUBJECT = re.compile(
    r"\b(?:who|whose|which|son|daughter|father|mother|brother|sister|wife|husband|another|second|again|"
    r"re-?opened|rebuilt|restarted|after|since|"
    r"following|until (?:his|her|its)|successor|predecessor|replaced by|from)\b"
)


def check(reading: Reading) -> Iterator[Hit]:
    """One hit for each span whose end is before its beginning."""
    seen: set[int] = set()
    for hit in chain(
        _in_one_breath(reading),
        _ends_before_it_began(reading),
        _deaths(reading),
        _in_digits(reading),
        _seasons(reading),
    ):
        if hit.start not in seen:
            seen.add(hit.start)
            yield hit


def _in_one_breath(reading: Reading) -> Iterator[Hit]:
    for first, second in runs(reading, 2):
        if first.kind != "date" or second.kind != "date":
            continue
        if ERA.match(after(reading, second)) or ERA.match(between(reading, first, second)):
            continue
        is_early = _is_span(reading, first, second) or _are_steps(reading, first, second)
        if is_early and _is_before(second.mention.date, first.mention.date):
            yield _hit(reading, first, second)


def _is_span(reading: Reading, first: Figure, second: Figure) -> bool:
    """ "from 5 March to 2 March", "(16 September – 13 September 2016)"."""
    gap, lead = between(reading, first, second), before(reading, first)
    opened = OPENS.search(lead)
    if opened and JOINS[opened[1].lower()].fullmatch(gap):
        is_year = _is_a_whole_year(first.mention.date, second.mention.date)
        return (
            not MOVES.search(lead)
            and not LOOKS_BACK.search(lead)
            and not is_year
            and not LEVELS.match(after(reading, second))
        )
    return lead.endswith("(") and IN_BRACKETS.fullmatch(gap) is not None


def _is_a_whole_year(first: CalendarDate, last: CalendarDate) -> bool:
    """ "runs from April 6 to April 5": of the next year."""
    is_bare = not first.year and not last.year and first.month == last.month
    return is_bare and first.day == last.day + 1


def _are_steps(reading: Reading, first: Figure, second: Figure) -> bool:
    """ "opened in 1995 and closed in 1990", "jailed in 2004 and released in 2001"."""
    if first.sentence_start != second.sentence_start:
        return False
    lead, gap = before(reading, first), between(reading, first, second)
    if OTHER_SUBJECT.search(gap) or len(gap) > 90:
        return False
    if BORN_FIRST.search(lead) and THEN_DOES.fullmatch(gap):
        return True
    first_told = FIRST.search(lead)
    if first_told is None or re.search(r"\b(?:after|since|following)\b", first_told[0]):
        return False
    return LATER.search(gap) is not None and SAME.match(gap) is not None


def _ends_before_it_began(reading: Reading) -> Iterator[Hit]:
    """The end of something that comes before its beginning, where neither is in brackets and nobody else is
    told of between."""
    text = reading.article.text
    for group in by_sentence(reading):
        dates = [figure for figure in group if figure.kind == "date" and figure.mention.date.year]
        for first, second in pairwise(dates):
            lead, gap = (
                text[max(first.sentence_start, first.start - CLAUSE_LENGTH) : first.start],
                between(reading, first, second),
            )
            if not _is_before(second.mention.date, first.mention.date) or len(gap) > LONGEST_STEP:
                continue
            is_told = BEGINS.search(lead) and ENDS.search(gap) and not lead.endswith("(")
            if is_told and not OTHER_SUBJECT.search(gap) and not gap.rstrip().endswith("("):
                yield _hit(reading, first, second)


def _deaths(reading: Reading) -> Iterator[Hit]:
    """ "The poet died in 1950 in Trieste. He was born in 1955"."""
    dates = [figure for figure in reading.figures if figure.kind == "date" and figure.mention.date.year]
    text = reading.article.text
    for first, second in pairwise(dates):
        lead, gap = text[max(0, first.start - FAR) : first.start], text[first.end : second.start]
        is_next = len(gap) < 2 * FAR and gap.count(".") <= 1 and RELATIVE.search(gap) is None
        is_life = is_next and DIED.search(lead) and WAS_BORN.search(gap) and not ERA.match(text, second.end)
        if is_life and first.mention.date.year < second.mention.date.year:
            yield _hit(reading, second, first)


def _in_digits(reading: Reading) -> Iterator[Hit]:
    text = reading.article.text
    for match in LIFE.finditer(text):
        if int(match["last"]) < int(match["first"]):
            yield _number(match.start("first"), match.end("last"), match["first"], match["last"])
    if not is_near_numerals(reading, PAIR):
        return
    for match in near_odd_numerals(reading, YEARS):
        if int(match["last"]) < int(match["first"]) and not ERA.match(text, match.end()):
            yield _number(match.start("first"), match.end("last"), match["first"], match["last"])
    for match in near_numerals(reading, DAYS):
        if int(match["last"]) < int(match["first"]) and not MOVES.search(text[: match.start()][-FAR:]):
            yield _number(match.start("first"), match.end(), match["first"], match["last"])


def _seasons(reading: Reading) -> Iterator[Hit]:
    """ "the 2014-13 season"."""
    for match in near_numerals(reading, SEASON):
        if int(match["last"]) < int(match["first"][2:]) and match["first"][2:] != "99":
            yield _number(match.start("first"), match.end("last"), match["first"], match["last"])


def _number(start: int, end: int, first: str, last: str) -> Hit:
    return Hit(figures=(), start=start, end=end, message=f"{last} is before {first}")


def _is_before(late: CalendarDate, early: CalendarDate) -> bool:
    """Whether a date is before another, where what is written of both says so."""
    if late.year and early.year:
        if late.year != early.year:
            return late.year < early.year
        if late.month and early.month and late.month != early.month:
            return late.month < early.month
    elif late.year and late.month and early.month == late.month and not early.year:
        pass  # "16 September – 13 September 2016": the year is told once
    elif late.month != early.month or late.month == 0 or late.year != early.year:
        return False  # over the new year
    is_one_month = late.month == early.month and bool(late.month)
    return is_one_month and bool(late.day and early.day) and late.day < early.day


def _hit(reading: Reading, first: Figure, second: Figure) -> Hit:
    start, end = min(first.start, second.start), max(first.end, second.end)
    gap = between(reading, first, second)
    is_swap = first.start < second.start and first.sentence_start == second.sentence_start
    return Hit(
        figures=(first, second),
        start=start,
        end=end,
        message=f"{second.text} is before {first.text}",
        suggestions=(f"{second.text}{gap}{first.text}",) if is_swap and len(gap) < 30 else (),
    )
