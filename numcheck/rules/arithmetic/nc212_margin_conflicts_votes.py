"""A margin is not the difference of its score.

"Won 52-48, by six points" is a margin of four; "passed 60-45, a margin of 12 votes" one of 15. The score or
the margin was taken from another count.

The difference of the two numbers is compared with the margin as it is printed, with its hedge.

Silent where the margin is of another thing ("won 52-48, by six seats"), and on sets, legs and aggregates.

On 4,678 articles of public news with 86,000 figures it raised nothing; what it finds of planted errors is
told by `make score`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from numcheck.extract.numbers import print_number
from numcheck.interval import exactly, widened_by
from numcheck.model import Figure, Hit, Reading, Severity
from numcheck.rules.sentences import after, before, between, by_sentence

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
    r"\b(?:sets?|legs?|aggregate|overtime|extra time|abstain\w*|need\w*|two-thirds|swing|return|"
    r"previous|cut|half(?:-time)?|closest|average margin|"
    r"reduced|turnout|ago|last (?:time|year|election)|earlier)\b"
)
# Two rounded percentages may be a point further from each other than they look.
ROUNDED = Decimal(1)
# Between a margin and the numbers that it is of, these begin another matter.
AWAY = re.compile(r"[()]|\b(?:before|into|while|but|that|which|countered|when|until|and|in [A-Z])\b")
KINDS = frozenset({"count", "percent", "score"})
# A side that has made more runs than these has lost no more than so many wickets.
WICKETS, INNINGS = 10, 60
NEAR = 60
GOES_ON = re.compile(r"\s*(?:It|That|This) (?:is|was)\b")


def check(reading: Reading) -> Iterator[Hit]:
    """One hit for each margin that is not the difference of the two numbers beside it."""
    for figures in _passages(reading):
        text = _text(reading, figures)
        if not VOTING.search(text) or OTHERWISE.search(text):
            continue
        for place, margin in enumerate(figures):
            sides = _sides(reading, figures, place) if _is_a_margin(reading, margin) else ()
            if not sides:
                continue
            high, low = sorted(_numbers(sides), reverse=True)
            slack = ROUNDED if sides[0].unit == "percent" else Decimal(0)
            if not widened_by(exactly(high - low), slack).overlaps(margin.quantity.possible):
                yield _hit(margin, sides, high, low)


def _passages(reading: Reading) -> Iterator[list[Figure]]:
    """The figures of each sentence, with those of the next where it goes on to say by how much."""
    groups = by_sentence(reading)
    for place, group in enumerate(groups):
        figures = [figure for figure in group if figure.kind in KINDS]
        if place + 1 < len(groups):
            start = groups[place + 1][0].sentence_start
            if GOES_ON.match(reading.article.text, start):
                figures += [figure for figure in groups[place + 1] if figure.kind in KINDS]
        if len(figures) > 1:
            yield figures


def _text(reading: Reading, figures: Sequence[Figure]) -> str:
    return reading.article.text[figures[0].sentence_start : figures[-1].sentence_end]


def _is_a_margin(reading: Reading, figure: Figure) -> bool:
    if figure.value is None or figure.kind not in ("count", "percent"):
        return False
    if ITS_NOUN.match(after(reading, figure)):
        return True
    return BY.search(before(reading, figure)) is not None and THING.match(after(reading, figure)) is not None


def _numbers(sides: tuple[Figure, ...]) -> tuple[Decimal, Decimal]:
    """The numbers of two figures, or the two of a score."""
    return (sides[0].low, sides[-1].low) if len(sides) > 1 else (sides[0].low, sides[0].high)


def _sides(reading: Reading, figures: Sequence[Figure], place: int) -> tuple[Figure, ...]:
    """The two sides that a margin is between, next to it: a score, or two counts or percentages."""
    for score in (*figures[max(0, place - 1) : place], *figures[place + 1 : place + 2]):
        if score.kind == "score" and _is_the_score(reading, score, figures[place]):
            return (score,)
    for pair in (figures[max(0, place - 2) : place], figures[place + 1 : place + 3]):
        if len(pair) > 1 and _are_sides(reading, pair[0], pair[1], figures[place]):
            return tuple(pair)
    return ()


def _is_the_score(reading: Reading, score: Figure, margin: Figure) -> bool:
    first, second = sorted((margin, score), key=lambda figure: figure.start)
    gap = reading.article.text[first.end : second.start]
    is_record = score.text.count("-") > 1  # "14-6-2": won, lost and drawn
    is_record |= score.high <= WICKETS < INNINGS < score.low  # "311-6" of cricket
    return not is_record and len(gap) <= NEAR and AWAY.search(gap) is None


def _are_sides(reading: Reading, one: Figure, two: Figure, margin: Figure) -> bool:
    if one.kind != two.kind or one.kind not in ("count", "percent") or one.unit != two.unit:
        return False
    if one.value is None or two.value is None or (one.unit == "percent" == margin.unit):
        return False
    first, second = (margin, one) if margin.start < one.start else (two, margin)
    gap = reading.article.text[first.end : second.start]
    if AWAY.search(gap) or (margin is first and ("giving" in gap or len(gap) > NEAR)):
        return False
    if margin.unit == "basis_point":
        return False
    is_larger = one.kind == "count" and margin.low > max(one.low, two.low)
    return not is_larger and len(gap) <= 2 * NEAR and SIDES.fullmatch(between(reading, one, two)) is not None


def _hit(margin: Figure, others: tuple[Figure, ...], high: Decimal, low: Decimal) -> Hit:
    made = print_number(high - low)
    return Hit(
        figures=(margin, *others),
        start=margin.start,
        end=margin.end,
        message=f"{print_number(high)} to {print_number(low)} is a margin of {made}, not {margin.text}",
        suggestions=(made,),
        evidence=(f"{print_number(high)} - {print_number(low)} = {made}",),
    )
