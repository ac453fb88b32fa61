"""A sign of money or of percent stands twice or in the wrong place.

"$$5 million", "$£3", "$ million 5", "20$ million", "%7.5". The sign was typed twice, two currencies were
tried, or a name was changed and its order kept. The AP Stylebook ("dollars", "percent") and the Guardian's
("currencies") put the sign of money before the number, the magnitude behind it and the sign of percent
last.

Silent on escaped signs of programs and on prices with the sign behind where no magnitude follows, as Quebec
and much of Europe write them ("5 $").
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from numcheck.model import Hit, Reading, Severity
from numcheck.rules.numerals import is_near_numerals, near_numerals

SEVERITY: Severity = "warning"

FLAGGED = (
    "The airline will pay [[$$5]] million to settle the claims.",
    "A single journey costs [[$£3]], the leaflet says.",
    "The firm paid [[$ million 5]] for the site.",
    "The bill came to [[20$ million]], the treasurer said.",
    "Unemployment stood at [[%7.5]] in March.",
    "It paid a dividend of [[$10,000$]] to each partner.",
    "The company sold [[million 3]] handsets in the quarter.",
    "The pitch cost the club [[45,000£]], half of it a grant.",
    "A cup of tea is [[£1.80p]] this season.",
)

SILENT = (
    "The airline will pay $5 million to settle the claims.",
    "It costs 5 $ in Quebec and 5 € in France.",
    "The variable $$5 is expanded by the shell.",
    "Use %5 in the format string, or $$x$$ in the formula.",
    "The million 3D-printed parts were sold.",
    "One in a million 5 years ago, it is common now.",
    "It fell 7.5% in March and 3% in April.",
    "The US$ 5 note and the A$20 one are new.",
    "The pitch cost the club £45,000, half of it a grant.",
    "A cup of tea is £1.80, a bun 80p.",
)

DIGITS = r"[0-9](?:[0-9,]*[0-9])?(?:\.[0-9]+)?"
MAGNITUDE = r"(?:million|billion|trillion)"
TWO_SIGNS = re.compile(rf"(?<![\w$£€\\])[$£€]{{2}}\s?{DIGITS}(?=[\s.,;)]|bn|m\b)")
BEHIND = re.compile(rf"(?<![\w.,$£€]){DIGITS}[$£€] {MAGNITUDE}\b|[$£€]{DIGITS}[$£€](?![\w$£€])")
BEFORE = re.compile(rf"[$£€]\s?{MAGNITUDE} {DIGITS}(?![\w.,]*[a-z-])")
# "a profit of $ 2,374"
APART = re.compile(rf"(?<![\w$£€\\])[$£€] {DIGITS}(?=[ .,;)])")
# "9.77 $ million"
INSIDE = re.compile(rf"(?<![\w.,$£€]){DIGITS} [$£€] ?{MAGNITUDE}\b")
# "million 3 handsets": behind a verb, and no "a million" or "two million".
BARE = re.compile(rf"(?<=[a-z]{{3}} ){MAGNITUDE} {DIGITS}(?= [a-z]+s\b)")
NUMBERED = re.compile(
    r"\b(?:a|the|one|two|three|four|five|six|seven|eight|nine|ten|several|per|half|many|few|hundred|"
    r"[0-9.,]+|of|that|some) $"
)
PLUS_MINUS = re.compile(r"(?<![\w+])\+[-−][0-9][0-9.]*%?")
# "25$ for adults and $10 for children": one article, two orders.
DOLLAR_BEHIND = re.compile(rf"(?<![\w.,$£€]){DIGITS}[$£€](?![\w$£€])")
SIGN_FIRST = re.compile(r"(?<!\w)[$£€][0-9]")
PERCENT_FIRST = re.compile(rf"(?<=[a-z] )%{DIGITS}(?=[\s,;.)])")
# "minus -4C", "highs of °18C", "4$,500"
DEGREES = re.compile(
    r"\bminus [-−][0-9]+|(?<= )°[0-9]{1,3}\s?[CF]\b|(?<![\w.,])[0-9]{1,3}[$£€],[0-9]{3}\b|"
    r"(?<![\w.,$£€])[0-9]{1,3}(?:,[0-9]{3})+[$£](?![\w$£€])|£[0-9]+\.[0-9]{2}p\b|"
    r"(?<= )[0-9]{2,4}[$£](?= (?:on|for|in|to|a|per|each|and|from|at|of|dollars|pounds)\b)"
)
ALWAYS = (TWO_SIGNS, APART, INSIDE, BEHIND, BEFORE, BARE, PERCENT_FIRST, PLUS_MINUS, DEGREES)
CODE = re.compile(r"[{}=<>`]|stands for|\b(?:variable|shell|script|format|string|formula|macro|code|regex)\b")
NEAR = 60


# What one of them has.
LIKELY = re.compile(
    r"[0-9] [$£€] ?[mbt]|[$£€] [0-9]|[$£€]\s?[$£€mbt]|[0-9][$£€]|%[0-9]|\+[-−]|illion [0-9]|minus [-−]|"
    r"°[0-9]|[0-9]p\b"
)


def check(reading: Reading) -> Iterator[Hit]:
    """One hit for each sign that stands twice or where none can."""
    text = reading.article.text
    if not is_near_numerals(reading, LIKELY):
        return
    mixed = (DOLLAR_BEHIND,) if SIGN_FIRST.search(text) else ()
    for pattern in (*ALWAYS, *mixed):
        for match in near_numerals(reading, pattern):
            around = text[max(0, match.start() - NEAR) : match.end() + NEAR]
            if CODE.search(around) or (pattern is BARE and NUMBERED.search(text[: match.start()][-12:])):
                continue
            yield Hit(
                figures=(),
                start=match.start(),
                end=match.end(),
                message=f"the sign of {match[0]} stands twice or in the wrong place",
                suggestions=tuple(_corrections(match[0])),
            )


def _corrections(written: str) -> Iterator[str]:
    signs = dict.fromkeys(re.findall(r"[$£€%]", written))
    number = re.findall(DIGITS, written)[0]
    magnitude = re.findall(MAGNITUDE, written)
    tail = f" {magnitude[0]}" if magnitude else ""
    for sign in signs or {"": None}:
        yield f"{number}%" if sign == "%" else f"{sign}{number}{tail}"
