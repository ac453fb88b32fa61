"""What a story states: its articles, the figures of them with their surroundings, and its words."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from numcheck.link.concepts import short_forms_in
from numcheck.link.context import LINKABLE, Context, contexts_of, day_of
from numcheck.link.rarity import rarity_of_concepts
from numcheck.model import Reading

__all__ = ["Setting", "setting_of"]


@dataclass(frozen=True, slots=True)
class Setting:
    """The readings of a story, the day of each, the contexts of all their figures that can be linked, by
    articles and text, the places of those of each article, how telling the stems of their sentences are,
    against general news, and how alike the articles are, as in `Story`."""

    readings: Sequence[Reading]
    days: Sequence[date | None]
    contexts: Sequence[Context]
    by_article: Sequence[Sequence[int]]
    rarity: Mapping[str, float]
    likeness: float = 1.0


def setting_of(
    readings: Sequence[Reading], kinds: Collection[str] = LINKABLE, likeness: float = 1.0
) -> Setting:
    """What the articles of a story state in figures of some kinds."""
    short_forms = {
        long: short for reading in readings for long, short in short_forms_in(reading.article.text).items()
    }
    contexts = [
        context
        for place, reading in enumerate(readings)
        for context in contexts_of(reading, place, kinds, short_forms)
    ]
    words: list[set[str]] = [set() for _ in readings]
    by_article: list[list[int]] = [[] for _ in readings]
    for place, context in enumerate(contexts):
        words[context.article] |= context.words
        by_article[context.article].append(place)
    days = [*map(day_of, readings)]
    return Setting(readings, days, contexts, by_article, rarity_of_concepts(words), likeness)
