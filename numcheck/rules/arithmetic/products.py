"""The products that a text tells: so many, at so much each, that make so much.

"50 planes at $2m each, $100m in all", "30 goals in 20 games, an average of 1.5 a match", "$50 million
shared among 2,500 members, $20,000 per person", "£20 a week for 52 weeks, or £1,040", "£9 a month, or £108
a year". A rate says what it is of; the number that counts that, and the one other figure in the unit of the
rate, are its number and its total. Where either is told twice nothing is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from numcheck.extract.numbers import print_number
from numcheck.extract.words import noun_class
from numcheck.interval import Interval, exactly
from numcheck.lexicon import table
from numcheck.model import Figure, Hit, Reading
from numcheck.rules.sentences import after, before, remembered, sentence_of, with_next
from numcheck.units import converted, dimension_of

__all__ = ["Product", "conflicts", "is_average", "is_per_person", "products"]

KINDS = frozenset({"count", "currency", "measure"})
EACH = frozenset({"each", "apiece"})
EACH_BEHIND = re.compile(r"\s+(?:each|apiece)\b")
EACH_OF = re.compile(r"\s+(?:for|to) (?:each|every one) of (?:the|its|their|[a-z]+['’]s) ")
EACH_FIRST = re.compile(r"\beach of (?:the |its |their |[a-z]+['’]s )?[0-9a-z,]+ [^.;]{0,45}$", re.I)
EACH_WITH = re.compile(r"\beach (?:with|of|holding|carrying|having|seating|costing|worth) ")
# A year that is told without a number: "730 burglaries in the year, two a day".
IN_A_YEAR = re.compile(
    r"\b(?:(?:in|over|during) (?:the|a) (?:(?:past|last) )?year|last year|annual(?:ly)?)\b"
)
GOES_ON = re.compile(r"\s*(?:That|This|It) (?:is|was|works out at|comes to|came to|makes|means|averages) ")
# What a sum may leave out or hold besides.
MORE = re.compile(
    r"\b(?:includ\w+|excluding|plus|fees?|(?<!before )(?<!after )tax|VAT|interest|discount\w*|besides|"
    r"deposit|overtime|bonus\w*|"
    r"up to|as much as|"
    r"starting|ranging|between|from|rising|initially|other|another|rest|remaining|extra)\b"
)
CLAUSE = re.compile(
    r"\b(?:while|whereas|although|though|but|compared|than|unless|if|would have|also)\b|"
    r"; (?!the sale|that|it|they|together|in all|for a total)"
)
JOINED = re.compile(
    r"\b(?:or|that is|equal to|which is|making|comes? to|came to|total|totalling|totaling|in all|in total|"
    r"altogether|average|"
    r"averag\w+|giving|raised|raising|worth|bringing|providing|contract|earns?|takings|added up|adds up|"
    r"each|apiece|works out|taking home|covered|in|"
    r"per|a head|per capita|paid|over|for)\b|[,;—–:(]"
)
SPEEDS = {"kilometer_per_hour": "kilometer", "mile_per_hour": "mile"}
PER_MANY = re.compile(r"(?P<many>[0-9]+) (?P<whom>[a-z]+)")
AVERAGE = re.compile(r"\baverag\w+")
PERSONS = frozenset({"person", "head", "capita", "resident", "inhabitant", "citizen", "household", "family"})
MORE_BEHIND = re.compile(r"\s+(?:more|extra|besides|in grants|in debt)\b")
LARGEST, LONGEST, NEAR = 12, 160, 40


class Product(NamedTuple):
    """A rate with how many there are of what it is per, and what both make; ``number`` is None where a period
    tells it, ``times`` how many there are."""

    rate: Figure
    number: Figure | None
    total: Figure
    times: Interval


@remembered
def products(reading: Reading) -> Iterator[Product]:
    """The products of an article, each rate with the one number and the one total that it can have."""
    for own, following in with_next(reading, GOES_ON):
        told = [figure for figure in own + following if figure.kind != "date" and figure.value is not None]
        figures = [_as_distance(figure) for figure in told]
        for rate in figures:
            per = _per(reading, rate)
            if not per or rate.approx not in ("exact", "about"):
                continue
            found = _two_rates(reading, figures, rate) or _number_and_total(reading, figures, rate, per)
            if found is not None and _is_told(reading, found):
                yield found


def _as_distance(figure: Figure) -> Figure:
    """A speed as a distance per hour: "averaging 60 km an hour"."""
    length = SPEEDS.get(figure.unit)
    if length is None:
        return figure
    quantity = replace(figure.quantity, unit=length, dimension="length", per="hour")
    return figure._replace(quantity=quantity)


def _per(reading: Reading, figure: Figure) -> str:
    """What a figure is per: "month", "game", "each"; empty where it is no rate."""
    if figure.kind not in KINDS:
        return ""
    if figure.per:
        return "each" if figure.per in EACH else figure.per
    if EACH_BEHIND.match(after(reading, figure)) or EACH_OF.match(after(reading, figure)):
        return "each"
    lead = before(reading, figure)
    is_each = EACH_WITH.search(lead[-20:]) or EACH_FIRST.search(lead)
    return "each" if is_each else ""


def _two_rates(reading: Reading, figures: Sequence[Figure], rate: Figure) -> Product | None:
    """ "£9 a month, or £108 a year": one rate in two periods, both told without a number."""
    for other in figures:
        if other is rate or other.unit != rate.unit or other.kind != rate.kind or other.start < rate.start:
            continue
        pair = (rate, other) if rate.low <= other.low else (other, rate)
        if not (rate.per and other.per and rate.per != other.per and _are_periods(rate.per, other.per)):
            continue
        gap = reading.article.text[rate.end : other.start]
        if not re.fullmatch(r"(?:[^.;:()0-9]{0,25},)? (?:or|that is|equal to|which is|\() ?(?:about )?", gap):
            continue
        times = converted(exactly(Decimal(1)), pair[1].per, pair[0].per)
        short = "day" in pair[0].per or "hour" in pair[0].per
        # A week of work has five days, a day of it eight hours; a month four weeks.
        low = times.low / 4 if short else times.low * Decimal("0.9")
        return Product(pair[0], None, pair[1], Interval(low, times.high * Decimal("1.02")))
    return None


def _are_periods(one: str, two: str) -> bool:
    return all(period in table("units") and dimension_of(period) == "time" for period in (one, two))


def _number_and_total(reading: Reading, figures: Sequence[Figure], rate: Figure, per: str) -> Product | None:
    """The one number of what a rate is per, and the one other figure in its unit."""
    many = PER_MANY.fullmatch(per)
    size, per = (Decimal(many["many"]), many["whom"]) if many else (None, per)
    others = [other for other in figures if other is not rate]
    if per == "each":
        find = _counts_of_each if rate.kind == "count" else _amount_of_each
        numbers, totals = find(others, rate)
    else:
        numbers = [other for other in others if _counts(other, per) and (size is None or other.low > size)]
        totals = [other for other in others if _is_total_of(other, rate) and other not in numbers]
    if len(totals) != 1:
        return None
    if not numbers and _is_average_of_a_year(sentence_of(reading, totals[0]), per):
        return Product(rate, None, totals[0], converted(exactly(Decimal(1)), "year", per))
    if len(numbers) != 1:
        return None
    return Product(rate, numbers[0], totals[0], _times(numbers[0], per, size))


def _counts_of_each(others: Sequence[Figure], rate: Figure) -> tuple[list[Figure], list[Figure]]:
    """ "30 coaches with 50 seats each, 1,500 in all": of two counts the larger is the total."""
    counts = [other for other in others if other.kind == "count" and not other.per]
    if len(counts) != 2:
        return [], []
    total = max(counts, key=lambda figure: figure.low)
    heads = ("", rate.subject.head, "fan", "passenger")
    if total.low <= rate.low or (rate.subject.head and total.subject.head not in heads):
        return [], []
    return [other for other in counts if other is not total], [total]


def _amount_of_each(others: Sequence[Figure], rate: Figure) -> tuple[list[Figure], list[Figure]]:
    """ "50 planes at $2m each, $100m in all": the count just before the rate, or any."""
    numbers = [other for other in others if other.kind == "count" and not other.per]
    ahead = [other for other in numbers if other.end <= rate.start]
    if ahead and rate.start - ahead[-1].end < NEAR:
        numbers = ahead[-1:]
    return numbers, [other for other in others if _is_total_of(other, rate)]


def _is_total_of(other: Figure, rate: Figure) -> bool:
    return other.kind == rate.kind and not other.per and _are_in_one_unit(rate, other)


def _is_average_of_a_year(sentence: str, per: str) -> bool:
    is_period = per in ("day", "month", "week")
    return is_period and IN_A_YEAR.search(sentence) is not None and "averag" in sentence


def _times(number: Figure, per: str, size: Decimal | None) -> Interval:
    """How many times a rate is taken: per so many, or per period of a duration."""
    times = exactly(number.low) if number.approx == "exact" else number.quantity.possible
    if size is not None:
        times = number.quantity.possible.scaled(1 / size)
    if number.kind == "duration" and number.unit != per:
        times = converted(times, number.unit, per)
        return Interval(times.low * Decimal("0.93"), times.high * Decimal("1.07"))
    return times


def _are_in_one_unit(rate: Figure, other: Figure) -> bool:
    if rate.kind != "count":
        return rate.quantity.dimension == other.quantity.dimension
    return (
        not rate.subject.head
        or rate.subject.head == other.subject.head
        or rate.subject.head in ("average", "rate")
    )


@cache
def _kin() -> dict[str, int]:
    """Words of one kind of thing, each with the number of its kind."""
    return {word: place for place, row in enumerate(table("kinds")["kin"]) for word in row}


def _counts(figure: Figure, per: str) -> bool:
    """Whether a figure says how many there are of what a rate is per."""
    if figure.per or figure.value is None:
        return False
    if figure.kind == "duration":
        return per in table("units") and dimension_of(per) == "time"
    if figure.kind != "count":
        return False
    head = figure.subject.head
    if head == per or (head in _kin() and _kin().get(per) == _kin()[head]):
        return True
    is_person = per in ("person", "head", "capita", "resident", "citizen", "inhabitant", "member")
    return is_person and noun_class(head) in ("person", "population", "resident", "worker", "member")


def _is_told(reading: Reading, found: Product) -> bool:
    """Whether the figures of a product are told in one breath, and nothing is said to be left out or
    added."""
    told = [figure for figure in (found.rate, found.number, found.total) if figure is not None]
    start, end = min(figure.start for figure in told), max(figure.end for figure in told)
    text = reading.article.text[start:end]
    between = text
    for figure in told:
        between = between.replace(figure.text, " ", 1)
    is_more = MORE.search(sentence_of(reading, found.total)) or MORE_BEHIND.match(after(reading, found.total))
    if len(between) > LONGEST or CLAUSE.search(between) or is_more:
        return False
    total, rate = _values(found)
    if total.low <= 0 or rate.low <= 0 or found.times.low <= 0:
        return False
    made = rate.high * found.times.high
    return made <= total.high * LARGEST and total.low <= made * LARGEST and JOINED.search(between) is not None


def _values(found: Product) -> tuple[Interval, Interval]:
    """What the total and the rate may stand for, both in the unit of the total."""
    rate, total = found.rate.quantity, found.total.quantity
    return total.possible, converted(rate.possible, rate.unit, total.unit)


def conflicts(reading: Reading, wanted: Callable[[Reading, Product], bool]) -> Iterator[Hit]:
    """One hit for each product of a kind whose total its rate and its number cannot make."""
    for found in products(reading):
        total, rate = _values(found)
        made = Interval(rate.low * found.times.low, rate.high * found.times.high)
        if wanted(reading, found) and not made.overlaps(total):
            yield _hit(found)


def _hit(found: Product) -> Hit:
    rate, number, whole = found.rate, found.number, found.total
    times = (found.times.low + found.times.high) / 2
    made = times * converted(exactly(rate.low), rate.unit, whole.unit).low
    told = print_number(round(times, 2) if times < LARGEST else times.to_integral_value())
    shown = f"{print_number(made)} {whole.unit}".rstrip()
    return Hit(
        figures=(whole, rate) if number is None else (whole, number, rate),
        start=whole.start,
        end=whole.end,
        message=f"{told} times {rate.text} make {shown}, not {whole.text}",
        suggestions=(shown,),
        evidence=(f"{told} × {print_number(rate.low)} = {shown}",),
    )


def is_average(reading: Reading, found: Product) -> bool:
    """Whether a rate is called an average."""
    return AVERAGE.search(sentence_of(reading, found.rate)) is not None


def is_per_person(reading: Reading, found: Product) -> bool:
    """Whether a rate is for each of the people or the households of a place."""
    return _per(reading, found.rate) in PERSONS
