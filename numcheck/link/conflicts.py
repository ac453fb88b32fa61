"""Joins the figures that measure one thing and differ: nothing but a mistake or a dispute explains
them.

Between two articles a slip of the pen is weighed with its surroundings (`numcheck.link.slips`); a plain
difference, for which honest reasons abound, needs surroundings that speak strongly by themselves, and a
difference by more than a factor of two is two different things.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal

from numcheck.lexicon import table
from numcheck.link.context import Context
from numcheck.link.difference import (
    agree,
    differ,
    digits_of,
    is_slip,
    is_transposed,
    kind_of_slip,
    significant_digits,
)
from numcheck.link.evidence import SUBJECT, score, threshold, weigh
from numcheck.link.groups import SAMPLED, Groups, Pair, mutual_best
from numcheck.link.slips import Standing, suspect
from numcheck.model import Evidence, Figure, Reading

__all__ = ["join_conflicts", "standing", "unexplained_pairs"]

# Significant digits from which a slip inside one article is told from two different figures.
DIGITS_OF_A_SLIP = 4
DIGITS_OF_A_TRANSPOSITION = 3
# Small counts differ for a hundred reasons.
DIGITS_OF_A_DISPUTE = 2
# Two sources may differ by this factor about one thing; beyond, they tell of two.
HALF = Decimal("0.5")
INFINITE = float("inf")
# What a conflict needs further where nothing but place and company speaks for the pair.
WITHOUT_SUBJECT = 2.0
# By how much the average over two groups may fall short of what a pair needs.
SLACK = 3.0
# More figures than this under one blocking key are a table or a topic, and tell nothing.
LARGEST_BLOCK = 60
# What stands among words like these is another thing of the same value.
FOREIGN = -3.0
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

CUMULATIVE_NOUNS = frozenset(["person", "death", "injury", "case", "home", "vote"])

# The places of the contexts that give a value in a unit, by article.
_Values = Mapping[tuple[int, str, Decimal | None], Sequence[int]]


def join_conflicts(
    contexts: Sequence[Context],
    groups: Groups,
    readings: Sequence[Reading],
    rarity: Mapping[str, float],
) -> None:
    """Joins the groups of figures that give different values of one thing."""
    for pair in _conflicts(contexts, groups, readings, rarity):
        groups.join_conflict(pair.a, pair.b, pair.evidence)


def unexplained_pairs(
    contexts: Sequence[Context],
    groups: Groups,
    readings: Sequence[Reading],
    rarity: Mapping[str, float],
) -> Iterator[tuple[int, int, str]]:
    """The pairs of different figures of one dimension that neither agreement, nor another figure of
    either article, nor time explains, with the kind of the slip between two articles, empty where it is
    none; from the same article only slips in long numbers."""
    values = _values(contexts)
    for a, b in _comparable_pairs(contexts):
        first, second = contexts[a], contexts[b]
        slip = kind_of_slip(first.figure, second.figure) if first.article != second.article else ""
        if first.figure.unit != second.figure.unit and slip != "unit":
            continue
        if not _is_explained(contexts, groups, values, readings, rarity, a, b, slip):
            yield a, b, slip


def _conflicts(
    contexts: Sequence[Context],
    groups: Groups,
    readings: Sequence[Reading],
    rarity: Mapping[str, float],
) -> list[Pair]:
    """The pairs of different figures that nothing but a mistake or a dispute explains."""
    slips: list[tuple[Pair, Standing]] = []
    pairs = []
    for a, b, slip in unexplained_pairs(contexts, groups, readings, rarity):
        if slip:
            stands = standing(contexts, groups, readings, a, b)
            evidence = suspect(contexts[a], contexts[b], rarity, stands)
            if score(evidence) >= threshold("slip_warning"):
                slips.append((Pair(a, b, evidence, score(evidence)), stands))
            continue
        evidence = weigh(contexts[a], contexts[b], rarity)
        if further := _corroboration(groups, a, b):
            evidence = (*evidence, Evidence("further_articles", further))
        needed = _needed(contexts[a], contexts[b])
        if not SUBJECT.intersection(piece.name for piece in evidence):
            needed += WITHOUT_SUBJECT
        reached = score(evidence)
        average = _on_average(groups, a, b, lambda i, j: weigh(contexts[i], contexts[j], rarity))
        if reached >= needed and average >= needed - SLACK:
            pairs.append(Pair(a, b, evidence, reached))
    sure = [pair for pair, stands in slips if _is_shared_by_all(contexts, groups, rarity, pair, stands)]
    # What the two kinds of pairs total cannot be compared: the slips come first.
    return [
        pair
        for found in (sure, pairs)
        for pair in sorted(mutual_best(contexts, found), key=lambda pair: -pair.total)
        if _keeps_articles_apart(contexts, groups, pair)
    ]


def standing(
    contexts: Sequence[Context], groups: Groups, readings: Sequence[Reading], a: int, b: int
) -> Standing:
    """How two figures of two articles stand in their story."""
    alone = sum([len(groups.articles[groups.group_of[place]]) == 1 for place in (a, b)])
    return Standing(alone, len(readings), _may_have_changed(_in_order(contexts, groups, readings, a, b)))


def _needed(a: Context, b: Context) -> float:
    """What the surroundings must say before a plain difference is believed to be one of the same thing."""
    if a.article == b.article:
        return threshold("slip_inside_article")
    if min(significant_digits(a.figure), significant_digits(b.figure)) < DIGITS_OF_A_DISPUTE:
        return INFINITE
    ratio = a.figure.low / b.figure.low if b.figure.low else Decimal(0)
    return threshold("disagreement") if HALF <= ratio <= 1 / HALF else INFINITE


def _is_shared_by_all(
    contexts: Sequence[Context],
    groups: Groups,
    rarity: Mapping[str, float],
    pair: Pair,
    stands: Standing,
) -> bool:
    """Whether those that agree with the two figures of a slip are on average nearly as sure of it."""
    average = _on_average(
        groups, pair.a, pair.b, lambda i, j: suspect(contexts[i], contexts[j], rarity, stands)
    )
    return average >= threshold("slip_warning") - SLACK


def _on_average(
    groups: Groups, a: int, b: int, weigh_pair: Callable[[int, int], tuple[Evidence, ...]]
) -> float:
    """What the surroundings say on average of all that stand behind the two values: one member of a
    group that happens to look alike must not speak for the others."""
    first = groups.members[groups.group_of[a]][:SAMPLED]
    second = groups.members[groups.group_of[b]][:SAMPLED]
    scores = [score(weigh_pair(i, j)) for i in first for j in second]
    return sum(scores) / len(scores)


def _corroboration(groups: Groups, a: int, b: int) -> float:
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
    yield from _slip_keys(context)
    # Every pair of a small story is looked at; in a large one this block is too large to be.
    yield "story", ""


def _slip_keys(context: Context) -> Iterator[tuple[str, str]]:
    """Keys that two figures share where one is a slip for the other, however many others there are: the
    digits without their zeros, in order of size, and each one left open."""
    digits = digits_of(context.figure)
    bare = digits.rstrip("0")
    if len(bare) > 1:
        yield "same digits", bare
        yield "digits exchanged", "".join(sorted(digits))
    if len(digits) >= DIGITS_OF_A_TRANSPOSITION:
        for place in range(len(digits)):
            yield "one digit open", f"{digits[:place]}.{digits[place + 1 :]}"


def _is_explained(
    contexts: Sequence[Context],
    groups: Groups,
    values: _Values,
    readings: Sequence[Reading],
    rarity: Mapping[str, float],
    a: int,
    b: int,
    slip: str,
) -> bool:
    """Whether the difference needs no mistake: they agree, one is a range's end, the value of one
    stands in the other article too, or time explains it where the digits tell of no slip."""
    first, second = contexts[a], contexts[b]
    # One number in two units is never the same, and asking would load pint.
    if first.figure.unit == second.figure.unit:
        pair = first.figure.quantity, second.figure.quantity
        if not differ(*pair) if slip else agree(*pair):
            return True
    if first.figure.value is None or second.figure.value is None:
        return True
    if first.article == second.article:
        return not _is_slip_inside(first.figure, second.figure)
    if _stands_in(contexts, groups, values, rarity, a, second.article):
        return True
    if _stands_in(contexts, groups, values, rarity, b, first.article):
        return True
    ordered = _in_order(contexts, groups, readings, a, b)
    # For a slip of the pen another day is weighed with the rest.
    return _has_grown(ordered) or (not slip and _may_have_changed(ordered))


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


def _values(contexts: Sequence[Context]) -> _Values:
    values: dict[tuple[int, str, Decimal | None], list[int]] = defaultdict(list)
    for place, context in enumerate(contexts):
        values[context.article, context.figure.unit, context.figure.value].append(place)
    return values


def _stands_in(
    contexts: Sequence[Context],
    groups: Groups,
    values: _Values,
    rarity: Mapping[str, float],
    place: int,
    article: int,
) -> bool:
    """Whether the article has a figure that is linked to this one, or one that equals it, is linked to
    no other of this one's article, and does not stand among quite other words."""
    if article in groups.articles[groups.group_of[place]]:
        return True
    own = contexts[place]
    return any(
        own.article not in groups.articles[groups.group_of[other]]
        and score(weigh(own, contexts[other], rarity)) >= FOREIGN
        for other in values.get((article, own.figure.unit, own.figure.value), ())
    )


