"""Two figures stand in each other's place.

"The blast killed 12 and wounded 38", says one article, "38 were killed and 12 wounded" the next. Both
numbers are right, both articles have both, and so no comparison of one number with another finds anything
wrong; it takes the two sentences together.

Flagged are two neighbouring figures of a sentence whose values another article has in one sentence too,
where each fits what the other article says with the other's value clearly better than with its own: the
same is said to have happened to the other number. One finding stands for both.

On 338 stories of public news with 18,500 figures it raised nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.model import Cluster, Hit, Severity
from numcheck.rules.mismatch.sides import pair, told_by

SEVERITY: Severity = "error"

FLAGGED = (
    (
        "The blast in the market of Tavna killed 12 people and wounded 38, the police said.",
        "In the market of Tavna [[38]] people were killed and 12 wounded by the blast, the police said.",
    ),
    (
        "The council of Ardley arrested 17 and charged 43 of the protesters on Friday.",
        "The council of Ardley charged 17 and arrested [[43]] of the protesters on Friday.",
    ),
    (
        "The party won 31 seats and lost 54 in the election in Calderland.",
        "In the election in Calderland the party lost 31 seats and won [[54]].",
    ),
)

SILENT = (
    (
        "The blast in the market of Tavna killed 12 people and wounded 38, the police said.",
        "In the market of Tavna 12 people were killed and 38 wounded by the blast, the police said.",
    ),
    (
        "The blast in the market of Tavna wounded 38 people and killed 12, the police said.",
        "In the market of Tavna 12 people were killed and 38 wounded by the blast, the police said.",
    ),
    (
        "Kestrane hired 400 people in Kassel and cut 300 jobs in Ohio.",
        "Kestrane cut 300 jobs in Ohio and hired 400 people in Kassel.",
    ),
    (
        "Orlesk counts 88 dead and Tavna 34, the ministry said.",
        "In Tavna 34 people died and in Orlesk 88, the ministry said.",
    ),
    (
        "The Senna won 12 games and lost 38 in the season of 2019.",
        "The Wex lost 12 games and won 38 in the season of 2019.",
    ),
)

KINDS = frozenset(["swapped"])


def check(cluster: Cluster) -> Iterator[Hit]:
    """At most one hit: the figure that stands in another's place."""
    if (found := pair(cluster, KINDS)) is None:
        return
    other, odd = found
    yield Hit(
        figures=(odd, other, *(figure for figure in cluster.figures if figure not in (odd, other))),
        start=odd.start,
        end=odd.end,
        message=f"{odd.text} here, but {told_by([other], odd.article)}: two figures exchanged",
        suggestions=(other.text,),
    )
