"""One person is given two ages.

"Keira Donnelan, 29" in one article, "Keira Donnelan, 26" in another of the same week: relatives notice
first, and they write. Ages are among the details that a desk checks last, because they never matter to the
story.

Compared are ages that stand beside a name ("Donnelan, 29", "the 29-year-old nurse, Keira Donnelan", "She
was 29" after the name), of persons who share two names or whose single names are the same. Articles that
lie ten months apart are left alone, for birthdays, and so is an article that gives a person both ages. An
error, except by one year, where a birthday may lie between two newsrooms' notes: a warning.

On 338 stories of public news it raised 1 error and 2 warnings: two are real, one lies between two hearings.
"""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.model import Cluster, Hit, Severity
from numcheck.rules.mismatch.sides import sides, told_by

SEVERITY: Severity = "error"

FLAGGED = (
    (
        "May 2, 2023\n\nThe nurse who was struck by a lorry in Eastering has been named as Keira "
        "Donnelan, 29.",
        "May 3, 2023\n\nKeira Donnelan, [[26]], was the third cyclist to die at the junction in Eastering.",
    ),
    (
        "May 2, 2023\n\nVolunteers searched Carrick Fell for Derek Halloran, 47, who left his car at "
        "Gillbeck.",
        "May 2, 2023\n\nThe search for [[74-year-old]] surveyor Derek Halloran is centred on Black Tarn.",
    ),
    (
        "May 2, 2023\n\nAnselm Rautio has died at home near Havnstad. He was 88.",
        "May 2, 2023\n\nThe city learned of the death of Anselm Rautio at the [[age of 83]].",
    ),
)

SILENT = (
    (
        "May 2, 2023\n\nKeira Donnelan, 29, was struck by a lorry in Eastering.",
        "May 3, 2023\n\nThe lorry in Eastering struck 29-year-old nurse Keira Donnelan.",
    ),
    (
        "May 2, 2023\n\nMara Quell, 27, was reported missing by her husband.",
        "May 2, 2023\n\nTobin Quell, 30, reported his wife missing.",
    ),
    (
        "May 2, 2021\n\nDerek Halloran, 31, opened a workshop in Gillbeck.",
        "May 2, 2023\n\nDerek Halloran, 33, closed his workshop in Gillbeck.",
    ),
    (
        "May 2, 2023\n\nDerek Halloran, 47, opened a workshop in Gillbeck when he was 31.",
        "May 2, 2023\n\nThe workshop in Gillbeck was opened by Derek Halloran, then 31.",
    ),
    (
        "May 2, 2023\n\nPolice in Eastering held a 29-year-old man after the crash.",
        "May 3, 2023\n\nPolice in Eastering said a 26-year-old woman had died in the crash.",
    ),
)

KINDS = frozenset(["age"])


def check(cluster: Cluster) -> Iterator[Hit]:
    """At most one hit: the age that fewest articles give, of two the later in the order of the corpus."""
    found = sides(cluster, KINDS)
    if found is None:
        return
    odd, other, rest = found
    is_by_a_year = abs(odd[0].low - other[0].low) <= 1
    yield Hit(
        figures=(*odd, *other, *rest),
        start=odd[0].start,
        end=odd[0].end,
        message=f"{odd[0].subject.owner}: {odd[0].text} here, but {told_by(other, odd[0].article)}",
        suggestions=(other[0].text,),
        severity="warning" if is_by_a_year else SEVERITY,
    )
