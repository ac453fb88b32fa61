"""The changes that a text tells: from what, to what, which way, and by how much.

"Rose 60% from 20 to 30", "fell to 12 from 10", "climbed from 40 to 58, up 45 per cent", "60 per cent more
than the 4,500 of November", "It was 25,000 in 2010 and is now 21,000. That is a decline of 16 percent."
Which of two values is the older is told by the words before and after it; a third figure is the amount
where a word of change stands with it. Three rules check them: the way, the amount, and whether percent or
points are meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from numcheck.extract.words import CHANGES, predicate_class
from numcheck.interval import Interval, difference, quotient
from numcheck.lexicon import table
from numcheck.model import Figure, Reading
from numcheck.rules.arithmetic.comparison_cues import OWN_SUBJECT
from numcheck.rules.precision import told_together
from numcheck.rules.sentences import before, remembered, with_next, without_dates

__all__ = ["HUNDRED", "OF_A_POINT", "Change", "changes", "relative"]

HUNDRED = Decimal(100)
KINDS = frozenset({"count", "currency", "percent", "measure", "duration"})
ARTICLES = (
    r"(?:(?:the|its|his|her|their|a|an|some|last|this|previous|year's|month's|week's|quarter's|season's) )*"
)
# Without one of these nothing is told to have been.
CUES = re.compile(
    r"\b(?:from|against|compared|than|on (?:the|last)|above|below|over|versus|been|previous|prior|at|ago|"
    r"earlier|before|last|now|was|were|had|In)\b"
)
# Before a value that was: "from 20", "compared with 40", "than the 50", "on last year's 20".
OLD = re.compile(
    rf"(?:\bfrom|\bagainst|\bcompared (?:with|to)|\bthan|\bup on|\bdown on|\bon the|\bon last (?:year|"
    rf"month|season)'s|"
    rf"\b(?:above|below|over) the|\b(?:increase|rise|improvement|drop|gain|fall) (?:on|over)|\bversus|"
    rf"\bhad been|"
    rf"\bpreviously|\bthe (?:previous|prior) (?:year|month|quarter)'s(?: [a-z]+)? was|"
    rf"\b(?:stood|was|closed|standing|closing|opened|opening) at|\b(?:when|where) (?:it|they|there) (?:was|"
    rf"were|had|"
    rf"averaged|stood at|totalled|numbered|came to|had been)|\bwhen the [a-z]+ had|\btotal of) {ARTICLES}$",
    re.I,
)
STARTS_OLD = re.compile(
    r"\b[Aa] (?:year|month|week|decade) (?:ago|earlier|before),?[^.;,]{0,40}$|"
    r"(?:^|[.;,] )In \d{4}[^.;,]{0,40}$"
)
# After it: "40 a year earlier", "31 at the last election".
WAS = re.compile(
    r"[^.;,()0-9]{0,45}?\b(?:a (?:year|month|week|decade) (?:ago|earlier|before)|(?:the )?(?:year|month|"
    r"week|day) before|"
    r"last (?:year|month|week|season|spring|autumn)|"
    r"the (?:previous|prior) (?:year|month|week|quarter|season))\b"
)
NOW = re.compile(
    r"\b(?:is|are|has|have|stands? at|stood at|it is|they are)? ?now [a-z ]{0,25}$|\bby last [a-z ]{0,30}$"
)
# "rose to 12 to the dollar", "6 metres below": a larger number is no more.
DOWNWARD = re.compile(
    r"\s*(?:to the (?:dollar|euro|pound|yen)|(?:metres|meters|feet)? ?(?:below|under(?:water|ground| par)|"
    r"deep|behind|adrift|"
    r"short|away|overdrawn|down|up|ahead)\b(?! (?:on|from|by)))"
)
# A rank that falls from 10 to 12 has the larger number, and a range goes no way.
RANKS = re.compile(
    r"\b(?:rank\w*|places?|position|seed\w*|world number|No\.|handicap|table|league|ranging|range[sd]?|vary|"
    r"varied|anywhere|aged|ages|grade|scale|score|rating|rated|temperatures?|minus)\b"
)
# What makes an amount another one than that between the two values.
OTHER_BASE = re.compile(
    r"\b(?:a (?:year|month|quarter) (?:between|for|since|over)|annually|annuali[sz]ed|per (?:year|annum)|"
    r"each year|"
    r"every year|compound\w*|constant|currenc(?:y|ies)|like-for-like|adjusted|organic|underlying|excluding|"
    r"real terms|comparable|on average|inflation-adjusted|overnight|in volume|by volume)\b"
)
# Words that begin another clause with values of its own.
CLAUSES = frozenset("while and but as whereas although though because which who if unless that when".split())
# Between a word of change and the values these lead to another thing.
AWAY = frozenset("with for among in".split())
TURNS = frozenset("no not if unless would could should without".split())
WORD = re.compile(r"[A-Za-z][A-Za-z'’-]*")
OWN_OBJECT = re.compile(r" (?:the|its|his|her|their|an?) ")
# "up from 20" goes up, and what is "made up of" something does not.
ADVERBS = frozenset({"up", "down"})
COMPARATIVES = frozenset("more fewer less higher lower larger smaller bigger above below".split())
SEASON = re.compile(r"\b(?:last|this|next|the|each|every|of) fall\b|\bfall of\b", re.I)
# How two sentences tell one change.
GOES_ON = re.compile(
    r"\s*(?:That|This|It) (?:is|was|represents|represented|makes|means|meant|called)\b|"
    r"\s*A (?:year|month|week) (?:ago|earlier)\b|\s*The (?:previous|year|figure|figures)\b|"
    r"\s*(?:That|This|The) (?=[0-9]|$)"
)
BY = re.compile(
    r"(?<!making )(?<!make )(?<!makes )(?<!made )\b(?:by|up|down|adding|added|gained|lost|shed) (?:an? |"
    r"some )?$",
    re.I,
)
# "from 384 million to 480 million, or 25 percent"
BARE = re.compile(r"[,.;]| (?:since|in|over|to|from|during|after|on)\b")
OR_SO = re.compile(r",? or (?:about |nearly )?$")
# What a gap may hold that begins no clause: "since 2015, when the school had", "than last winter, when they
# averaged".
NO_CLAUSE = re.compile(
    r",? when (?:it|they|the [a-z]+) (?:was|were|had|averaged|stood at|totalled|numbered)\b|"
    r"\bthan last [a-z]+\b"
)
# "fell [300 points] to 970": how much, and then what it became.
LEADS_ON = re.compile(r"(?: [a-z]+)?,? (?:to|from) (?:about )?[$£€]?[0-9]")
# "210 of the 700": a part and its whole; "60 seats of 100, nine more than the 51".
PART_OF = re.compile(r" (?:out )?of (?:[a-z]+ ){0,2}[$£€]?[0-9]")
SEATS_OF = re.compile(r"[0-9] (?:[a-z]+ )?(?:out )?of $")
# "than the 3,000 of last year": of the same, whatever noun follows.
SAME = re.compile(r"\b(?:than|on|over) (?:the|last year's|its) $")
OF = re.compile(r"\b(?P<noun>[a-z]+) of (?:an? |some |just |only )?$", re.I)
ITS_NOUN = re.compile(r"(?:-|\s)(?:percentage |per cent )?(?:points? )?(?P<noun>[a-z]+)\b")
# "a quarter point", "half of a point": no share.
OF_A_POINT = re.compile(r"[ -](?:of )?(?:a )?(?:percentage )?points?\b")
LONGEST_GAP, FAR, NEAR, NEAR_BEHIND = 90, 80, 6, 30
# Most that a value can be of the other where a slip made it so.
LARGEST = 100
# Between two values of which the second was before, and of which the first was.
FROM_TO = {
    False: re.compile(
        r"(?:[^;:()]{0,40}?,)?(?: [a-z][\w'’ -]{0,40}?)?,?(?: (?:up|down))? from (?:the |about |its )?"
    ),
    True: re.compile(r"(?: [a-z][\w'’ -]{0,40}?)?,? to (?:the |about |some )?"),
}
COMPARED = re.compile(
    r"[^;:()]{0,60}?,? (?:more|fewer|less|higher|lower|larger|smaller|up|down|an? (?:increase|rise|fall|"
    r"drop|improvement)) "
    r"(?:than|on) (?:the |last year's |its )?"
)


class Change(NamedTuple):
    """What a value was and became; ``way`` is "rise", "fall" or empty, ``amount`` the figure that says by how
    much, or None."""

    old: Figure
    new: Figure
    way: str
    amount: Figure | None


@cache
def _words(row: str) -> frozenset[str]:
    return frozenset(table("changes")[row])


@cache
def _way_of(word: str) -> str:
    """Which way a word says that a value went; empty where it says none."""
    found = predicate_class(word)
    if found in CHANGES:
        return found
    return next((way for way in sorted(CHANGES) if word in _words(way)), "")


@remembered
def changes(reading: Reading) -> Iterator[Change]:
    """The changes of an article in which both values are told, in one unit."""
    for own, following in with_next(reading, GOES_ON):
        figures = own + following
        told = [figure for figure in figures if figure.kind != "date" and figure.value is not None]
        if len(told) < 2 or not CUES.search(
            reading.article.text, figures[0].sentence_start, figures[-1].end + FAR
        ):
            continue
        amounts = {figure.start: way for figure in told if (way := _as_amount(reading, figure)) is not None}
        yield from _in(reading, told, amounts)


def _in(reading: Reading, told: Sequence[Figure], amounts: dict[int, str]) -> Iterator[Change]:
    values = [figure for figure in told if figure.start not in amounts and figure.kind in KINDS]
    for first, second in pairwise(values):
        if not _are_in_one_unit(first, second) or not _are_at_one_rate(first, second):
            continue
        order = _order(reading, first, second)
        if order is None:
            continue
        amount = _amount(reading, told, amounts, first, second)
        lead = before(reading, first)
        gap = GOES_ON.sub(" ", without_dates(reading, first.end, second.start))
        behind = reading.article.text[second.end : min(second.end + NEAR_BEHIND, second.sentence_end)]
        if not _is_one_clause(gap) or RANKS.search(lead + gap + behind):
            continue
        if any(DOWNWARD.match(reading.article.text, figure.end) for figure in (first, second)):
            continue
        if not _are_of_one_thing(reading, first, second):
            continue
        if amount is not None and OTHER_BASE.search(_around(reading, amount, first, second)):
            amount = None
        yield Change(*order, _way(reading, *order), amount)


def _are_of_one_thing(reading: Reading, first: Figure, second: Figure) -> bool:
    """Whether two values may be of one thing: no two nouns, no signs before them ("R+5"), and of one size."""
    heads = {first.subject.head, second.subject.head} - {""} - _words("nouns")
    text = reading.article.text
    if PART_OF.match(text, first.end) or SEATS_OF.search(text[: first.start][-FAR:]):
        return False
    if first.unit == "" and len(heads) > 1 and not SAME.search(text[first.end : second.start]):
        return False
    if any(
        text[figure.start - 1 : figure.start] in ("+", "-", "–", "−") or figure.low <= 0
        for figure in (first, second)
    ):
        return False
    return first.low <= second.low * LARGEST and second.low <= first.low * LARGEST


def _order(reading: Reading, first: Figure, second: Figure) -> tuple[Figure, Figure] | None:
    """The two values as what was and what became; None where nothing tells."""
    is_old = [_is_old(reading, figure) for figure in (first, second)]
    if is_old[0] and is_old[1]:
        is_old = [OLD.search(before(reading, figure)) is not None for figure in (first, second)]
    if not any(is_old) and NOW.search(before(reading, second)) and not NOW.search(before(reading, first)):
        is_old = [True, False]
    if is_old[0] == is_old[1]:
        return None
    old, new = (first, second) if is_old[0] else (second, first)
    if old is first:
        lead = before(reading, second)
        is_told = (
            re.search(r"\bto (?:about |some )?$", lead)
            or NOW.search(lead)
            or STARTS_OLD.search(before(reading, first))
        )
        return (old, new) if is_told else None
    return old, new


def _is_old(reading: Reading, figure: Figure) -> bool:
    lead = before(reading, figure)
    if OLD.search(lead) or STARTS_OLD.search(lead):
        return not NOW.search(lead)
    return WAS.match(reading.article.text, figure.end) is not None and not re.search(r"\bto $", lead)


def _around(reading: Reading, amount: Figure, first: Figure, second: Figure) -> str:
    start, end = min(amount.start, first.start), max(amount.end, second.end)
    return reading.article.text[max(amount.sentence_start, start - NEAR) : end]


def _is_one_clause(gap: str) -> bool:
    """Whether two values are told in one breath: not "fell from 20 while profit rose to 30"."""
    gap = NO_CLAUSE.sub("", gap).replace("(from", "from")
    gap = " " if gap == " (" else gap
    if len(gap) > LONGEST_GAP or re.search(r"[:()]", gap):
        return False
    words = [word.lower() for word in WORD.findall(gap)]
    ways = {way for word in words if (way := _way_of(word))}
    return CLAUSES.isdisjoint(words) and len(ways) <= 1


def _way(reading: Reading, old: Figure, new: Figure) -> str:
    """The way that is told of two values: by the nearest verb before them, by "up from", by "more than
    the"; empty where nothing does, where words disagree or where something turns them."""
    first, second = sorted((old, new), key=lambda figure: figure.start)
    gap = SEASON.sub("", without_dates(reading, first.end, second.start))
    between = [word.lower() for word in WORD.findall(gap)]
    ways = {way for word in between if (way := _way_of(word))}
    clause = re.split(r"[;:(—]|, (?=[a-z]+ing\b)", SEASON.sub("", before(reading, first)))[-1]
    own: list[str] = []
    words = [word.lower() for word in WORD.findall(clause)]
    last = next((word for word in reversed(words) if word not in ("from", "to", "at")), "")
    for word in reversed(words):
        if word.startswith("improv"):
            break  # a time that improves is shorter, a mark higher
        if (way := _way_of(word)) and word not in COMPARATIVES and (word not in ADVERBS or word == last):
            own.append(way)
            break
        if word in AWAY or word in CLAUSES or word in TURNS:
            break
    is_compared = second is old and COMPARED.fullmatch(gap) is not None
    is_from_to = FROM_TO[old is first].fullmatch(gap) is not None
    if not (is_compared or is_from_to) or not TURNS.isdisjoint(between):
        return ""
    told = ways if is_compared else {*own, *ways}
    return told.pop() if len(told) == 1 else ""


