"""A sum has lost its million.

"A $110 million rescue package ... the $110 rescue package": the second time the magnitude was left out. An
American broadcaster once told its readers that the airlines had asked for $25 in aid; it was billions.

Reported is an amount below a thousand where the same article has the same digits of the same currency with
a magnitude, and both stand with the same words.

Silent where the two stand with other words, where the small amount is a price or a rate, and in tables.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from numcheck.extract.words import noun_class
from numcheck.link.evidence import PERSON_CLASSES
from numcheck.model import Figure, Hit, Reading, Severity
from numcheck.rules.sentences import after, before, sentence_of

SEVERITY: Severity = "warning"

FLAGGED = (
    "The cabinet agreed a $110 million rescue package. Unions said the [[$110]] rescue package came late.",
    "The firm bought its rival in a $1.2 billion deal. Regulators are looking at the [[$1.2]] deal again.",
    "Airlines asked for $25 billion in direct aid. The [[$25]] in direct aid would be split, they said.",
    "The hospital's £40 million wing opened on Friday. Patients waited nine years for the [[£40]] wing.",
    "The state lottery's $90 million jackpot was won. Nobody has claimed the [[$90]] jackpot.",
)

SILENT = (
    "The cabinet agreed a $110 million rescue package. Unions said the $110 million package came too late.",
    "The firm was sold for $25 million. A share costs $25 now.",
    "The tickets cost £40; the £40 million stadium opens in May.",
    "The fund of $90 million pays $90 a month to each member.",
    "The stadium cost £40 million, and a seat in it £40.",
    "The $5 bill was found beside a $5 million painting.",
    "A $12 billion order was won. The $12 lunch was free.",
    "Each of the 4 million customers pays $4 for the $4 million service.",
)

LARGE = 1_000
WORD = re.compile(r"[a-z]{3,}")
# "the $110 package", "its £40 wing": of something that was told.
DEFINITE = re.compile(r"\b(?:[Tt]he|[Ii]ts|[Tt]his|[Tt]hat|[Tt]heir|[Hh]is|[Hh]er) $")
# Words that stand with any sum.
# From a sum without its magnitude to one that has it, where the two are no range.
BESIDE = re.compile(r" (?:(?:out )?of (?:the|its|a)|from) ")
# "$1.5 in investments"
OF_FIRMS = re.compile(
    r" (?:in|of|worth of) (?:[a-z]+ )?(?:investments?|funding|damages?|sales|revenues?|profits?|loans?|"
    r"debts?|aid|assets|cash|spending|exports|imports|taxes|bonds?|savings|equity|contracts?|orders)\b"
)
ONE_DECIMAL = re.compile(r"^[0-9]{1,3}\.[0-9]$")
COMMON = frozenset(
    "the and for million billion trillion thousand said that this with from have been will were their they "
    "which about more than would".split()
)
NEAR = 45
ON_AVERAGE = re.compile(
    r"\b(?:averag\w*|per|each|every|ratio|rate|mean|median|typical\w*|equivalent|rates|out of|times|index|"
    r"points|for every|to one)\b"
)
PRICE = re.compile(r"\s+(?:a|an|per|each|apiece|every)\b|[/-]")


def check(reading: Reading) -> Iterator[Hit]:
    """One hit for each amount that has the digits of a larger one beside the same words, and for each
    part of a person."""
    yield from _broken_people(reading)
    large: dict[tuple[str, str], list[Figure]] = defaultdict(list)
    money = [figure for figure in reading.figures if figure.kind == "currency" and figure.value is not None]
    for figure in money:
        if figure.mention.low.magnitude >= LARGE:
            large[_key(figure)].append(figure)
    yield from _left_out_beside(reading, money)
    yield from _left_out_of_a_sum(reading, money)
    yield from _left_out_of_a_range(reading)
    for figure in money if large else ():
        if figure.mention.low.magnitude != 1 or figure.low >= LARGE or figure.per:
            continue
        for other in large.get(_key(figure), ()):
            if not PRICE.match(after(reading, figure)) and _is_told_again(reading, figure, other):
                yield _hit(figure, other)
                break


def _left_out_beside(reading: Reading, money: Sequence[Figure]) -> Iterator[Hit]:
    """ "$110 of the $150 million", "to $410 from $385 million", "£2.4 for its rival, with £1.9 billion"."""
    text = reading.article.text
    for first, second in pairwise(money):
        small, large = sorted((first, second), key=lambda figure: figure.mention.low.magnitude)
        is_pair = first.unit == second.unit and first.sentence_start == second.sentence_start
        if not is_pair or small.mention.low.magnitude != 1 or large.mention.low.magnitude < LARGE * LARGE:
            continue
        if small.low >= LARGE or small.per or large.per or PRICE.match(after(reading, small)):
            continue
        gap = text[first.end : second.start]
        is_beside = small is first and BESIDE.fullmatch(gap) is not None
        is_odd = ONE_DECIMAL.search(text[small.mention.number_start : small.mention.number_end])
        if is_beside or (is_odd and len(gap) < NEAR):
            yield _hit(small, large)


def _left_out_of_a_sum(reading: Reading, money: Sequence[Figure]) -> Iterator[Hit]:
    """ "$1.5 in investments": no price has one decimal, and no sum of a firm's is so small."""
    text = reading.article.text
    for figure in money:
        is_odd = ONE_DECIMAL.search(text[figure.mention.number_start : figure.mention.number_end])
        if is_odd and figure.mention.low.magnitude == 1 and OF_FIRMS.match(text, figure.end):
            yield Hit(
                figures=(figure,),
                start=figure.start,
                end=figure.end,
                message=f"{figure.text} is told without a magnitude",
                suggestions=(f"{figure.text} million", f"{figure.text} billion"),
            )


