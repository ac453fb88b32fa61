"""A year has a digit too many or too few, or a gap.

"In 20010", "since 19998", "in 201 2", "from 1989 to 200": a key was struck twice, or missed. A spelling
checker does not look at digits, and the sentence reads on.

A number of five digits behind "in", "since" and the like is taken for a year where one digit less makes a
year of the last three centuries or the next; three digits only where a year stands before them.

Silent on numbers that count something ("in 20010 homes"), on postal codes behind a place, and on years of
other eras.

On 4,678 articles of public news with 86,000 figures it raised 2 warnings, both real ("the 20 14 edition").
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from numcheck.model import Hit, Reading, Severity
from numcheck.rules.day_names import MONTHS
from numcheck.rules.numerals import near_odd_numerals

SEVERITY: Severity = "warning"

FLAGGED = (
    "The church was sold in [[20010]] and turned into flats.",
    "In [[20105]], the school was rebuilt.",
    "Wages fell between [[19803]] and 2012.",
    "The shop has been shut since [[19998]], when the owner died.",
    "The [[201 2]] season was his best, with 31 goals.",
    "She was born in [[19 72]] and grew up in Fife.",
    "He led the party from 1989 to [[200]].",
    "The census of [[20111]] counted the parish.",
    "The bill was tabled in [[2-013]] and has stalled since.",
    "The club won the league in [[199]] and has not done so since.",
    "The law, passed in [[21017]], was never enforced.",
    "The 2019/[[200]] season was cut short.",
)

SILENT = (
    "The church was sold in 2010 and turned into flats.",
    "Power failed in 20010 homes.",
    "He lives in 90210 and she in 20010 Washington.",
    "The flat is in 201 2nd Avenue.",
    "The number fell from 1989 to 200 in a week.",
    "Rome burned in 64, and was sacked in 410.",
    "In 19 72-hour shifts they cleared the road.",
    "The 20 14-year-olds sang.",
    "From 1914 to 918 men a day passed.",
    "The battle of 1066 was lost, and in 732 another won.",
    "The law, passed in 2017, was never enforced.",
    "The 2019/20 season was cut short.",
    "In 21,017 homes the law was never heard of.",
)

WHEN = r"(?:[Ii]n(?: the year)?|[Ss]ince|[Uu]ntil|[Bb]efore|[Aa]fter|[Bb]y|of|[Ff]rom|[Dd]uring|[Bb]etween)"
FIVE = re.compile(
    rf"\b{WHEN} (?P<year>(?:1[6-9]|2[01])[0-9]{{3}})(?=[.,;)]|"
    r" (?:and|when|after|by|the|he|she|it|they|with|an?|counted|until|to|of|from|near|on|at|as|for|but|while|"
    r"that|his|her|its|their|in [A-Z]\w+|[a-z]{3,}ed)\b)"
)
GAP = re.compile(
    r"\b(?:[Tt]he|[Ii]n|[Ss]ince|[Uu]ntil) (?P<year>(?:19[0-9]|20[0-2]) [0-9]|(?:18|19|20) [0-9]{2})"
    r"(?=[.,;)]| (?:season|edition|online|election|campaign|World|Olympics|tournament|and [a-z]+|"
    r"in (?:an?|the)|at|by|with|"
    r"when|after|until)\b)"
)
SEASON = r"(?:spring|summer|autumn|fall|winter|end|start|beginning|heatwave|elections?|season|crisis|war)"
MONTH = f"(?:{MONTHS})"
# "the spring of 20 14", "the heatwave of 2 003", "January 201,", "in June 2,019 she", "in 20.08 and"
OTHERS = re.compile(
    rf"\b{SEASON} of (?P<year>20 [0-2][0-9]|2 0[0-2][0-9]|19 [0-9]{{2}}|1 9[0-9]{{2}})\b(?! [a-z]+s\b)"
    rf"|\b{MONTH} (?P<month>(?:19[0-9]|20[0-2]|20[0-2][0-9]{{2}})(?=[,.;)])|"
    r"2,0[0-2][0-9](?! (?:people|[a-z]+s)\b))"
    r"|\b(?:19|20)[0-9]{2}/(?P<over>[0-9]{3})(?= season\b)|\b(?P<split>(?:19|20)[0-9]{3})(?=/[0-9]{2}\b)"
    rf"|\b{MONTH} (?P<far>2[1-9][0-9]{{2}}|(?:19|20)[0-9]{{3}})(?= and\b|[,.;)]| [a-z]{{3,}}ed\b)"
    r"|\b[0-9]{1,2}/[0-9]{1,2}/(?P<shortest>(?:19|20)[0-9])(?![0-9/])"
    r"|\bthe (?P<odd>(?:1[6-9]|20)[0-9][1-9]s)\b|"
    r"\bthe (?P<few>(?:19[0-9]|20[0-2])s)(?= and\b|[,.;)])|\b(?P<many>(?:19|20)[0-9]{2}0s)\b"
    r"|\b(?P<wrong>2[1-9][0-9]{2})(?=/20[0-9]{2}\b)"
    r"|\b[Ii]n (?P<parted>[12] [089][0-9]{2})(?= and\b|[,.;)])"
    r"|\bin (?P<comma>1,[89][0-9]{2}(?= and [a-z]+s\b))"
    r"|\bin (?P<point>20\.[0-2][0-9](?= and\b|[,;]))|\b(?P<decade>(?:19|20)(?:[0-9]0ss|[0-9]-0s|[0-9]0-s))\b"
    r"|\b(?:19|20)[0-9]{2}[-–](?P<late>2[1-9][0-9]{2}|(?:19|20)[0-9]{3}|(?:19|20)[0-9](?=[).,;]| season\b))\b"
)
HYPHEN = re.compile(
    rf"\b{WHEN} (?P<year>(?:1-[5-9][0-9]{{2}}|2-0[0-2][0-9]|19-[0-9]{{2}}(?= (?:and|when))))\b(?![-\w])"
)
SHORT = re.compile(
    r"\bfrom (?:1[89]|20)[0-9]{2} to (?P<year>(?:19|20)[0-9])(?=[.,;]|$| and [a-z]+)|"
    r"\bin (?P<open>(?:19[0-9]|20[0-2])[-–])(?= (?:and|to|he|she|when|at)\b)|"
    r"(?<![0-9] )(?<!one )\bin (?P<bare>199|198|197|201)(?= (?:for|when|after|before|as|at|by|with)\b)|"
    r"\bin (?P<one>199|198|197|200|201)(?= and (?:has|had|was|is|never)\b|, when\b|"
    r", [a-z]+ years? (?:before|after|later|earlier)\b)"
)
LED = re.compile(
    r"\b(?:led|served|ran|was|reigned|held|worked|lived|taught|played|chaired|edited|governed|mayor|party)\b"
)
LATEST = 2100


def check(reading: Reading) -> Iterator[Hit]:
    """One hit for each year that is none."""
    text = reading.article.text
    for pattern in (FIVE, GAP, HYPHEN, SHORT, OTHERS):
        for match in near_odd_numerals(reading, pattern):
            group = match.lastgroup or "year"
            written = match[group]
            if pattern is SHORT and group == "year" and not LED.search(text[: match.start()][-60:]):
                continue
            years = list(_years(written))
            if years:
                yield Hit(
                    figures=(),
                    start=match.start(group),
                    end=match.end(group),
                    message=f"{written} is no year",
                    suggestions=tuple(years[:3]),
                )


def _years(written: str) -> Iterator[str]:
    """The years that a slip may have made this of; none are named where a digit is missing."""
    digits = re.sub(r"\D", "", written)
    if len(digits) == 5:
        found = dict.fromkeys(digits[:place] + digits[place + 1 :] for place in range(5))
        yield from (year for year in found if 1600 <= int(year) <= LATEST)
    elif len(digits) == 4:
        yield digits if int(digits) <= LATEST else digits[0] + digits[2] + digits[1] + digits[3]
    elif len(digits) == 3:
        yield from (f"{digits}{last}" for last in (0, 9))
