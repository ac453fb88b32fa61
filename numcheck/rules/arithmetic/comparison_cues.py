"""What the words about three figures say for and against one being told of the two others."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from numcheck.model import Figure, Reading
from numcheck.rules.arithmetic.cues import crossed, word_cues
from numcheck.rules.sentences import before, remembered_of_each, without_dates

__all__ = [
    "OWN_SUBJECT",
    "Candidate",
    "cues_of",
    "explained_by_a_slip",
    "go_from_to",
    "has_other_base",
    "has_own_subject",
    "is_of_another_sentence",
    "is_of_change",
    "is_of_others",
    "is_of_the_larger",
    "is_of_the_rest",
    "may_be_amount",
    "older_of",
    "way_before",
]

HUNDRED = Decimal(100)
WORDS = "comparison"
SAYINGS = frozenset({"percent", "fraction", "ratio"})
# Characters about three figures and about what is told that are read, and between two that are many.
NEAR, LEAD, CLOSE, ADJACENT, FAR = 50, 32, 22, 14, 130
OF = re.compile(r"(?:\s[a-z-]+){0,3}?\s(?:out )?of (?:[A-Za-z]+(?:['’]s?)? ){0,3}[$£€]?$")
OF_ALONE = re.compile(r"\s(?:out )?of (?:(?:the|its|their|his|her|a|total|all|[a-z]+['’]s) )*[$£€]?$")
WHOLE = re.compile(r"(?:^|[.;,\n“\"(] ?)(?:of|among|out of) (?:[A-Za-z]+(?:['’]s?)? ){0,3}[$£€]?$", re.I)
OLD = re.compile(
    r"\b(?:from|than|against|compared (?:with|to)|versus|on|had been|was|were|previous|last year's)"
    r" (?:(?:the|a|about|an|its|their|just|some) )*[$£€]?$"
)
FROM = re.compile(r"\bfrom (?:(?:the|a|about|an|its|their|just|some) )*[$£€]?$")
BECOMES = re.compile(r"\b(?:to|reach\w*|now|hit) (?:(?:the|a|about|just) )*[$£€]?$")
MORE_OR_LESS = {
    ":rise": re.compile(r"\b(?:more|higher|above|over)\b"),
    ":fall": re.compile(r"\b(?:fewer|less|lower|below|under|short|down)\b"),
}
MORE_THAN = re.compile(r"\s+(?:[a-z]+ )?(?:more|less|fewer|(?!oth|und|eith)[a-z]{3,}er) than\b")
REST = re.compile(r"\b(?:leav\w+|left|rest|remain\w*|others?|free|spare|unused|without|not)\b")
OTHER_BASE = re.compile(
    r"\b(?:annuali[sz]ed|a year since|per (?:year|annum)|each year|every year|compound\w*|constant|"
    r"currenc(?:y|ies)|like-for-like|seasonally|adjusted|organic|underlying|excluding|real terms|comparable|"
    r"inflation|by volume|than (?:its|the|their) (?:previous|earlier|initial|original|own) [a-z]+)\b"
)
OF_OTHERS = re.compile(r"\s+of (?:them|these|those|whom|which)(?! ?[,.;)]| (?:were|are|was|had|have|who)\b)")
OF_SOME = re.compile(r"\s+of (?:the )?[a-z]+s\b")
# "71 percent of possession"
OF_A_NAME = re.compile(r"\s+of [A-Z][a-z]+(?:['’]s)?\b")
OF_A_NOUN = re.compile(
    r"\s+of (?!(?:the|its|their|his|her|all|them|these|those|which|whom|what|that|this|our)\b)([a-z]{3,})\b"
)
OF_THE_VOTE = re.compile(r"\s+of (?:the )?(?:popular |national |total )?(?:votes?|ballots?)\b")
VOTES = frozenset({"vote", "ballot", "voter", "elector"})
OF_A_FIGURE = re.compile(r"\s+of (?:(?:the|its|their|those|these|all) )*[$£€]?[0-9]")
GOES_ON = re.compile(
    r"\s*[“\"]?(?:That|This|These|Those|It|They|Of|Among|Compared|Up|Down|In (?:the|[12][0-9]{3})|Last|Only|"
    r"Just|An? (?:year|month|week|decade)|The (?:figure|rise|fall|increase|drop|decline|cut|total|previous|"
    r"year|number|tally|count|rate|share|average)|By|Now|Then|[0-9])\b"
)
# "raised the wage from $8 to $9, same-store sales increased by 8 percent"
OWN_SUBJECT = re.compile(
    r"(?:[^.;,()0-9]{0,30};|,) (?!(?:up|down|an?|or|and|which|it|that)\b)(?:[a-z'’-]+ ){1,4}"
    r"(?:rose|fell|increased|decreased|grew|dropped|jumped|climbed|declined) (?:by )?"
    r"|, (?:and )?(?:cut|reduce|raise|increase|lower|boost|trim|slash)[a-z]{0,3} (?:the|its|their|his|her) "
    r"(?:[a-z-]+ ){1,6}by "
)
ENDS = re.compile(r"[.!?][”\"']?\s+[“\"']?[A-Z]|\n")
SIGNS = (("colon", ":"), ("bracket", "("), ("closed", ")"), ("semicolon", ";"), ("comma", ","))
# Another thing's clause begins: "the 130,000 reported before, and July's gains were revised up by 7,000".
AND_CLAUSE = re.compile(
    r", (?:and|but|while|whereas) (?!(?:it|they|that|this|these|the (?:figure|total|number|rate|price))\b)"
    r"(?:[\w'’-]+ ){2,6}(?:was|were|is|are|has|have|had) (?:[a-z]+ ){0,2}(?:up|down|by)\b"
)
# "179 articles, or 7.4 percent", and not "600 of 1,000, or 60%"
OUT_OF = re.compile(r"\b(?:of|among|from|in|than) (?:[a-z]+ ){0,2}[$£€]?$")
OR = re.compile(r"[^.;:0-9]{0,40}?(?:,? or|\() (?:about |just |only |some )?$")
DASH = re.compile(r"[–—]|\s--?\s")
# Values of which one is so many times the other are seldom of one thing.
FAR_APART = 20
YEARS = (1900, 2035)
AT_HAND = (Decimal("0.75"), Decimal("1.33"))
NOT_FAR = (Decimal("0.5"), Decimal(2))
# By the names of their cues, what a relation makes of two values, and how a figure may stand to it.
VALUES_OF = {"share": ("share",), "change": ("rise", "fall", "change"), "difference": ("difference",)}
EXPLAINS = ("near", "not far from", "slip of")
# Cues that say more together than each by itself.
OF_A_SHARE = frozenset({"near share", "not far from share", "slip of share"})
OF_CHANGE = frozenset({":change", ":noun_of_change", ":by", ":than"})
AHEAD_OF_CHANGE = OF_CHANGE - {":than"}
SLIPS = ("slip of share", "slip of change", "slip of difference")
NEARS = ("near share", "near rise", "near fall", "near difference")
CROSSED = (
    (("0 more told", "long values", "one noun", "noun of one", "no noun", "two nouns", "of one unit"), SLIPS),
    (("0 more told",), (*NEARS, "long values")),
    (
        ("place 1", "place 2", "place 3"),
        ("told:percent", "told:fraction", "told:ratio", "rises", "near share"),
    ),
    (("ahead:change", "behind:change", "lead:change", "ahead:by", "older known"), (*NEARS, *SLIPS)),
    (("of change",), ("older known", "one noun", "no noun", "noun of one", "0 more told", "told:percent")),
    (("from to",), ("of change", "0 more told", "place 1", "place 3", "1/1:short")),
    (("ahead:rate", "behind:of_the", "behind:of", "lead:of"), ("near share", "slip of share")),
)


class Candidate(NamedTuple):
    """Three figures that may be told as one: ``place`` says which of them in the order of the text is
    told, from 0, ``skipped`` how many others stand among them, ``older`` which value was before where
    that is known, and ``is_tied`` whether what is told is attached to a value; ``beside`` are all that
    stand with them."""

    told: Figure
    first: Figure
    second: Figure
    place: int
    skipped: int
    older: Figure | None
    is_tied: bool
    beside: tuple[Figure, ...]


def older_of(reading: Reading, told: Figure, first: Figure, second: Figure) -> Figure | None:
    """Which of two values was before: that after "from" or "than", the one that another is not led to, or the
    larger of two where the words beside what is told say that it fell."""
    old = [figure for figure in (first, second) if OLD.search(_lead(reading, figure))]
    if len(old) == 1:
        return old[0]
    led_to = [figure for figure in (first, second) if BECOMES.search(_lead(reading, figure))]
    if len(led_to) == 1 and not old:
        return second if led_to[0] is first else first
    way = _way_told(_behind(reading, told)) or _way_told(_ahead(reading, told)[-ADJACENT:])
    if not way:
        return None
    small, large = (first, second) if first.low < second.low else (second, first)
    return large if way == ":fall" else small


def go_from_to(reading: Reading, one: Candidate) -> bool:
    """Whether two values are told as "from 20 to 30", which are no part and whole."""
    leads = [_lead(reading, figure) for figure in (one.first, one.second)]
    return any(FROM.search(lead) for lead in leads) and any(BECOMES.search(lead) for lead in leads)


def _lead(reading: Reading, figure: Figure) -> str:
    """The few words before a figure."""
    return reading.article.text[max(figure.sentence_start, figure.start - LEAD) : figure.start]


def way_before(reading: Reading, figure: Figure) -> str:
    """Which way the words before an amount say that a value went, ":rise" or ":fall"; empty where none do."""
    return _way_told(_lead(reading, figure))


def _way_told(text: str) -> str:
    """Which way the words say that a value went; empty where they say none or both."""
    ways = {cue for cue in word_cues(WORDS, "", text) if cue in MORE_OR_LESS}
    ways |= {way for way, words in MORE_OR_LESS.items() if words.search(text)}
    return ways.pop() if len(ways) == 1 else ""


@remembered_of_each
def is_of_change(reading: Reading, told: Figure) -> bool:
    """Whether words of change stand with a figure: "by 4", "a rise of 4", "4 more"."""
    if told.kind == "ratio" or told.quantity.dimension == "points" or told.subject.head == "point":
        return True
    ahead = word_cues(WORDS, "", _ahead(reading, told))
    return not AHEAD_OF_CHANGE.isdisjoint(ahead) or _tells_of_change(_behind(reading, told))


def _tells_of_change(text: str) -> bool:
    """Whether some words tell a change or compare."""
    return not OF_CHANGE.isdisjoint(word_cues(WORDS, "", text))


def is_of_another_sentence(reading: Reading, one: Candidate) -> bool:
    """Whether what is told stands in a sentence of its own that does not go on about the two values:
    "The deficit fell to 1.1 from 1.3. Outlays would rise by 0.5"."""
    starts = {one.first.sentence_start, one.second.sentence_start}
    if one.told.sentence_start in starts or len(starts) > 1:
        return False
    return not GOES_ON.match(reading.article.text, max(one.told.sentence_start, *starts))


def has_own_subject(reading: Reading, one: Candidate) -> bool:
    """Whether what is told is of another thing than the values before it: "from $8 to $9, sales rose 8%"."""
    text, values = reading.article.text, sorted((one.first, one.second), key=lambda figure: figure.start)
    last = values[1]
    if one.told.start > last.end and OWN_SUBJECT.fullmatch(text, last.end, one.told.start):
        return True
    return AND_CLAUSE.search(text, values[0].end, max(one.told.start, values[0].end)) is not None


def is_of_the_larger(reading: Reading, one: Candidate) -> bool:
    """Whether a share is told of the larger of two values that are of two things, and no part of it: "the
    murder of nine people inspired 179 articles, or 7.4 percent"."""
    small, large = sorted((one.first, one.second), key=lambda figure: figure.low)
    if not small.end < large.start < one.told.start:
        return False
    heads = {small.subject.head, large.subject.head}
    text = reading.article.text
    is_told_of_it = OR.fullmatch(text, large.end, one.told.start) is not None
    return (
        is_told_of_it
        and "" not in heads
        and len(heads) == 2
        and not OUT_OF.search(text[small.end : large.start])
    )


