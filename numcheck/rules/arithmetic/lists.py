"""Totals with the list of their parts, told by punctuation alone.

"The 24 members – 14 Labour, six Tory and four Liberal – voted", "In all 45 were hurt, 20 in Orlesk, 15 in
Tavna and ten in Brenik", "$200 to the church and $300 to the school, $500 in all". What words announce
("made up of") is a relation of the figures; these are told by a pair of dashes or brackets, by places, or
by an "in all" behind.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from numcheck.model import Figure, Reading
from numcheck.rules.sentences import after, before, between

__all__ = ["lists"]

KINDS = frozenset({"count", "currency"})
FEWEST = 2
OPENS = re.compile(r"[^.;:,()0-9–—]{0,30}(?:\s\(|\s[–—-]\s|[–—])")
CLOSES = re.compile(r"[^.;:,()0-9–—]{0,30}(?:\)|\s[–—-]\s|[–—])")
NEXT = re.compile(r"[^.;:()0-9–—]{1,35}?(?:,|,? and|,? or)\s+")
LAST = re.compile(r"[^.;:()0-9–—]{1,35}?,? and\s+")
# A total that says that it is one, and parts by place.
IN_ALL = re.compile(r"(?:^|[.;:]\s*|\n)(?:in all|in total|altogether|a total of|overall),?\s*$", re.I)
THEN_PLACES = re.compile(r"[^.;:()0-9]{0,40},\s+")
PLACE = re.compile(r"\s(?:in|at|from|on|near)\s(?:the\s)?[A-Z]")
# Two kinds of which everybody is one, and what is counted then.
HALVES = frozenset(
    map(frozenset, (("man", "woman"), ("girl", "boy"), ("son", "daughter"), ("male", "female")))
)
WHOLES = frozenset({"person", "child", "prisoner", "worker", "spectator"})
# "$600 in all" behind its parts.
BEHIND = re.compile(r"\s+(?:in all|in total|altogether|all told)\b")
COMMA = re.compile(r"[^.;:()0-9]{1,45}?,\s+(?:or\s+)?(?:a total of\s+)?")
JOIN = re.compile(r"[^.;:()0-9]{1,45}?(?:,|,? and|,? plus)\s+")


def lists(reading: Reading) -> Iterator[tuple[Figure, list[Figure]]]:
    """Each total with all of its parts."""
    for _, group in groupby(reading.figures, key=lambda figure: figure.sentence_start):
        figures = [figure for figure in group if figure.kind in KINDS and figure.value is not None]
        for place, figure in enumerate(figures):
            for parts in (
                _set_off(reading, figures, place),
                _by_place(reading, figures, place),
                _two_halves(reading, figures, place),
            ):
                if len(parts) >= FEWEST:
                    yield figure, parts
            if BEHIND.match(after(reading, figure)):
                parts = _before(reading, figures[:place], figure)
                if len(parts) >= FEWEST:
                    yield figure, parts


def _run(reading: Reading, figures: Sequence[Figure], place: int) -> list[Figure]:
    """The figures of a list that begins behind a place, up to the one that "and" ends it with."""
    parts = list(figures[place + 1 : place + 2])
    for one, two in zip(figures[place + 1 :], figures[place + 2 :], strict=False):
        gap = between(reading, one, two)
        if two.unit != one.unit or not NEXT.fullmatch(gap):
            return []
        parts.append(two)
        if LAST.fullmatch(gap):
            return parts
    return []


def _set_off(reading: Reading, figures: Sequence[Figure], place: int) -> list[Figure]:
    """ "24 members – 14 Labour, six Tory and four Liberal –": three parts and more, set off."""
    if place + 3 >= len(figures) or not OPENS.fullmatch(between(reading, figures[place], figures[place + 1])):
        return []
    parts = _run(reading, figures, place)
    is_whole = len(parts) > FEWEST and figures[place].unit == parts[0].unit and not figures[place].per
    nouns = {part.subject.noun for part in parts}
    return parts if is_whole and "" not in nouns and CLOSES.match(after(reading, parts[-1])) else []


def _by_place(reading: Reading, figures: Sequence[Figure], place: int) -> list[Figure]:
    """ "In all 45 people were hurt, 20 in Orlesk, 15 in Tavna and ten in Brenik"."""
    if place + 2 >= len(figures) or not IN_ALL.search(before(reading, figures[place])):
        return []
    if not THEN_PLACES.fullmatch(between(reading, figures[place], figures[place + 1])):
        return []
    parts = _run(reading, figures, place)
    is_told = all(PLACE.match(after(reading, part)) for part in parts)
    return parts if is_told and parts and parts[0].unit == figures[place].unit else []


def _two_halves(reading: Reading, figures: Sequence[Figure], place: int) -> list[Figure]:
    """ "12 children, seven sons and five daughters": two kinds that leave no third."""
    parts = list(figures[place + 1 : place + 3])
    if len(parts) < FEWEST or frozenset(part.subject.head for part in parts) not in HALVES:
        return []
    is_listed = THEN_PLACES.fullmatch(between(reading, figures[place], parts[0])) and LAST.fullmatch(
        between(reading, *parts)
    )
    return parts if is_listed and figures[place].subject.noun_class in WHOLES else []


def _before(reading: Reading, figures: Sequence[Figure], whole: Figure) -> list[Figure]:
    """The parts that stand before a total, from the nearest back."""
    if not figures or not COMMA.fullmatch(between(reading, figures[-1], whole)):
        return []
    parts = [figures[-1]]
    for figure in reversed(figures[:-1]):
        if figure.unit != whole.unit or not JOIN.fullmatch(between(reading, figure, parts[0])):
            break
        parts.insert(0, figure)
    return parts if all(part.unit == whole.unit and not part.per for part in parts) else []
