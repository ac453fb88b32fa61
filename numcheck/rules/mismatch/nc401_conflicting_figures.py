"""One thing is measured twice, with different results.

One article has the outage last 34 minutes, another 24; one counts 61 passengers, the next 51. At most one
can be right, and a reader of both trusts neither. No spelling checker sees it, because
each figure is well formed; it takes the other article.

Compared are only figures whose surroundings say that they measure the same thing: the noun, the
predicate, the owner, the period, the words and the figures around. `--why` on the report shows the
evidence with its weights, natural log-likelihood ratios as in Fellegi and Sunter's theory of record
linkage (1969).

Each figure stands for every value that would honestly be printed so: trailing zeros rounded away, the
last digit of a decimal, the hedge ("about", "more than"). Figures conflict where no single value explains
them all (rule 6.5.12 of the EDGAR Filer Manual compares facts in the same way). A later, higher count of
what can only grow is an update and no conflict (`stale-figure`).

One figure a slip of the pen away from the other (another digit, one digit more or less, two exchanged) is
an error where the surroundings are sure, and a warning where they are less so; a power of ten is
`magnitude-slip`. A plain difference is a note: two sources may honestly disagree, and on real articles most
plain differences turn out to be of another time or scope. Neither side is chosen; the report names what the
other articles say.

One source, by name, quoted with two values is an error too; two sources that give one each are a note.

On 338 stories of public news with 18,500 figures it raised 6 errors and 25 warnings, all read: 5 of the
errors are real, one is of two spans of one career; of the warnings 5 are real, a third of the others is of
sport. Where only the likeness of the articles made them one story (3,574 articles, 68,000 figures) it raised
an error and 3 warnings, of which one warning is real. Warnings are for a desk that wants no slip to pass:
`--fail-on error` leaves them out.
"""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.model import Cluster, Hit, Severity
from numcheck.rules.mismatch.sides import hits

SEVERITY: Severity = "error"

FLAGGED = (
    (
        "The outage cut off 61 villages around Orlesk for 34 minutes, the utility said.",
        "The outage cut off 61 villages around Orlesk for [[24 minutes]], the utility said.",
    ),
    (
        "The ferry Morwenna was carrying 61 passengers when fire broke out off Port Senna.",
        "The ferry Morwenna was carrying [[51]] passengers when fire broke out off Port Senna.",
    ),
    (
        "Kestrane reported third-quarter revenue of $4.21 billion on Thursday.",
        "Kestrane reported third-quarter revenue of [[$4.12 billion]] on Thursday.",
    ),
    (
        "Helen Ashdown won the Wexmouth election with 48,275 votes, the council said.",
        "Helen Ashdown won the Wexmouth election with [[48,215]] votes, the council said.",
    ),
)

SILENT = (
    (
        "The earthquake near Orlesk struck at a depth of 18 km, the institute said.",
        "The earthquake near Orlesk struck at a depth of 11 miles, the institute said.",
    ),
    (
        "The ferry Morwenna was carrying about 60 passengers when fire broke out off Port Senna.",
        "The ferry Morwenna was carrying 61 passengers when fire broke out off Port Senna.",
    ),
    (
        "More than 820 people were injured in the Tavna earthquake.",
        "At least 900 people were injured in the Tavna earthquake.",
    ),
    (
        "Kestrane cut 1,000 jobs in Ohio and hired 400 people in Kassel.",
        "Kestrane hired 400 people in Kassel and cut 1,000 jobs in Ohio.",
    ),
    (
        "The storm killed 12 people in Tavna and 30 in Orlesk.",
        "In Orlesk the storm killed 30; in Tavna 12 people died.",
    ),
)


KINDS = frozenset("digit transposed dropped round complement plain source dispute".split())


def check(cluster: Cluster) -> Iterator[Hit]:
    """At most one hit: the figures of the cluster that no single value explains."""
    yield from hits(cluster, KINDS)
