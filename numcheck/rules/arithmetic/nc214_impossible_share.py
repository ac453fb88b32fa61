"""A share is of more than all, or of less than none.

"120% of whom", "110 per cent of the voters": a part of people or things is at most the whole of them. The
percentage is a slip, or it was meant as a change.

Reported is a percentage above a hundred of which the words behind say that it is a part of those who were
told of.

Silent on growth and comparison ("120% of last year's sales", "150% of the limit", "rose 120%"), and on
effort ("110% of himself").

On 4,678 articles of public news with 86,000 figures it raised nothing; what it finds of planted errors is
told by `make score`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from numcheck.extract.words import noun_class, singular
from numcheck.interval import widened_by
from numcheck.link.evidence import PERSON_CLASSES
from numcheck.model import Figure, Hit, Reading, Severity
from numcheck.rules.sentences import after, before, between

SEVERITY: Severity = "error"

FLAGGED = (
    "The camp holds 4,000 people, [[120%]] of whom are children.",
    "In the town [[104 per cent]] of voters took part.",
    "The firm has 300 workers and [[150 percent]] of them are women.",
    "About the ban [[110%]] of respondents had no opinion.",
    "Of the firm [[125 per cent]] of employees have signed.",
)

SILENT = (
    "The camp holds 4,000 people, 20% of whom are children.",
    "In the town 100 per cent of voters took part.",
    "Sales were 120% of last year's.",
    "He gave 110% of himself in the match.",
    "The prison is at 150 percent of its capacity.",
    "Rents rose 120% for those tenants.",
    "The debt is 130% of the economy.",
    "The hall was at 110% of its seats.",
)

OF = re.compile(
    r"\s+of\s+(?:whom|them|(?:(?:the|all|these|those|its|their|registered|eligible|surveyed|adult|young|"
    r"[A-Za-z]+['’]s)\s)*"
    r"(?P<noun>[a-z]+))\b"
)
# What can be destroyed or seen only once.
ONCE = frozenset({"destroy", "damage", "kill", "injure", "vote", "rescue", "arrest"})
THINGS = frozenset({"building", "home", "house", "school", "crop", "tree", "ship", "plane", "car", "ballot"})
OTHER = re.compile(
    r"[\s-]+(?:of (?!the (?:members|votes))|more|less|higher|lower|points?|up|down|rise|fall|increase)\b"
)
# "Of the seven members, 50% ...", "nine members, 40% of whom", "60% of the volunteers"
WHOLE = re.compile(r"\bof (?:the |its |[a-z]+['’]s )?$", re.I)
OF_WHOM = re.compile(
    r"\s+of\s+(?:whom|them|those (?:questioned|asked|polled|surveyed|interviewed|voting)|"
    r"the\s+(?P<noun>[a-z]+|))\b"
)
OF_THE_NUMBER = re.compile(r"\s+of the $")
AHEAD = re.compile(r"[^.;:()0-9]{0,40}, (?:about )?$")
HUNDRED = Decimal(100)
# From more than so many on, nearly every whole percentage is one of a count.
MOST_COUNTED = 20
# "Two of three, or 66%": what is cut off, and a little more.
LOOSELY = Decimal("1.2")


def check(reading: Reading) -> Iterator[Hit]:
    """One hit for each share above a hundred per cent, and for each that no count of a small group makes."""
    for figure in reading.figures:
        if figure.unit != "percent" or figure.kind != "percent" or figure.value is None:
            continue
        if figure.quantity.possible.low > HUNDRED:
            if _is_of_a_group(reading, figure):
                yield Hit(
                    figures=(figure,),
                    start=figure.start,
                    end=figure.end,
                    message=f"{figure.text} of a group is more than all of it",
                )
        elif figure.approx == "exact" and (whole := _small_group(reading, figure)) is not None:
            yield from _no_count(figure, whole)


def _is_of_a_group(reading: Reading, figure: Figure) -> bool:
    match = OF.match(after(reading, figure))
    if match is None or match["noun"] is None:
        return match is not None
    head = singular(match["noun"])
    if noun_class(head) in PERSON_CLASSES or head in ("respondent", "voter", "household"):
        return True
    return head in THINGS and figure.subject.predicate in ONCE


def _small_group(reading: Reading, figure: Figure) -> Figure | None:
    """The count of few that a percentage is told to be of."""
    own = [other for other in reading.figures if other.sentence_start == figure.sentence_start]
    place = own.index(figure)
    behind = own[place + 1] if place + 1 < len(own) else None
    if behind is not None and OF_THE_NUMBER.fullmatch(between(reading, figure, behind)):
        return behind if _is_small(behind) else None
    whole = own[place - 1] if place else None
    if whole is None or not _is_small(whole):
        return None
    gap = between(reading, whole, figure)
    is_of = WHOLE.search(before(reading, whole)) is not None and bool(whole.subject.noun)
    if is_of and AHEAD.fullmatch(gap) and not OTHER.match(after(reading, figure)):
        return whole
    match = OF_WHOM.match(after(reading, figure))
    if match is None or len(gap) > 80:
        return None
    return whole if not match["noun"] or singular(match["noun"]) == whole.subject.head else None


def _is_small(figure: Figure) -> bool:
    is_count = figure.kind == "count" and not figure.per and figure.value is not None
    return is_count and figure.approx == "exact" and 2 < figure.low <= MOST_COUNTED and figure.low % 1 == 0


def _no_count(figure: Figure, whole: Figure) -> Iterator[Hit]:
    """The test of Brown and Heathers (2017) for a share: some whole number must make it."""
    number = int(whole.low)
    shares = [HUNDRED * count / number for count in range(number + 1)]
    stands_for = widened_by(figure.quantity.possible, LOOSELY)
    if any(share in stands_for for share in shares):
        return
    near = sorted(shares, key=lambda share: abs(share - figure.low))[:2]
    told = " or ".join(f"{share:.0f}%" for share in sorted(near))
    yield Hit(
        figures=(figure, whole),
        start=figure.start,
        end=figure.end,
        message=f"no number of {whole.text} is {figure.text}; the nearest are {told}",
        suggestions=tuple(f"{share:.0f}%" for share in sorted(near)),
        severity="warning",
    )
