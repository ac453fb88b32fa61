"""A part in one article is larger than its whole in another.

"The processor employs 640 people in total", says one article; "710 of its employees will lose their jobs",
the next. Each is sound in itself, and no number is told twice; but 710 of 640 cannot be.

Flagged is a figure that is said to be a part ("710 of its employees", "out of its programme it will spend
£21.4m"), where its own article has no whole that could hold it, and another article has of the same thing a
figure that is said to be all there is ("in total", "employs", "a crew of", the whole of parts that are
told) and is smaller, with rounding and hedges heeded. A warning: words like "employees" may mean those of
the plant in one place and those of the group in the other.

On 338 stories of public news with 18,500 figures it raised nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.model import Cluster, Hit, Severity
from numcheck.rules.mismatch.sides import pair

SEVERITY: Severity = "warning"

FLAGGED = (
    (
        "Brimnes Seafood, which employs 640 people in total, will close its plants at Holmvik and Straumen.",
        "Brimnes Seafood said that [[710]] of its employees would lose their jobs at Holmvik and Straumen.",
    ),
    (
        "The ferry Morwenna, with a total of 61 passengers on board, caught fire off Port Senna.",
        "The coastguard took [[74]] of the passengers off the burning ferry Morwenna to Port Senna.",
    ),
    (
        "The Sarnshire council has a budget of £18.5 million for bridges, schools and flood defences.",
        "Out of its budget for bridges, schools and flood defences the Sarnshire council will spend "
        "[[£21.4 million]] on Levy Bridge.",
    ),
)

SILENT = (
    (
        "Brimnes Seafood, which employs 640 people in total, will close its plants at Holmvik and Straumen.",
        "Brimnes Seafood said that 310 of its employees would lose their jobs at Holmvik and Straumen.",
    ),
    (
        "Brimnes Seafood, which employs 640 people in total, will close its plants at Holmvik and Straumen.",
        "Nordfisk said that 710 of its 2,000 employees would lose their jobs at Straumen.",
    ),
    (
        "Brimnes Seafood, which employs more than 640 people in total, will close its cannery at Holmvik.",
        "Brimnes Seafood said that 650 of its employees would lose their jobs at Holmvik.",
    ),
    (
        "The ferry Morwenna, with a total of 61 passengers on board, caught fire off Port Senna.",
        "More than 200 relatives waited for the passengers of the Morwenna on the quay at Port Senna.",
    ),
    (
        "The council of Ardley has a staff of 12 in its library.",
        "In Wexmouth 40 of the teachers went on strike.",
    ),
)

KINDS = frozenset(["part"])


def check(cluster: Cluster) -> Iterator[Hit]:
    """At most one hit: the part, with the whole of another article that it exceeds."""
    if (found := pair(cluster, KINDS)) is None:
        return
    part, whole = found
    yield Hit(
        figures=(part, whole),
        start=part.start,
        end=part.end,
        message=f"{part.text} here are a part, but all are {whole.text} in another article",
        evidence=(f"{part.text} of {whole.text}",),
    )
