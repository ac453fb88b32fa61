"""Links the figures of a story that measure the same thing, and clusters them.

Two decisions in this order: from the surroundings alone, whether two figures measure the same
thing; then from the values, whether they agree or how surprising it is that they do not. Agreement
comes first: a figure that has an equal partner in the other article is explained, and is not held
against another one there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from numcheck.lexicon import table
from numcheck.link.context import Context, contexts_of
from numcheck.link.difference import (
    agree,
    is_other_magnitude,
    is_slip,
    is_transposed,
    match,
    significant_digits,
)
from numcheck.link.evidence import score, threshold, weigh
from numcheck.link.rarity import rarity_of_words
from numcheck.link.resolve import resolve
from numcheck.model import Cluster, Evidence, Figure, Reading, Story

__all__ = ["link"]

# Contexts that speak this strongly against each other are never in one cluster.
VETO = -4.0
# What must speak for two figures in different units before they are converted.
CONVERSION = 0.5
# Significant digits from which a slip inside one article is told from two different figures.
DIGITS_OF_A_SLIP = 4
DIGITS_OF_A_TRANSPOSITION = 3
# Small counts differ for a hundred reasons.
DIGITS_OF_A_DISPUTE = 2
# Two sources may differ by this factor about one thing; beyond, they tell of two.
HALF = Decimal("0.5")
INFINITE = float("inf")
SLIPS = {2: "two", 3: "three", 4: "four", 5: "five"}
# Evidence about what is measured, and not only about where; a conflict without any needs more.
SUBJECT = frozenset(
    [
        "same_noun_phrase",
        "same_noun",
        "same_noun_class",
        "same_predicate",
        "same_words_before",
        "same_words_after",
        "same_neighbours",
        "same_complement",
        "alike_sentences",
    ]
)
WITHOUT_SUBJECT = 2.0
# By how much the average over two groups may fall short of what a pair needs, and over how many.
SLACK = 3.0
SAMPLED = 12
# More figures than this under one blocking key are a table or a topic, and tell nothing.
LARGEST_BLOCK = 60
# Neighbours of equal value that a figure is compared with; a longer run of them is a table.
LARGEST_SWEEP = 30


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two contexts by their places, what their surroundings say, and the total in nats."""

    a: int
    b: int
    evidence: tuple[Evidence, ...]
    total: float


@dataclass(slots=True)
class _Groups:
    """Disjoint groups of figures, joined pair by pair."""

    group_of: list[int]
    members: dict[int, list[int]]
    articles: dict[int, set[int]]
    evidence: dict[int, tuple[Evidence, ...]] = field(default_factory=dict)

    def join(self, a: int, b: int, evidence: tuple[Evidence, ...]) -> None:
        first, second = self.group_of[a], self.group_of[b]
        if first == second:
            return
        if len(self.members[first]) < len(self.members[second]):
            first, second = second, first
        for member in self.members[second]:
            self.group_of[member] = first
        self.members[first].extend(self.members.pop(second))
        self.articles[first] |= self.articles.pop(second)
        known = [self.evidence.pop(group) for group in (first, second) if group in self.evidence]
        self.evidence[first] = min([evidence, *known], key=score)


def link(story: Story) -> tuple[Story, tuple[Cluster, ...]]:
    """The story with its malformed figures settled, and its clusters of two figures and more."""
    readings = story.readings
    contexts = _contexts(readings)
    rarity = _rarity(contexts, len(readings))
    if any(figure.is_malformed for reading in readings for figure in reading.figures):
        readings = resolve(readings, contexts, rarity)
        contexts = _contexts(readings)
    groups = _Groups(
        list(range(len(contexts))),
        {place: [place] for place in range(len(contexts))},
        {place: {context.article} for place, context in enumerate(contexts)},
    )
    agreements = _agreements(contexts, rarity)
    for pair in sorted(agreements, key=lambda pair: -pair.total):
        if not _is_vetoed(groups, contexts, pair, rarity):
            groups.join(pair.a, pair.b, pair.evidence)
    for pair in _conflicts(contexts, groups, readings, rarity):
        groups.join(pair.a, pair.b, pair.evidence)
    clusters = tuple(
        Cluster(
            story.id,
            tuple(contexts[member].figure for member in sorted(members)),
            groups.evidence[group],
        )
        for group, members in sorted(groups.members.items(), key=lambda entry: min(entry[1]))
        if len(members) > 1
    )
    return Story(story.id, readings), clusters


def _contexts(readings: Sequence[Reading]) -> list[Context]:
    return [context for place, reading in enumerate(readings) for context in contexts_of(reading, place)]


