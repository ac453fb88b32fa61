"""The two sides of a mismatch: which figures stand apart, what they are held against, how sure it is, and
how it is told."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from numcheck.link.difference import SLIPS, differ, sides_of
from numcheck.link.evidence import score, threshold
from numcheck.model import Cluster, Difference, Figure, Hit, Severity

__all__ = ["Sides", "hits", "pair", "sides", "told_by"]


class Sides(NamedTuple):
    """The figures of a cluster: those that stand apart, with the fewest articles behind them or overtaken by
    others, those that they are held against, and those that give a further value."""

    odd: list[Figure]
    other: list[Figure]
    rest: list[Figure]


def sides(cluster: Cluster, kinds: Collection[str]) -> Sides | None:
    """The sides of a cluster whose figures differ in one of the ways of ``kinds``; None for any other."""
    difference = cluster.difference
    if difference is None or difference.kind not in kinds:
        return None
    found = sides_of(figure for figure in cluster.figures if not figure.is_malformed)
    two = [side for side in found if not set(side).isdisjoint(difference.figures)]
    if len(two) != 2:
        return None
    other, odd = two
    if difference.kind == "update" and difference.figures[0] in other:
        other, odd = odd, other
    return Sides(odd, other, [figure for side in found if side not in two for figure in side])


def pair(cluster: Cluster, kinds: Collection[str]) -> tuple[Figure, Figure] | None:
    """The two figures by which a cluster differs, where it does in one of the ways of ``kinds``."""
    difference = cluster.difference
    return None if difference is None or difference.kind not in kinds else difference.figures


def hits(cluster: Cluster, kinds: Collection[str]) -> Iterator[Hit]:
    """At most one hit: the figures of the cluster that stand apart, with what the others say."""
    found = sides(cluster, kinds)
    if found is None or cluster.difference is None:
        return
    odd, other, rest = found
    values = [other[0], *_further(other[0], rest)]
    yield Hit(
        figures=(*odd, *other, *rest),
        start=odd[0].start,
        end=odd[0].end,
        message=f"{odd[0].text} here, but {told_by(other, odd[0].article)}",
        suggestions=tuple(figure.text for figure in values),
        severity=_severity(cluster.difference),
    )


def _further(other: Figure, rest: Sequence[Figure]) -> Iterator[Figure]:
    """One figure for each further value."""
    told = [other]
    for figure in rest:
        if all(differ(figure.quantity, known.quantity) for known in told):
            told.append(figure)
            yield figure


def _severity(difference: Difference) -> Severity:
    """An error for a slip that is sure enough and for one source that is quoted with two values, a warning
    for a less sure slip, a note for any other difference; a slip inside one article is told by its
    digits."""
    if difference.kind == "source":
        return "error"
    if difference.kind not in SLIPS:
        return "note"
    first, second = difference.figures
    is_sure = first.article == second.article or score(difference.evidence) >= threshold("slip_error")
    return "error" if is_sure else "warning"


def told_by(figures: Sequence[Figure], own: str) -> str:
    """What figures say and where, seen from the article ``own``: "18 km in 3 other articles"."""
    articles = {figure.article for figure in figures}
    others = len(articles - {own})
    where = "another article" if others == 1 else f"{others} other articles"
    if own not in articles:
        return f"{figures[0].text} in {where}"
    if not others:
        return f"{figures[0].text} elsewhere in the article"
    return f"{figures[0].text} elsewhere in the article and in {where}"
