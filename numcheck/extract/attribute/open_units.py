"""Settles units that the words leave open: the dollars of an article that elsewhere says which."""

from __future__ import annotations

from collections.abc import Iterable

from numcheck.extract.normalize import normalize
from numcheck.model import Figure

__all__ = ["settle_open_units"]


def settle_open_units(figures: list[Figure], house_units: Iterable[str]) -> list[Figure]:
    """The figures, with each open unit as the article says it, or else as the house does.

    "$5" is one of many dollars. Where the article names exactly one of them ("A$3", "Canadian dollars") it
    is that one; where it names none it is the house's, if the settings name one; else the one that print
    means oftenest, and the others stay alternatives.
    """
    open_ones = [figure for figure in figures if figure.mention.alternatives]
    if not open_ones:
        return figures
    named = {figure.unit for figure in figures if figure.unit and not figure.mention.alternatives}
    house = frozenset(house_units)
    settled = {id(figure): _settled(figure, named, house) for figure in open_ones}
    return [settled.get(id(figure), figure) for figure in figures]


def _settled(figure: Figure, named: set[str], house: frozenset[str]) -> Figure:
    meanings = {figure.unit, *figure.mention.alternatives}
    for known in (named & meanings, meanings & house):
        if len(known) == 1:
            return _in_unit(figure, known.pop())
        if known:
            return figure
    return figure


def _in_unit(figure: Figure, unit: str) -> Figure:
    mention = figure.mention._replace(unit=unit, alternatives=())
    return figure._replace(mention=mention, quantity=normalize(mention))
