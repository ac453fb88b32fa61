"""What a figure says of two others that stand with it: that one is a share of the other, that it changed by
so much from one to the other, or that they differ by so much.

"600 of 1,000, or 60%", "a third of the 36, 12 in all", "rose 50% to 30 from 20", "has tripled, from 1,300 to
3,900", "up 2 points at 37 percent, from 35", "£3.50 more than today's £15.50". Every percentage, fraction
and multiple, and every amount in the unit of two values beside it, is a candidate with each two values of one
unit in its sentence, or in its sentence and the next. Which are told as one is decided by cues (see
``comparison_cues``); what is the whole or the older need not be known, and a relation that holds whichever
way it may be read is silent.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from itertools import combinations
from math import inf
from typing import NamedTuple

from numcheck.extract.normalize import normalize
from numcheck.interval import Interval, difference, exactly, quotient, total, widened_by
from numcheck.link.difference import possible_in
from numcheck.model import Figure, Reading
from numcheck.rules.arithmetic.changes import OF_A_POINT, changes
from numcheck.rules.arithmetic.comparison_cues import (
    Candidate,
    cues_of,
    explained_by_a_slip,
    go_from_to,
    has_other_base,
    has_own_subject,
    is_of_another_sentence,
    is_of_change,
    is_of_others,
    is_of_the_larger,
    is_of_the_rest,
    may_be_amount,
    older_of,
    way_before,
)
from numcheck.rules.arithmetic.cues import least, score
from numcheck.rules.arithmetic.limits import is_a_limit
from numcheck.rules.precision import told_together
from numcheck.rules.sentences import after, are_neighbours, before, by_sentence, remembered

__all__ = ["HUNDRED", "RELATIONS", "Comparison", "candidates", "comparisons", "holds", "wrong_candidates"]

HUNDRED = Decimal(100)
RELATIONS = ("share", "change", "difference")
VALUES = frozenset({"count", "currency", "measure", "duration", "percent"})
RELATIVE = frozenset({"fraction", "ratio"})
SAYINGS = RELATIVE | {"percent"}
# Figures of a passage that are looked at, and how many of them may stand among three.
FEWEST, MOST, SKIPPED = 3, 12, 1
# What is cut off, and not rounded, is told as less than it is; a fraction in words is told loosely, and so
# is a multiple.
CUT_OFF = Decimal("0.5")
LOOSELY = Decimal("0.05")
MULTIPLE = Decimal("0.13")
# Characters before a figure that may attach it.
CLOSE = 24
# Two values of which one is more than so many times the other are compared in nothing.
FARTHEST = 1000
# How much more odds a way has that the words point to, where another would do.
LIKELIER = 2
# Before an amount that a value went up or down by.
MOVED = re.compile(
    r"\b(?:up|down|off|by|lost|losing|gained|gaining|added|adding|shed|shedding|rose|fell|climbed|dropped) "
    r"(?:an? |another |about |nearly )?[$£€]?$"
)
# Percentages with so many places are those of a share price.
TICKER = Decimal("0.01")
POINTS = {"percentage_point": Decimal(1), "basis_point": Decimal("0.01")}
TIED = re.compile(r"(?:\bor|\bthat is,?|i\.e\.,?|\() (?:about |just |only |some )?$|\($")
FROM_TO = re.compile(r"(?P<from>[Ff]rom )?(?P<low>\S.*?) to (?P<high>\S.*)", re.S)
# Before two values that read as a range: "fell by 9,000 to 221,000", "from 20 to 30".
LED = re.compile(
    r"\b(?:from|by|rose|fell|up|down|climbed|dropped|gained|lost|shed|added|jumped|slid|"
    r"an? (?:average|total) of) $"
)
RANGING = re.compile(r"\b(?:rang\w+|var(?:y|ies|ied|ying)|anywhere|anything|between|estimates?)\b")
# Points of a rate between nought and one: "up 18 points to .291".
THOUSANDTHS = Decimal("0.001")
# "9 million of them on short-haul routes"
OF_THEM = re.compile(r"\s+of (?:them|these|those|whom|which)\b")
OF_IT = re.compile(r"\s+of\s")
# Before a time that is the difference of two bare numbers.
BY = re.compile(r"\b(?:by|of|gained|lost|added|up|down|rose|fell) (?:about |nearly |almost |only )?$")


class Comparison(NamedTuple):
    """A figure that is told of two values: a "share", of a part and its whole, or a "change" or a
    "difference", of what was, where that is known, and what became; ``odds`` are the log-odds that they
    are told as one."""

    told: Figure
    first: Figure
    second: Figure
    relation: str
    odds: float


@remembered
def comparisons(reading: Reading) -> Iterator[Comparison]:
    """Those of an article that do not hold, each figure told in the likeliest of its ways."""
    best = {one.told.start: (inf, one) for one in _told_in_order(reading)}
    for one, relation in wrong_candidates(reading):
        odds = score(relation, cues_of(reading, one))
        # Of two ways that the words allow, that which they have it in.
        rank = odds + (LIKELIER if relation in _likely(reading, one) else 0)
        if odds > least(relation) and (one.told.start not in best or rank > best[one.told.start][0]):
            first, second = one.first, one.second
            if one.older is second or (relation == "share" and second.low < first.low):
                first, second = second, first
            best[one.told.start] = rank, Comparison(one.told, first, second, relation, odds)
    yield from (found for _, found in best.values())


def _told_in_order(reading: Reading) -> Iterator[Comparison]:
    """Those whose order of words leaves no doubt: "rose 60% from 20 to 30"."""
    for old, new, _, amount in changes(reading):
        if amount is None:
            continue
        one = Candidate(amount, old, new, 0, 0, old, False, (amount, old, new))
        ways = _ways(one)
        is_sure = not any(holds(one, way) for way in ways) and not has_other_base(reading, amount)
        if is_sure and not _holds_from_another(one, reading):
            yield Comparison(amount, old, new, ways[-1], inf)


def _holds_from_another(one: Candidate, reading: Reading) -> bool:
    """Whether the amount is right from another value of the sentence: "up 5 percent at $12.60, having opened
    at $11.80, against a close of $12"."""
    values = (
        figure
        for figure in reading.figures
        if figure.kind == one.second.kind and figure.sentence_start == one.second.sentence_start
    )
    others = (
        figure for figure in values if figure not in (one.first, one.second) and figure.value is not None
    )
    return any(
        holds(one._replace(first=other, older=other), way)
        for other in others
        if other.unit == one.second.unit
        for way in _ways(one)
    )


