"""A fraction and its percentage are two things.

"A third, or 40%," is 33 per cent. The two ways to say one thing were written by two hands, or one of them
was updated and the other left.

A fraction in words is rough: it may stand for whatever is nearer to it than a twentieth of the whole, more
where it is hedged. The percentage stands for what rounds to it.

Silent on a share of something else ("a third, or 40% of the women"), and where the text itself corrects ("a
third, or rather 40%").

On 4,678 articles of public news with 86,000 figures it raised nothing: its silence there is known, its
recall is not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from numcheck.interval import exactly, widened_by
from numcheck.lexicon import table
from numcheck.model import Figure, Hit, Reading, Severity
from numcheck.rules.sentences import after

SEVERITY: Severity = "error"

FLAGGED = (
    "A third, or [[40%]], of the jobs will go.",
    "Half of the members ([[60 per cent]]) stayed away.",
    "He sold three quarters, or [[65%]], of his shares.",
    "Two-thirds ([[75%]]) voted for the deal.",
    "A fifth – [[30 percent]] – of homes are empty.",
)

SILENT = (
    "A third, or 33%, of the jobs will go.",
    "Nearly a third, or 31%, of the jobs will go.",
    "Half of the members (49 per cent) stayed away.",
    "Two-thirds (67%) voted for the deal.",
    "A third of men, or 40% of the women, agreed.",
    "He came third, or 40% behind the winner.",
    "A quarter (28%) of homes are empty.",
    "A third, or rather 40%, of the jobs will go.",
)

# How far a fraction in words may be from what it stands for, in percent of the whole; and where it is hedged.
ROUGH, HEDGED = Decimal(3), Decimal(5)
FRACTION = re.compile(
    r"\b(?:(?P<hedge>about|around|nearly|almost|some|roughly|over|more than|under|less than)\s)?"
    r"(?:(?P<half>half)|(?P<number>a|an|one|two|three|four|five|seven|nine)[\s-]"
    r"(?P<part>third|quarter|fourth|fifth|sixth|eighth|tenth)s?)"
    r"(?:\s+of\s+(?:the|its|their|all|his|her)\s[a-z]+)?"
    r"(?:,? or |\s\(|,?\s[–—-]\s)(?:about |just |roughly )?$",
    re.I,
)
PARTS = {"third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10}
OTHER = re.compile(
    r"\s*(?:of (?:the (?:wo)?men|them|those|whom)|behind|ahead|more|less|points?|higher|lower)\b"
)
FAR = 70


def check(reading: Reading) -> Iterator[Hit]:
    """One hit for each percentage that is not the fraction before it."""
    text = reading.article.text
    for figure in reading.figures:
        if figure.unit != "percent" or figure.value is None:
            continue
        match = FRACTION.search(text, max(figure.sentence_start, figure.start - FAR), figure.start)
        if match is None or OTHER.match(after(reading, figure)):
            continue
        share = _percent(match)
        stands_for = widened_by(exactly(share), HEDGED if match["hedge"] else ROUGH)
        if 0 < share < 100 and not stands_for.overlaps(figure.quantity.possible):
            yield _hit(figure, match, share)


def _percent(match: re.Match[str]) -> Decimal:
    if match["half"]:
        return Decimal(50)
    numbers = {**table("numerals")["cardinals"], "a": 1, "an": 1}
    return Decimal(100 * numbers[match["number"].lower()]) / PARTS[match["part"].lower()]


def _hit(figure: Figure, match: re.Match[str], share: Decimal) -> Hit:
    fraction = match["half"] or f"{match['number']} {match['part']}"
    shown = f"{share:.0f}"
    return Hit(
        figures=(figure,),
        start=figure.start,
        end=figure.end,
        message=f"{fraction} is {shown}%, not {figure.text}",
        suggestions=(f"{shown}%",),
        evidence=(f"{fraction} = {shown}%",),
    )
