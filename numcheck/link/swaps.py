"""Finds two figures that one article gives and another gives exchanged: 12 killed and 38 hurt, 38 killed and 12
hurt."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import combinations

from numcheck.link.context import Context
from numcheck.link.evidence import name_evidence, score, weigh
from numcheck.link.groups import Groups, Pair
from numcheck.link.setting import Setting

__all__ = ["join_swaps"]

# More sentences than these with the same two values are a table.
MOST_COMPARED = 20
# What tells two figures of a sentence apart: what parts them, and what joins each with its own.
TOLD_APART = (
    (frozenset(["other_predicate"]), frozenset(["same_predicate"])),
    (frozenset(["other_owner"]), frozenset(["same_owner"])),
    (frozenset(["other_noun"]), frozenset(["same_noun", "same_noun_phrase"])),
    (frozenset(["other_place"]), frozenset(["same_complement"])),
)
AGAINST = frozenset(["other_predicate", "other_owner", "other_noun", "other_place", "other_period"])

_Two = tuple[int, int]


def join_swaps(setting: Setting, groups: Groups) -> None:
    """Joins of two exchanged figures the first with what it is exchanged with in the other article.

    Before figures that agree are joined: the exchanged ones agree with the wrong partners.
    """
    for twos in _by_values(setting.contexts).values():
        for one, other in combinations(twos[:MOST_COMPARED], 2):
            if setting.contexts[one[0]].article != setting.contexts[other[0]].article:
                for pair in _swapped(setting, one, other):
                    groups.join(pair)


def _by_values(contexts: Sequence[Context]) -> Mapping[tuple[str, frozenset[Decimal]], list[_Two]]:
    """The pairs of neighbouring figures of a sentence, by their unit and their two values."""
    found: dict[tuple[str, frozenset[Decimal]], list[_Two]] = defaultdict(list)
    for place in range(1, len(contexts)):
        first, second = contexts[place - 1], contexts[place]
        a, b = first.figure, second.figure
        is_near = first.article == second.article and a.sentence_start == b.sentence_start
        if is_near and a.value is not None and b.value is not None and a.unit == b.unit:
            if a.value != b.value and a.quantity.dimension == b.quantity.dimension:
                found[a.unit, frozenset((a.value, b.value))].append((place - 1, place))
    return found


def _swapped(setting: Setting, one: _Two, other: _Two) -> Iterator[Pair]:
    """The pair of figures of two articles that stand for one thing, where each of two values stands in the
    place of the other; the second exchange says nothing more and is left out."""
    contexts = setting.contexts
    a, b = one
    # First the partners by value, and then those by what is said of them.
    c, d = other if contexts[other[0]].figure.value == contexts[a].figure.value else reversed(other)
    straight = [set(name_evidence(contexts[i], contexts[j])) for i, j in ((a, c), (b, d))]
    crossed = [set(name_evidence(contexts[i], contexts[j])) for i, j in ((a, d), (b, c))]
    for against, speaks in TOLD_APART:
        parted = all(against & names for names in straight)
        joined = all(speaks & names and not AGAINST & names for names in crossed)
        if parted and joined:
            evidence = weigh(contexts[a], contexts[d], setting.rarity)
            yield Pair(a, d, evidence, score(evidence), "swapped")
            return
