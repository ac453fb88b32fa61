"""The changes that a sentence tells: from what, to what, which way, and by how much.

"Rose 60% from 20 to 30", "fell to 12 from 10", "from 4% to 5%, a rise of 1%". Three rules check them: the
way, the amount, and whether percent or percentage points are meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from numcheck.extract.words import CHANGES, predicate_class
from numcheck.interval import Interval, difference, quotient
from numcheck.model import Figure, Reading
from numcheck.rules.sentences import after, between_without_dates, runs, sentence_of

__all__ = ["HUNDRED", "Change", "changes", "relative"]

HUNDRED = Decimal(100)
KINDS = frozenset({"count", "currency", "percent", "measure"})
FROM_THEN_TO = re.compile(r"(?:\s+[a-z][\w'’ -]{0,40}?)?,?\s+to\s+")
TO_THEN_FROM = re.compile(r"(?:\s+[a-z][\w'’ -]{0,40}?)?,?(?:\s+(?:up|down))?\s+from\s+")
FROM, TO = re.compile(r"\bfrom\s+$", re.I), re.compile(r"\bto\s+$", re.I)
# Between the amount and what it leads from or to.
AMOUNT_BEFORE = re.compile(r"(?:\s+[a-z][\w'’ -]{0,25}?)?,?\s+\(?(?:from|to)\s+")
AMOUNT_AFTER = re.compile(
    r"(?:\s+[a-z][\w'’ -]{0,25}?)?(?:,|\s[–—-])\s+(?:an?|the)\s+(?:\w+\s)?(?P<noun>rise|increase|gain|jump|"
    r"surge|growth|fall|drop|decline|decrease|loss|cut|reduction|slump|plunge|change|difference)\s+of\s+"
)
# The amount with its noun behind it: "a 98 percent decrease".
AMOUNT_FIRST = re.compile(r"(?:\s+[a-z][\w'’ -]{0,25}?)?(?:,|\s[–—-])\s+(?:an?|the)\s+(?:\w+\s)?")
ITS_NOUN = re.compile(
    r"[\s-](?:point\s)?(rise|increase|gain|jump|surge|fall|drop|decline|decrease|loss|cut|reduction|slump|plunge)\b"
)
# A rank that falls from 10 to 12 has the larger number, and a range goes no way.
RANKS = re.compile(
    r"\b(?:rank\w*|places?|position|seed\w*|world number|No\.|handicap|table|league|ranging|range[sd]?|vary|"
    r"varied|anywhere|aged|ages|grade|scale|score|rating)\b"
)
CLAUSES = frozenset("while and but as when whereas although though because which who".split())
MULTIPLIES = re.compile(r"\b(?:doubl|tripl|trebl|quadrupl|halv)ed$", re.I)
ADVERBS = frozenset(["by", "up", "down"])
FAR = 70
# Words before the values among which the verb stands, and those that make it another thing's.
NEAR = 7
TURNS = frozenset("no not than faster slower less if unless would".split())
WORD = re.compile(r"[A-Za-z]+")


class Change(NamedTuple):
    """What a value was and became; ``way`` is "rise", "fall" or empty, ``amount`` the figure that says by how
    much, or None."""

    old: Figure
    new: Figure
    way: str
    amount: Figure | None


def changes(reading: Reading) -> Iterator[Change]:
    """The changes of an article in which both values are told, in one unit."""
    text = reading.article.text
    for first, second in runs(reading, 2, with_dates=False):
        is_pair = first.kind == second.kind and first.kind in KINDS and first.unit == second.unit
        if not is_pair or first.value is None or second.value is None or not _are_at_one_rate(first, second):
            continue
        lead = text[max(first.sentence_start, first.start - FAR) : first.start]
        gap = between_without_dates(reading, first, second)
        if _begins_another(gap):
            continue
        if FROM.search(lead) and FROM_THEN_TO.fullmatch(gap):
            old, new = first, second
        elif TO.search(lead) and TO_THEN_FROM.fullmatch(gap):
            old, new = second, first
        else:
            continue
        if not RANKS.search(sentence_of(reading, first)):
            amount, way = _amount(reading, first, second)
            yield Change(old, new, way or _way(lead), amount)


def _way(lead: str) -> str:
    """The word of change close before the values, where nothing turns it."""
    for word in reversed(WORD.findall(lead)[-NEAR:]):
        if word.lower() in TURNS:
            return ""
        found = predicate_class(word.lower())
        if found in CHANGES:
            return found
    return ""


def _begins_another(gap: str) -> bool:
    """Whether something else is told between two values: "fell from 20 while profit rose to 30"."""
    words = {word.lower() for word in WORD.findall(gap)}
    return not words.isdisjoint(CLAUSES) or any(predicate_class(word) in CHANGES for word in words)


def _are_at_one_rate(first: Figure, second: Figure) -> bool:
    """ "from $9 to $15 an hour": the rate is told once."""
    return first.per == second.per or not first.per or not second.per


def _amount(reading: Reading, first: Figure, second: Figure) -> tuple[Figure | None, str]:
    """The figure that tells by how much, beside the two, and which way its noun says."""
    own = [
        figure
        for figure in reading.figures
        if figure.sentence_start == first.sentence_start and figure.kind != "date"
    ]
    place = own.index(first)
    if place and _leads_to(reading, own[place - 1], first):
        return own[place - 1], ""
    following = own[place + 2] if place + 2 < len(own) else None
    if following is not None and following.value is not None:
        gap = between_without_dates(reading, second, following)
        match = AMOUNT_AFTER.fullmatch(gap)
        noun = match["noun"] if match else ""
        if not noun and AMOUNT_FIRST.fullmatch(gap):
            behind = ITS_NOUN.match(after(reading, following))
            noun = behind[1] if behind else ""
        if noun:
            way = predicate_class(noun)
            return following, way if way in CHANGES else ""
    return None, ""


def _leads_to(reading: Reading, amount: Figure, first: Figure) -> bool:
    """Whether a figure behind a verb of change is how much it is: "rose [60%] from 20 to 30"."""
    if amount.value is None or not AMOUNT_BEFORE.fullmatch(between_without_dates(reading, amount, first)):
        return False
    if amount.kind == "ratio":
        return MULTIPLIES.search(amount.text) is not None
    lead = reading.article.text[max(amount.sentence_start, amount.start - FAR) : amount.start]
    nearest = [word.lower() for word in WORD.findall(lead)[-2:]]
    return any(predicate_class(word) in CHANGES or word in ADVERBS for word in nearest)


def relative(change: Change) -> Interval | None:
    """By how much a value changed, in percent of what it was; None where it was nothing or less."""
    if change.old.low <= 0 or change.new.low < 0 or change.old.quantity.possible.low <= 0:
        return None
    ratio = quotient(change.new.quantity.possible, change.old.quantity.possible)
    return difference(ratio, Interval(Decimal(1), Decimal(1))).scaled(HUNDRED)
