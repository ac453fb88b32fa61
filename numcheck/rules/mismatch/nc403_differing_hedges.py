"""One value is hedged in two different directions.

"About $100 million" and "more than $100 million" are not the same claim: the one allows 95, the other
does not. When a figure passes from article to article, the hedge is what changes first, and with it
what is claimed.

A note, never more: both may be honest readings of one source, and only the source can tell. Hedges that
point the same way ("about" and "roughly", "more than" and "at least") are silent, and so is a figure
without a hedge beside one with.

On 338 stories of public news with 18,500 figures it gave 5 notes; in each the hedges are two.
"""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.lexicon import table
from numcheck.model import Cluster, Figure, Hit, Severity

SEVERITY: Severity = "note"

FLAGGED = (
    (
        "The Wagner Group is spending about $100 million a month on the war in Ukraine.",
        "The Wagner Group is spending [[more than $100 million a month]] on the war in Ukraine.",
    ),
    (
        "The rescue off Port Senna took about six hours, the coastguard said.",
        "The rescue off Port Senna took [[more than six hours]], the coastguard said.",
    ),
    (
        "Almost 12,000 people are without shelter after the Tavna earthquake.",
        "[[More than 12,000]] people are without shelter after the Tavna earthquake.",
    ),
)

SILENT = (
    (
        "The Wagner Group is spending about $100 million a month on the war in Ukraine.",
        "The Wagner Group is spending roughly $100 million a month on the war in Ukraine.",
    ),
    (
        "The rescue off Port Senna took about six hours, the coastguard said.",
        "The rescue off Port Senna took six hours, the coastguard said.",
    ),
    (
        "More than 800 homes were damaged in Tavna by the earthquake.",
        "At least 800 homes were damaged in Tavna by the earthquake.",
    ),
    (
        "Almost 12,000 people are without shelter after the Tavna earthquake.",
        "About 12,000 people are without shelter after the Tavna earthquake.",
    ),
)

# Evidence that is no reason to think that two equal round values measure the same thing.
BASE = frozenset({"prior", "same_value"})
# What the rest of the evidence must come to, in nats: nothing may speak against the pair.
LEAST = 0.0
# Pairs of directions that no reader would take for one claim.
OPPOSED = frozenset({frozenset({"around", "above"}), frozenset({"below", "above"})})


def check(cluster: Cluster) -> Iterator[Hit]:
    """At most one hit: the hedge that fewest articles have, where another points elsewhere."""
    if sum(piece.weight for piece in cluster.evidence if piece.name not in BASE) < LEAST:
        return
    hedged = [figure for figure in cluster.figures if figure.mention.hedge]
    for index, figure in enumerate(hedged):
        others = [other for other in hedged if _is_opposed(figure, other)]
        if not others or figure.article in {other.article for other in others}:
            continue
        alike = [other for other in hedged if _direction(other) == _direction(figure)]
        if len(alike) > len(others) or (len(alike) == len(others) and index == 0):
            continue
        yield Hit(
            figures=(figure, *others),
            start=figure.start,
            end=figure.end,
            message=f"“{figure.text}” here, “{others[0].text}” elsewhere",
        )
        return


def _is_opposed(figure: Figure, other: Figure) -> bool:
    return (
        figure.low == other.low
        and figure.unit == other.unit
        and frozenset({_direction(figure), _direction(other)}) in OPPOSED
    )


def _direction(figure: Figure) -> str:
    """Where a hedge puts the true value: around, above or below what is printed."""
    row = table("hedges")[figure.mention.hedge]
    if row["low"] < 1 < row["high"]:
        return "around"
    return "above" if row["high"] > 1 else "below"
