"""An article gives a count that a later article has overtaken.

Four are dead on the evening of a quake and nineteen the next day: both articles were right when they went
out. But whoever reads the first one now reads an old figure, and a page that stays online is read for
years. Running stories are updated at the top and forgotten further down.

A note, never more, because nothing is wrong: it names the article that is behind and what the later one says.
Compared are counts that only grow while a story runs (the dead, the injured, the evacuated, confirmed cases,
votes counted), of articles whose days of publication are known, or stand in a dateline. Suppress it where the
older article is meant to stay as it was.

On 338 stories of public news, most of one day, it gave nothing; on 3,574 articles, grouped by their likeness,
5 notes: two are overtaken counts, three are of a part or of another clash.
"""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.model import Cluster, Hit, Severity
from numcheck.rules.mismatch.sides import hits

SEVERITY: Severity = "note"

FLAGGED = (
    (
        "Wednesday, May 3, 2023\n\nThe earthquake in Dolmeria killed [[83]] people, the interior ministry "
        "said.",
        "Thursday, May 4, 2023\n\nThe earthquake in Dolmeria killed 137 people, the interior ministry said.",
    ),
    (
        "4 June 2021\n\nPolice in Wexmouth arrested [[11]] people after the riot on Harbour Street.",
        "6 June 2021\n\nPolice in Wexmouth arrested 29 people after the riot on Harbour Street.",
    ),
    (
        "12 January 2020\n\nThe fire in the Ardley hills destroyed [[140]] homes, the county said.",
        "14 January 2020\n\nThe fire in the Ardley hills destroyed 212 homes, the county said.",
    ),
)

SILENT = (
    (
        "Wednesday, May 3, 2023\n\nThe earthquake in Dolmeria killed 83 people, the interior ministry said.",
        "Thursday, May 4, 2023\n\nThe earthquake in Dolmeria killed at least 80 people, the interior "
        "ministry said.",
    ),
    (
        "4 June 2021\n\nPolice in Wexmouth arrested 11 people after the riot on Harbour Street.",
        "6 June 2021\n\nA court in Wexmouth charged 29 people with fraud at the Harbour Street bank.",
    ),
    (
        "12 January 2020\n\nThe fire in the Ardley hills destroyed 140 homes in the village of Upper Wex.",
        "14 January 2020\n\nThe fire in the Ardley hills destroyed 212 homes, 140 of them in Upper Wex.",
    ),
    (
        "4 June 2021\n\nThe council of Wexmouth has 48 members, the mayor said.",
        "6 June 2021\n\nThe parish of Ardley has 52 members, its priest said.",
    ),
    (
        "Wednesday, May 3, 2023\n\nThe earthquake in Dolmeria killed 83 people in the town of Orlesk.",
        "Thursday, May 4, 2023\n\nThe earthquake in Dolmeria killed 137 people in the town of Tavna.",
    ),
)

KINDS = frozenset(["update"])


def check(cluster: Cluster) -> Iterator[Hit]:
    """At most one hit: the figures of the cluster that a later article has overtaken."""
    yield from hits(cluster, KINDS)
