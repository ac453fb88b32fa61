"""What time explains: of two figures of one thing the later may honestly be another."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from numcheck.link.context import Context
from numcheck.link.groups import Groups
from numcheck.link.setting import Setting

__all__ = ["Ordered", "has_grown", "in_order", "may_have_changed"]

# Counts that grow while a story runs.
CUMULATIVE = frozenset(
    "kill injure missing rescue arrest charge evacuate destroy damage infect vaccinate raise_ vote "
    "shoot_down".split()
)
CUMULATIVE_NOUNS = frozenset(["death", "injury", "case"])
# Counts that may grow, where nothing says what became of what is counted: 40 people, then 55.
OPEN_NOUNS = frozenset(["person", "home", "vote"])
# What a growing count seldom looks like: 28 and 82, 120 and 1,200.
RARE_GROWTH = frozenset(["transposed", "zero", "point"])


class Ordered(NamedTuple):
    """Two figures, the older first."""

    before: Context
    after: Context


def in_order(setting: Setting, groups: Groups, a: int, b: int) -> Ordered | None:
    """Two figures in the order of time, where all that give one value are older than all that give the
    other; None where they are not."""
    first, second = _dates(setting, groups, a), _dates(setting, groups, b)
    if not first or not second or not (max(first) < min(second) or max(second) < min(first)):
        return None
    earlier, later = (a, b) if max(first) < min(second) else (b, a)
    return Ordered(setting.contexts[earlier], setting.contexts[later])


def _dates(setting: Setting, groups: Groups, place: int) -> list[date]:
    members = groups.members[groups.group_of[place]]
    dates = (setting.days[setting.contexts[member].article] for member in members)
    return [day for day in dates if day is not None]


def has_grown(ordered: Ordered | None, kind: str) -> bool:
    """Whether one is a later, higher count of what only grows: 83 dead on Tuesday, 137 on Wednesday; ``kind``
    is how the two differ."""
    if ordered is None or ordered.before.is_background or ordered.after.is_background:
        return False
    before, after = ordered.before.figure, ordered.after.figure
    noun_class = after.subject.noun_class
    grows = after.subject.predicate in CUMULATIVE or noun_class in CUMULATIVE_NOUNS
    if noun_class in OPEN_NOUNS and kind not in RARE_GROWTH:
        grows = True
    return grows and after.low > before.low


def may_have_changed(ordered: Ordered | None) -> bool:
    """Whether one is of a later day, and no sum of money, which stays what it was."""
    return ordered is not None and ordered.after.figure.kind != "currency"