def wrong_candidates(reading: Reading) -> Iterator[tuple[Candidate, str]]:
    """Candidates that do not hold in a way that their units allow, of a figure that holds in no other, and
    which a slip would explain or words tie to the two: "or 22%", "from 20 to 30"."""
    found = list(candidates(reading))
    right: set[int] = set()
    for one in found:
        if one.told.start not in right and (
            any(holds(one, way) for way in _likely(reading, one)) or _holds_of_the_changed(reading, one)
        ):
            right.add(one.told.start)
    told = {one.told.start: one.told for one in found if one.told.start not in right}
    right |= {start for start, figure in told.items() if is_a_limit(reading, figure)}
    for one in found:
        if one.told.start not in right:
            ways = _ways(one)
            if has_other_base(reading, one.told):
                ways = ways[:1]
            if is_of_another_sentence(reading, one) or has_own_subject(reading, one):
                ways = tuple(way for way in ways if way == "share")
            if is_of_others(reading, one.told, one.first, one.second) or go_from_to(reading, one):
                ways = ways[-1:]
            if is_of_the_larger(reading, one):
                ways = tuple(way for way in ways if way != "share")
            is_clear = one.is_tied or go_from_to(reading, one)
            meant = ways if is_clear else explained_by_a_slip(one)
            yield from ((one, way) for way in ways if way in meant and not holds(one, way))


def _holds_of_the_changed(reading: Reading, one: Candidate) -> bool:
    """Whether a percentage is that of a change in what there was before it: "at $18.90, down $1.35, or
    6.7 percent"."""
    amount, value = sorted((one.first, one.second), key=lambda figure: figure.low)
    if one.told.unit != "percent" or amount.kind == "percent":
        return False
    if one.told.mention.low.quantum > TICKER and not MOVED.search(before(reading, amount)):
        return False
    way = way_before(reading, amount)
    amounts, values = told_together((amount, value))
    before_it = []
    if way != ":rise":
        before_it.append(total((values, amounts)))
    if way != ":fall":
        before_it.append(difference(values, amounts))
    return any(
        was.low > 0 and _said(one.told).overlaps(quotient(amounts, was).scaled(HUNDRED)) for was in before_it
    )


def _ways(one: Candidate) -> tuple[str, ...]:
    if one.told.kind in RELATIVE:
        return ("share", "change")
    is_relative = one.told.unit == "percent" and one.first.kind != "percent"
    return ("share", "change") if is_relative else ("difference",)


def _likely(reading: Reading, one: Candidate) -> tuple[str, ...]:
    """The ways that the words have it: a change where words of change stand there, or which value is
    older."""
    ways = _ways(one)
    if one.told.kind == "ratio" or is_of_change(reading, one.told):
        return ways[-1:]
    return ways if one.older is not None else ways[:1]


