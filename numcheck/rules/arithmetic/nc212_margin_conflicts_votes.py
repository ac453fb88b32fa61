"""A margin is not the difference of its score.

"Won 52-48, by six points" is a margin of four; "passed 60-45, a margin of 12 votes" one of 15. The score or
the margin was taken from another count.

The difference of the two numbers is compared with the margin as it is printed, with its hedge.

Silent where the margin is of another thing ("won 52-48, by six seats"), and on sets, legs and aggregates.

On 4,678 articles of public news with 86,000 figures it raised nothing: its silence there is known, its
recall is not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby

from numcheck.extract.numbers import print_number
from numcheck.interval import exactly, widened_by
from numcheck.model import Figure, Hit, Reading, Severity
from numcheck.rules.sentences import after, before, between

SEVERITY: Severity = "error"

FLAGGED = (
    "She won 52-48, by [[six]] points.",
    "The bill passed 60-45, a margin of [[12]] votes.",
    "The council voted 31-20 for the plan, a majority of [[nine]].",
    "They won 84-71, a [[15]]-point victory.",
    "The senate passed it 55-40, by [[12]] votes.",
)

SILENT = (
    "She won 52-48, by four points.",
    "The bill passed 60-45, a margin of 15 votes.",
    "The council voted 31-20 for the plan, a majority of 11.",
    "They won 84-71, a 13-point victory.",
    "He won 6-4, 6-3, by two sets.",
    "She won 52-48, by six seats in the north.",
    "They lost 3-1, by nine shots on goal to four.",
    "The senate passed it 55-40, by 15 votes.",
)

NOUN = r"(?:margin|majority|lead|advantage|gap|difference|edge|cushion)"
BY = re.compile(
    rf"(?:(?<!paced )(?<!led )(?<!followed )(?<!scored )(?<!being )\bby|\b{NOUN} (?:of|was)|\bahead by|"
    rf"\bnow|\bahead,?|\bwin by|\bholding on by|\bhe lost by) (?:just |only |some |a )?$",
    re.I,
)
ITS_NOUN = re.compile(
    rf"[ -](?:percentage )?(?:votes?|points?|runs?|goals?|shots?|strokes?|seats?) (?:winning )?(?:{NOUN}|"
    rf"victory|win|clear|ahead|defeat)\b"
)
THING = re.compile(
    r"(?:[ -](?:percentage )?(?:votes?|points?|runs?|goals?|strokes?)\b(?! (?:to|against)\b)|[,.;]|$)"
)
# Between the two sides of a count.
SIDES = re.compile(
    r"(?: (?:votes|per cent|percent|points|ballots))?(?:,? (?:to|against)(?: (?:[A-Za-z'’.]+ ){0,3})?|"
    r" and (?:[A-Z][\w.'’]* )+(?:on )?| ?- ?)\s?"
)
VOTING = re.compile(
    r"\b(?:votes?|voted|won|wins?|beat|majority|margin|lead|leads|ahead|lost|polled|passed|rejected|"
    r"carried|motion|scoring|"
    r"points|victory|split|backed|confirmed|approved)\b"
)
OTHERWISE = re.compile(
    r"\b(?:sets?|legs?|aggregate|overtime|extra time|abstain\w*|needed|needs|two-thirds|swing|return|"
    r"previous|cut|half(?:-time)?|closest|average margin|"
    r"reduced|turnout|ago|last (?:time|year|election)|earlier)\b"
)
# Two rounded percentages may be a point further from each other than they look.
ROUNDED = Decimal(1)
GOES_ON = re.compile(r"\s*(?:It|That|This) (?:is|was)\b")


def check(reading: Reading) -> Iterator[Hit]:
    """One hit for each margin that is not the difference of the two numbers beside it."""
    for figures in _passages(reading):
        for place, margin in enumerate(figures):
            pair = _pair(reading, figures, place) if _is_a_margin(reading, margin) else None
            if pair is None:
                continue
            high, low = sorted(pair, reverse=True)
            made = widened_by(exactly(high - low), ROUNDED if _are_rounded(figures) else Decimal(0))
            if not made.overlaps(margin.quantity.possible) and not OTHERWISE.search(_text(reading, figures)):
                yield _hit(margin, figures, high, low)


def _are_rounded(figures: Sequence[Figure]) -> bool:
    return any(figure.unit == "percent" for figure in figures)


def _passages(reading: Reading) -> Iterator[list[Figure]]:
    groups = [list(group) for _, group in groupby(reading.figures, key=lambda one: one.sentence_start)]
    for place, group in enumerate(groups):
        figures = [figure for figure in group if figure.kind != "date"]
        if place + 1 < len(groups):
            start = groups[place + 1][0].sentence_start
            if GOES_ON.match(reading.article.text, start):
                figures += [figure for figure in groups[place + 1] if figure.kind != "date"]
        # Two sides and a margin, and nothing else that could be one of them.
        if 2 <= len(figures) <= 3 and VOTING.search(_text(reading, figures)):
            yield figures


def _text(reading: Reading, figures: Sequence[Figure]) -> str:
    return reading.article.text[figures[0].sentence_start : figures[-1].sentence_end]


def _is_a_margin(reading: Reading, figure: Figure) -> bool:
    if figure.value is None or figure.kind not in ("count", "percent"):
        return False
    if ITS_NOUN.match(after(reading, figure)):
        return True
    return BY.search(before(reading, figure)) is not None and THING.match(after(reading, figure)) is not None


def _pair(reading: Reading, figures: Sequence[Figure], place: int) -> tuple[Decimal, Decimal] | None:
    """The two sides that a margin is between: a score, or two counts or percentages."""
    margin = figures[place]
    others = [figure for figure in figures if figure is not margin]
    if len(others) == 1 and others[0].kind == "score":
        first, second = sorted((margin, others[0]), key=lambda figure: figure.start)
        gap = reading.article.text[first.end : second.start]
        is_record = others[0].text.count("-") > 1  # "14-6-2": won, lost and drawn
        is_next = (
            not is_record
            and len(gap) <= 60
            and " and " not in gap
            and second.sentence_start >= first.sentence_start
        )
        return (others[0].low, others[0].high) if is_next else None
    if len(others) != 2:
        return None
    one, two = others
    are_sides = one.kind == two.kind and one.kind in ("count", "percent") and one.unit == two.unit
    if not are_sides or one.value is None or two.value is None or one.start < margin.start < two.start:
        return None
    if one.unit == "percent" and margin.unit == "percent":
        return None
    if one.kind == "count" and margin.low > max(one.low, two.low):
        return None
    if not SIDES.fullmatch(between(reading, one, two)):
        return None
    return one.low, two.low


def _hit(margin: Figure, figures: Sequence[Figure], high: Decimal, low: Decimal) -> Hit:
    others = tuple(figure for figure in figures if figure is not margin)
    made = print_number(high - low)
    return Hit(
        figures=(margin, *others),
        start=margin.start,
        end=margin.end,
        message=f"{print_number(high)} to {print_number(low)} is a margin of {made}, not {margin.text}",
        suggestions=(made,),
        evidence=(f"{print_number(high)} - {print_number(low)} = {made}",),
    )
