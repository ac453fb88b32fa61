"""Counts that a text says to be some of another: "15 of them", "of whom 15", "15 of the 40"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from numcheck.model import Figure, Reading
from numcheck.rules.sentences import after, by_sentence, without_dates

__all__ = ["CLAUSE", "parts_of_wholes"]

KINDS = frozenset({"count", "currency", "measure"})
# Before the whole.
WHOLE = re.compile(
    r"(?:(?:^|[.;,\n“\"] ?|\b(?:that|and|but) )(?:of|among|amongst|out of)|\b(?:sample|survey|poll|"
    r"total) of) (?!which|whom)"
    r"(?:(?!and\b|or\b|but\b)[A-Za-z]+(?:['’]s?)? ){0,3}$",
    re.I,
)
WORDS = r"(?: (?!and\b|or\b|but\b|counts\b)[A-Za-z-]+)"
OF = re.compile(
    rf"{WORDS}{{0,4}}? (?:of|out of|among)(?: (?!and\b|or\b|but\b|them\b)[A-Za-z]+(?:['’]s?)?){{0,4}} "
)
# "26 of the 14 lifeboats": one of those that are known.
OF_THOSE = re.compile(r" (?:out )?of (?:the|its|their|his|her|those|these|our|[A-Za-z]+['’]s?)(?: team's)? ")
# Behind the part: it is one of a whole told before.
OF_THEM = re.compile(r"(?: [a-z]+){0,2}? of (?:them|these|those|that|it|whom|which)\b")
OF_THESE = re.compile(r"[.;] (?:Of|Among) (?:these|those|them|whom|which),? $")
OF_WHOM = re.compile(
    r"[^.;:()0-9]{0,50}(?:,|;| \() ?(?:of whom|of which|among them|among whom)(?: about| some| at least)? "
)
NAMES = re.compile(r"[^.;:()0-9]{0,50}, including (?:about |some |at least )?")
OWNED = re.compile(r" [a-z]+['’]")
# A part that is more than so many times its whole is one of something else.
LARGEST_SLIP = 11
CLAUSE = re.compile(r"\b(?:while|whereas|although|though|but|compared|than|unless|if)\b")


def parts_of_wholes(reading: Reading) -> Iterator[tuple[Figure, Figure]]:
    """Each count that a text says to be one of another, with that: "15 of them", "of whom 15", "15 of the
    40"."""
    for figures, own in _passages(reading):
        told = [figure for figure in figures if figure.value is not None and figure.kind in KINDS]
        for one, two in pairwise(told):
            pair = _named_part(reading, one, two)
            if pair is None or two not in own or not _are_of_one_kind(reading, *pair):
                continue
            # "310 children of three schools fell ill. They kept 24 of them": of the larger count.
            ahead = told[: told.index(pair[1])] if pair[1] in told else []
            larger = (figure for figure in ahead if figure.unit == pair[0].unit and figure.low >= pair[0].low)
            if all(figure is pair[0] for figure in larger):
                yield pair


def _passages(reading: Reading) -> Iterator[tuple[Sequence[Figure], Sequence[Figure]]]:
    """The figures of each sentence, with the last three of the one before where that is next to it, and
    alone."""
    groups = by_sentence(reading)
    for place, group in enumerate(groups):
        before = [figure for figure in groups[place - 1] if figure.kind != "date"] if place else []
        is_next = before and reading.article.text[before[0].sentence_end : group[0].sentence_start] in (
            "",
            " ",
        )
        yield ([*before[-3:], *group] if is_next else group), group


def _named_part(reading: Reading, one: Figure, two: Figure) -> tuple[Figure, Figure] | None:
    """Two counts as a part and its whole where a text says so, by "including" as well."""
    gap = without_dates(reading, one.end, two.start)
    if OF_WHOM.fullmatch(gap) or (NAMES.fullmatch(gap) and not two.subject.head):
        return two, one
    if OF_THOSE.fullmatch(gap):
        return one, two
    lead = reading.article.text[: one.start]
    is_other = OF.fullmatch(gap) or CLAUSE.search(gap) or lead.endswith(("total of ", "but "))
    pair = None if is_other else _parts(reading, one, two)
    is_of_them = pair is not None and OF_THEM.match(after(reading, two)) is not None
    text = reading.article.text
    # "the three of them" are all.
    return None if is_of_them and text[: two.start].endswith(("the ", "all ")) else pair


def _parts(reading: Reading, one: Figure, two: Figure) -> tuple[Figure, Figure] | None:
    """Two counts as a part and its whole; None where nothing says so."""
    text = reading.article.text
    gap = without_dates(reading, one.end, two.start)
    if len(gap) > 120 or CLAUSE.search(gap):
        return None
    if OF.fullmatch(gap):
        return one, two
    lead = text[max(one.sentence_start, one.start - 50) : one.start]
    is_first_whole = WHOLE.search(lead) is not None
    if OF_THEM.match(after(reading, two)) or OF_THESE.search(gap):
        return two, one
    is_of_it = not two.subject.head or two.subject.head == one.subject.head
    if is_first_whole and is_of_it and not WHOLE.search(gap):
        return two, one
    return None


def _are_of_one_kind(reading: Reading, part: Figure, whole: Figure) -> bool:
    """Whether a part may be counted as its whole is: in its unit, of no other noun, and nobody else's."""
    if part.kind != whole.kind or part.unit != whole.unit or part.per or whole.per:
        return False
    heads = {part.subject.head, whole.subject.head} - {""}
    is_owned = OWNED.match(reading.article.text, whole.end) is not None
    return len(heads) < 2 and not is_owned and part.low <= whole.low * LARGEST_SLIP