def candidates(reading: Reading) -> Iterator[Candidate]:
    """Every figure that may be told of two values with each two near it."""
    for figures, end in _passages(reading):
        tells = [_may_tell(reading, figure) for figure in figures]
        for one, two, three in _triples(len(figures), end) if any(tells) else ():
            for place in (one, two, three):
                told = figures[place]
                if not tells[place]:
                    continue
                first, second = (figures[index] for index in (one, two, three) if index != place)
                if not _are_two_values(first, second):
                    continue
                if told.kind == "fraction" and OF_A_POINT.match(reading.article.text, told.end):
                    continue
                if told.kind in RELATIVE or _may_be_told_of(reading, told, first, second):
                    yield Candidate(
                        told,
                        first,
                        second,
                        (one, two, three).index(place),
                        three - one - 2,
                        older_of(reading, told, first, second),
                        _is_tied(reading, told),
                        figures,
                    )


def _may_tell(reading: Reading, figure: Figure) -> bool:
    """Whether a figure may be told of others: a share, points or an amount by which a value went."""
    is_relative = figure.kind in SAYINGS or figure.unit in POINTS
    return figure.low > 0 and (is_relative or may_be_amount(reading, figure))


@cache
def _triples(size: int, end: int) -> tuple[tuple[int, int, int], ...]:
    """The places of each three of so many figures that stand near each other; of two sentences, of which the
    first ends at ``end``, those that are in both."""
    near = (three for three in combinations(range(size), 3) if three[2] - three[0] - 2 <= SKIPPED)
    return tuple(three for three in near if not end or three[0] < end <= three[2])


def _is_tied(reading: Reading, told: Figure) -> bool:
    """ "or 60%", "60% of", "a third": the share of what is told, and not of the others."""
    is_tied = TIED.search(before(reading, told)[-CLOSE:]) or OF_IT.match(after(reading, told))
    return (is_tied is not None or told.kind == "fraction") and not is_of_the_rest(reading, told)


def _may_be_told_of(reading: Reading, told: Figure, first: Figure, second: Figure) -> bool:
    """Whether a percentage or an amount may be told of two values by its unit: an amount is in theirs, no
    more than the larger, and that of the two smaller which has words of change beside it."""
    if first.kind == "percent":
        is_amount = told.unit in (*POINTS, "percent") or (told.kind == "count" and told.unit == "")
    elif told.kind == "percent":
        return told.unit == "percent"
    else:
        is_amount = (
            told.unit in (first.unit, second.unit)
            or _is_in_bare_unit(reading, told, first, second)
            or _is_in_smaller_unit(told, first, second)
        )
    has_rate = told.per in (first.per, second.per) or not (first.per or second.per)
    if not is_amount or told.kind not in VALUES or not has_rate:
        return False
    if told.unit in POINTS:
        return True
    if OF_THEM.match(reading.article.text, told.end):
        return False
    small = min(first, second, key=lambda figure: figure.low)
    if not may_be_amount(reading, told):
        return False
    return told.low < small.low or not may_be_amount(reading, small)


def _is_in_smaller_unit(told: Figure, first: Figure, second: Figure) -> bool:
    """ "6.8 metres, 90 centimetres higher than the 5.9 metres": an amount in another unit of the same."""
    is_one_unit = first.unit == second.unit and first.kind == told.kind == "measure"
    return is_one_unit and told.quantity.dimension == first.quantity.dimension


def _is_in_bare_unit(reading: Reading, told: Figure, first: Figure, second: Figure) -> bool:
    """ "by 2.6 years, from 75.7 to 78.3", "1.4 degrees, to 19.8C from 18.4C"; not "in five years"."""
    if told.kind == "duration" and not BY.search(before(reading, told)):
        return False
    are_bare = all(figure.kind == "count" and not figure.subject.head for figure in (first, second))
    is_temperature = told.unit.startswith("degree") and first.unit.startswith("degree")
    return (are_bare and told.kind in ("duration", "measure")) or is_temperature


def _passages(reading: Reading) -> Iterator[tuple[tuple[Figure, ...], int]]:
    """The figures of each sentence that may be compared, and those of each two sentences with where the first
    of these ends."""
    groups = [
        tuple(end for figure in group if figure.kind in VALUES | SAYINGS for end in _ends(reading, figure))
        for group in by_sentence(reading)
    ]
    groups = [group for group in groups if group]
    for place, group in enumerate(groups):
        if FEWEST <= len(group) <= MOST:
            yield group, 0
        for following in groups[place + 1 : place + 2]:
            size = len(group) + len(following)
            if FEWEST <= size <= MOST and are_neighbours(reading, group, following):
                yield (*group, *following), len(group)


