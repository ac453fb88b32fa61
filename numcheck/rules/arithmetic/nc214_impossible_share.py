"""A share is of more than all, or of less than none.

"120% of whom", "110 per cent of the voters": a part of people or things is at most the whole of them. The
percentage is a slip, or it was meant as a change.

Reported is a percentage above a hundred of which the words behind say that it is a part of those who were
told of.

Silent on growth and comparison ("120% of last year's sales", "150% of the limit", "rose 120%"), and on
effort ("110% of himself").

On 4,678 articles of public news with 86,000 figures it raised nothing: its silence there is known, its
recall is not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from numcheck.model import Hit, Reading, Severity
from numcheck.rules.sentences import after

SEVERITY: Severity = "error"

FLAGGED = (
    "The camp holds 4,000 people, [[120%]] of whom are children.",
    "In the town [[104 per cent]] of voters took part.",
    "The firm has 300 workers and [[150 percent]] of them are women.",
    "About the ban [[110%]] of respondents had no opinion.",
    "Of the firm [[125 per cent]] of employees have signed.",
)

SILENT = (
    "The camp holds 4,000 people, 20% of whom are children.",
    "In the town 100 per cent of voters took part.",
    "Sales were 120% of last year's.",
    "He gave 110% of himself in the match.",
    "The prison is at 150 percent of its capacity.",
    "Rents rose 120% for those tenants.",
    "The debt is 130% of the economy.",
    "The hall was at 110% of its seats.",
)

PART = re.compile(
    r"\s+of\s+(?:whom|them|(?:the |all |these |those |its |their )?(?:voters|people|respondents|patients|"
    r"residents|members|workers|employees|pupils|students|households|women|men|children|adults))\b"
)
HUNDRED = Decimal(100)


def check(reading: Reading) -> Iterator[Hit]:
    """One hit for each share above a hundred per cent."""
    for figure in reading.figures:
        is_more = figure.unit == "percent" and figure.quantity.possible.low > HUNDRED
        if is_more and PART.match(after(reading, figure)):
            yield Hit(
                figures=(figure,),
                start=figure.start,
                end=figure.end,
                message=f"{figure.text} of a group is more than all of it",
            )
