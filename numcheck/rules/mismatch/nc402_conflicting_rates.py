"""One amount is given at two different rates.

"£40 million a month" in one article and "£40 million a year" in the next: the number survived the
retelling and the period did not. The two are twelve times apart, and because the number is the same
nobody notices.

Flagged are figures that measure the same thing, state the same value, and are per different units. A
figure without a rate is not held against one with a rate: "spends £40 million" may well be a month's
spending. Nor are two names for one kind of thing: "£2,000 per worker" and "£2,000 per employee" agree.
Suppress it where a text contrasts two rates on purpose.

On 338 stories of public news with 18,500 figures it raised nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.model import Cluster, Hit, Severity
from numcheck.rules.mismatch.sides import hits

SEVERITY: Severity = "error"

FLAGGED = (
    (
        "Calderland pays £40 million a month in interest on its debt, the treasurer said.",
        "Calderland pays [[£40 million a year]] in interest on its debt, the treasurer said.",
    ),
    (
        "The Wagner Group spends about $100 million a month on the war in Ukraine.",
        "The Wagner Group spends [[about $100 million a year]] on the war in Ukraine.",
    ),
    (
        "The pipeline carries 300,000 barrels a day to the port of Kessary.",
        "The pipeline carries [[300,000 barrels an hour]] to the port of Kessary.",
    ),
)

SILENT = (
    (
        "Calderland pays £40 million a month in interest on its debt, the treasurer said.",
        "Calderland pays £40 million in interest on its debt, the treasurer said.",
    ),
    (
        "Calderland pays £40 million a month in interest on its debt, the treasurer said.",
        "Calderland pays £40 million per month in interest on its debt, the treasurer said.",
    ),
    (
        "Parking costs £5 an hour at the station, the council said.",
        "Bus tickets cost £5 a week for pupils in Ardley.",
    ),
    (
        "The pipeline carries 300,000 barrels a day to the port of Kessary.",
        "The pipeline carries 300,000 barrels daily to the port of Kessary.",
    ),
    (
        "The council will pay a bonus of £2,000 per worker in the ferry yard.",
        "The council will pay a bonus of £2,000 per employee in the ferry yard.",
    ),
)


KINDS = frozenset(["rate"])


def check(cluster: Cluster) -> Iterator[Hit]:
    """At most one hit: the figures of the cluster that give its value at another rate."""
    yield from hits(cluster, KINDS)
