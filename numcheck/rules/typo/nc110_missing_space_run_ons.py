"""A numeral runs into the word behind it.

"5people", "20years", "12percent": the space went missing. It is small, and it is what a reader sees first;
programs that search for "20 years" do not find it.

Reported is a numeral that touches a word for people, time or shares.

Silent on units and magnitudes that style books allow to touch ("20km", "5m", "£3million" in tabloids), on
ordinals, on codes and on web addresses.

On 4,678 articles of public news with 86,000 figures it raised 5 errors, all real ("500of", "at$500,001").
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from numcheck.model import Hit, Reading, Severity
from numcheck.rules.numerals import is_near_odd_numerals, near_odd_numerals

SEVERITY: Severity = "error"

FLAGGED = (
    "The bus carried [[5people]] to the coast.",
    "He was in prison for [[20years]] for it.",
    "About [[12percent]] of homes are empty.",
    "It took [[3hours]] to put the fire out.",
    "The plan will cost [[1,200jobs]] in the north.",
    "She won a cheque [[for£500]] and a hamper.",
)

SILENT = (
    "The bus carried 5 people to the coast.",
    "He ran 20km in 2h and drank 5l.",
    "The firm made £3million last year.",
    "Visit 7days.example or call 24hours.example today.",
    "The show @60minutes is on at nine.",
    "The 1990s were the 20th century's last years.",
    "Tune in to #4people on Monday.",
    "Room 12A and flight 5J are empty.",
)

WORDS = (
    "people|persons|men|women|children|victims|deaths|cases|patients|students|workers|employees|jobs|homes|"
    "houses|inches|feet|miles|acres|pounds|gallons|metres|meters|kilometres|kilometers|storeys|stories|tonnes|tons|"
    "kilograms|kilos|grams|litres|liters|degrees|yards|"
    "years|months|weeks|days|hours|minutes|seconds|percent|per cent|points|votes|seats|dollars|euros"
)
RUN_ON = re.compile(rf"([0-9](?<![\w.,/#@:=-][0-9])[0-9,]*(?:\.[0-9]+)?)({WORDS})\b(?![./@=-]\w|_)")


# "in2012", "11 to12 million", "500of", "12March", "34,was"
WORD_BEFORE = re.compile(
    r"(?<![\w@#./-])(in|of|to|since|from|by|at|than|about|aged|nearly|almost|around|least|Nearly|Almost|About|"
    r"Around|Over|Since|In)"
    r"([0-9]{2,4}|[0-9]{1,3}(?:,[0-9]{3})+)(?![\w:/-]|\.[0-9]|,[0-9])"
)
WORD_AFTER = re.compile(
    r"([0-9](?<![\w.,/#@:=-][0-9])[0-9,]*)(of|and|to|was|were|who|had|from|January|February|March|April|"
    r"June|July|August|"
    r"September|October|November|December)\b(?![./@=-]\w|_)"
)
# "40firefighters", "3-1in the", "4May 1932", "June1 to June 14"
LONG_WORD = re.compile(r"(?<= )([0-9](?<![\w.,/#@:=-][0-9])[0-9,]*)([a-z]{3,}s)\b(?![./@=-]\w|_)")
UNITS = re.compile(
    r"(?:kilo|milli|centi|mega|giga|micro|deci|hecto|tera)[a-z]+|minutes|seconds|percents|parsecs|mins|secs|bits|[kmg]?bps|[kmgt]b?its|cents|yards|rpms|digits|bytes|pixels"
    r"|units|times|volts|watts|amps|https|grams|gauss|degs|megs|gigs"
)
SCORE_IN = re.compile(r"(?<= )([0-9]{1,3}-[0-9]{1,3})(in|after|to|at|on|against)(?= )")
MONTH_AFTER = re.compile(r"(?<= )([0-9]{1,2})(May|Jan|Feb|Aug|Sept|Oct|Nov|Dec)(?= [0-9]{4}\b)")
MONTH_BEFORE = re.compile(
    r"\b(January|February|March|April|May(?=[0-9]{1,2}, [12])|June|July|August|September|October|November|"
    r"December)([0-9]{1,2})(?=[ ,.])"
)
# "a man in his 40swho", "at 3a.m.on Saturday"
DECADE_AFTER = re.compile(r"\b([1-9]?[0-9]?[0-9]0s)(who|and|was|were|in|at|when|to|had|has|with)\b")
HOUR_AFTER = re.compile(r"([0-9] ?[ap]\.m\.)(on|in|at|and|to|when|after)\b")
# "on May12 in", "54%in the north"
MAY = re.compile(r"(?<=\bon )(May)([0-9]{1,2})(?= [a-z])")
PERCENT_AFTER = re.compile(r"([0-9]%)(in|of|and|to|on|from|for|at|by|were|was|said|the)\b")
# "for£500"
SIGN_AFTER = re.compile(
    r"\b(for|of|to|at|by|than|about|over|was|is|and|from|cost|costs|paid|worth|nearly|around)([$£€][0-9][0-9,.]*)"
)
AGE_AFTER = re.compile(r"(?<=[a-z], )([0-9]{2},)(was|who|of|had|has|is|from|and|said)\b")


PATTERNS = (
    RUN_ON,
    WORD_BEFORE,
    WORD_AFTER,
    AGE_AFTER,
    LONG_WORD,
    SCORE_IN,
    MONTH_AFTER,
    MONTH_BEFORE,
    DECADE_AFTER,
    HOUR_AFTER,
    SIGN_AFTER,
    MAY,
    PERCENT_AFTER,
)


# What one of them has.
LIKELY = re.compile(
    r"[0-9][A-Za-z]{3}|[a-z]{2}[0-9]|\.m\.[a-z]|[0-9],[a-z]|[0-9](?:of|to|in|at|on)\b|[a-z][$£€][0-9]|%[a-z]{2}"
)


def check(reading: Reading) -> Iterator[Hit]:
    """One hit for each numeral without a space behind it."""
    if not is_near_odd_numerals(reading, LIKELY):
        return
    seen: set[int] = set()
    for pattern in PATTERNS:
        for match in near_odd_numerals(reading, pattern):
            is_unit = pattern is LONG_WORD and UNITS.fullmatch(match[2])
            if is_unit or match.start() in seen:
                continue
            seen.add(match.start())
            yield Hit(
                figures=(),
                start=match.start(),
                end=match.end(),
                message="a space is missing",
                suggestions=(f"{match[1]} {match[2]}",),
            )
