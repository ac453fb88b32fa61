"""What the words about a figure and some others say for and against its being their total."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from numcheck.lexicon import table
from numcheck.model import Figure, Reading
from numcheck.rules.arithmetic.cues import crossed, word_cues
from numcheck.rules.arithmetic.slips import is_a_slip, made_by
from numcheck.rules.sentences import after, before, between

__all__ = ["ENDS", "Candidate", "are_opposites", "cues_of", "is_in_unit"]

# Characters about figures and about the whole that are read for cues.
NEAR, CLOSE = 50, 20
ENDS = re.compile(r"[.!?][”\"']?\s+[“\"']?[A-Z]|\n")
OPENERS = (
    ("colon", re.compile(r":")),
    ("dash", re.compile(r"[–—]|\s--?\s|--")),
    ("bracket", re.compile(r"\(")),
    ("semicolon", re.compile(r";")),
    ("comma", re.compile(r",")),
)
CLOSED = re.compile(r"[^.;:()0-9–—]{0,70}(?:[.;)]|\s[–—-]|[–—]|$)")
LAST = re.compile(r"\b(?:and|plus|as well as|joined by|with)\b|&")
OF_THE = re.compile(
    r"(?:^|[.;,\n“\"] ?)(?:of|among|out of)\s"
    r"(?:(?:the|its|their|all|those|these|a total of|[a-z]+['’]s)\s)*$",
    re.I,
)
FRACTION = re.compile(r"\s(?:out )?of (?:(?:the|its|their|his|her|those|some|about|[a-z]+['’]s) )*[$£€]?$")
NESTED = re.compile(r"\b(?:of whom|of which|of them|of these|of those|including|includes)\b")
REST = re.compile(r"\b(?:the|its|their) (?:other|remaining|rest|last|final|balance)\b")
PAIRED = re.compile(r"[()–—:]")
PLACED = re.compile(
    r"(?:\s[a-z-]+){0,3}?\s"
    r"(in|at|from|on|for|to|by|near|with|of|against|under|over|were|are|was|had|have|went)\b"
)
GOES_ON = re.compile(
    r"\s*(?:“|\")?(?:That|This|These|Those|They|It|The|All|Of|Among|Together|In all|In total|Altogether|"
    r"There|Combined|Overall|Between|A|Its|Their)\b"
)
BODIES = frozenset(
    "member senator seat vote mp lawmaker delegate councillor supervisor juror judge deputy minister".split()
)
SAID = re.compile(
    r"[^.;:()0-9]{0,40}?\b(not voting|absent|in favou?r|for|yes|against|no|abstain\w*|back(?:ed|ing)|"
    r"support(?:ed|ing)|oppos(?:ed|ing)|reject\w+)\b"
)
PLAIN_WORDS = re.compile(r"[A-Za-z][a-z-]*")
NEAR_WORDS, FAR = 4, 70
UNITED = frozenset({"measure", "duration"})
# First and last of the years that a bare number may be.
YEARS = (1900, 2035)
# Cues that say more together than each by itself.
SLIPS = ("long slip", "short slip", "no slip")
CROSSED = (
    (
        (
            "all of them",
            "all and",
            "opposites",
            "2 parts",
            "3 parts",
            "4 parts",
            "first of all",
            "last of all",
        ),
        SLIPS,
    ),
    (
        ("all of them", "all and"),
        ("opens:comma", "opens:dash", "opens:colon", "ends:comma", "parallel", "unit"),
    ),
    (("opposites",), ("last:and", "all of them")),
    (("fraction",), ("last:differ", "last:rest", "the rest", "tail:rest", "tail:differ")),
    (
        ("all of them", "one noun", "unit", "about:too many", "about:too few"),
        ("lead:change", "parts:change", "last:change"),
    ),
    (("after:too few", "after:too many"), ("opens:comma", "nested", "all of them", "last:and", "set off")),
)


class Candidate(NamedTuple):
    """A figure and others that may be its parts: ``order`` says whether these stand "after" it, "before"
    it or "about" it; ``beside`` are all the figures that stand with them."""

    whole: Figure
    parts: tuple[Figure, ...]
    order: str
    beside: tuple[Figure, ...]


def is_in_unit(part: Figure, whole: Figure) -> bool:
    """Whether a figure is in the unit of another; "95 minutes: 40 by train" tells it once, and so do "$7.9
    billion, 5.1 billion of it in bonds" and "640 tons, and with another 175 tons it will be 815"."""
    is_sum_of_money = part.mention.low.magnitude > 1 and not part.subject.head
    is_bare = part.kind == "count" and (whole.kind != "currency" or is_sum_of_money)
    is_bare_whole = whole.kind == "count" and not whole.subject.head and part.kind in UNITED
    return part.unit == whole.unit or is_bare or is_bare_whole


