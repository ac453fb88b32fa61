"""The answers to one question are more than everybody.

"45% in favour, 40% against and 25% undecided" are 110 per cent. One of the shares was taken from another
poll, or mistyped, and the one that is left out is the one that the reader would have liked to know.

Reported are the shares for, against and undecided of one sentence, whose answers exclude each other; each
stands for what rounds to it, so that three rounded shares may make 101.

Silent on lists of other answers, which may be given together, on two polls in one sentence, and where the
text says so.

On 4,678 articles of public news with 86,000 figures it raised nothing; what it finds of planted errors is
told by `make score`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from numcheck.interval import total
from numcheck.model import Figure, Hit, Reading, Severity
from numcheck.rules.arithmetic.slips import made_by
from numcheck.rules.sentences import after, between, by_sentence, sentence_of

SEVERITY: Severity = "error"

FLAGGED = (
    "The poll found [[45%]] in favour, 40% against and 25% undecided.",
    "[[52 per cent]] voted yes and 58 per cent voted no.",
    "In the survey [[61%]] supported the ban, 38% opposed it and 12% were undecided.",
    "The poll had [[55%]] for, 38% against and 14% undecided.",
    "[[48 percent]] approved, 52 percent disapproved and 9 percent did not know.",
)

SILENT = (
    "The poll found 45% in favour, 40% against and 15% undecided.",
    "The poll found 45% in favour, 40% against and 16% undecided.",
    "Some 62% eat bread, 58% eat rice and 40% eat both.",
    "Some 52 per cent voted yes and 48 per cent voted no.",
    "In May 52% were in favour and 40% against; in June 58% were in favour and 38% against.",
    "A poll showed that 58 percent disapprove of this, although 75 percent approved of that.",
    "Of the men 61% supported the ban, and 52% of the women opposed it.",
    "48 percent approved, 43 percent disapproved and 9 percent did not know.",
)

SAID = r"\s+(?:(?:were|was|are|is|voted|said|said they were)\s)?"
FOR = re.compile(
    rf"(?: of (?:the )?[a-z]+)?{SAID}(?:in favou?r|for|yes|support(?:ed|s)?|back(?:ed|s)?|approv(?:ed?|es)|"
    rf"approve of)\b"
)
AGAINST = re.compile(
    rf"(?: of (?:the )?[a-z]+)?{SAID}(?:against|no|oppos(?:ed?|es)|disapprov(?:ed?|es)|reject(?:ed|s)?)\b"
)
UNSURE = re.compile(
    rf"{SAID}(?:were |are )?(?:undecided|unsure|not sure|(?:didn't|did not|don't) know|had no opinion)\b"
)
TWO_GROUPS = re.compile(
    r"\b(?:men|women|Republicans|Democrats|compared|although|though|but|while|whereas|"
    r"respectively|last year|in \w+ \d{4})\b"
)
# What is divided so that each belongs to one: votes, owners, what a thing is made of.
DIVIDED = re.compile(
    r"\b(?:of the votes?|votes? went|exit poll|voted for|owned by|electorate|picked|opted|chose|choose one|"
    r"one of|came from|"
    r"comes from|is held|are held|split|divided|breaks down|broken down|made up of|consists of|"
    r"the remaining|the rest|"
    r"is \d+(?:%| per ?cent) [a-z]+,)\b|% [a-z]+, \d+% [a-z]+"
)
SEVERAL = re.compile(
    r"\b(?:also|both|multiple|more than one|several|at least one|respectively|compared|up from|down from|"
    r"some of whom|"
    r"could (?:give|choose|pick|name)|were allowed|ever|each|last year|by \d{4})\b"
)
JOINT = re.compile(r"[^.;:%]{0,60}?(?:,|,? and|;) ?(?:[^.;:%0-9]{0,40})?")
HUNDRED = Decimal(100)
# Shares of a whole that a slip made too many are not much more than it.
MOST = Decimal(130)
OTHER = re.compile(r"[\s-]+(?:more|less|higher|lower|points?|up|down|rise|fall|increase)\b")
FEWEST = 3


def check(reading: Reading) -> Iterator[Hit]:
    """One hit for each question whose answers are more than all."""
    for group in by_sentence(reading):
        shares = [figure for figure in group if figure.unit == "percent" and figure.value is not None]
        answers = _answers(reading, shares) or _divided(reading, shares)
        if len(answers) < 2 or TWO_GROUPS.search(sentence_of(reading, answers[0])):
            continue
        if total(answer.quantity.possible for answer in answers).low > HUNDRED:
            made = made_by(answers)
            terms = " + ".join(f"{answer.low:f}" for answer in answers)
            yield Hit(
                figures=tuple(answers),
                start=answers[0].start,
                end=answers[0].end,
                message=f"the answers make {made:f}%",
                evidence=(f"{terms} = {made:f}",),
            )


def _divided(reading: Reading, shares: list[Figure]) -> list[Figure]:
    """Three shares and more of what is divided, in one list that ends with "and"."""
    if len(shares) < FEWEST:
        return []
    sentence = sentence_of(reading, shares[0])
    gaps = [between(reading, one, two) for one, two in pairwise(shares)]
    is_list = all(JOINT.fullmatch(gap) for gap in gaps) and re.search(r"\band\b", gaps[-1]) is not None
    made = made_by(shares)
    if not is_list or not HUNDRED < made <= MOST or SEVERAL.search(sentence):
        return []
    is_divided = DIVIDED.search(sentence) is not None
    return shares if is_divided and not any(OTHER.match(after(reading, share)) for share in shares) else []


def _answers(reading: Reading, shares: list[Figure]) -> list[Figure]:
    """The shares for, against and unsure, where each is told once."""
    found: dict[str, list[Figure]] = {"for": [], "against": [], "unsure": []}
    for figure in shares:
        behind = after(reading, figure)
        for name, pattern in (("for", FOR), ("against", AGAINST), ("unsure", UNSURE)):
            if figure.value is not None and pattern.match(behind):
                found[name].append(figure)
                break
    if len(found["for"]) != 1 or len(found["against"]) != 1 or len(found["unsure"]) > 1:
        return []
    answers = [figure for figures in found.values() for figure in figures]
    return sorted(answers, key=lambda figure: figure.start)
