"""Links the figures that agree: one value, told twice.

Agreement comes before conflict: a figure that has an equal partner in the other article is explained,
and is not held against another one there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from numcheck.link.context import Context
from numcheck.link.difference import agree, are_near, match
from numcheck.link.evidence import CONVERSION, score, threshold, weigh
from numcheck.link.groups import SAMPLED, Groups, Pair, mutual_best
from numcheck.link.setting import Setting
from numcheck.model import Evidence, Figure

__all__ = ["join_agreements"]

# Contexts that speak this strongly against each other are never in one cluster.
VETO = -4.0
# Neighbours of equal value that a figure is compared with; a longer run of them is a table.
LARGEST_SWEEP = 30


def join_agreements(setting: Setting, groups: Groups) -> None:
    """Joins the figures that agree, the surest pair first."""
    contexts, rarity = setting.contexts, setting.rarity
    for pair in sorted(_agreements(contexts, rarity), key=lambda pair: -pair.total):
        if not _is_vetoed(groups, contexts, pair, rarity):
            groups.join(pair)


def _agreements(contexts: Sequence[Context], rarity: Mapping[str, float]) -> list[Pair]:
    """The pairs of equal figures that are linked: each the other's best in the two articles."""
    pairs = []
    for block in _blocks(contexts):
        for a, b in _equal_pairs(contexts, block, rarity):
            first, second = contexts[a].figure, contexts[b].figure
            is_inside = contexts[a].article == contexts[b].article
            if is_inside and not _repeats(first, second):
                continue
            if not are_near(first.quantity, second.quantity):
                continue
            value = match(first.quantity, second.quantity)
            evidence = (*weigh(contexts[a], contexts[b], rarity), Evidence("same_value", value))
            needed = threshold("agreement")
            if is_inside:
                needed += 1
            reached = score(evidence)
            if reached >= needed:
                pairs.append(Pair(a, b, evidence, reached))
    return mutual_best(contexts, pairs)


def _blocks(contexts: Sequence[Context]) -> Iterator[list[int]]:
    """The places of the contexts by dimension: only those can be the same measure."""
    blocks: dict[str, list[int]] = defaultdict(list)
    for place, context in enumerate(contexts):
        blocks[context.figure.quantity.dimension].append(place)
    yield from blocks.values()


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


def _is_vetoed(groups: Groups, contexts: Sequence[Context], pair: Pair, rarity: Mapping[str, float]) -> bool:
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