def cues_of(reading: Reading, one: Candidate) -> set[str]:
    """What speaks for and against figures being a whole and its parts, by the names of the table."""
    cues = {
        *_cues_of_the_words(reading, one),
        *_cues_of_the_order(reading, one),
        *_cues_of_the_list(reading, one),
        *_cues_of_the_nouns(reading, one),
        *_cues_of_the_values(one),
    }
    return cues | crossed(cues, CROSSED)


def _cues_of_the_words(reading: Reading, one: Candidate) -> Iterator[str]:
    text, (whole, parts, order, _) = reading.article.text, one
    told = sorted((whole, *parts), key=lambda figure: figure.start)
    *first, last = _gaps(reading, one)
    yield from word_cues("sum", "lead", before(reading, told[0])[-NEAR:])
    yield from word_cues("sum", "tail", text[told[-1].end : min(told[-1].end + NEAR, told[-1].sentence_end)])
    for gap in first:
        yield from word_cues("sum", "parts", gap)
    yield from word_cues("sum", "last", last[-NEAR:])
    if order != "about":
        edge = _edge(reading, one)
        yield from word_cues("sum", order, edge[-NEAR:] if order == "before" else edge[:NEAR])
    yield from word_cues("sum", "whole", before(reading, whole)[-CLOSE:])
    yield from word_cues("sum", "behind", after(reading, whole)[:CLOSE])


def _gaps(reading: Reading, one: Candidate) -> list[str]:
    """What stands between the parts, and where the whole is among them, between it and them."""
    told = sorted((one.whole, *one.parts), key=lambda figure: figure.start)
    return [between(reading, *pair) for pair in pairwise(told if one.order == "about" else one.parts)]


def _edge(reading: Reading, one: Candidate) -> str:
    """What stands between the whole and the parts."""
    pair = (one.whole, one.parts[0]) if one.order == "after" else (one.parts[-1], one.whole)
    return between(reading, *pair)


def _cues_of_the_order(reading: Reading, one: Candidate) -> Iterator[str]:
    """How the whole leads to its parts, or they to it."""
    text, (whole, parts, order, _) = reading.article.text, one
    edge, gaps = _edge(reading, one), _gaps(reading, one)
    yield order
    is_next = whole.sentence_start != parts[0 if order == "after" else -1].sentence_start
    opener = next((name for name, pattern in OPENERS if pattern.search(edge)), "plain")
    ends_with_and = LAST.search(gaps[-1]) is not None
    if order == "after":
        yield f"opens:{'next' if is_next else opener}"
        if OF_THE.search(before(reading, whole)):
            yield "of the whole"
        is_closed = CLOSED.match(text[parts[-1].end : parts[-1].end + FAR + 2]) is not None
        if is_closed and ends_with_and:
            yield "closed list"
            if opener in ("colon", "dash", "bracket"):
                yield "set off"
    elif order == "before":
        yield f"ends:{'next' if is_next else opener}"
    elif any(ENDS.search(gap) for gap in gaps):
        yield "about:next"
    if any("\n" in gap for gap in (*gaps, edge)):
        yield "paragraph"
    if is_next:
        sentence = parts[0].sentence_start if order == "after" else whole.sentence_start
        yield f"{order}:{'goes on' if GOES_ON.match(text, sentence) else 'does not go on'}"
    if len(edge) > NEAR + 10:
        yield f"{order}:long"


def _cues_of_the_list(reading: Reading, one: Candidate) -> Iterator[str]:
    """How the parts are joined, and whether they are all that stand there."""
    text, (whole, parts, order, beside) = reading.article.text, one
    edge, gaps = _edge(reading, one), _gaps(reading, one)
    told = sorted((whole, *parts), key=lambda figure: figure.start)
    ends_with_and = LAST.search(gaps[-1]) is not None
    if ends_with_and:
        yield f"{order}:and"
    if any(PAIRED.search(gap) for gap in gaps):
        yield f"{order}:paired signs"
    nested = sum(NESTED.search(gap) is not None for gap in (edge, *gaps))
    if nested:
        yield "nested" if nested == 1 else "nested twice"
    if any(FRACTION.search(gap) for gap in (*gaps, edge)):
        yield "fraction"
    if told[-1] is not whole and REST.search(gaps[-1]):
        yield "the rest"
    same = [figure for figure in beside if is_in_unit(figure, whole)]
    if len(same) == len(parts) + 1:
        yield "all of them"
        if ends_with_and:
            yield "all and"
    if sum(told[0].start < figure.start <= told[-1].start for figure in same) > len(parts):
        yield "leaves one out"
    ends = (("first", same[0]), ("last", same[-1]))
    yield from (f"{name} of all" for name, figure in ends if figure is whole)
    signs = (text[place - 1 : place] for part in parts for place in (part.start, part.end + 1))
    if "-" in signs:
        yield "hyphen"
    yield f"{min(len(parts), 4)} parts"
    yield from _cues_of_what_follows(reading, one)


