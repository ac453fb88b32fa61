"""One thing is measured twice, with different results.

One article gives the depth of the quake as 18 km, another as 1.8 km; one counts 61 passengers, the next
51. At most one can be right, and a reader of both trusts neither. No spelling checker sees it, because
each figure is well formed; it takes the other article.

Compared are only figures whose surroundings say that they measure the same thing: the noun, the
predicate, the owner, the period, the words and the figures around. `--why` on the report shows the
evidence with its weights, natural log-likelihood ratios as in Fellegi and Sunter's theory of record
linkage (1969).

Each figure stands for every value that would honestly be printed so: trailing zeros rounded away, the
last digit of a decimal, the hedge ("about", "more than"). Figures conflict where no single value explains
them all (rule 6.5.12 of the EDGAR Filer Manual compares facts in the same way). A later, higher count of
what can only grow is an update and no conflict.

One figure a slip of the pen away from the other (a digit, a zero, a decimal point, two digits exchanged,
million for billion) is an error where the surroundings are sure, and a warning where they are less so. A
plain difference is a note: two sources may honestly disagree, and on real articles most plain differences
turn out to be of another time or scope. Neither side is chosen; the report names what the other articles
say.

On 338 stories of public news with 18,500 figures it raised ten errors; eight are real by eye, one is of
another thing and one of a part and its whole.
"""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.link.difference import is_slip, kind_of_slip, sides_of
from numcheck.link.evidence import score, threshold
from numcheck.model import Cluster, Figure, Hit, Severity
from numcheck.rules.mismatch.wording import told_by

SEVERITY: Severity = "error"

FLAGGED = (
    (
        "The earthquake near Orlesk struck at a depth of 18 km, the institute said.",
        "The earthquake near Orlesk struck at a depth of [[1.8 km]], the institute said.",
    ),
    (
        "The ferry Morwenna was carrying 61 passengers when fire broke out off Port Senna.",
        "The ferry Morwenna was carrying [[51]] passengers when fire broke out off Port Senna.",
    ),
    (
        "Kestrane reported third-quarter revenue of $4.2 billion on Thursday.",
        "Kestrane reported third-quarter revenue of [[$4.2 million]] on Thursday.",
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


def check(cluster: Cluster) -> Iterator[Hit]:
    """At most one hit: the figures of the cluster that no single value explains."""
    figures = [figure for figure in cluster.figures if not figure.is_malformed]
    if len(figures) < 2 or not cluster.conflict:
        return
    sides = sides_of(figures)
    if len(sides) < 2:
        return
    odd, others = sides[-1], [figure for side in sides[:-1] for figure in side]
    primary = odd[0]
    other = sides[0][0]
    severity: Severity = _severity(cluster, primary, other)
    yield Hit(
        figures=(primary, *odd[1:], *others),
        start=primary.start,
        end=primary.end,
        message=f"{primary.text} here, but {told_by(sides[0], primary.article)}",
        suggestions=tuple(side[0].text for side in sides[:-1]),
        severity=severity,
    )


def _severity(cluster: Cluster, figure: Figure, other: Figure) -> Severity:
    """An error for a slip that is sure enough, a warning for a less sure one, a note for any other
    difference; a slip inside one article is told by its digits."""
    if figure.article == other.article:
        return SEVERITY if is_slip(figure, other) else "note"
    if not kind_of_slip(figure, other):
        return "note"
    return SEVERITY if score(cluster.conflict) >= threshold("slip_error") else "warning"
