"""Pairs of figures, and the groups that they join."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from numcheck.link.context import Context
from numcheck.link.difference import SLIPS
from numcheck.link.evidence import score
from numcheck.model import Evidence

__all__ = ["SAMPLED", "Groups", "Pair", "mutual_best", "one_group_each"]

# Members of a group that speak for it, where asking all would cost the square of its size.
SAMPLED = 12
# By how much a partner may fall short of the best that the other article has.
NEARLY_BEST = 1.0


@dataclass(frozen=True, slots=True)
class Pair:
    """Two contexts by their places, what their surroundings say, and the total in nats; ``kind`` is how
    their values differ, empty where they agree."""

    a: int
    b: int
    evidence: tuple[Evidence, ...]
    total: float
    kind: str = ""


@dataclass(slots=True)
class Groups:
    """Disjoint groups of figures, joined pair by pair; ``evidence`` is that of the weakest pair that joined a
    group, ``differences`` the surest pair of it that differs."""

    group_of: list[int]
    members: dict[int, list[int]]
    articles: dict[int, set[int]]
    evidence: dict[int, tuple[Evidence, ...]] = field(default_factory=dict)
    differences: dict[int, Pair] = field(default_factory=dict)

    def join(self, pair: Pair) -> None:
        """Makes one group of those of a pair; of several pairs that differ the surest is kept."""
        first, second = self.group_of[pair.a], self.group_of[pair.b]
        if first == second:
            return
        if len(self.members[first]) < len(self.members[second]):
            first, second = second, first
        for member in self.members[second]:
            self.group_of[member] = first
        self.members[first].extend(self.members.pop(second))
        self.articles[first] |= self.articles.pop(second)
        known = [self.evidence.pop(group) for group in (first, second) if group in self.evidence]
        self.evidence[first] = min([pair.evidence, *known], key=score)
        differing = [self.differences.pop(group) for group in (first, second) if group in self.differences]
        if pair.kind:
            differing.append(pair)
        if differing:
            # What slips and plain differences total cannot be compared: slips come first.
            self.differences[first] = max(differing, key=lambda pair: (pair.kind in SLIPS, pair.total))


def one_group_each(contexts: Sequence[Context]) -> Groups:
    """Every context in a group of its own."""
    return Groups(
        list(range(len(contexts))),
        {place: [place] for place in range(len(contexts))},
        {place: {context.article} for place, context in enumerate(contexts)},
    )


def mutual_best(contexts: Sequence[Context], pairs: list[Pair]) -> list[Pair]:
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
        - (1e-9 if contexts[pair.a].article == contexts[pair.b].article else NEARLY_BEST)
    ]