def _cues_of_what_follows(reading: Reading, one: Candidate) -> Iterator[str]:
    """Whether the parts are told alike, and the whole as they are: "seven were black, five were"."""
    placed = [match[1] if (match := PLACED.match(after(reading, part))) else "" for part in one.parts]
    if placed[0] and len(set(placed)) == 1:
        yield "parallel"
        if (match := PLACED.match(after(reading, one.whole))) and match[1] == placed[0]:
            yield "whole placed alike"
    whole, *parts = (after(reading, figure).split(maxsplit=1)[:1] for figure in (one.whole, *one.parts))
    if whole and whole == parts[-1] and one.order != "about":
        yield "whole told alike"
    if parts[0] and parts[0][0].isalpha() and all(word == parts[0] for word in parts[1:]):
        yield "same word after parts"
    if any(figure.per for figure in (one.whole, *one.parts)):
        yield "rate"


def _cues_of_the_nouns(reading: Reading, one: Candidate) -> Iterator[str]:
    whole, parts = one.whole, one.parts
    heads = [part.subject.head for part in parts]
    named = {head for head in heads if head}
    if are_opposites(reading, parts):
        yield "opposites"
    elif named & _overlapping():
        yield "overlapping"
    if len({_vote(reading, part) for part in parts} - {""}) == len(parts):
        yield "votes"
    if whole.subject.head in BODIES:
        yield "body"
    if whole.subject.head and whole.subject.head in named:
        yield "whole's noun"
    if len(named) > 1:
        yield "several nouns"
    if len(named) == 1:
        yield "one noun" if all(heads) else "one noun, told once"
    classes = {figure.subject.noun_class for figure in (whole, *parts)} - {""}
    if len(classes) > 1:
        yield "several classes"
    elif classes and whole.subject.noun_class and len(named - {whole.subject.head}) > 0:
        yield "one class"
    if any(figure.unit == "" and YEARS[0] <= figure.low <= YEARS[1] for figure in (whole, *parts)):
        yield "year"
    if whole.unit:
        yield "unit"
    if any(part.unit != whole.unit for part in parts):
        yield "unit told once" if whole.unit else "unit of the parts"


def _cues_of_the_values(one: Candidate) -> Iterator[str]:
    whole, parts = one.whole, one.parts
    made = made_by(parts)
    size = "long" if max(_digits(whole.low), _digits(made)) > 2 else "short"
    slip = f"{size} slip" if is_a_slip(whole, parts) else "no slip"
    yield slip
    yield f"{one.order}:{slip}"
    if not whole.low <= made * 2 <= whole.low * 4:
        yield "of another size"
    yield f"{one.order}:{'too many' if made > whole.low else 'too few'}"
    if any(part.low == 1 for part in parts):
        yield "one"
    if any(part.low >= whole.low for part in parts):
        yield "no smaller"


def _digits(number: Decimal) -> int:
    """How many digits of a number say something: two of 45,000."""
    return len(number.normalize().as_tuple().digits)


@cache
def _overlapping() -> frozenset[str]:
    return frozenset(table("kinds")["overlapping"])


def _vote(reading: Reading, part: Figure) -> str:
    match = SAID.match(reading.article.text, part.end)
    return match[1][:4].lower() if match else ""


def _words_with(
    reading: Reading, figure: Figure, previous: Figure | None, following: Figure | None
) -> set[str]:
    """The words that stand with a part: of its own clause before it, and those after it as far as the
    next."""
    text = reading.article.text
    end = following.start if following is not None else figure.end + FAR
    behind = re.split(r"[.;()]", text[figure.end : end])[0]
    lead = text[previous.end : figure.start] if previous is not None else before(reading, figure)
    ahead = re.split(r"[.;(),0-9]|\band\b", lead)[-1]
    words = [word.lower() for word in PLAIN_WORDS.findall(behind)][: NEAR_WORDS * 2]
    words += [word.lower() for word in PLAIN_WORDS.findall(ahead)][-NEAR_WORDS:]
    return {*words, *(word.rstrip("s") for word in words), figure.subject.head}


@cache
def _opposites() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(row) for row in table("kinds")["opposites"])


def are_opposites(reading: Reading, parts: Sequence[Figure]) -> bool:
    """Whether each part is of another one of a set that leaves no third: men and women, home and away."""
    told = [
        _words_with(reading, part, previous, following)
        for previous, part, following in zip([None, *parts[:-1]], parts, [*parts[1:], None], strict=True)
    ]
    for row in _opposites():
        mine = [words & row for words in told]
        if all(len(found) >= 1 for found in mine) and len(set.union(*mine)) >= len(parts):
            return True
    return False