def _left_out_of_a_range(reading: Reading) -> Iterator[Hit]:
    """ "from £850,000 to £1.4": the end of a range that is a thousandth of its beginning."""
    for figure in reading.figures:
        low, high = figure.mention.low, figure.mention.high
        if figure.kind != "currency" or low is high or not low.magnitude == high.magnitude == 1:
            continue
        if low.value > high.value * LARGE and high.value % 1 != 0:
            yield Hit(
                figures=(figure,),
                start=figure.start,
                end=figure.end,
                message=f"{figure.text} ends without a magnitude",
                suggestions=(f"{figure.text} million",),
            )


def _broken_people(reading: Reading) -> Iterator[Hit]:
    """ "1.4 visitors": people come whole, except on average."""
    for figure in reading.figures:
        number = figure.mention.low
        is_part = figure.kind == "count" and number.form == "decimal" and number.magnitude == 1
        if not is_part or figure.low % 1 == 0 or figure.low >= LARGE or figure.per:
            continue
        is_people = noun_class(figure.subject.head) in PERSON_CLASSES
        if is_people and not ON_AVERAGE.search(sentence_of(reading, figure)) and figure.text[-1:].isdigit():
            yield Hit(
                figures=(figure,),
                start=figure.start,
                end=figure.end,
                message=f"{figure.text} {figure.subject.noun} are none without a magnitude",
                suggestions=(f"{figure.text} million", f"{figure.text} billion"),
            )


def _key(figure: Figure) -> tuple[str, str]:
    number = figure.mention.low
    return figure.unit, f"{(number.value / number.magnitude).normalize():f}"


def _is_told_again(reading: Reading, small: Figure, large: Figure) -> bool:
    """Whether a small sum is told as one that is known, in another sentence, and its noun stands with the
    large."""
    if small.sentence_start == large.sentence_start or not DEFINITE.search(before(reading, small)):
        return False
    own = [word for word in WORD.findall(after(reading, small)[:NEAR]) if word not in COMMON]
    return bool(own) and own[0] in _words(reading, large)


def _words(reading: Reading, figure: Figure) -> set[str]:
    text = reading.article.text
    start = max(figure.sentence_start, figure.start - NEAR)
    around = text[start : min(figure.sentence_end, figure.end + NEAR)]
    return set(WORD.findall(around)) - COMMON


def _hit(small: Figure, large: Figure) -> Hit:
    return Hit(
        figures=(small, large),
        start=small.start,
        end=small.end,
        message=f"{small.text} stands where {large.text} is told",
        suggestions=(large.text,),
    )
