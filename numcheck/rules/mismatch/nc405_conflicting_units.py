"""One number is given in two different units.

"200 metres" in one article and "200 feet" in the next, "three hours" and "three minutes", a rise of "5 per
cent" and of "5 percentage points": the number was copied and the unit was not. The one is a third, a sixtieth
or something else altogether of the other, and because the number is the same nobody notices.

Flagged are figures that measure the same thing, have the same number and differ in the unit, where the
number was not converted. A rate per another unit is `conflicting-rates`. Currencies are left alone: "$" may
be any of twenty dollars, and an article may pay its own house's currency for another's.

On 338 stories of public news with 18,500 figures it raised 2 warnings; one is real ("200 metres" and "200
feet" of one fall), one has a small number of different things.
"""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.model import Cluster, Hit, Severity
from numcheck.rules.mismatch.sides import hits

SEVERITY: Severity = "error"

FLAGGED = (
    (
        "The slide buried 200 metres of the coast road at Port Senna, the prefect said.",
        "The slide buried [[200 feet]] of the coast road at Port Senna, the prefect said.",
    ),
    (
        "Trading on the Calderland exchange was halted for 34 minutes on Thursday morning.",
        "Trading on the Calderland exchange was halted for [[34 hours]] on Thursday morning.",
    ),
    (
        "Kestrane's share of the Calderland market fell by 12 percentage points last year.",
        "Kestrane's share of the Calderland market fell by [[12 per cent]] last year.",
    ),
)

SILENT = (
    (
        "The slide buried 200 metres of the coast road at Port Senna, the prefect said.",
        "The slide buried 656 feet of the coast road at Port Senna, the prefect said.",
    ),
    (
        "The ferry was 12 miles off Port Senna when the fire broke out.",
        "Rescuers from Port Senna took 12 hours to put out the fire on the ferry.",
    ),
    (
        "The trial of Helen Ashdown will last six weeks, the court in Wexmouth said.",
        "The court in Wexmouth said Helen Ashdown had been held for six months.",
    ),
)

KINDS = frozenset(["unit"])


def check(cluster: Cluster) -> Iterator[Hit]:
    """At most one hit: the figures of the cluster that give its number in another unit."""
    yield from hits(cluster, KINDS)
