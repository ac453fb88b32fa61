"""What the words about a time and two dates say for and against its being the time between them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from numcheck.model import Figure, Reading
from numcheck.rules.arithmetic.cues import crossed, word_cues

__all__ = ["Candidate", "cues_of"]

WORDS = "span"
# Characters about figures that are read for cues.
CLOSE, NEAR, FAR = 24, 40, 60
AT_HAND = (Decimal("0.8"), Decimal("1.25"))
NOT_FAR = (Decimal("0.5"), Decimal(2))
SIGNS = (("comma", ","), ("bracket", "("), ("semicolon", ";"), ("colon", ":"))
DASH = re.compile(r"[–—]|\s--?\s")
CLAUSE = re.compile(r"[,;:()–—]")
SLIPS = ("slip", "near", "not far", "far off")
CROSSED = (
    (("two dates", "one time", "told first", "told last", "told between"), SLIPS),
    (
        (
            "ahead:for",
            "ahead:after",
            "behind:later",
            "behind:after",
            "behind:between",
            "ahead:total",
            "age",
            "nth",
        ),
        (*SLIPS, "two dates", "one time"),
    ),
    (
        ("behind:after", "behind:later", "behind:before"),
        ("told first", "told between", "told last", "gap 2:until"),
    ),
    (
        ("gap 1:until", "gap 1:short"),
        ("told last", "ahead:after", "behind:from", "behind:between", "behind:every"),
    ),
    (("first:begin", "first:from"), ("last:end", "last:until", "age", "behind:later", "ahead:after")),
)


class Candidate(NamedTuple):
    """A time and two dates, the earlier first: ``made`` is how much they make in its ``unit``, ``days`` the
    least and the most days between them; ``dates`` are all that stand with them, ``times`` how many times."""

    told: Figure
    first: Figure
    last: Figure
    unit: str
    made: Decimal
    days: tuple[Decimal, Decimal]
    dates: tuple[Figure, ...]
    times: int


def cues_of(reading: Reading, one: Candidate) -> set[str]:
    """What speaks for and against a time being that between two dates, by the names of the table."""
    cues = {*_cues_of_the_words(reading, one), *_cues_of_the_form(reading, one), *_cues_of_the_values(one)}
    return cues | crossed(cues, CROSSED)


def _before(reading: Reading, figure: Figure, size: int) -> str:
    return reading.article.text[max(figure.sentence_start, figure.start - size) : figure.start]


def _clause_before(reading: Reading, figure: Figure) -> str:
    """The words before a figure, as far back as a sign."""
    return CLAUSE.split(_before(reading, figure, NEAR))[-1]


def _behind(reading: Reading, figure: Figure, size: int) -> str:
    return reading.article.text[figure.end : min(figure.end + size, figure.sentence_end)]


def _cues_of_the_words(reading: Reading, one: Candidate) -> Iterator[str]:
    three = sorted((one.told, one.first, one.last), key=lambda figure: figure.start)
    yield from word_cues(WORDS, "lead", _before(reading, three[0], NEAR))
    yield from word_cues(WORDS, "tail", _behind(reading, three[-1], NEAR))
    yield from word_cues(WORDS, "ahead", _before(reading, one.told, CLOSE))
    yield from word_cues(WORDS, "behind", _behind(reading, one.told, CLOSE))
    yield from word_cues(WORDS, "first", _before(reading, one.first, NEAR))
    yield from word_cues(WORDS, "last", _before(reading, one.last, NEAR))
    yield from word_cues(WORDS, "first clause", _clause_before(reading, one.first))
    yield from word_cues(WORDS, "last clause", _clause_before(reading, one.last))
    text = reading.article.text
    for number, (left, right) in enumerate(pairwise(three), 1):
        gap = text[left.end : right.start]
        yield from word_cues(WORDS, f"gap {number}", gap[:FAR])
        yield from (f"gap {number}:{name}" for name, sign in SIGNS if sign in gap)
        if DASH.search(gap):
            yield f"gap {number}:dash"
        if len(gap) > FAR:
            yield f"gap {number}:long"
        elif len(gap) < 5:
            yield f"gap {number}:short"


def _cues_of_the_form(reading: Reading, one: Candidate) -> Iterator[str]:
    told, first, last = one.told, one.first, one.last
    if told.start < min(first.start, last.start):
        yield "told first"
    elif told.start > max(first.start, last.start):
        yield "told last"
    else:
        yield "told between"
    if last.start < first.start:
        yield "last before first"
    yield f"told:{told.kind}"
    if told.kind == "ordinal":
        yield "nth"
    elif told.kind in ("age", "count"):
        yield "age"
    yield f"unit:{one.unit}"
    yield "exact" if told.approx == "exact" else "hedged"
    if reading.article.text.startswith("-", told.mention.number_end):
        yield "adjective"
    has_days = [bool(figure.mention.date.day) for figure in (first, last)]
    yield "days" if all(has_days) else "years" if not any(has_days) else "a day and a year"
    if not (first.mention.date.year and last.mention.date.year):
        yield "year told once"
    yield "two dates" if len(one.dates) == 2 else "more dates"
    yield "one time" if one.times == 1 else "more times"
    if len({figure.sentence_start for figure in (told, first, last)}) > 1:
        yield "two sentences"
    between = [
        figure
        for figure in one.dates
        if min(first.start, last.start) < figure.start < max(first.start, last.start)
    ]
    if between:
        yield "skips a date"


def _cues_of_the_values(one: Candidate) -> Iterator[str]:
    said = one.told.low
    ratio = one.made / said
    if AT_HAND[0] < ratio < AT_HAND[1]:
        yield "near"
    elif NOT_FAR[0] < ratio < NOT_FAR[1]:
        yield "not far"
    else:
        yield "far off"
    if _is_a_slip(said, one.made):
        yield "slip"
    if said <= 3:
        yield "few"


def _is_a_slip(said: Decimal, made: Decimal) -> bool:
    """Whether one digit makes what is said of what the dates make, which is known to one."""
    if said != said.to_integral_value():
        return False
    for meant in (int(made) - 1, int(made), int(made) + 1):
        one, two = str(int(said)), str(meant)
        if len(one) == len(two) and sum(left != right for left, right in zip(one, two, strict=True)) == 1:
            return True
        if len(one) == 2 and len(two) == 2 and one == two[::-1]:
            return True
    return False
