"""How a mismatch says where the other figures stand."""

from __future__ import annotations

from collections.abc import Sequence

from numcheck.model import Figure

__all__ = ["told_by"]


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
