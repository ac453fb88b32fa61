"""The headline gives a figure that its article contradicts.

"Fire injures 14" above a text that counts 11 injured: the text was updated and the headline was not, or the
headline was written from an earlier draft by somebody else. It is the figure that most readers take away, and
for many of them the only one.

Flagged is a figure of a headline that nothing in the text bears out, where the text says of the same thing
something else: the same happened to another number of people, or a slip of the pen that few pairs show by
chance (two digits exchanged, a zero, a point, a magnitude word) is between the two. A rounded or hedged
headline is borne out ("nearly 50" above 49), and so is one that adds up two figures of the text. The
headline is the first heading of a Markdown file or its title, and the first line of a plain text where it
is short and no sentence. A title that stands in an article's metadata alone is held against the text too;
the finding is then at the text's figure.

On 4,223 articles of public news with their titles it raised two errors, and both are real.
"""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.model import Cluster, Hit, Severity
from numcheck.rules.mismatch.sides import pair

SEVERITY: Severity = "error"

FLAGGED = (
    (
        "Warehouse fire in Ardley injures [[14]]\n\nA fire in a warehouse in Ardley on Monday night injured "
        "11 people, the fire service said. It took 60 firefighters three hours to put it out.",
    ),
    (
        "Kestrane profit rises [[23%]]\n\nThe pump maker Kestrane said on Thursday that its quarterly "
        "profit had risen by 32 per cent. It employs 4,100 people.",
    ),
    (
        "Burning ferry had [[61]] passengers\n\nThe Morwenna was carrying 16 passengers when fire "
        "broke out in her engine room. The crew of nine was brought home too.",
    ),
)

SILENT = (
    (
        "Warehouse fire in Ardley injures 11\n\nA fire in a warehouse in Ardley on Monday night injured 11 "
        "people, six of them firefighters. The street was closed for 14 hours.",
    ),
    (
        "Nearly 50 hurt in Tavna quake\n\nThe earthquake in Tavna injured 49 people on Tuesday, the "
        "ministry said. It destroyed 12 homes.",
    ),
    (
        "Nine dead in Wexmouth shooting\n\nA gunman killed eight people in Wexmouth on Friday and then one "
        "more at a bus stop, the police said. 30 officers searched for him.",
    ),
    (
        "Council to close 12 libraries\n\nThe council of Ardley will close a dozen of its 40 libraries in "
        "spring, and seven swimming pools.",
    ),
    (
        "Kestrane to hire 400\n\nThe pump maker Kestrane will hire 400 people in Kassel. It had cut 300 "
        "jobs in Ohio last year.",
    ),
    (
        "Five things to know about the Tavna quake\n\nThe earthquake killed 83 people, injured 410 and "
        "destroyed 1,240 homes in the province.",
    ),
)

KINDS = frozenset(["headline"])


def check(cluster: Cluster) -> Iterator[Hit]:
    """At most one hit: the figure of a headline, with the figure of the text that contradicts it."""
    if (found := pair(cluster, KINDS)) is None:
        return
    headline, body = found
    if headline not in cluster.figures:
        yield Hit(
            figures=cluster.figures,
            start=body.start,
            end=body.end,
            message=f"{body.text} here, but {headline.text} in the title",
            suggestions=(headline.text,),
        )
        return
    rest = [figure for figure in cluster.figures if figure not in (headline, body)]
    yield Hit(
        figures=(headline, body, *rest),
        start=headline.start,
        end=headline.end,
        message=f"{headline.text} here in the headline, but {body.text} in the text",
        suggestions=(body.text,),
    )
