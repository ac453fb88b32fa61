"""The sums that a text tells: a total and the parts that stand with it in a sentence, or in the next.

Every figure is a candidate for a whole of the figures that follow each other before it or behind it, or of
the one before and the one behind: "9,400 works - 5,200 paintings, 3,100 prints and 1,100 sculptures", "Nine
died and 31 were hurt, bringing the number of casualties to 40", "exports of $27 billion and imports of $31
billion, a deficit of $4 billion". Which of them are told as a sum is decided by cues (see ``sum_cues``): what
opens the parts, what joins them, what the words before and behind the whole are, whether the parts leave no
others, and whether a slip of the pen in one figure explains why they do not add up.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from numcheck.extract.normalize import rounding_of
from numcheck.interval import rounded_to, total
from numcheck.lexicon import table
from numcheck.model import Figure, Reading
from numcheck.rules.arithmetic.cues import least, score
from numcheck.rules.arithmetic.limits import is_a_limit
from numcheck.rules.arithmetic.slips import is_a_slip, made_by
from numcheck.rules.arithmetic.sum_cues import ENDS, Candidate, cues_of, is_in_unit
from numcheck.rules.precision import told_together
from numcheck.rules.sentences import are_neighbours, before, between, by_sentence, remembered

__all__ = ["Sum", "can_equal", "candidates", "is_explained", "sums", "wrong_candidates"]

KINDS = frozenset({"count", "currency", "measure", "duration"})
# Most figures of a sentence and the next that are looked at, and most parts of one whole.
FEWEST, MOST, MOST_PARTS, MOST_AHEAD, MOST_BESIDE = 3, 14, 10, 2, 8
# Most characters between two parts.
LONGEST = 120
# Numbers up to here are made by many others.
SMALL = 3
# So many of something else are no part of a measure, nor of so many.
FEW, MANY = 10, 1000
# A part, or all of them, that is more than so many times the whole is of something else.
LARGEST = 11
LARGEST_SUM = 3
TEN = Decimal(10)
OF_WHICH = re.compile(r"\bof (?:which|these|those)\b")
# "Of the 9.6 hectares, 5.2 will be kept"
OF_A_WHOLE = re.compile(
    r"(?:^|[.;,] )(?:of|among|out of) (?:the|its|their|those|these) (?:[a-z]+ )?[$£€]?$", re.I
)
# "two crews of six": so many times so many.
OF_EACH = re.compile(r"\b(?:two|three|four|five|six|seven|eight|[0-9]+) [a-z]+s of $")
EACH = 24
# Between figures of which the second is some of the first.
SOME_OF = re.compile(r"\b(?:including|among them|(?:of|among) (?:whom|which|them|these|those))\b")
# Parts of one that no numeral tells: "four men and a woman".
AND_ONE = re.compile(
    r"\b(?:and|with|plus) (?:an?|another|his|her|their|the) "
    r"(?!further|total|half|quarter|third|other|remaining|rest|last|final|first|next)[a-z]+"
)
# Behind the last part: "12 bronze — and the thanks of its king".
CLOSES = re.compile(r"[;:()–—]|\s--?\s")
# A sentence that adds to the one before it.
GOES_ON = re.compile(r"[.!?][”\"']?\s+(?:Together with|With|Adding|Another|A further|And|Plus|Including)\b")
# Before what is left of a larger total, and what is some of one: "the other 30", "Of the dead, 51".
LEFT_OVER = re.compile(
    r"\b(?:other|others|remaining|rest|another|additional|further) $|"
    r"(?:^|[.;] )(?:of|among) (?:the|those|these) [a-z][a-z ]{1,30}, $",
    re.I,
)
# "$310 million for schools and $46 million for libraries out of total spending of $740 million"
OUT_OF = re.compile(r"\bout of (?:[a-z]+ ){1,4}[$£€]?$")
# Wholes from here on are seldom what some others make by chance.
LEAST_EXPLAINED = 30
# A whole that is rounded to no more than this is as exact as its parts.
LEAST_ROUNDED = 10


class Sum(NamedTuple):
    """A total and its parts; ``odds`` are the log-odds that they are told as such."""

    whole: Figure
    parts: tuple[Figure, ...]
    odds: float


@remembered
def sums(reading: Reading) -> Iterator[Sum]:
    """The sums of an article that do not add up, each figure in the likeliest of them."""
    told = [
        Sum(one.whole, one.parts, found)
        for one in wrong_candidates(reading)
        if (found := score("sum", cues_of(reading, one))) > least("sum")
    ]
    taken: set[int] = set()
    for found_sum in sorted(told, key=lambda item: -item.odds):
        starts = {figure.start for figure in (found_sum.whole, *found_sum.parts)}
        if taken.isdisjoint(starts):
            taken |= starts
            yield found_sum


def candidates(reading: Reading) -> Iterator[Candidate]:
    """Every figure with those that may be its parts, whether they add up or not."""
    done: set[tuple[int, ...]] = set()
    for figures in _passages(reading):
        for place, whole in enumerate(figures):
            is_small = whole.kind == "count" and whole.low <= SMALL
            if is_small or not _may_be_whole(reading, whole):
                continue
            for order, parts in _runs(reading, figures, place):
                if order == "before" and OUT_OF.search(before(reading, whole)):
                    continue
                if order != "after" and SOME_OF.search(reading.article.text, parts[0].end, parts[-1].start):
                    continue
                key = (whole.start, *(part.start for part in parts))
                if key not in done and _may_be_parts(reading, whole, parts):
                    done.add(key)
                    yield Candidate(whole, parts, order, figures)


def wrong_candidates(reading: Reading) -> Iterator[Candidate]:
    """Those that do not add up by a slip of the pen, without those of which two figures are in a sum that
    does."""
    found = list(candidates(reading))
    right = [
        {figure.start for figure in (one.whole, *one.parts)}
        for one in found
        if made_by(one.parts) == one.whole.low
    ]
    for one in found:
        starts = {figure.start for figure in (one.whole, *one.parts)}
        is_other = any(len(starts & others) > 1 for others in right)
        if is_other or can_equal(one.whole, one.parts) or is_explained(one.beside, one.whole, one.parts):
            continue
        if not is_a_slip(one.whole, one.parts):
            continue
        if 0 < one.whole.low - made_by(one.parts) <= _untold(reading, one):
            continue
        yield one


def _may_be_whole(reading: Reading, whole: Figure) -> bool:
    """Not what is left of a larger total, and not "12 neighbours, two sons and five daughters"."""
    is_of_others = LEFT_OVER.search(before(reading, whole)) is not None
    return (
        not is_of_others
        and not is_a_limit(reading, whole)
        and whole.subject.head not in table("kinds")["peers"]
    )


def _passages(reading: Reading) -> Iterator[tuple[Figure, ...]]:
    """The figures of each sentence that can be added, alone and with those of the next."""
    groups = [
        tuple(figure for figure in group if figure.kind in KINDS and figure.value is not None)
        for group in by_sentence(reading)
    ]
    text = reading.article.text
    groups = [group for group in groups if group and "|" not in text[group[0].sentence_start : group[0].end]]
    for place, group in enumerate(groups):
        if _are_enough(group):
            yield group
        for following in groups[place + 1 : place + 2]:
            if _are_enough((*group, *following)) and are_neighbours(reading, group, following):
                yield (*group, *following)


def _are_enough(figures: Sequence[Figure]) -> bool:
    """Whether a total and two parts may be among some figures, and no more than are looked at."""
    if not FEWEST <= len(figures) <= MOST:
        return False
    units = Counter(figure.unit for figure in figures)
    return max(units.values()) + (units[""] if len(units) > 1 else 0) >= FEWEST


def _runs(
    reading: Reading, figures: Sequence[Figure], place: int
) -> Iterator[tuple[str, tuple[Figure, ...]]]:
    """The runs of figures that stand right behind one, right before it, or on both sides of it."""
    whole = figures[place]
    behind = _chain(reading, whole, figures[place + 1 :])
    ahead = _chain(reading, whole, figures[:place][::-1])
    for first in (0, 1):  # "27 people in three states: 14 in Georgia"
        for stop in range(first + 2, len(behind) + 1):
            yield "after", tuple(behind[first:stop])
        for stop in range(first + 2, len(ahead) + 1):
            yield "before", tuple(ahead[first:stop][::-1])
    for one in range(1, min(len(ahead), MOST_AHEAD) + 1):
        for two in range(1, len(behind) + 1):
            yield "about", (*ahead[:one][::-1], *behind[:two])


def _chain(reading: Reading, whole: Figure, figures: Iterable[Figure]) -> list[Figure]:
    """Figures in the unit of a whole, each of one sentence with the one before it."""
    parts: list[Figure] = []
    for figure in figures:
        if not is_in_unit(figure, whole) or _is_counted(reading, figure, whole):
            continue
        if parts:
            first, second = sorted((parts[-1], figure), key=lambda part: part.start)
            gap = between(reading, first, second)
            if len(gap) > LONGEST or (ENDS.search(gap) and not GOES_ON.search(gap)):
                break
        if not 0 < figure.low <= whole.low * LARGEST or len(parts) == MOST_PARTS:
            break
        parts.append(figure)
    return parts


def _is_counted(reading: Reading, figure: Figure, whole: Figure) -> bool:
    """Whether a few of something stand beside a measure, or thousands: "72,000 turkeys at one site"."""
    is_few = figure.kind == "count" and figure.low <= FEW and figure.subject.head != ""
    is_far = whole.unit != "" or whole.low >= MANY
    return is_far and is_few and not reading.article.text.startswith(" of ", figure.end)


def _may_be_parts(reading: Reading, whole: Figure, parts: Sequence[Figure]) -> bool:
    text = reading.article.text
    if len({part.unit for part in parts} - {"", whole.unit}) > (not whole.unit):
        return False
    if any(OF_EACH.search(text, max(part.sentence_start, part.start - EACH), part.start) for part in parts):
        return False
    for part in parts:
        # "95 minutes: 40 by train", "1,200 tonnes of flour and 450 of rice", not "two men in seven months"
        is_told_once = (
            text.startswith(" of ", part.end)
            or OF_WHICH.search(text[whole.end : parts[0].start])
            or OF_A_WHOLE.search(before(reading, whole))
        )
        if whole.unit and part.unit != whole.unit and part.subject.head and not is_told_once:
            return False
    made = made_by(parts)
    is_of_a_size = whole.low <= made * LARGEST_SUM and made <= whole.low * LARGEST_SUM
    are_smaller = all(part.low < whole.low for part in parts)
    return (is_of_a_size and are_smaller) or is_a_slip(whole, parts)


def can_equal(whole: Figure, parts: Sequence[Figure]) -> bool:
    """Whether parts can make a whole, as rounded and hedged as they are told together; a whole may be rounded
    once more than they are."""
    possible, *others = told_together((whole, *parts))
    if whole.approx == "exact":
        possible = possible.hull(rounded_to(whole.low, whole.mention.low.quantum))
        if rounding_of(whole.mention.low) > LEAST_ROUNDED:
            possible = possible.hull(rounded_to(whole.low, rounding_of(whole.mention.low) / TEN))
    return total(others).overlaps(possible)


def _untold(reading: Reading, one: Candidate) -> int:
    """How many parts of one stand among counts without a numeral."""
    if one.whole.kind != "count":
        return 0
    text, told = reading.article.text, sorted((one.whole, *one.parts), key=lambda figure: figure.start)
    closes = CLOSES.search(text, told[-1].end, one.whole.sentence_end)
    end = closes.start() if closes else one.whole.sentence_end
    return len(AND_ONE.findall(text, told[0].start, end))


def is_explained(figures: Sequence[Figure], whole: Figure, parts: Sequence[Figure]) -> bool:
    """Whether the parts of a total make another figure beside it, or it is a part of one with one of
    them: then they are not its parts."""
    made = made_by(parts)
    if made == whole.low:
        return False
    totals = {made, *(whole.low + part.low for part in parts)}
    if any(figure.low in totals for figure in _beside(figures, whole)):
        return True
    if whole.low < LEAST_EXPLAINED:
        return False
    # One figure of the passage more, or one of the parts taken away: "opened 34 and shut 19".
    told = {whole.start, *(part.start for part in parts)}
    others = [figure.low for figure in figures if figure.start not in told and figure.value is not None]
    needed = {made + other for other in others} | {made - other for other in others}
    return whole.low in needed | {made - 2 * part.low for part in parts}


def _beside(figures: Sequence[Figure], whole: Figure) -> list[Figure]:
    return [
        figure
        for figure in figures
        if figure.unit == whole.unit and figure.start != whole.start and figure.value is not None
    ][:MOST_BESIDE]
