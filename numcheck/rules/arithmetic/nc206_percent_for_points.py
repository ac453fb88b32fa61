"""Percent are told where percentage points are meant.

"From 4% to 5%, a rise of 1%" is a rise of one percentage point, or of 25 per cent. The AP Stylebook
("percent, percentage, percentage points") and the Guardian's ("percentage rises") ask for the difference to
be kept.

Reported is a change between two percentages whose amount, in percent, is their difference and not their
relative change, with what rounding allows.

Silent where the text says points, and where the amount is right as it stands. A warning: usage is loose,
and a style may allow it.

On 4,678 articles of public news with 86,000 figures it raised nothing; what it finds of planted errors is
told by `make score`.
"""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.model import Hit, Reading, Severity
from numcheck.rules.arithmetic.changes import HUNDRED, changes

SEVERITY: Severity = "warning"

FLAGGED = (
    "The rate rose from 4% to 5%, a rise of [[1%]].",
    "Turnout fell by [[12 per cent]] from 61 per cent to 49 per cent.",
    "Support grew to 48% from 40%, a gain of [[8 percent]].",
    "Inflation rose from 2% to 5%, an increase of [[3%]].",
    "The share fell to 15% from 20%, a drop of [[5%]].",
)

SILENT = (
    "The rate rose from 4% to 5%, a rise of one percentage point.",
    "The rate rose from 4% to 5%, a rise of 25%.",
    "Turnout fell by 12 points from 61 per cent to 49 per cent.",
    "Sales rose 10% from 100 to 110.",
    "Support grew to 48% from 40%, a gain of 20 percent.",
    "Inflation rose from 2% to 5%, an increase of three points.",
    "The share fell to 15% from 20%, a drop of 25%.",
    "The rate went from 10% to 11%, a rise of 10%.",
)


def check(reading: Reading) -> Iterator[Hit]:
    """One hit for each change of a percentage that is told in percent and meant in points."""
    for change in changes(reading):
        amount, old, new = change.amount, change.old.low, change.new.low
        if amount is None or amount.unit != "percent" or change.old.unit != "percent" or old <= 0:
            continue
        size = abs(new - old)
        if size and amount.low == size and size / old * HUNDRED not in amount.quantity.possible:
            yield Hit(
                figures=(amount, change.old, change.new),
                start=amount.start,
                end=amount.end,
                message=f"from {change.old.text} to {change.new.text} are {size:f} percentage points",
                suggestions=(f"{size:f} percentage points",),
                evidence=(f"{new:f} - {old:f} = {new - old:f}",),
            )