@remembered_of_each
def may_be_amount(reading: Reading, figure: Figure) -> bool:
    """Whether a figure says by how much, and is no value: "a rise of 4", and not "rose to 4"."""
    lead = _lead(reading, figure)
    if MORE_THAN.match(reading.article.text, figure.end):
        return True  # "was 1.3 seconds quicker than"
    return is_of_change(reading, figure) and not (OLD.search(lead) or BECOMES.search(lead))


@remembered_of_each
def has_other_base(reading: Reading, told: Figure) -> bool:
    """Whether words say that a change is of another thing than two plain values: "in real terms"."""
    text = reading.article.text
    return OTHER_BASE.search(text, max(told.sentence_start, told.start - NEAR), told.end + NEAR) is not None


def is_of_others(reading: Reading, told: Figure, *values: Figure) -> bool:
    """Whether a share is of what was told before it, or of the votes beside seats: "600 members, 70% of them
    women"."""
    text = reading.article.text
    is_of_votes = OF_THE_VOTE.match(text, told.end) and VOTES.isdisjoint(
        value.subject.head for value in values
    )
    return told.kind != "ratio" and bool(is_of_votes or OF_OTHERS.match(text, told.end))


@remembered_of_each
def is_of_the_rest(reading: Reading, told: Figure) -> bool:
    """Whether a share is that of the others: "leaving a third"."""
    text = reading.article.text
    end = told.end if text.startswith(" of ", told.end) else told.end + CLOSE
    return REST.search(text, max(told.sentence_start, told.start - NEAR), end) is not None