def _are_in_one_unit(first: Figure, second: Figure) -> bool:
    """ "from 80 days to 104": a bare number is in the unit of the one before."""
    if first.kind == second.kind and first.unit == second.unit:
        return True
    is_bare = second.kind == "count" and not second.subject.noun
    return is_bare and first.kind in ("measure", "duration") and first.unit != ""


def _are_at_one_rate(first: Figure, second: Figure) -> bool:
    """ "from $9 to $15 an hour": the rate is told once."""
    return first.per == second.per or not first.per or not second.per


def _as_amount(reading: Reading, figure: Figure) -> str | None:
    """Which way a figure says that a value went, where it tells by how much; None where it tells no
    change."""
    if figure.kind == "fraction" and OF_A_POINT.match(reading.article.text, figure.end):
        return None
    if figure.kind == "ratio":
        word = WORD.findall(figure.text)
        return (_way_of(word[-1].lower()) or "rise") if word else None
    lead, text = before(reading, figure), reading.article.text
    if re.search(r"\b(?:to|from|at|than|against|with) (?:the )?$", lead):
        return None
    if OR_SO.search(lead) and (figure.unit == "percent" or lead.endswith(", or ")):
        return ""
    behind = ITS_NOUN.match(text, figure.end)
    if behind and (behind["noun"] in _words("nouns") or behind["noun"] in _words("comparatives")):
        return _way_of(behind["noun"])
    noun = OF.search(lead)
    if noun and noun["noun"].lower() in _words("nouns"):
        return _way_of(noun["noun"].lower())
    words = [word.lower() for word in WORD.findall(lead)[-2:]]
    if BY.search(lead):
        return next((way for word in reversed(words) if (way := _way_of(word))), "")
    if words and _way_of(words[-1]) and words[-1] not in COMPARATIVES and LEADS_ON.match(text, figure.end):
        return _way_of(words[-1])
    is_relative = figure.unit == "percent" or figure.kind == "fraction"
    if (
        is_relative
        and words
        and (way := _way_of(words[-1]))
        and words[-1] not in ("more", "less", "above", "below")
    ):
        return way
    return None