def _rarity(contexts: Sequence[Context], articles: int) -> dict[str, float]:
    """How telling the stems of the story's sentences are, against general news."""
    words: list[set[str]] = [set() for _ in range(articles)]
    for context in contexts:
        words[context.article] |= context.words
    return rarity_of_words(words)


def _blocks(contexts: Sequence[Context]) -> Iterator[list[int]]:
    """The places of the contexts by dimension: only those can be the same measure."""
    blocks: dict[str, list[int]] = defaultdict(list)
    for place, context in enumerate(contexts):
        blocks[context.figure.quantity.dimension].append(place)
    yield from blocks.values()


def _agreements(contexts: Sequence[Context], rarity: Mapping[str, float]) -> list[_Pair]:
    """The pairs of equal figures that are linked: each the other's best in the two articles."""
    pairs = []
    for block in _blocks(contexts):
        for a, b in _equal_pairs(contexts, block, rarity):
            first, second = contexts[a].figure, contexts[b].figure
            evidence = weigh(contexts[a], contexts[b], rarity)
            if contexts[a].article == contexts[b].article and not _repeats(first, second):
                continue
            value = match(first.quantity, second.quantity)
            evidence = (*evidence, Evidence("same_value", value))
            needed = threshold("agreement")
            if first.per and second.per and first.per != second.per:
                needed = threshold("other_rate")
            if contexts[a].article == contexts[b].article:
                needed += 1
            if score(evidence) >= needed:
                pairs.append(_Pair(a, b, evidence, score(evidence)))
    return _mutual_best(contexts, pairs)


def _repeats(a: Figure, b: Figure) -> bool:
    """Whether two figures of one article may be one told twice: to the digit, or converted in the
    same sentence ("18 km (11 miles)"). Two parts of one whole are never one."""
    if set(a.subject.relations) & set(b.subject.relations):
        return False
    if a.unit == b.unit:
        return a.value is not None and a.value == b.value
    return a.sentence_start == b.sentence_start


def _equal_pairs(
    contexts: Sequence[Context], block: list[int], rarity: Mapping[str, float]
) -> Iterator[tuple[int, int]]:
    """The pairs of a block whose values agree, found by a sweep over the sorted lower ends.

    Values in different units are converted only where the surroundings speak for the pair, so that
    a corpus without conversions never waits for pint.
    """
    same_unit: dict[str, list[int]] = defaultdict(list)
    for place in block:
        same_unit[contexts[place].figure.unit].append(place)
    for members in same_unit.values():
        yield from _sweep(contexts, members)
    units = list(same_unit)
    for i, unit in enumerate(units):
        for other in units[i + 1 :]:
            for a in same_unit[unit]:
                for b in same_unit[other]:
                    if score(weigh(contexts[a], contexts[b], rarity)) < CONVERSION:
                        continue
                    if agree(contexts[a].figure.quantity, contexts[b].figure.quantity):
                        yield min(a, b), max(a, b)


def _sweep(contexts: Sequence[Context], members: list[int]) -> Iterator[tuple[int, int]]:
    ordered = sorted(members, key=lambda place: contexts[place].figure.quantity.possible.low)
    active: list[int] = []
    for place in ordered:
        quantity = contexts[place].figure.quantity
        active = [
            other
            for other in active
            if contexts[other].figure.quantity.possible.high >= quantity.possible.low
        ]
        for other in active[-LARGEST_SWEEP:]:
            yield min(place, other), max(place, other)
        active.append(place)


def _mutual_best(contexts: Sequence[Context], pairs: list[_Pair]) -> list[_Pair]:
    """The pairs in which each is as good a partner as the other article has."""
    best: dict[tuple[int, int], float] = defaultdict(lambda: float("-inf"))
    for pair in pairs:
        for place, other in ((pair.a, pair.b), (pair.b, pair.a)):
            key = place, contexts[other].article
            best[key] = max(best[key], pair.total)
    return [
        pair
        for pair in pairs
        if pair.total
        >= max(best[pair.a, contexts[pair.b].article], best[pair.b, contexts[pair.a].article])
        - (1e-9 if contexts[pair.a].article == contexts[pair.b].article else 1.0)
    ]