def _in_order(
    contexts: Sequence[Context], groups: Groups, readings: Sequence[Reading], a: int, b: int
) -> tuple[Figure, Figure] | None:
    """Two figures, the older first, where all that give one value are older than all that give the
    other; None where they are not."""
    first, second = _dates(contexts, groups, readings, a), _dates(contexts, groups, readings, b)
    if not first or not second or not (max(first) < min(second) or max(second) < min(first)):
        return None
    earlier, later = (a, b) if max(first) < min(second) else (b, a)
    return contexts[earlier].figure, contexts[later].figure


def _has_grown(ordered: tuple[Figure, Figure] | None) -> bool:
    """Whether one is a later, higher count of what only grows: 83 dead on Tuesday, 137 on Wednesday."""
    if ordered is None:
        return False
    before, after = ordered
    subject = after.subject
    grows = subject.predicate in CUMULATIVE or subject.noun_class in CUMULATIVE_NOUNS
    return grows and after.low > before.low


def _may_have_changed(ordered: tuple[Figure, Figure] | None) -> bool:
    """Whether one is of a later day, and no sum of money, which stays what it was."""
    return ordered is not None and ordered[1].kind != "currency"


def _dates(
    contexts: Sequence[Context], groups: Groups, readings: Sequence[Reading], place: int
) -> list[date]:
    members = groups.members[groups.group_of[place]]
    dates = (readings[contexts[member].article].article.published for member in members)
    return [day for day in dates if day is not None]


def _keeps_articles_apart(contexts: Sequence[Context], groups: Groups, pair: Pair) -> bool:
    """Whether no article would state both values, unless the slip is inside one article."""
    if contexts[pair.a].article == contexts[pair.b].article:
        return True
    first = groups.articles[groups.group_of[pair.a]]
    second = groups.articles[groups.group_of[pair.b]]
    return not first & second