def _ends(reading: Reading, figure: Figure) -> Iterator[Figure]:
    """A figure, or the two values of one that reads as a range and is none: "tripled, from 1,300 to
    3,900"."""
    if figure.value is not None:
        yield figure
        return
    match, lead = FROM_TO.match(figure.text), before(reading, figure)
    if match is None or RANGING.search(lead) or not (match["from"] or LED.search(lead)):
        return
    for number, group in ((figure.mention.low, "low"), (figure.mention.high, "high")):
        mention = figure.mention._replace(low=number, high=number)
        start, end = (figure.start + offset for offset in match.span(group))
        yield figure._replace(
            text=match[group], start=start, end=end, mention=mention, quantity=normalize(mention)
        )


def _are_two_values(first: Figure, second: Figure) -> bool:
    unit, other_unit = first.unit, second.unit
    if first.kind not in VALUES or second.kind not in VALUES or unit in POINTS or other_unit in POINTS:
        return False
    if unit != other_unit and not (_is_bare(first, second) or _is_bare(second, first)):
        return False
    small, large = sorted((first.low, second.low))
    return 0 < small <= large <= small * FARTHEST


def _is_bare(figure: Figure, other: Figure) -> bool:
    """Whether a figure may be in the unit of another, which is told once."""
    is_sum = other.kind == "currency" and figure.mention.low.magnitude > 1
    return figure.kind == "count" and (not figure.subject.head or other.kind == "measure" or is_sum)


def holds(one: Candidate, relation: str) -> bool:
    """Whether a figure is what two values make: whichever is the whole, and whichever is the older where that
    is not known."""
    if relation == "difference":
        return _differ(one)
    first, second = told_together((one.first, one.second))
    if min(first.low, second.low) <= 0:
        return True
    said = _said(one.told)
    made = _shares(one, first, second) if relation == "share" else _changes(one, first, second)
    return any(said.overlaps(way) for way in made)


def _differ(one: Candidate) -> bool:
    told, factor = one.told, POINTS.get(one.told.unit, Decimal(1))
    three = (one.first, one.second, told)
    are_alike = len({figure.mention.low.magnitude for figure in three}) == 1 and factor == 1
    if are_alike:
        first, second, amount = told_together(three)
    else:
        first, second = told_together((one.first, one.second))
        amount = told.quantity.possible
    if told.unit != one.first.unit and _is_in_smaller_unit(told, one.first, one.second):
        amount = possible_in(told.quantity, one.first.unit)
    if one.first.kind == "count" and max(one.first.low, one.second.low) < 1 <= told.low:
        factor = THOUSANDTHS
    made = difference(first, second)
    is_plain = told.unit == "percent" and min(first.low, second.low) > 0
    if is_plain and any(_said(told).overlaps(way) for way in _changes(one, first, second)):
        return True  # "a drop of 40%", in percent or in points
    return any(amount.scaled(factor).overlaps(way) for way in (made, made.scaled(Decimal(-1))))


def _said(told: Figure) -> Interval:
    """What a figure says, in percent, as loosely as it is told."""
    (possible,), exact = told_together((told,)), told.low * HUNDRED
    if told.kind == "percent":
        return Interval(possible.low, possible.high + min(told.mention.low.quantum, Decimal(1)) * CUT_OFF)
    spread = exact * (LOOSELY if told.kind == "fraction" else MULTIPLE)
    loose = widened_by(exactly(exact), spread)
    if told.approx == "exact":
        return loose
    if told.kind == "ratio" and told.approx in ("over", "at_least"):
        return Interval(exact, exact * 2)
    return possible.scaled(HUNDRED).hull(loose)


def _shares(one: Candidate, first: Interval, second: Interval) -> Iterator[Interval]:
    """One of the other, and what that leaves where the figure may be told of the others."""
    for part, whole in ((first, second), (second, first)):
        share = quotient(part, whole).scaled(HUNDRED)
        yield share
        if one.told.kind != "ratio" and not one.is_tied:
            yield _from_hundred(share)


def _changes(one: Candidate, first: Interval, second: Interval) -> Iterator[Interval]:
    """By how much of the older the newer is more or less; as a multiple, how many times it is."""
    orders: tuple[tuple[Interval, Interval], ...] = ((first, second), (second, first))
    if one.told.kind == "ratio":
        yield from (quotient(new, old).scaled(HUNDRED) for old, new in orders)
        return
    if one.older is not None:
        orders = orders[:1] if one.older is one.first else orders[1:]
    for old, new in orders:
        multiple = quotient(new, old).scaled(HUNDRED)
        yield _from_hundred(multiple)
        yield Interval(multiple.low - HUNDRED, multiple.high - HUNDRED)


def _from_hundred(interval: Interval) -> Interval:
    return Interval(HUNDRED - interval.high, HUNDRED - interval.low)