def _ahead(reading: Reading, told: Figure) -> str:
    return reading.article.text[max(told.sentence_start, told.start - CLOSE) : told.start]


def _behind(reading: Reading, told: Figure) -> str:
    return re.split(r"[,.;:()]", reading.article.text[told.end : told.end + CLOSE])[0]


def cues_of(reading: Reading, one: Candidate) -> set[str]:
    """What speaks for and against a figure being told of two values, by the names of the table."""
    cues = {*_cues_of_the_words(reading, one), *_cues_of_the_nouns(one), *_cues_of_the_values(one)}
    if go_from_to(reading, one):
        cues = {cue for cue in cues if cue not in OF_A_SHARE} | {"from to"}
    return cues | crossed(cues, CROSSED)


def _cues_of_the_words(reading: Reading, one: Candidate) -> Iterator[str]:
    text, told = reading.article.text, one.told
    three = sorted((told, one.first, one.second), key=lambda figure: figure.start)
    place = f"{one.place + 1}"
    yield f"place {place}"
    if one.skipped:
        yield "skips one"
    for number, (left, right) in enumerate(pairwise(three), 1):
        yield from _cues_of_a_gap(f"{place}/{number}", without_dates(reading, left.end, right.start))
    for left, right in pairwise(three):
        if left.sentence_start != right.sentence_start:
            yield "goes on" if GOES_ON.match(text, right.sentence_start) else "another subject"
    start = max(three[0].sentence_start, three[0].start - NEAR)
    lead, tail = text[start : three[0].start], text[three[-1].end : three[-1].end + NEAR]
    yield from word_cues(WORDS, "lead", lead)
    if WHOLE.search(before(reading, three[0])):
        yield "lead:whole"
    yield from word_cues(WORDS, "tail", re.split(r"[.;]", tail)[0])
    yield from word_cues(WORDS, "ahead", _ahead(reading, told))
    yield from word_cues(WORDS, "behind", _behind(reading, told))
    yield "older known" if one.older is not None else "older unknown"
    if is_of_change(reading, told):
        yield "of change"
    small, large = sorted((one.first, one.second), key=lambda figure: figure.low)
    if small.end < large.start < told.start and OR.fullmatch(text, large.end, told.start):
        yield "of the whole" if OUT_OF.search(text[small.end : large.start]) else "of the larger"
    own = OF_A_FIGURE.match(text, told.end)
    if own and not any(figure.start < own.end() <= figure.end for figure in (one.first, one.second)):
        yield "own whole"
    if OF_SOME.match(text, told.end):
        yield "of some"
    noun = OF_A_NOUN.match(text, told.end)
    if noun and noun[1] not in (one.first.subject.head, one.second.subject.head):
        yield "of another noun"
    if OF_A_NAME.match(text, told.end):
        yield "of a name"


