"""The first of a ranking has less than the second.

"Kenya were the largest contingent, with 5 finalists, ahead of Ethiopia with 7" ranks them the wrong way
round, or one of the numbers is wrong. A table was sorted by another column, or one number was brought up to
date.

The value that stands with "largest", "most", "highest" or "lowest" is compared with those that the same
sentence puts behind it ("ahead of", "followed by", "second"); rounding and hedges are silent.

Silent where the values are in other units or count other things, and where nothing says that the second is
behind.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from numcheck.model import Figure, Hit, Reading, Severity
from numcheck.rules.sentences import by_sentence

SEVERITY: Severity = "warning"

FLAGGED = (
    "Kenya were the largest contingent, with [[5]] finalists, ahead of Ethiopia with 7.",
    "The Liberals came first with [[31]] seats, followed by the Centre party on 36.",
    "China took the most medals, [[28]], with the United States second on 36.",
    "Sweden had the highest rate, at [[13 per cent]], ahead of Norway (19 per cent).",
    "The cheapest place was Bolton, at [[129.1p a litre]], compared with 115.7p in Leeds.",
)

SILENT = (
    "Kenya were the largest contingent, with 9 finalists, ahead of Ethiopia with 7.",
    "The Liberals came first with 31 seats, followed by the Centre party on 16.",
    "China took the most medals, 38, with the United States second on 36.",
    "The cheapest place was Bolton, at 109.1p a litre, compared with 115.7p in Leeds.",
    "Kenya were the largest contingent, with 5 coaches, ahead of Ethiopia with 7 athletes.",
    "She was first in 12 races, followed by 40 children on bicycles.",
    "He finished first in 9.8 seconds, ahead of Smith in 9.9.",
    "The largest of the 12 boats sank, ahead of 30 others.",
    "The highest peak, at 4,810 metres, is compared with 8,849 metres for Everest in the book.",
)

MOST = re.compile(
    r"\b(?:largest|biggest|most|highest|tallest|longest|heaviest|came first|leading|top scorer|lead with)\b"
)
LEAST = re.compile(r"\b(?:smallest|fewest|lowest|cheapest|least|shortest|lightest)\b")
# From the superlative to its value.
TO_VALUE = re.compile(
    r"[^.;:()0-9]{0,60}?(?:,? (?:with|at|on|giving|was|in [A-Z]\w+ \()|, |\() ?(?:a |the |about )?|"
    r"[^.;:()0-9]{0,20}? (?:with|at) "
)
# From a value to the next behind it, and to those that follow that.
BEHIND = re.compile(
    r"[^.:0-9]{0,45}?(?:ahead of|followed by|(?<!is )(?<!was )(?<!are )compared with|fewer than|more than|"
    r"then|next|second|runners-up)\b[^.:0-9]{0,45}"
)
SECOND = re.compile(r"[^.:0-9]{0,30}?, with [^.:;0-9]{0,45}? (?:second|next) (?:on|at|with) ")


def check(reading: Reading) -> Iterator[Hit]:
    """One hit for each first of a ranking that one behind it exceeds."""
    for group in by_sentence(reading):
        figures = [figure for figure in group if figure.kind != "date" and figure.value is not None]
        for first, second in pairwise(figures):
            way = _superlative(reading, first)
            if not way or not _are_alike(first, second) or not _is_behind(reading, first, second):
                continue
            own, other = first.quantity.possible, second.quantity.possible
            if (way > 0 and own.high < other.low) or (way < 0 and own.low > other.high):
                order = "more" if way > 0 else "less"
                yield Hit(
                    figures=(first, second),
                    start=first.start,
                    end=first.end,
                    message=f"{second.text}, which is behind it, is {order} than {first.text}",
                )


def _superlative(reading: Reading, figure: Figure) -> int:
    """1 where a figure is said to be the most, -1 where the least, else 0."""
    lead = reading.article.text[max(figure.sentence_start, figure.start - 90) : figure.start]
    for way, pattern in ((1, MOST), (-1, LEAST)):
        matches = list(pattern.finditer(lead))
        if matches and TO_VALUE.fullmatch(lead, matches[-1].end()):
            return way
    return 0


def _are_alike(first: Figure, second: Figure) -> bool:
    heads = {first.subject.head, second.subject.head} - {""}
    is_count = first.kind == "count"
    return first.kind == second.kind and first.unit == second.unit and not (is_count and len(heads) > 1)


def _is_behind(reading: Reading, first: Figure, second: Figure) -> bool:
    gap = reading.article.text[first.end : second.start]
    return BEHIND.fullmatch(gap) is not None or SECOND.fullmatch(gap) is not None
