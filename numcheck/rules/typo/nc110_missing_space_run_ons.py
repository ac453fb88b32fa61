"""A numeral runs into the word behind it.

"5people", "20years", "12percent": the space went missing. It is small, and it is what a reader sees first;
programs that search for "20 years" do not find it.

Reported is a numeral that touches a word for people, time or shares.

Reported too is a word that runs into a numeral ("in2012", "for£500"), and a magnitude that touches one
("5million"): of sums of money, where British tabloids have it so, only if the article parts it elsewhere,
and of others not where the article does it throughout.

Silent on units that style books allow to touch ("20km", "5m"), on ordinals, on codes and on web addresses.

On 4,678 articles of public news with 86,000 figures it raised 5 errors, all real ("500of", "at$500,001").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from numcheck.extract.words import is_plural, word_list
from numcheck.model import Hit, Reading, Severity
from numcheck.rules.day_names import MONTHS
from numcheck.rules.numerals import near_odd_numerals

SEVERITY: Severity = "error"

FLAGGED = (
    "The bus carried [[5people]] to the coast.",
    "He was in prison for [[20years]] for it.",
    "About [[12percent]] of homes are empty.",
    "It took [[3hours]] to put the fire out.",
    "The plan will cost [[1,200jobs]] in the north.",
    "She won a cheque [[for£500]] and a hamper.",
    "The dam holds [[5million]] tonnes of water.",
    "The cost rose to $[[45million]] from $38 million.",
    "It was [[the1st]] time that he had won.",
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
    "The clip had 5million views, and 8million a week later.",
    "The war costs $100million a month, a paper wrote.",
    "The 49ers won, the 30somethings sang 4ever and drank 7up.",
)

# A numeral with a word right behind it; whether that is one is asked of what is found.
NUMBER = r"[0-9](?<![\w.,/#@:=-][0-9])[0-9,]*(?:\.[0-9]+)?"
END = r"\b(?![./@=-]\w|_)"
WORD_AFTER = re.compile(rf"({NUMBER})([a-z]{{2,}}|[MBT]r?illion){END}")
# What cannot be read as a plain number, before any small word: "54%in", "3-1in", "in his 40swho", "a.m.on".
SIGN_AFTER = re.compile(
    r"((?<![\w.,])[0-9][0-9,.]*%|(?<= )[0-9]{1,3}-[0-9]{1,3}|\b[1-9]?[0-9]?[0-9]0s|[0-9] ?[ap]\.m\.)"
    r"(in|after|to|at|on|against|of|and|from|for|by|was|were|said|the|who|when|had|has|with)\b"
)
AGE_AFTER = re.compile(r"(?<=[a-z], )([0-9]{2},)(was|who|of|had|has|is|from|and|said)\b")
# "may" is a word as well.
MONTH = MONTHS.replace("|May|", "|")
WORD_BEFORE = re.compile(
    r"(?<![\w@#./-])([Ii]n|[Oo]f|[Tt]o|[Ss]ince|[Ff]rom|[Bb]y|[Aa]t|[Tt]han|[Aa]bout|[Aa]ged|[Nn]early|[Aa]lmost|"
    r"[Aa]round|[Ll]east|[Oo]ver|[Ff]or|[Aa]nd|or|[Ww]ith|[Oo]nly|[Ss]ome|under|[Bb]etween|[Uu]ntil|was|were|"
    r"another|worth|the|[Bb]efore|[Aa]fter|[Dd]uring|[Ww]ithin)"
    r"([0-9]{2,4}|[0-9](?= (?:million|billion|percent|per cent|years|people|days|hours)\b)|"
    rf"(?<=of)[0-9](?= [a-z])|(?<=on)[0-9]{{1,2}}(?= (?:{MONTH}|May)\b)|"
    r"[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,2}(?:st|nd|rd|th))(?![\w:/-]|\.[0-9]|,[0-9])"
)
# "to 16in the following year"
IN_AFTER = re.compile(rf"({NUMBER})(in)(?= (?:the|an?|this|his|her|its|their|[12][0-9]{{3}})\b)")
# "£250a week"
RATE_AFTER = re.compile(
    r"([$£€][0-9][0-9.,]*)(a)(?= (?:week|month|year|day|night|head|share|barrel|pound|ton|kilo)\b)"
)
# "for£500"
BEFORE_SIGN = re.compile(
    r"\b(for|of|to|at|by|than|about|over|was|is|and|from|cost|costs|paid|worth|nearly|around)([$£€][0-9][0-9,.]*)"
)
MONTH_BEFORE = re.compile(
    rf"\b({MONTH}|May(?=[0-9]{{1,2}}, [12])|(?<=\bon )May(?=[0-9]+ [a-z]))([0-9]{{1,2}})(?=[ ,.])"
)
MONTH_AFTER = re.compile(
    rf"({NUMBER})((?:{MONTH})\b(?![./@=-]\w|_)|"
    r"(?:(?<= [0-9])|(?<= [0-9]{2}))(?:May|Jan|Feb|Aug|Sept|Oct|Nov|Dec)(?= [0-9]{4}\b))"
)
PATTERNS = (
    RATE_AFTER,
    IN_AFTER,
    WORD_AFTER,
    SIGN_AFTER,
    AGE_AFTER,
    WORD_BEFORE,
    BEFORE_SIGN,
    MONTH_BEFORE,
    MONTH_AFTER,
)
MAGNITUDES = frozenset({"million", "billion", "trillion"})
SIGNS = ("$", "£", "€")
# Units and endings that may touch a numeral, and words that stand behind one in names: "7up", "4all".
UNITS = re.compile(
    r"(?:kilo|milli|centi|mega|giga|micro|deci|hecto|tera)[a-z]+|percents|parsecs|mins|secs|bits|[kmg]?bps|"
    r"[kmgt]b?its|cents|rpms|digits|bytes|pixels|units|times|volts|watts|amps|https|grams|gauss|degs|megs|gigs|"
    r"in|am|up|down|all|over|get|got|you|her|him|ago|odd|ish|fold|somethings?"
)
# "2be", "4ever"
SPOKEN = frozenset({"2", "4", "8"})
COUNTED = frozenset(
    "people men women children percent feet hundred thousand kilos kilograms kilometres kilometers".split()
)
SHORT = 3


def check(reading: Reading) -> Iterator[Hit]:
    """One hit for each numeral that touches a word."""
    text = reading.article.text
    seen: set[int] = set()
    for pattern in PATTERNS:
        for match in near_odd_numerals(reading, pattern):
            if pattern is WORD_AFTER and not _is_run_on(text, match):
                continue
            if match.start() not in seen:
                seen.add(match.start())
                yield Hit(
                    figures=(),
                    start=match.start(),
                    end=match.end(),
                    message="a space is missing",
                    suggestions=(f"{match[1]} {match[2]}",),
                )


def _is_run_on(text: str, match: re.Match[str]) -> bool:
    """Whether what follows a numeral at once is a word of its own and no unit, ending or name."""
    number, word = match.groups()
    if word.lower() in MAGNITUDES:
        if text[: match.start()].endswith(SIGNS):
            return re.search(rf"[$£€][0-9.,]+ {word}\b", text) is not None
        return len(re.findall(rf"[0-9]{word}\b", text)) == 1
    if word in COUNTED:
        return True
    if UNITS.fullmatch(word) or (number in SPOKEN and len(word) <= SHORT):
        return False
    return word in _words() or (
        len(word) > SHORT and is_plural(word) and text[match.start() - 1 : match.start()] == " "
    )


@cache
def _words() -> frozenset[str]:
    """What stands behind numbers and is never written together with them."""
    return word_list("stops") | COUNTED