def _cues_of_a_gap(name: str, gap: str) -> Iterator[str]:
    yield from word_cues(WORDS, name, gap)
    if OF_ALONE.fullmatch(gap):
        yield f"{name}:of alone"
    elif OF.fullmatch(gap):
        yield f"{name}:of"
    yield from (f"{name}:{sign}" for sign, mark in SIGNS if mark in gap)
    if DASH.search(gap):
        yield f"{name}:dash"
    if "\n" in gap:
        yield "paragraph"
    if ENDS.search(gap):
        yield f"{name}:next"
    if len(gap) > NEAR:
        yield f"{name}:long"
    elif len(gap) < 5:
        yield f"{name}:short"
    if len(gap) > FAR:
        yield "far"


def _cues_of_the_nouns(one: Candidate) -> Iterator[str]:
    first, second, told = one.first, one.second, one.told
    heads = [figure.subject.head for figure in (first, second)]
    if all(heads):
        yield "one noun" if heads[0] == heads[1] else "two nouns"
    else:
        yield "noun of one" if any(heads) else "no noun"
    if told.subject.head and told.subject.head in heads:
        yield "told of the noun"
    elif told.kind not in SAYINGS and told.subject.head and any(heads):
        yield "told of another noun"
    classes = {figure.subject.noun_class for figure in (first, second)} - {""}
    if len(classes) > 1:
        yield "two classes"
    yield f"told:{told.kind if told.quantity.dimension != 'points' else 'points'}"
    yield f"values:{first.kind}"
    yield "of one unit" if first.unit == second.unit == told.unit else "of two units"
    if first.per or second.per:
        yield "rate"
    if first.per != second.per:
        yield "one rate"
    if told.per:
        yield "told rate"
    others = sum(figure.kind in SAYINGS and figure is not told for figure in one.beside)
    yield f"{min(others, 2)} more told"
    if any(figure.unit == "" and YEARS[0] <= figure.low <= YEARS[1] for figure in (first, second)):
        yield "year"


