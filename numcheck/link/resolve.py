"""Settles what a malformed figure was meant for, by the rest of its article and of its story.

"10,0000 contractors" may be 10,000 or 100,000; that four other articles say 10,000, and that with
40,000 it makes the 50,000 beside it, speaks for the first.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from numcheck.extract.normalize import normalize
from numcheck.extract.numbers import print_number
from numcheck.interval import total
from numcheck.link.context import Context, contexts_of
from numcheck.link.evidence import score, weigh
from numcheck.model import Candidate, Figure, Number, Reading

__all__ = ["resolve"]

# Contexts with less in common than this say nothing about each other's values: more against them
# than for them, besides the prior.
UNRELATED = -3.0
# A value of four digits and more that completes the mistyped ones speaks for itself; only another
# noun or predicate speaks against it.
FOREIGN = -5.5
# Sources that a line of evidence names.
NAMED = 4
DIGITS_OF_A_COMPLETION = 4


def resolve(readings: Sequence[Reading], rarity: Mapping[str, float]) -> tuple[Reading, ...]:
    """The readings of a story with each malformed figure at its best-supported value.

    The candidates of such a figure are ordered, and each says what speaks for it. A figure that
    nothing supports keeps the order that its form suggests.
    """
    return tuple(
        reading
        if not any(figure.is_malformed for figure in reading.figures)
        else replace(
            reading,
            figures=tuple(
                _resolved(figure, reading, readings, rarity) if figure.is_malformed else figure
                for figure in reading.figures
            ),
        )
        for reading in readings
    )


def _resolved(
    figure: Figure, own: Reading, readings: Sequence[Reading], rarity: Mapping[str, float]
) -> Figure:
    supported: list[tuple[int, Candidate]] = []
    for candidate in (*figure.candidates, *_completions(figure, own, readings, rarity)):
        sources, here = _who_says(figure, candidate.value, own, readings, rarity)
        sums = _sums(figure, candidate.value, own)
        evidence = (*_quoted(sources, here, candidate.value), *sums)
        weight = len(sources) + here + 2 * len(sums)
        supported.append((weight, replace(candidate, evidence=evidence)))
    supported.sort(key=lambda entry: -entry[0])
    candidates = tuple(candidate for _, candidate in supported)
    return _with_value(replace(figure, candidates=candidates), candidates[0].value)


def _with_value(figure: Figure, value: Decimal) -> Figure:
    low = figure.mention.low
    number = Number(value, low.quantum, low.form, low.readings, low.magnitude)
    quantity = normalize(replace(figure.mention, low=number, high=number))
    return replace(figure, quantity=quantity)


def _who_says(
    figure: Figure,
    value: Decimal,
    own: Reading,
    readings: Sequence[Reading],
    rarity: Mapping[str, float],
) -> tuple[list[str], bool]:
    """The sources of the other articles that state the value of what looks like the same thing,
    and whether the article itself does elsewhere."""
    context = _context_of(figure, own)
    is_completion = value not in figure.mention.low.readings
    bar = FOREIGN if is_completion else UNRELATED
    sources = []
    here = False
    for reading in readings:
        for other in contexts_of(reading, 1):
            if other.figure is figure or not _states(other.figure, value, figure):
                continue
            if score(weigh(context, other, rarity)) < bar:
                continue
            if reading is own:
                here = True
            else:
                sources.append(_name_of(reading))
                break
    return sources, here


def _completions(
    figure: Figure, own: Reading, readings: Sequence[Reading], rarity: Mapping[str, float]
) -> tuple[Candidate, ...]:
    """The values that a digit put into the mistyped ones makes, where someone states them:
    "41,32 spectators" beside another article's 41,325."""
    if figure.mention.low.form != "broken":
        return ()
    context = _context_of(figure, own)
    digits = "".join(char for char in figure.text if char.isdigit())
    known = {candidate.value for candidate in figure.candidates}
    found: dict[Decimal, Candidate] = {}
    for reading in readings:
        for other in contexts_of(reading, 1):
            value = other.figure.value
            if value is None or value in known or not _states(other.figure, value, figure):
                continue
            longer = f"{value:f}"
            completes = len(longer) == len(digits) + 1 >= DIGITS_OF_A_COMPLETION and any(
                longer[:place] + longer[place + 1 :] == digits for place in range(len(longer))
            )
            if completes and score(weigh(context, other, rarity)) >= FOREIGN:
                found[value] = Candidate(value, print_number(value))
    return tuple(found.values())


def _context_of(figure: Figure, own: Reading) -> Context:
    return next(context for context in contexts_of(own, 0) if context.figure is figure)


def _states(other: Figure, value: Decimal, figure: Figure) -> bool:
    return (
        not other.is_malformed
        and other.value == value
        and other.quantity.dimension == figure.quantity.dimension
    )


def _name_of(reading: Reading) -> str:
    article = reading.article
    return article.source or article.title or article.id.rpartition("/")[2]


def _quoted(sources: Sequence[str], here: bool, value: Decimal) -> tuple[str, ...]:
    lines = []
    if sources:
        articles = "1 other article says" if len(sources) == 1 else f"{len(sources)} other articles say"
        named = ", ".join(sources[:NAMED]) + (" …" if len(sources) > NAMED else "")
        lines.append(f"{articles} {print_number(value)}: {named}")
    if here:
        lines.append(f"the article itself says {print_number(value)} elsewhere")
    return tuple(lines)


def _sums(figure: Figure, value: Decimal, own: Reading) -> tuple[str, ...]:
    """The sum that the value completes, where the figure is one of the parts of a whole."""
    wholes = [relation.other for relation in figure.subject.relations if relation.kind != "share"]
    if not wholes:
        return ()
    whole = next((other for other in own.figures if other.start == wholes[0]), None)
    parts = [
        other
        for other in own.figures
        if other.start != figure.start
        and any(r.other == wholes[0] and r.kind != "share" for r in other.subject.relations)
    ]
    if whole is None or not parts:
        return ()
    values = [*(part.low for part in parts), value]
    possible = total(part.quantity.possible for part in parts)
    possible = type(possible)(possible.low + value, possible.high + value)
    if whole.is_malformed or not possible.overlaps(whole.quantity.stated):
        return ()
    terms = " + ".join(print_number(term) for term in sorted(values))
    return (f"{terms} = {print_number(sum(values, Decimal(0)))}, the total given beside it",)
