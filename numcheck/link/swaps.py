"""Finds two figures that one article gives and another gives exchanged: 12 killed and 38 hurt, 38 killed
and 12 hurt."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import combinations

from numcheck.link.context import Context
from numcheck.link.evidence import score, weigh
from numcheck.link.groups import Groups, Pair
from numcheck.link.setting import Setting

__all__ = ["join_swaps"]

# More sentences than these with the same two values are a table.
MOST_COMPARED = 20

# "58 deputies voting in favour", "41 against"
SIDE = re.compile(r"[^,;.:()0-9]{0,40}?\b(in favou?r|for|yes|against|opposed|no)\b", re.I)
SIDES = {"against": "against", "opposed": "against", "no": "against"}
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
        is_alike = a.unit == b.unit and a.quantity.dimension == b.quantity.dimension
        if is_near and is_alike and a.value is not None and b.value is not None and a.value != b.value:
            found[a.unit, frozenset((a.value, b.value))].append((place - 1, place))
    return found


def _swapped(setting: Setting, one: _Two, other: _Two) -> Iterator[Pair]:
    """The pair of figures of two articles that stand for one thing, where each of two values stands in the
    place of the other; the second exchange says nothing more and is left out."""
    contexts = setting.contexts
    a, b = one
    # First the partners by value, and then those by what is said of them.
    c, d = other if contexts[other[0]].figure.value == contexts[a].figure.value else reversed(other)
    first, second, third, fourth = (_marks(setting, contexts[place]) for place in (a, b, c, d))
    telling = [
        kind
        for kind in first
        # The neighbours differ, and each has its mark in the other's place.
        if first[kind] != second[kind]
        and first[kind] == fourth[kind] != ""
        and second[kind] == third[kind] != ""
    ]
    if telling and _do_not_clash(first, fourth) and _do_not_clash(second, third):
        evidence = weigh(contexts[a], contexts[d], setting.rarity)
        yield Pair(a, d, evidence, score(evidence), "swapped")


def _clash(mine: str, theirs: str) -> bool:
    return bool(mine) and bool(theirs) and mine != theirs


def _marks(setting: Setting, context: Context) -> dict[str, str]:
    """What tells a figure from its neighbour: what happened, whose it is, what is counted, where, and whether
    those for or those against."""
    subject = context.figure.subject
    side = SIDE.match(setting.readings[context.article].article.text, context.figure.end)
    return {
        "predicate": subject.predicate,
        "owner": subject.owner.lower(),
        "noun": subject.head,
        "place": " ".join(word for word in subject.complement.split() if word[0].isupper()),
        "side": SIDES.get(side[1].lower(), "for") if side else "",
    }


def _do_not_clash(mine: Mapping[str, str], theirs: Mapping[str, str]) -> bool:
    """Whether no mark of one stands against that of the other; a noun has many names."""
    return not any(_clash(mine[kind], theirs[kind]) for kind in mine if kind != "noun")
