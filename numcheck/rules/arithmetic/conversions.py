"""The conversions that an article tells: a value and what it is in another unit.

"5 miles (8 km)", "3,000 feet, or 914 metres,", "12 miles/19km", "5 to 10 miles (8 to 16 km)", "30 by 40
inches" told again in centimetres, "£2m ($2.6m)". The two ends of a range are two conversions.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from numcheck.extract.normalize import normalize
from numcheck.link.difference import possible_in
from numcheck.model import Figure, Number, Quantity, Reading
from numcheck.rules.sentences import after, between, by_sentence, runs

__all__ = ["Conversion", "conversions", "is_within_a_system"]

KINDS = frozenset({"measure", "currency", "duration"})
BRACKET = re.compile(r"(?: [a-z]{2,12}){0,2} ?\((?:or |i\.e\.,? |equal to )?")
CLOSED = re.compile(r"(?: [a-z]{2,12})?\)")
# "3,000 feet, or 914 metres,", "0.4 miles - some 640 metres -", "50 yards across, which is 150 feet".
LINK = re.compile(
    r"(?: [a-z]{2,12}){0,4}?(?P<sign>,| ?[–—]| -{1,2})?"
    r"(?P<words>(?: ?(?:or|that|is|that's|which|i\.e\.,?|equal|equivalent|to|about|roughly|some|almost|"
    r"nearly|just|an?|approximately|around|exactly|only|amounts?|say|being|balmy|mere|full|by)\b,?)*) ?"
)
SAYING = re.compile(r"\b(?:or|that|that's|which|i\.e|equal|equivalent|amounts?|say)\b")
TOLD_AGAIN = re.compile(r"\b(?:that is|that's|which is|i\.e|equal|equivalent)\b")
SLASH = re.compile(r" ?/ ?")
SET_OFF = re.compile(r"\s*(?:[,;.)]| ?[–—]|\s-{1,2}\s|$)")
# Any words between two measures in two systems, as far as a sign or an "or", from which on nothing else is
# told: "5,000 tonnes of sugar in a single week, which works out at some 11 million pounds".
LINKING = frozenset(
    "or that is that's which equal equals equivalent to about roughly some almost nearly just a an around "
    "approximately exactly only amounts say full by works work out at comes come more less than little over "
    "under the same as it in well close of them all made being mere i.e".split()
)
SIGN = re.compile(r"[,:;(]| ?[–—]| -{1,2} |\b(?:or|which)\b")
ENDS = re.compile(r"[.!?][”\"’']? +[“\"‘']?[A-Z]|\n")
LONGEST = 90
WORD = re.compile(r"[A-Za-z][A-Za-z.’']*")
# "a 5-mile or 10-kilometre run" offers two.
BARE_OR = re.compile(r"(?: [a-z]{2,12}){0,4} or (?:just )?")
TIMES = re.compile(r"(?: (?:wide|long|high|tall|deep))?(?:,? by | ?[x×] ?)")
# What a slip may have multiplied a value by.
AS_TOLD = (Decimal(1),)
SLIPS = (Decimal(1), Decimal(10), Decimal("0.1"))
# Of these one is a whole number of the other; months and years are not of days.
EXACT_TIMES = frozenset({"second", "minute", "hour", "day", "week"})
MONTHS_AND_YEARS = frozenset({"month", "year"})
TIME = re.compile(r"\b(?:year|month|week|day|hour|minute|second|hr|min)s?\b")
# "4,500 seconds, a full hour and a half, to crack it"
BEHIND_A_COMMA = re.compile(r",(?! ?[\w-]+ (?:years|months|weeks|days|hours|minutes))|\.(?!\w)|;")
IMPERIAL = frozenset(
    "inch foot yard mile acre ounce pound stone pint gallon imperial_gallon fluid_ounce square_mile "
    "square_foot "
    "square_yard square_inch cubic_foot mile_per_hour foot_per_second degree_Fahrenheit short_ton "
    "long_ton quart barrel bushel".split()
)


class Conversion(NamedTuple):
    """Two figures of one thing in two units, and what they mean without their hedges: of a range, one of
    its ends."""

    first: Figure
    second: Figure
    value: Quantity
    other: Quantity


def conversions(reading: Reading) -> Iterator[Conversion]:
    """Every conversion of measures and of money, in the order of the text."""
    if sum(figure.kind in KINDS for figure in reading.figures) < 2:
        return
    told: set[int] = set()
    for first, second in runs(reading, 2):
        if _are_two_units(first, second) and _is_told(reading, first, second):
            told |= {first.start, second.start}
            yield from _ends(first, second)
    for one, two, three, four in runs(reading, 4):
        if not (_are_two_units(one, three) and _are_two_units(two, four) and one.unit == two.unit):
            continue
        is_pair = TIMES.fullmatch(between(reading, one, two)) and TIMES.fullmatch(
            between(reading, three, four)
        )
        if is_pair and BRACKET.fullmatch(between(reading, two, three)):
            told |= {figure.start for figure in (one, two, three, four)}
            yield from _ends(one, three)
            yield from _ends(two, four)
    for first, second in _in_two_systems(reading):
        if told.isdisjoint((first.start, second.start)) and _is_loosely_told(reading, first, second):
            yield from _ends(first, second)


def _in_two_systems(reading: Reading) -> Iterator[tuple[Figure, Figure]]:
    """Each two measures of one dimension that follow each other in a sentence, in miles and in kilometres."""
    for group in by_sentence(reading):
        measures = [figure for figure in group if figure.kind == "measure"]
        for dimension in dict.fromkeys(figure.quantity.dimension for figure in measures):
            alike = [figure for figure in measures if figure.quantity.dimension == dimension]
            for first, second in pairwise(alike):
                if _are_two_units(first, second) and _are_of_two_systems(first, second):
                    yield first, second


def _is_loosely_told(reading: Reading, first: Figure, second: Figure) -> bool:
    """Whether one of two measures in two systems is told again as the other, whatever stands between: nobody
    gives two things that are about as large in two systems."""
    gap = between(reading, first, second)
    signs = [match.end() for match in SIGN.finditer(gap)]
    if not signs or len(gap) > LONGEST or ENDS.search(gap):
        return False
    words = WORD.findall(gap[signs[-1] :])
    return all(word.strip(".") in LINKING for word in words) and _are_near(first, second, AS_TOLD)


def _are_of_two_systems(first: Figure, second: Figure) -> bool:
    return first.kind == "measure" and (first.unit in IMPERIAL) != (second.unit in IMPERIAL)


def _are_two_units(first: Figure, second: Figure) -> bool:
    if first.kind != second.kind or first.kind not in KINDS:
        return False
    if first.unit == second.unit and _units_told(first) == _units_told(second):
        return False
    if first.kind != "currency" and first.quantity.dimension != second.quantity.dimension:
        return False
    return not first.per or not second.per or first.per == second.per


def _units_told(figure: Figure) -> int:
    """How many units a time is told in: two of "three days and eight hours"."""
    return len(TIME.findall(figure.text)) if figure.kind == "duration" else 1


def _is_told(reading: Reading, first: Figure, second: Figure) -> bool:
    gap, behind = between(reading, first, second), after(reading, second)
    if BRACKET.fullmatch(gap):
        return CLOSED.match(behind) is not None
    if first.kind == "currency":
        return False
    are_of_two_systems = _are_of_two_systems(first, second)
    if SLASH.fullmatch(gap):
        return are_of_two_systems
    link = LINK.fullmatch(gap)
    if link is None or not (SET_OFF.match(behind) or TOLD_AGAIN.search(link["words"])):
        return False
    is_said = SAYING.search(link["words"]) is not None
    if BARE_OR.fullmatch(gap):
        return are_of_two_systems and second.approx == "about"
    if is_said and are_of_two_systems:
        return True
    is_apposition = first.kind == "duration" and BEHIND_A_COMMA.match(behind) is not None
    is_set_off = link["sign"] is not None and (
        link["sign"] != "," or are_of_two_systems or is_said or is_apposition
    )
    return (is_said or is_set_off) and (second.approx == "about" or _are_near(first, second))


def is_within_a_system(first: Figure, second: Figure) -> bool:
    """Whether the factor between two units is exact and known to all: hours and days, kilos and tonnes."""
    if first.kind == "duration":
        units = {first.unit, second.unit}
        return units <= EXACT_TIMES or units <= MONTHS_AND_YEARS
    return first.kind == "measure" and (first.unit in IMPERIAL) == (second.unit in IMPERIAL)


def _are_near(first: Figure, second: Figure, slips: Sequence[Decimal] = SLIPS) -> bool:
    """Whether one may be the other told with a slip: "70 kph, 53 mph,", "3,400 kg, or 34 tonnes"; no list
    of two distances."""
    made, told = possible_in(first.quantity, second.unit), second.quantity.possible
    if made.low <= 0 or told.low <= 0:
        return False
    return any(
        made.scaled(factor).low <= told.high * 2 and told.low <= made.scaled(factor).high * 2
        for factor in slips
    )


def _ends(first: Figure, second: Figure) -> Iterator[Conversion]:
    """The values of a pair, or the lower ends and the upper ones of two ranges."""
    lows, highs = (first.mention.low, second.mention.low), (first.mention.high, second.mention.high)
    is_range = lows[0] is not highs[0], lows[1] is not highs[1]
    if is_range[0] != is_range[1]:
        return
    for numbers in dict.fromkeys((lows, highs)):
        yield Conversion(first, second, _plain(first, numbers[0]), _plain(second, numbers[1]))


def _plain(figure: Figure, number: Number) -> Quantity:
    """What a number of a figure means without its hedge, which holds for the conversion as well."""
    return normalize(figure.mention._replace(low=number, high=number, hedge=""))