def _amount(
    reading: Reading, told: Sequence[Figure], amounts: dict[int, str], first: Figure, second: Figure
) -> Figure | None:
    """The amount beside two values, in the same clause: between them, before them or behind."""
    own = [
        figure
        for figure in told
        if figure.start in amounts
        and _is_of_it(reading, figure, first)
        and not _is_a_second_value(reading, told, amounts, figure)
    ]
    for amount in own:
        if first.end <= amount.start < second.start:
            return amount
    ahead = [figure for figure in own if figure.end <= first.start]
    behind = [figure for figure in own if second.end <= figure.start]
    if len(ahead) == 1 and _is_next(told, ahead[0], first):
        gap = without_dates(reading, ahead[0].end, first.start)
        if _is_joined(gap, amounts[ahead[0].start]):
            return ahead[0]
    if len(ahead) > 1 and OR_SO.search(reading.article.text[ahead[-2].end : ahead[-1].start]):
        # "by 6 percent, or $0.75 an hour, to $13.25 from $12.50"
        gap = without_dates(reading, ahead[-1].end, first.start)
        return ahead[-1] if _is_joined(gap, amounts[ahead[-1].start]) else None
    if behind and _is_next(told, second, behind[0]):
        gap = GOES_ON.sub(" ", without_dates(reading, second.end, behind[0].start))
        if re.search(r"\bwith (?!a )", gap) or OWN_SUBJECT.fullmatch(gap):
            return None  # "to 4 percent from 4.6, with food up 7 percent"
        has_object = behind[0].kind == "ratio" and OWN_OBJECT.match(reading.article.text, behind[0].end)
        early = [word for word in WORD.findall(gap)[:-3] if _way_of(word.lower())]
        if not has_object and not early and _is_one_clause(gap):
            return behind[0]
    return None


