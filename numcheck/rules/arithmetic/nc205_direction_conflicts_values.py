"""A value rose to less, or fell to more.

"Unemployment fell from 4.1% to 4.6%": the verb, or one of the values, is wrong, or the two are exchanged,
and the headline above it has the story upside down.

The two values are compared as intervals with what rounding and hedges allow, and the nearest word of change
before them gives the way.

Silent on ranks, where a fall has the higher number, on ranges, and on times and ages.

On 4,678 articles of public news with 86,000 figures it raised nothing; what it finds of planted errors is
told by `make score`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from numcheck.model import Figure, Hit, Reading, Severity
from numcheck.rules.arithmetic.changes import Change, changes

SEVERITY: Severity = "error"

FLAGGED = (
    "Unemployment fell from [[4.1% to 4.6%]] in May.",
    "The price rose from [[£50 to £30]] in a week.",
    "The number of beds dropped from [[120 to 160]] last year.",
    "Profit jumped to [[$30 million from $40 million]], the company said.",
    "The rate climbed from [[8.5 percent in 2017 to 7.9 percent]] in 2018.",
    "Attendance declined to [[5,200 from 4,100]] in the second season.",
)

SILENT = (
    "Unemployment fell from 4.6% to 4.1% in May.",
    "The price rose from £30 to £50 in a week.",
    "She fell from 10 to 12 in the world rankings.",
    "Prices range from 20 to 10 euros, with a rise for adults.",
    "Profit jumped to $40 million from $30 million, the company said.",
    "The team dropped from 10th to 12th.",
    "The rise was told to 40 people from 30 villages.",
    "The fall from 4 metres to 2 metres of snow came early.",
)


TO = re.compile(r"[^.;,]{0,40}\bto [$£€]?$")


def check(reading: Reading) -> Iterator[Hit]:
    """One hit for each pair of values that goes the other way than its verb."""
    for change in changes(reading):
        if _is_against(change) and not _goes_on(reading, change.new, change.old):
            first, second = sorted((change.old, change.new), key=lambda figure: figure.start)
            verb = "rises" if change.way == "rise" else "falls"
            gap = reading.article.text[first.end : second.start]
            yield Hit(
                figures=(first, second),
                start=first.start,
                end=second.end,
                message=f"it {verb} from {change.old.text} to {change.new.text}",
                suggestions=(f"{second.text}{gap}{first.text}",),
            )


def _goes_on(reading: Reading, new: Figure, old: Figure) -> bool:
    """Whether the first of two is by how much a value rose: "rose 1.6m, from 2.3m on Saturday to 3.9m"."""
    following = (figure for figure in reading.figures if figure.start >= old.end and figure.kind != "date")
    third = next(following, None)
    if third is None or new.start > old.start or third.sentence_start != old.sentence_start:
        return False
    return TO.search(reading.article.text[old.end : third.start]) is not None


def _is_against(change: Change) -> bool:
    """Whether the values go the other way; rounding alone turns no two printed values round, a hedge may."""
    old, new = change.old.quantity, change.new.quantity
    if old.approx == new.approx == "exact":
        return (change.way == "rise" and new.low < old.low) or (change.way == "fall" and new.low > old.low)
    if change.way == "rise":
        return new.possible.high < old.possible.low
    return change.way == "fall" and new.possible.low > old.possible.high