def explained_by_a_slip(one: Candidate) -> set[str]:
    """The relations of which a figure is near what the values make, or a slip of the pen away from it: what
    is neither is told of something else."""
    found = set(_cues_of_the_values(one))
    return {
        relation
        for relation, names in VALUES_OF.items()
        if any(f"{how} {name}" in found for how in EXPLAINS for name in names)
    }


def _cues_of_the_values(one: Candidate) -> Iterator[str]:
    small, large = sorted((one.first.low, one.second.low))
    yield "rises" if one.first.low == small else "falls"
    if large > small * FAR_APART:
        yield "far apart"
    if max(_digits(small), _digits(large)) > 2:
        yield "long values"
    share, change = small / large * HUNDRED, (large / small - 1) * HUNDRED
    if one.told.kind in SAYINGS and one.first.kind != "percent":
        said = one.told.low if one.told.kind == "percent" else one.told.low * HUNDRED
        made = {"share": share, "rise": change, "fall": HUNDRED - share}
        slips = {"share": _slips_of_share(said, small, large), "change": _slips_of_change(said, one)}
        if said > HUNDRED:
            yield "above hundred"
    else:
        said = one.told.low * (Decimal("0.01") if one.told.unit == "basis_point" else 1)
        made = {"difference": large - small}
        slips = {"difference": iter([(said, large - small), (small, large - said), (large, small + said)])}
    for name, value in made.items():
        if AT_HAND[0] < value / said < AT_HAND[1]:
            yield f"near {name}"
        elif NOT_FAR[0] < value / said < NOT_FAR[1]:
            yield f"not far from {name}"
    for name, pairs in slips.items():
        if any(_is_a_slip(wrote, meant) for wrote, meant in pairs):
            yield f"slip of {name}"


def _digits(number: Decimal) -> int:
    return len(number.normalize().as_tuple().digits)


def _slips_of_share(said: Decimal, small: Decimal, large: Decimal) -> Iterator[tuple[Decimal, Decimal]]:
    yield said, small / large * HUNDRED
    yield small, large * said / HUNDRED
    yield large, small / said * HUNDRED


def _slips_of_change(said: Decimal, one: Candidate) -> Iterator[tuple[Decimal, Decimal]]:
    for old, new in ((one.first.low, one.second.low), (one.second.low, one.first.low)):
        for sign in (1, -1):
            factor = said / HUNDRED if one.told.kind == "ratio" else 1 + sign * said / HUNDRED
            if factor > 0:
                yield said, abs(new / old - 1) * HUNDRED
                yield new, old * factor
                yield old, new / factor


def _is_a_slip(wrote: Decimal, meant: Decimal) -> bool:
    """Whether one digit, two neighbours exchanged, or a nought makes what was written of what it should have
    been."""
    if meant <= 0 or abs(wrote.adjusted() - meant.adjusted()) > 1:
        return False
    places = max(_digits(wrote), 2)
    one, two = (f"{number.scaleb(-number.adjusted()):.{places - 1}f}" for number in (wrote, meant))
    differing = [place for place in range(len(one)) if one[place : place + 1] != two[place : place + 1]]
    if wrote.adjusted() != meant.adjusted():
        return not differing
    if len(differing) == 2:
        first, second = differing
        return one[first] == two[second] and one[second] == two[first]
    return len(differing) == 1
