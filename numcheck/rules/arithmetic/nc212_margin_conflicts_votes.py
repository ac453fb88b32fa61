"""A margin is not the difference of its score.

"Won 52-48, by six points" is a margin of four; "passed 60-45, a margin of 12 votes" one of 15. The score or
the margin was taken from another count.

The difference of the two numbers is compared with the margin as it is printed, with its hedge.

Silent where the margin is of another thing ("won 52-48, by six seats"), and on sets, legs and aggregates.

On 4,678 articles of public news with 86,000 figures it raised nothing: its silence there is known, its
recall is not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from numcheck.model import Figure, Hit, Reading, Severity
from numcheck.rules.sentences import after, between, runs, sentence_of

SEVERITY: Severity = "error"

FLAGGED = (
    "She won 52-48, by [[six]] points.",
    "The bill passed 60-45, a margin of [[12]] votes.",
    "The council voted 31-20 for the plan, a majority of [[nine]].",
    "They won 84-71, a [[15]]-point victory.",
    "The senate passed it 55-40, by [[12]] votes.",
)

SILENT = (
    "She won 52-48, by four points.",
    "The bill passed 60-45, a margin of 15 votes.",
    "The council voted 31-20 for the plan, a majority of 11.",
    "They won 84-71, a 13-point victory.",
    "He won 6-4, 6-3, by two sets.",
    "She won 52-48, by six seats in the north.",
    "They lost 3-1, by nine shots on goal to four.",
    "The senate passed it 55-40, by 15 votes.",
)

BY = re.compile(
    r"(?: [a-z][a-z ]{0,30})?,? (?:by |a (?:margin|majority|lead|difference) of |an? )(?:just |only )?"
)
THING = re.compile(r"(?:[ -](?:points?|votes?|runs?|goals?|percentage points?)\b|[,.;]|$)")
OTHERWISE = re.compile(
    r"\b(?:sets?|legs?|aggregate|overtime|extra time|seats?|abstain\w*|needed|two-thirds)\b"
)


def check(reading: Reading) -> Iterator[Hit]:
    """One hit for each margin that is not the difference of the score before it."""
    for score, margin in runs(reading, 2):
        if score.kind != "score" or margin.kind not in ("count", "percent") or margin.value is None:
            continue
        if not BY.fullmatch(between(reading, score, margin)) or not THING.match(after(reading, margin)):
            continue
        made = abs(score.low - score.high)
        if made not in margin.quantity.possible and not OTHERWISE.search(sentence_of(reading, score)):
            yield _hit(score, margin, int(made))


def _hit(score: Figure, margin: Figure, made: int) -> Hit:
    high, low = sorted((int(score.low), int(score.high)), reverse=True)
    return Hit(
        figures=(margin, score),
        start=margin.start,
        end=margin.end,
        message=f"{score.text} is a margin of {made}, not {margin.text}",
        suggestions=(f"{made}",),
        evidence=(f"{high} - {low} = {made}",),
    )
