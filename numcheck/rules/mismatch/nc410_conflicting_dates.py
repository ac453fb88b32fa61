"""One event is given two days, or two hours.

One article has the election on 11 June, the next on the 18th; one has the train leave the rails at 6.20pm,
another at 18:50. A reader who has both does not know when to vote, and a historian will not know either.

Days are compared where both name the month, and hours in prose: not when a page was published, and not what
is left of a game. An hour is taken as roughly as it is round ("2 a.m." may be ten past), and in its time
zone where both tell one; "14:35 GMT" and "10:35 a.m. EDT" agree. Years are compared where the sentences are
alike or share another figure. Two days or hours are reported only where what surrounds them is nearly the
same and neither article has the other's.

A warning: few articles give a second date in like words without its being another step of the story, and
those that do are worth a look.

On 338 stories of public news it raised 6 warnings: 3 are real (27 June and 27 July, 2 a.m. and 2:30 a.m., a
vote of 2009 and of 2010), 3 are of other moments.
"""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.model import Cluster, Hit, Severity
from numcheck.rules.mismatch.sides import pair, told_by

SEVERITY: Severity = "warning"

FLAGGED = (
    (
        "May 2, 2023\n\nPresident Milo Andrash called the early election in Kordia for June 11 on Tuesday.",
        "May 2, 2023\n\nOn Tuesday President Milo Andrash called the early election in Kordia for "
        "[[June 18]].",
    ),
    (
        "The Stanmouth train left the rails at Ottery Junction at 6.20pm on Tuesday, the rail safety "
        "bureau said.",
        "The rail safety bureau said the Stanmouth train left the rails at Ottery Junction at [[18:50]] on "
        "Tuesday.",
    ),
    (
        "The rocket with the probe Altair lifted off from Cape Marlow at 10:05 a.m. EDT on Thursday.",
        "The rocket with the probe Altair lifted off from Cape Marlow at [[14:35 GMT]] on Thursday.",
    ),
)

SILENT = (
    (
        "The rocket with the probe Altair lifted off from Cape Marlow at 10:35 a.m. EDT on Thursday.",
        "The rocket with the probe Altair lifted off from Cape Marlow at 14:35 GMT on Thursday.",
    ),
    (
        "The Stanmouth train left the rails at Ottery Junction at 7.15pm, the rail safety bureau said.",
        "The Stanmouth train left the rails at Ottery Junction at 19:15, the rail safety bureau said.",
    ),
    (
        "The Stanmouth train left the rails at Ottery Junction at about 7pm, the rail safety bureau said.",
        "The Stanmouth train left the rails at Ottery Junction at 7.10pm, the rail safety bureau said.",
    ),
    (
        "May 2, 2023\n\nThe election to the parliament of Kordia will be on June 11, the president said.",
        "May 2, 2023\n\nThe parliament of Kordia, elected on June 11, will meet for the first time on "
        "June 29.",
    ),
    (
        "May 2, 2023\n\nThe trial of Helen Ashdown began in Wexmouth on 24 April.",
        "May 2, 2023\n\nPolice in Wexmouth searched the office of Helen Ashdown on 3 March.",
    ),
)

KINDS = frozenset(["date", "time"])


def check(cluster: Cluster) -> Iterator[Hit]:
    """At most one hit: the later of two days or hours in the order of the corpus."""
    if (found := pair(cluster, KINDS)) is None:
        return
    other, odd = found
    yield Hit(
        figures=(odd, other),
        start=odd.start,
        end=odd.end,
        message=f"{odd.text} here, but {told_by([other], odd.article)}",
        suggestions=(other.text,),
    )