def _is_vetoed(
    groups: _Groups, contexts: Sequence[Context], pair: _Pair, rarity: Mapping[str, float]
) -> bool:
    """Whether any two figures that the pair would bring together speak against each other."""
    first, second = groups.group_of[pair.a], groups.group_of[pair.b]
    if first == second:
        return True
    return any(
        not agree(contexts[a].figure.quantity, contexts[b].figure.quantity)
        or (
            contexts[a].article == contexts[b].article
            and not _repeats(contexts[a].figure, contexts[b].figure)
        )
        or score(weigh(contexts[a], contexts[b], rarity))
        + match(contexts[a].figure.quantity, contexts[b].figure.quantity)
        < VETO
        for a in groups.members[first][:SAMPLED]
        for b in groups.members[second][:SAMPLED]
    )


def _conflicts(
    contexts: Sequence[Context],
    groups: _Groups,
    readings: Sequence[Reading],
    rarity: Mapping[str, float],
) -> list[_Pair]:
    """The pairs of different figures that nothing but a mistake or a dispute explains."""
    pairs = []
    values = _values(contexts)
    for a, b in _comparable_pairs(contexts):
        is_converted = contexts[a].figure.unit != contexts[b].figure.unit
        if is_converted and score(weigh(contexts[a], contexts[b], rarity)) < CONVERSION:
            continue
        if _is_explained(contexts, groups, values, readings, a, b):
            continue
        evidence = weigh(contexts[a], contexts[b], rarity)
        if further := _corroboration(groups, a, b):
            evidence = (*evidence, Evidence("further_articles", further))
        needed = _needed(contexts[a], contexts[b])
        is_told = SUBJECT.intersection(piece.name for piece in evidence)
        if not is_told and not is_other_magnitude(contexts[a].figure, contexts[b].figure):
            needed += WITHOUT_SUBJECT
        if score(evidence) >= needed and _on_average(contexts, groups, rarity, a, b) >= (needed - SLACK):
            pairs.append(_Pair(a, b, evidence, score(evidence)))
    pairs = _mutual_best(contexts, pairs)
    return sorted(
        (pair for pair in pairs if _keeps_articles_apart(contexts, groups, pair)),
        key=lambda pair: -pair.total,
    )


def _needed(a: Context, b: Context) -> float:
    """What the surroundings must say before a difference is believed to be one.

    A telling slip of the pen needs less than a plain difference, for which honest reasons abound; a
    difference that is neither is two different things.
    """
    if a.article == b.article:
        return threshold("slip_inside_article")
    if is_other_magnitude(a.figure, b.figure):
        return threshold("slip_of_magnitude")
    if is_slip(a.figure, b.figure):
        digits = max(significant_digits(a.figure), significant_digits(b.figure))
        return threshold(f"slip_of_{SLIPS.get(digits, 'five' if digits > 4 else 'two')}_digits")
    if min(significant_digits(a.figure), significant_digits(b.figure)) < DIGITS_OF_A_DISPUTE:
        return INFINITE
    ratio = a.figure.low / b.figure.low if b.figure.low else Decimal(0)
    return threshold("disagreement") if HALF <= ratio <= 1 / HALF else INFINITE


def _on_average(
    contexts: Sequence[Context], groups: _Groups, rarity: Mapping[str, float], a: int, b: int
) -> float:
    """What the surroundings say on average of all that stand behind the two values: one member of a
    group that happens to look alike must not speak for the others."""
    first = groups.members[groups.group_of[a]][:SAMPLED]
    second = groups.members[groups.group_of[b]][:SAMPLED]
    scores = [score(weigh(contexts[i], contexts[j], rarity)) for i in first for j in second]
    return sum(scores) / len(scores)


def _corroboration(groups: _Groups, a: int, b: int) -> float:
    """What it says that further articles give one of the two values."""
    articles = [len(groups.articles[groups.group_of[place]]) for place in (a, b)]
    rows = table("evidence")["corroboration"]
    return float(min(rows["most"], rows["each"] * (max(articles) - 1)))


def _comparable_pairs(contexts: Sequence[Context]) -> Iterator[tuple[int, int]]:
    """The pairs of one dimension and unit that share a blocking key."""
    blocks: dict[tuple[str, str, str], list[int]] = defaultdict(list)
    for place, context in enumerate(contexts):
        figure = context.figure
        unit = figure.quantity.dimension
        for kind, key in _keys(context):
            blocks[unit, kind, key].append(place)
    seen: set[tuple[int, int]] = set()
    for block in blocks.values():
        if len(block) > LARGEST_BLOCK:
            continue
        for i, a in enumerate(block):
            for b in block[i + 1 :]:
                if (a, b) not in seen:
                    seen.add((a, b))
                    yield a, b


