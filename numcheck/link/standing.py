"""How two figures of two articles stand in their story: what is left to compare them with."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from numcheck.link.changes import in_order, may_have_changed
from numcheck.link.groups import Groups
from numcheck.link.setting import Setting

__all__ = ["Standing", "Standings"]

# Figures before and after one in its article that may have the same partner in another.
NEIGHBOURS = 2
MOST_FURTHER = 3


class Standing(NamedTuple):
    """How two figures stand in their story.

    ``alone`` is how many of the two agree with no figure of another article, ``further`` how many articles
    beside its own give the value that more give, up to three, ``articles`` how many the
    story has; ``free`` how many figures in the unit of each the two articles have that agree with none of the
    other's, multiplied; ``neighbours`` how many of the figures around the one agree with one around the
    other; ``is_of_another_day`` whether all that give one value are older than all that give the other, and
    it may have changed.
    """

    alone: int
    further: int
    articles: int
    free: int
    neighbours: int
    is_of_another_day: bool


class Standings:
    """Tells how figures stand, once those that agree have been joined."""

    def __init__(self, setting: Setting, groups: Groups) -> None:
        self.setting, self.groups = setting, groups
        self.by_unit: dict[tuple[int, str], list[int]] = defaultdict(list)
        for place, context in enumerate(setting.contexts):
            self.by_unit[context.article, context.figure.unit].append(place)

    def of(self, a: int, b: int) -> Standing:
        """How the figures of two places stand to each other."""
        contexts, groups = self.setting.contexts, self.groups
        behind = [len(groups.articles[groups.group_of[place]]) for place in (a, b)]
        ordered = in_order(self.setting, groups, a, b)
        return Standing(
            behind.count(1),
            min(MOST_FURTHER, max(behind) - 1),
            len(self.setting.readings),
            self._free(a, contexts[b].article) * self._free(b, contexts[a].article),
            self._neighbours(a, b),
            may_have_changed(ordered),
        )

    def _free(self, place: int, other: int) -> int:
        """How many figures in the unit of one its article has that agree with none of the other article."""
        context = self.setting.contexts[place]
        peers = self.by_unit[context.article, context.figure.unit]
        groups = self.groups
        free = [peer for peer in peers if other not in groups.articles[groups.group_of[peer]]]
        return max(1, len(free))

    def _neighbours(self, a: int, b: int) -> int:
        groups = self.groups
        mine = {groups.group_of[place] for place in self._around(a)}
        theirs = {groups.group_of[place] for place in self._around(b)}
        return len(mine & theirs)

    def _around(self, place: int) -> Sequence[int]:
        """The figures around one in its article; contexts stand in the order of articles and text."""
        contexts = self.setting.contexts
        near = range(max(0, place - NEIGHBOURS), min(len(contexts), place + NEIGHBOURS + 1))
        article = contexts[place].article
        return [other for other in near if other != place and contexts[other].article == article]