def _is_a_second_value(
    reading: Reading, told: Sequence[Figure], amounts: dict[int, str], figure: Figure
) -> bool:
    """ "net income of $2 billion, or $1.07 a share": no amount, because what it follows is none."""
    place = told.index(figure)
    is_or = figure.unit != "percent" and OR_SO.search(before(reading, figure)) is not None
    return is_or and (place == 0 or told[place - 1].start not in amounts)


def _is_next(told: Sequence[Figure], first: Figure, second: Figure) -> bool:
    """Whether no other figure stands between two."""
    return not any(
        first.end <= figure.start < second.start and figure.kind in (first.kind, second.kind)
        for figure in told
    )


def _is_of_it(reading: Reading, amount: Figure, value: Figure) -> bool:
    """Whether a figure may be by how much a value changed: relative, in points, or in the value's unit."""
    if amount.unit == "percent" or amount.kind in ("fraction", "ratio"):
        return True
    is_in_its_unit = amount.unit == value.unit and amount.kind == value.kind
    is_bare = BARE.match(reading.article.text, amount.end) and BY.search(before(reading, amount))
    heads = {amount.subject.head, value.subject.head} - {"", "point"} - _words("nouns")
    heads = set() if is_bare else heads
    is_in_points = amount.quantity.dimension == "points" or amount.subject.head == "point"
    if reading.article.text.startswith("-point", amount.end):
        return value.unit == "percent"
    return (is_in_its_unit and len(heads) < 2) or (value.unit == "percent" and is_in_points)


def _is_joined(gap: str, way: str) -> bool:
    """Whether what stands between an amount and the values leaves it theirs."""
    gap = NO_CLAUSE.sub("", SEASON.sub("", gap))
    if len(gap) > LONGEST_GAP or re.search(r"[;:()]", gap):
        return False
    words = [word.lower() for word in WORD.findall(gap)]
    # "lost 12%, sinking from 75 to 60" goes on; "up 40 per cent this year, rose from 480 to 492" does not.
    ways = {told if word.endswith("ing") else "other" for word in words if (told := _way_of(word))}
    return CLAUSES.isdisjoint(words) and ways <= {way}


def relative(change: Change) -> Interval | None:
    """By how much a value changed, in percent of what it was; None where it was nothing or less."""
    if change.old.low <= 0 or change.new.low < 0:
        return None
    old, new = told_together((change.old, change.new))
    if old.low <= 0:
        return None
    ratio = quotient(new, old)
    return difference(ratio, Interval(Decimal(1), Decimal(1))).scaled(HUNDRED)
