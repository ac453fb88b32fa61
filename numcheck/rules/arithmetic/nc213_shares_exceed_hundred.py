"""The shares of a whole are more than all of it, or leave something out.

"45% in favour, 40% against and 25% undecided" are 110 per cent. One of the shares was taken from another
poll, or mistyped, and the one that is left out is the one that the reader would have liked to know.

Reported are the shares for, against and undecided of one sentence, whose answers exclude each other, and the
shares of what is divided; and shares that with "the remaining 6%" or "the other 6%" are not 100. Each stands
for what rounds to it, so that three rounded shares may make 101.

Silent on lists of other answers, which may be given together, on two polls in one sentence, and where the
text says so.

On 4,678 articles of public news with 86,000 figures it raised 1 error, which is real (35, 37 and 25 percent
of all answers); what it finds of planted errors is told by `make score`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from numcheck.interval import exactly, total
from numcheck.model import Figure, Hit, Reading, Severity
from numcheck.rules.arithmetic.slips import made_by
from numcheck.rules.sentences import after, before, between, by_sentence, sentence_of

SEVERITY: Severity = "error"

FLAGGED = (
    "The poll found [[45%]] in favour, 40% against and 25% undecided.",
    "[[52 per cent]] voted yes and 58 per cent voted no.",
    "In the survey [[61%]] supported the ban, 38% opposed it and 12% were undecided.",
    "The poll had [[55%]] for, 38% against and 14% undecided.",
    "[[48 percent]] approved, 52 percent disapproved and 9 percent did not know.",
    "Coal supplied [[34%]] of the power, gas 29%, hydro 21% and wind 19%, the remaining 4% being solar.",
    "She owns [[42.5%]] of the firm, her son 17.5% and a fund 30%; staff hold the final 12%.",
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
    "Coal supplied 34% of the power, gas 29%, hydro 21% and wind 12%, the remaining 4% being solar.",
    "He won 38% of the vote, she 31%, and the other 25% of voters in the north stayed at home.",
    "Sales rose 12% in May and 9% in June, and the remaining 5% of stock went in July.",
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
# Before the last share, or behind it, where it is all that is left; "the other 30% of voters" are of another.
REST = re.compile(
    r"\b(?:the|a|its|their) (?:remaining|other|rest|remainder|balance|final|last)[^.;%0-9]{0,24}$",
    re.I,
)
IS_REST = re.compile(r"[^.;%0-9]{0,30}\b(?:the|its) (?:rest|remainder|balance)\b")
OF_ANOTHER = re.compile(
    r" of (?!(?:the )?(?:total|shares?|votes?|power|it|them|whole|money|income|cost|stock)\b)"
)
# What is added or changed is no share of one whole.
CHANGED = re.compile(
    r"\b(?:rose|fell|up|down|increase\w*|decrease\w*|grew|growth|risen|fallen|climbed|dropped|gained|lost|"
    r"higher|lower|more than|less than|compared|from)\b"
)
# Shares of a whole that a slip made too many are not much more than it.
LEAST, MOST = Decimal(70), Decimal(130)
OTHER = re.compile(r"[\s-]+(?:more|less|higher|lower|points?|up|down|rise|fall|increase)\b")
FEWEST = 3


def check(reading: Reading) -> Iterator[Hit]:
    """One hit for each question whose answers are more than all."""
    for group in by_sentence(reading):
        shares = [figure for figure in group if figure.unit == "percent" and figure.value is not None]
        yield from _not_all(reading, group)
        answers = _answers(reading, shares) or _divided(reading, shares)
        if len(answers) < 2 or TWO_GROUPS.search(sentence_of(reading, answers[0])):
            continue
        if total(answer.quantity.possible for answer in answers).low > HUNDRED:
            yield _hit(answers)


def _hit(shares: Sequence[Figure]) -> Hit:
    made = made_by(shares)
    terms = " + ".join(f"{share.low:f}" for share in shares)
    return Hit(
        figures=tuple(shares),
        start=shares[0].start,
        end=shares[0].end,
        message=f"the shares make {made:f}%",
        evidence=(f"{terms} = {made:f}",),
    )


def _not_all(reading: Reading, group: Sequence[Figure]) -> Iterator[Hit]:
    """The shares of a sentence of which the last is what remains, and which are not all together."""
    shares = [
        figure
        for figure in group
        if figure.value is not None and (figure.unit == "percent" or _is_bare_share(figure))
    ]
    if len(shares) < FEWEST or shares[-1].unit != "percent" or shares[0].unit != "percent":
        return
    *others, last = shares
    is_rest = REST.search(before(reading, last)) or IS_REST.match(after(reading, last))
    if not is_rest or OF_ANOTHER.match(after(reading, last)):
        return
    sentence = sentence_of(reading, last)
    if CHANGED.search(sentence) or SEVERAL.search(sentence):
        return
    made = made_by(shares)
    is_of_a_size = LEAST <= made <= MOST or made_by(others) > HUNDRED
    if is_of_a_size and not total(share.quantity.possible for share in shares).overlaps(exactly(HUNDRED)):
        yield _hit(shares)


def _is_bare_share(figure: Figure) -> bool:
    """ "31 percent, the Greens 16": a number without a noun."""
    return figure.kind == "count" and not figure.subject.head and 0 < figure.low < HUNDRED


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
