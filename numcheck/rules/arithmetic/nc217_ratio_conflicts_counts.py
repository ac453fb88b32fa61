"""A ratio is not that of its two counts.

"Men outnumber women by two to one, 40 to 30" is four to three. Ratios are said from memory and loosely, the
counts are taken from a list; where both stand side by side the reader has the list too.

The larger count is divided by the smaller as intervals, and the ratio in words may be a sixth more or less,
as print rounds it ("nearly two to one").

Silent on odds, scores and shares, where more than two counts stand with the ratio, and where words of
comparison are of another thing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from numcheck.extract.numbers import print_number
from numcheck.interval import exactly, quotient, widened_by
from numcheck.model import Figure, Hit, Reading, Severity
from numcheck.rules.sentences import before, by_sentence

SEVERITY: Severity = "error"

FLAGGED = (
    "Men outnumber women on the council by [[two to one]], 40 to 30.",
    "Boys outnumber girls by a ratio of [[3 to 1]] at the school, which has 450 boys and 250 girls.",
    "Members rejected the merger by [[four to one]], with 5,000 voting against and 2,000 in favour.",
    "Sheep outnumber people there by [[four to one]]; there are 12,000 sheep and 1,200 residents.",
    "The club has [[twice]] as many junior members as adults, 260 against 190.",
    "Buyers outnumbered sellers [[two to one]]. The broker logged 1,400 orders to buy and 1,100 to sell.",
)

SILENT = (
    "Men outnumber women on the council by two to one, 40 to 20.",
    "Boys outnumber girls by a ratio of 3 to 2 at the school, which has 450 boys and 300 girls.",
    "Members rejected the merger by nearly three to one, with 5,000 voting against and 1,800 in favour.",
    "The horse won at odds of ten to one, beating 12 rivals over 3 miles.",
    "Men outnumber women by two to one in the club, which has 45 members and 30 boats.",
    "She has twice as many medals as her sister, who is 23 and trains with 12 others.",
    "The club has about twice as many juniors as adults, 260 against 140.",
    "Sheep outnumber people by ten to one; there are 12,000 sheep and 1,200 residents.",
    "They won by two to one, 40 points to 30 being the score at the break.",
)

OUTNUMBERS = re.compile(
    r"\b(?:outnumber\w*|ratio|twice as many|three times as many|four times as many|to one|to 1|-to-1|"
    r"to-one)\b"
)
OTHERWISE = re.compile(
    r"\b(?:odds|chance|on aggregate|score|per cent|percent|%|favourite|bet|diluted|mixed|scale)\b", re.I
)
# Between the ratio and the two counts, or between the counts: nothing that begins another matter.
CLAUSE = re.compile(r"\b(?:while|although|though|but|compared|than|if|who|aged|last year|ago)\b")
SIDES = re.compile(
    r"[^.;:()0-9]{0,40}?(?: to | against | and |, with )(?:(?:the |only |just |about )?[A-Za-z'’]* ?){0,3}"
)
GOES_ON = re.compile(r"\s*(?:The|There|It|That)\b")
LOOSELY = 6
LARGEST = 20


def check(reading: Reading) -> Iterator[Hit]:
    """One hit for each ratio that its two counts do not have."""
    for figures in _passages(reading):
        ratios = [figure for figure in figures if figure.kind == "ratio" and figure.value is not None]
        counts = [figure for figure in figures if figure.kind == "count" and figure.value is not None]
        if len(ratios) != 1 or len(counts) != 2 or len(figures) != 3:
            continue
        ratio, (one, two) = ratios[0], counts
        if not _is_told(reading, ratio, one, two):
            continue
        large, small = sorted((one, two), key=lambda figure: figure.low, reverse=True)
        if small.low <= 0 or large.low > small.low * ratio.low * LARGEST:
            continue
        made = quotient(large.quantity.possible, small.quantity.possible)
        meant = widened_by(exactly(ratio.low), ratio.low / LOOSELY)
        if ratio.approx != "exact":
            meant = meant.hull(ratio.quantity.possible)
        if not made.overlaps(meant):
            yield _hit(ratio, large, small)


def _passages(reading: Reading) -> Iterator[list[Figure]]:
    groups = by_sentence(reading)
    for place, group in enumerate(groups):
        figures = [figure for figure in group if figure.kind != "date"]
        if place + 1 < len(groups) and len(figures) == 1:
            start = groups[place + 1][0].sentence_start
            if GOES_ON.match(reading.article.text, start):
                figures += [figure for figure in groups[place + 1] if figure.kind != "date"]
        if figures:
            yield figures


def _is_told(reading: Reading, ratio: Figure, one: Figure, two: Figure) -> bool:
    """Whether two counts are those of a ratio: behind it, side by side, of two things."""
    text = reading.article.text
    if not ratio.end <= one.start or ratio.low <= 1:
        return False
    passage = text[ratio.sentence_start : two.sentence_end]
    if not OUTNUMBERS.search(text[ratio.sentence_start : ratio.end + 12]) or OTHERWISE.search(passage):
        return False
    gap = text[one.end : two.start]
    if CLAUSE.search(text[ratio.end : two.start]) or not SIDES.fullmatch(gap):
        return False
    return _are_named(reading, ratio, one, two)


def _are_named(reading: Reading, ratio: Figure, one: Figure, two: Figure) -> bool:
    """Whether the nouns of two counts, where they have any, are told with the ratio, or none has one."""
    nouns = [figure.subject.noun.lower() for figure in (one, two) if figure.subject.noun]
    told = f"{before(reading, ratio)} {reading.article.text[ratio.end : one.start]}".lower()
    known: Sequence[str] = [noun for noun in nouns if noun in told]
    return not nouns or bool(known) or len(nouns) < 2


def _hit(ratio: Figure, large: Figure, small: Figure) -> Hit:
    made = f"{large.low / small.low:.2g}".rstrip("0").rstrip(".")
    return Hit(
        figures=(ratio, large, small),
        start=ratio.start,
        end=ratio.end,
        message=f"{large.text} to {small.text} is {made} to one, not {ratio.text}",
        evidence=(f"{print_number(large.low)} / {print_number(small.low)} = {Decimal(made)}",),
    )
