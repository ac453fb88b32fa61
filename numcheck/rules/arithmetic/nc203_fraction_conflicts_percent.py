"""A fraction and its percentage are two things.

"A third, or 40%," is 33 per cent. The two ways to say one thing were written by two hands, or one of them
was updated and the other left.

A fraction in words is rough: it may stand for whatever is nearer to it than a twentieth of the whole, more
where it is hedged. The percentage stands for what rounds to it.

Silent on a share of something else ("a third, or 40% of the women"), and where the text itself corrects ("a
third, or rather 40%").

On 4,678 articles of public news with 86,000 figures it raised nothing; what it finds of planted errors is
told by `make score`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from numcheck.interval import Interval, exactly, widened_by
from numcheck.model import Figure, Hit, Reading, Severity
from numcheck.rules.arithmetic.parts import CLAUSE
from numcheck.rules.sentences import after, between, runs

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
    "Half the farms grow wheat, 60 percent keep sheep and a third do both.",
    "A third, or rather 40%, of the jobs will go.",
)

# What ties a percentage to the figure before it: "or 60%", "(60%", "- 60%", ", just 40%", "That is 18
# percent".
SAYING = (
    r"(?:or|good for|giving|that is|that's|that was|which is|i\.e\.|equal to|equivalent to|represent(?:s|"
    r"ed|ing)?|"
    r"account(?:s|ed|ing)? for|"
    r"m(?:ake|akes|ade|aking) up|which makes|meaning|an? (?:[a-z]+ )?(?:rate|turnout|share|proportion|"
    r"stake|ratio|success rate|"
    r"pass rate|total) of)"
)
ONLY = r"(?:(?:just|only|exactly|rather|fully|an?|the|at|some) )*"
ATTACHED = re.compile(
    rf"(?:[^.;:()0-9–—]{{0,60}}?(?:,| [–—-]{{1,2}}|[–—:]| \() ?(?:{SAYING},? )?{ONLY}"
    rf"|[^.;:()0-9–—]{{0,60}}? {SAYING},? {ONLY}"
    r"|[^.;:()0-9–—]{0,60}[.;] (?:[Tt]hat|[Tt]his|[Ii]t|Which) (?:is|was|works out at|makes|represents|"
    r"amounts to) "
    rf"{ONLY}"
    r"|[^.;:()0-9–—]{0,60}[.;] At )"
)
# Behind a percentage that is one of another whole, or no share at all.
OTHER = re.compile(
    r"[\s-]+(?:of (?!(?:the |its |their )?(?:total|whole|it|workforce|fleet|lot|electorate|"
    r"vote|field|those (?:eligible|asked|polled|questioned|surveyed)|membership|staff|stock|chamber|seats|"
    r"class|caseload)\b)|more|less|fewer|higher|lower|"
    r"points?|up|down|"
    r"above|below|discount|majority|stake in|chance|than|turnout|(?:rise|increase|gain|growth|jump|surge|"
    r"cut|drop|fall|"
    r"decline|decrease|reduction|loss)\b)"
)
# How far a fraction in words may be from what it stands for, in percent of the whole; and where it is hedged.
ROUGH, HEDGED = Decimal(3), Decimal(7)
# "More than half" may be three in four, "less than a third" a tenth.
BEYOND = Decimal(25)
HUNDRED = Decimal(100)
OF_THE = re.compile(r" of (?:[A-Za-z]+(?:['’]s?)? ){1,4}")
# After a percentage that stands between commas, and begins no clause of its own.
CLOSES = re.compile(r"\s?(?:[,.;)–—-]|of\b|$)")
AGAIN = re.compile(r"[^.;:()0-9,]{0,30}(?:,| \() ?(?:or |that is )?")
AT = re.compile(r"[^.;:()0-9]{0,25},? at $")


def _pairs(reading: Reading) -> Iterator[tuple[Figure, Figure]]:
    """Figures side by side, and those with the count between that the fraction is of; a percentage that
    is told again as a fraction as well."""
    for first, second in runs(reading, 2, with_dates=False):
        yield (second, first) if second.kind == "fraction" and first.unit == "percent" else (first, second)
    for fraction, count, share in runs(reading, 3, with_dates=False):
        if count.kind == "count" and OF_THE.fullmatch(between(reading, fraction, count)):
            yield fraction, share


def _are_told_together(reading: Reading, fraction: Figure, share: Figure) -> bool:
    """ "a third, or 33%", and the other way round "33% of pensioners, one in three, own"."""
    if share.end <= fraction.start:
        gap = between(reading, share, fraction)
        return AGAIN.fullmatch(gap) is not None and after(reading, fraction)[:1] in (",", ")")
    gap = between(reading, fraction, share)
    if gap.endswith(", ") and not CLOSES.match(after(reading, share)):
        return False
    is_attached = ATTACHED.fullmatch(gap) or AT.fullmatch(gap)
    return is_attached is not None and CLAUSE.search(gap) is None


def check(reading: Reading) -> Iterator[Hit]:
    """One hit for each percentage that is not the fraction beside it."""
    for fraction, share in _pairs(reading):
        if (
            fraction.kind != "fraction"
            or share.unit != "percent"
            or share.value is None
            or fraction.value is None
        ):
            continue
        if not _are_told_together(reading, fraction, share) or OTHER.match(after(reading, share)):
            continue
        exact = fraction.low * HUNDRED
        stands_for = widened_by(exactly(exact), ROUGH if fraction.approx == "exact" else HEDGED)
        if fraction.approx in ("over", "at_least"):
            stands_for = Interval(exact - ROUGH, exact + BEYOND)
        elif fraction.approx in ("under", "at_most"):
            stands_for = Interval(exact - BEYOND, exact + ROUGH)
        if 0 < exact < HUNDRED and not stands_for.overlaps(share.quantity.possible):
            yield _hit(fraction, share, exact)


def _hit(fraction: Figure, share: Figure, exact: Decimal) -> Hit:
    shown = f"{exact:.1f}".removesuffix(".0")
    return Hit(
        figures=(share, fraction),
        start=share.start,
        end=share.end,
        message=f"{fraction.text} is {shown}%, not {share.text}",
        suggestions=(f"{shown}%",),
        evidence=(f"{fraction.text} = {shown}%",),
    )
