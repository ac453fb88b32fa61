"""Links the figures of a story that measure the same thing, and clusters them.

Two decisions in this order: from the surroundings alone, whether two figures measure the same thing;
then from the values, whether they agree or how surprising it is that they do not.
"""

from __future__ import annotations

from dataclasses import replace

from numcheck.link.agreements import join_agreements
from numcheck.link.conflicts import join_conflicts
from numcheck.link.groups import Pair, one_group_each
from numcheck.link.headlines import clusters_of_titles, join_headlines
from numcheck.link.particulars import clusters_of_particulars
from numcheck.link.parts import join_parts
from numcheck.link.resolve import resolve
from numcheck.link.setting import Setting, setting_of
from numcheck.link.swaps import join_swaps
from numcheck.model import Cluster, Difference, Story

__all__ = ["link"]


def link(story: Story) -> tuple[Story, tuple[Cluster, ...]]:
    """The story with its malformed figures settled, and its clusters of two figures and more."""
    setting = setting_of(story.readings, likeness=story.likeness)
    if any(figure.is_malformed for reading in story.readings for figure in reading.figures):
        settled = setting_of(resolve(story.readings, setting.contexts, setting.rarity))
        # A value that was settled changes no words, and its own weigh nothing more.
        setting = replace(settled, rarity=setting.rarity, likeness=story.likeness)
    groups = one_group_each(setting.contexts)
    join_swaps(setting, groups)
    join_agreements(setting, groups)
    join_conflicts(setting, groups)
    join_parts(setting, groups)
    join_headlines(setting, groups)
    clusters = tuple(
        Cluster(
            story.id,
            tuple(setting.contexts[member].figure for member in sorted(members)),
            groups.evidence[group],
            _difference(setting, groups.differences.get(group)),
        )
        for group, members in sorted(groups.members.items(), key=lambda entry: min(entry[1]))
        if len(members) > 1
    )
    linked = replace(story, readings=tuple(setting.readings))
    titles = clusters_of_titles(linked, setting)
    return linked, (*clusters, *titles, *clusters_of_particulars(linked))


def _difference(setting: Setting, pair: Pair | None) -> Difference | None:
    if pair is None:
        return None
    places = (pair.a, pair.b) if pair.kind in ("update", "part") else sorted((pair.a, pair.b))
    first, second = (setting.contexts[place].figure for place in places)
    return Difference(pair.kind, (first, second), pair.evidence)
