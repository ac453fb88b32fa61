"""Links the figures of a story that measure the same thing, and clusters them.

Two decisions in this order: from the surroundings alone, whether two figures measure the same thing;
then from the values, whether they agree or how surprising it is that they do not.
"""

from __future__ import annotations

from collections.abc import Sequence

from numcheck.link.agreements import join_agreements
from numcheck.link.conflicts import join_conflicts
from numcheck.link.context import Context, contexts_of
from numcheck.link.groups import one_group_each
from numcheck.link.rarity import rarity_of_words
from numcheck.link.resolve import resolve
from numcheck.model import Cluster, Reading, Story

__all__ = ["contexts_and_rarity", "link"]


def link(story: Story) -> tuple[Story, tuple[Cluster, ...]]:
    """The story with its malformed figures settled, and its clusters of two figures and more."""
    readings = story.readings
    contexts, rarity = contexts_and_rarity(readings)
    if any(figure.is_malformed for reading in readings for figure in reading.figures):
        readings = resolve(readings, contexts, rarity)
        contexts = _contexts(readings)
    groups = one_group_each(contexts)
    join_agreements(contexts, groups, rarity)
    join_conflicts(contexts, groups, readings, rarity)
    clusters = tuple(
        Cluster(
            story.id,
            tuple(contexts[member].figure for member in sorted(members)),
            groups.evidence[group],
            groups.conflicts.get(group, ()),
        )
        for group, members in sorted(groups.members.items(), key=lambda entry: min(entry[1]))
        if len(members) > 1
    )
    return Story(story.id, readings), clusters


def contexts_and_rarity(readings: Sequence[Reading]) -> tuple[list[Context], dict[str, float]]:
    """What surrounds the figures of a story, and how rare the words of their sentences are."""
    contexts = _contexts(readings)
    return contexts, _rarity(contexts, len(readings))


def _contexts(readings: Sequence[Reading]) -> list[Context]:
    return [context for place, reading in enumerate(readings) for context in contexts_of(reading, place)]


def _rarity(contexts: Sequence[Context], articles: int) -> dict[str, float]:
    """How telling the stems of the story's sentences are, against general news."""
    words: list[set[str]] = [set() for _ in range(articles)]
    for context in contexts:
        words[context.article] |= context.words
    return rarity_of_words(words)
