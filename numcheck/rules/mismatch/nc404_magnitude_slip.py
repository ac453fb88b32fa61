"""One thing is measured twice, with a power of ten between the results.

A lost decimal point makes a quake 1.8 km deep instead of 18; a zero too many makes 3,400 evacuees 34,000; a
million turns into a billion. The digits survive, and an eye that checks digits passes over the rest.

The figures are compared as `conflicting-figures` compares them: only where their surroundings say that they
measure the same thing, and no honest reading makes them one. Neither side is chosen; the report names what
the other articles say. It is an error where the surroundings are sure and a warning where they are less so.

On 338 stories of public news with 18,500 figures it raised no error and 5 warnings; none is real: "1%" and
"10 percent", "at least 50" and "500", of different things. Its recall is known from planted errors (`make
score`): of zeros added and dropped and points lost six in seven are found.
"""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.model import Cluster, Hit, Severity
from numcheck.rules.mismatch.sides import hits

SEVERITY: Severity = "error"

FLAGGED = (
    (
        "The earthquake near Orlesk struck at a depth of 18 km, the institute said.",
        "The earthquake near Orlesk struck at a depth of [[1.8 km]], the institute said.",
    ),
    (
        "Kestrane reported third-quarter revenue of $4.2 billion on Thursday.",
        "Kestrane reported third-quarter revenue of [[$4.2 million]] on Thursday.",
    ),
    (
        "The landslide above Tavna forced 3,400 villagers to leave, the prefect said.",
        "The landslide above Tavna forced [[34,000]] villagers to leave, the prefect said.",
    ),
    (
        "The council of Ardley will spend £250,000 on the bridge over the Wex.",
        "The council of Ardley will spend [[£25,000]] on the bridge over the Wex.",
    ),
)

SILENT = (
    (
        "The earthquake near Orlesk struck at a depth of 18 km, the institute said.",
        "The earthquake near Orlesk struck at a depth of 11 miles, the institute said.",
    ),
    (
        "Kestrane reported third-quarter revenue of $4.2 billion on Thursday.",
        "Kestrane reported third-quarter revenue of $4,200 million on Thursday.",
    ),
    (
        "The landslide above Tavna forced 3,400 villagers to leave, the prefect said.",
        "The prefect of Tavna said that 34 goats were rescued after the landslide.",
    ),
    (
        "The council of Ardley will spend £250,000 on the bridge over the Wex.",
        "The council of Ardley will spend £25,000 on a survey of the bridge over the Wex, and £250,000 on "
        "the bridge.",
    ),
    (
        "Some 10,000 people marched through Wexmouth, the police said.",
        "Thousands of people marched through Wexmouth, the police said.",
    ),
)

KINDS = frozenset(["zero", "point", "magnitude"])


def check(cluster: Cluster) -> Iterator[Hit]:
    """At most one hit: the figures of the cluster that are a power of ten away from the others."""
    yield from hits(cluster, KINDS)
