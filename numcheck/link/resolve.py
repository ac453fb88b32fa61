"""Settles what a malformed figure was meant for, by the rest of its article and of its story.

"10,0000 contractors" may be 10,000 or 100,000; that four other articles say 10,000, and that with
40,000 it makes the 50,000 beside it, speaks for the first.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from numcheck.extract.normalize import normalize
from numcheck.extract.numbers import print_number
from numcheck.interval import exactly, total
from numcheck.link.context import Context
from numcheck.link.evidence import score, weigh
from numcheck.model import Candidate, Figure, Reading

__all__ = ["resolve"]

# Contexts with less in common than this say nothing about each other's values: more against them
# than for them, besides the prior.
UNRELATED = -3.0
# A value of four digits and more that completes the mistyped ones speaks for itself; only another
# noun or predicate speaks against it.
FOREIGN = -5.5
# Sources that a line of evidence names.
NAMED = 4
# More malformed figures than this in one article are a style or a language, and no mistakes.
MOST_MISTAKES = 20
# Figures of one value that are looked at; more of them tell nothing more.
MOST_COMPARED = 30
DIGITS_OF_A_COMPLETION = 4


@dataclass(frozen=True, slots=True)
class _Known:
    """What a story states, well formed: the contexts of its articles, and those by value."""

    readings: Sequence[Reading]
    contexts: Sequence[Context]
    by_value: Mapping[tuple[str, Decimal], Sequence[Context]]
    rarity: Mapping[str, float]

    def name_of(self, context: Context) -> str:
        article = self.readings[context.article].article
        return article.source or article.title or article.id.rpartition("/")[2]


def resolve(
    readings: Sequence[Reading], contexts: Sequence[Context], rarity: Mapping[str, float]
) -> tuple[Reading, ...]:
    """The readings of a story with each malformed figure at its best-supported value.

    The candidates of such a figure are ordered, and each says what speaks for it. A figure that
    nothing supports keeps the order that its form suggests, and so do all in an article that has
    too many of them to be mistakes.
    """
    by_value: dict[tuple[str, Decimal], list[Context]] = defaultdict(list)
    for context in contexts:
        if not context.figure.is_malformed and context.figure.value is not None:
            by_value[context.figure.quantity.dimension, context.figure.value].append(context)
    known = _Known(readings, contexts, by_value, rarity)
    malformed = [context for context in contexts if context.figure.is_malformed]
    per_article = Counter(context.article for context in malformed)
    settled = {
        (context.article, context.figure.start): _resolved(context, known)
        for context in malformed
        if per_article[context.article] <= MOST_MISTAKES
    }
    return tuple(
        replace(
            reading,
            figures=tuple(settled.get((place, figure.start), figure) for figure in reading.figures),
        )
        for place, reading in enumerate(readings)
    )


def _resolved(context: Context, known: _Known) -> Figure:
    figure = context.figure
    supported: list[tuple[int, Candidate]] = []
    for candidate in (*figure.candidates, *_completions(context, known)):
        sources, here = _who_says(context, candidate.value, known)
        sums = _sums(figure, candidate.value, known.readings[context.article])
        evidence = (*_quoted(sources, here, candidate.value), *sums)
        weight = len(sources) + here + 2 * len(sums)
        supported.append((weight, replace(candidate, evidence=evidence)))
    supported.sort(key=lambda entry: -entry[0])
    candidates = tuple(candidate for _, candidate in supported)
    return _with_value(figure._replace(candidates=candidates), candidates[0].value)


def _with_value(figure: Figure, value: Decimal) -> Figure:
    number = figure.mention.low._replace(value=value)
    quantity = normalize(figure.mention._replace(low=number, high=number))
    return figure._replace(quantity=quantity)


def _who_says(context: Context, value: Decimal, known: _Known) -> tuple[list[str], bool]:
    """The sources of the other articles that state the value of what looks like the same thing,
    and whether the article itself does elsewhere."""
    is_completion = value not in context.figure.mention.low.readings
    bar = FOREIGN if is_completion else UNRELATED
    sources: dict[int, str] = {}
    here = False
    same = known.by_value.get((context.figure.quantity.dimension, value), ())
    for other in same[:MOST_COMPARED]:
        if score(weigh(context, other, known.rarity)) < bar:
            continue
        if other.article == context.article:
            here = True
        else:
            sources.setdefault(other.article, known.name_of(other))
    return list(sources.values()), here


def _completions(context: Context, known: _Known) -> tuple[Candidate, ...]:
    """The values that a digit put into the mistyped ones makes, where someone states them:
    "41,32 spectators" beside another article's 41,325."""
    figure = context.figure
    if figure.mention.low.form != "broken":
        return ()
    digits = "".join(char for char in figure.text if char.isdigit())
    read = {candidate.value for candidate in figure.candidates}
    found = []
    for (dimension, value), others in known.by_value.items():
        if dimension != figure.quantity.dimension or value in read or not _completes(value, digits):
            continue
        if any(score(weigh(context, other, known.rarity)) >= FOREIGN for other in others[:MOST_COMPARED]):
            found.append(Candidate(value, print_number(value)))
    return tuple(found)


def _completes(value: Decimal, digits: str) -> bool:
    """Whether leaving out one digit of a value gives ``digits``."""
    longer = f"{value:f}"
    return len(longer) == len(digits) + 1 >= DIGITS_OF_A_COMPLETION and any(
        longer[:place] + longer[place + 1 :] == digits for place in range(len(longer))
    )


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
    wholes = [relation.other for relation in figure.subject.relations if relation.is_of_a_whole]
    if not wholes:
        return ()
    whole = next((other for other in own.figures if other.start == wholes[0]), None)
    parts = [
        other
        for other in own.figures
        if other.start != figure.start
        and any(r.other == wholes[0] and r.is_of_a_whole for r in other.subject.relations)
    ]
    if whole is None or not parts:
        return ()
    values = [*(part.low for part in parts), value]
    possible = total([*(part.quantity.possible for part in parts), exactly(value)])
    if whole.is_malformed or not possible.overlaps(whole.quantity.stated):
        return ()
    terms = " + ".join(print_number(term) for term in sorted(values))
    return (f"{terms} = {print_number(sum(values, Decimal(0)))}, the total given beside it",)