def _keys(context: Context) -> Iterable[tuple[str, str]]:
    subject = context.figure.subject
    if subject.head:
        yield "noun", subject.head
    if subject.noun_class:
        yield "class", subject.noun_class
    if subject.predicate:
        yield "predicate", subject.predicate
    if len(context.before) > 1:
        yield "before", " ".join(context.before[-2:])
    for dimension, value in context.companions:
        yield "companion", f"{dimension} {value}"
    # Every pair of a small story is looked at; in a large one this block is too large to be.
    yield "story", ""


def _is_explained(
    contexts: Sequence[Context],
    groups: _Groups,
    values: _Values,
    readings: Sequence[Reading],
    a: int,
    b: int,
) -> bool:
    """Whether the difference needs no mistake: they agree, one is a range's end, the value of one
    stands in the other article too, a count grew from one day to the next."""
    first, second = contexts[a], contexts[b]
    if agree(first.figure.quantity, second.figure.quantity):
        return True
    if first.figure.value is None or second.figure.value is None:
        return True
    if first.article == second.article:
        return not _is_slip_inside(first.figure, second.figure)
    if _stands_in(contexts, groups, values, a, second.article):
        return True
    if _stands_in(contexts, groups, values, b, first.article):
        return True
    return _is_update(contexts, groups, readings, a, b)


def _is_slip_inside(a: Figure, b: Figure) -> bool:
    """A slip between two figures of one article: the same plain noun, in another sentence, and so
    many digits that no two things would differ so by chance."""
    digits = min(significant_digits(a), significant_digits(b))
    return (
        a.subject.head == b.subject.head
        and a.sentence_start != b.sentence_start
        and is_slip(a, b)
        and digits >= (DIGITS_OF_A_TRANSPOSITION if is_transposed(a, b) else DIGITS_OF_A_SLIP)
    )


# The places of the contexts that give a value in a unit, by article.
_Values = Mapping[tuple[int, str, Decimal | None], Sequence[int]]


def _values(contexts: Sequence[Context]) -> _Values:
    values: dict[tuple[int, str, Decimal | None], list[int]] = defaultdict(list)
    for place, context in enumerate(contexts):
        values[context.article, context.figure.unit, context.figure.value].append(place)
    return values


def _stands_in(
    contexts: Sequence[Context], groups: _Groups, values: _Values, place: int, article: int
) -> bool:
    """Whether the article has a figure that is linked to this one, or one that equals it and is
    linked to no other of this one's article."""
    if article in groups.articles[groups.group_of[place]]:
        return True
    own = contexts[place]
    return any(
        own.article not in groups.articles[groups.group_of[other]]
        for other in values.get((article, own.figure.unit, own.figure.value), ())
    )


# Counts that grow while a story runs.
CUMULATIVE = frozenset(
    [
        "kill",
        "injure",
        "missing",
        "rescue",
        "arrest",
        "charge",
        "evacuate",
        "destroy",
        "damage",
        "infect",
        "vaccinate",
        "raise_",
        "vote",
        "shoot_down",
    ]
)
CUMULATIVE_NOUNS = frozenset(["person", "death", "injury", "case", "home", "vote", "aftershock"])


def _is_update(
    contexts: Sequence[Context], groups: _Groups, readings: Sequence[Reading], a: int, b: int
) -> bool:
    """Whether all that give one value are older than all that give the other, and time explains it:
    a later, higher count of what only grows (83 dead on Tuesday, 137 on Wednesday), or any plain
    difference of a count."""
    first, second = _dates(contexts, groups, readings, a), _dates(contexts, groups, readings, b)
    if not first or not second or not (max(first) < min(second) or max(second) < min(first)):
        return False
    earlier, later = (a, b) if max(first) < min(second) else (b, a)
    before, after = contexts[earlier].figure, contexts[later].figure
    if not is_slip(before, after) or significant_digits(after) < DIGITS_OF_A_SLIP:
        return after.kind == "count" or after.kind == "duration"
    subject = after.subject
    grows = subject.predicate in CUMULATIVE or subject.noun_class in CUMULATIVE_NOUNS
    return grows and after.low > before.low


def _dates(
    contexts: Sequence[Context], groups: _Groups, readings: Sequence[Reading], place: int
) -> list[date]:
    members = groups.members[groups.group_of[place]]
    dates = (readings[contexts[member].article].article.published for member in members)
    return [day for day in dates if day is not None]


def _keeps_articles_apart(contexts: Sequence[Context], groups: _Groups, pair: _Pair) -> bool:
    """Whether no article would state both values, unless the slip is inside one article."""
    if contexts[pair.a].article == contexts[pair.b].article:
        return True
    first = groups.articles[groups.group_of[pair.a]]
    second = groups.articles[groups.group_of[pair.b]]
    return not first & second
