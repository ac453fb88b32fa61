"""The shares that a text tells beside what they are made of.

"600 of 1,000, or 60%", "Of 500 polled, 300 (60%)", "40 of the city's 160 cases, 25 per cent", "That is 8
percent", "33% of the 600 it had scheduled". The whole is the count that an "of" or "among" leads to, or the
one before "of them"; the percentage is theirs where it is attached to one of the two.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from numcheck.model import Figure, Reading
from numcheck.rules.sentences import after, by_sentence, remembered, without_dates

__all__ = ["ATTACHED", "CLAUSE", "OTHER", "Share", "parts_of_wholes", "shares"]

KINDS = frozenset({"count", "currency", "measure"})
# What ties a percentage to the figure before it: "or 60%", "(60%", "- 60%", ", just 40%", "That is 18
# percent".
SAYING = (
    r"(?:or|good for|giving|that is|that's|that was|which is|i\.e\.|equal to|equivalent to|represent(?:s|"
    r"ed|ing)?|"
    r"account(?:s|ed|ing)? for|"
    r"m(?:ake|akes|ade|aking) up|which makes|meaning|an? (?:[a-z]+ )?(?:rate|turnout|share|proportion|"
    r"stake|ratio|success rate|"
    r"pass rate|total) of)"
)
ONLY = r"(?:(?:just|only|exactly|rather|fully|an?|the|at|some) )*"
ATTACHED = re.compile(
    rf"(?:[^.;:()0-9–—]{{0,60}}?(?:,| [–—-]{{1,2}}|[–—:]| \() ?(?:{SAYING},? )?{ONLY}"
    rf"|[^.;:()0-9–—]{{0,60}}? {SAYING},? {ONLY}"
    r"|[^.;:()0-9–—]{0,60}[.;] (?:[Tt]hat|[Tt]his|[Ii]t|Which) (?:is|was|works out at|makes|represents|"
    r"amounts to) "
    rf"{ONLY}"
    r"|[^.;:()0-9–—]{0,60}[.;] At )"
)
RATE_OF = re.compile(r"\b(?:giving|for|with|on) an? (?:[a-z]+ )?(?:rate|turnout|proportion) of $")
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
OF_THEM_ALL = re.compile(r",? of (?:them|those)\b(?=[,.;]| (?:were|are|had|have|was)\b)")
OF_THESE = re.compile(r"[.;] (?:Of|Among) (?:these|those|them|whom|which),? $")
# Behind a percentage that is one of another whole, or no share at all.
OTHER = re.compile(
    r"[\s-]+(?:of (?!(?:the |its |their )?(?:total|whole|it|workforce|fleet|lot|electorate|"
    r"vote|field|those (?:eligible|asked|polled|questioned|surveyed)|membership|staff|stock|chamber|seats|"
    r"class|caseload)\b)|more|less|fewer|higher|lower|"
    r"points?|up|down|"
    r"above|below|discount|majority|stake in|chance|than|turnout|(?:rise|increase|gain|growth|jump|surge|"
    r"cut|drop|fall|"
    r"decline|decrease|reduction|loss)\b)"
)
OF_THE_WHOLE = re.compile(
    r"\s+of (?!them|whom|which|these )(?:(?:a|the|its|their|his|her|all|those|total|"
    r"[A-Za-z]+['’]s?) )*(?:[a-z]+ ){0,3}(?:of )?"
)
THEN_PART = re.compile(
    r"[^.;:()0-9]{0,40}?(?:(?:,? or|, that is,?|,? which is|, i\.e\.,?) (?:just |some )?| [–—-] | \()"
)
THEN_IN_ALL = re.compile(r"[^.;:()0-9]{0,40}, ")
IN_ALL = re.compile(r" (?:in all|in total|altogether)\b")
OF_WHOM = re.compile(
    r"[^.;:()0-9]{0,50}(?:,|;| \() ?(?:of whom|of which|among them|among whom)(?: about| some| at least)? "
)
NAMES = re.compile(r"[^.;:()0-9]{0,50}, including (?:about |some |at least )?")
OWNED = re.compile(r" [a-z]+['’]")
# A part that is more than so many times its whole is one of something else.
LARGEST_SLIP = 11
LARGEST = 2
FIRST = re.compile(r"\s?(?:\(| [–—-] |, with |, or )(?:just |only )?|[^.;:()0-9]{0,60} \(")
CLAUSE = re.compile(r"\b(?:while|whereas|although|though|but|compared|than|unless|if)\b")


class Share(NamedTuple):
    """A percentage and the part and the whole that it is told beside."""

    share: Figure
    part: Figure
    whole: Figure


@remembered
def shares(reading: Reading) -> Iterator[Share]:
    """Each share of an article whose part and whole stand with it."""
    for figures, own in _passages(reading):
        told = [figure for figure in figures if figure.value is not None and figure.kind != "date"]
        for place, figure in enumerate(told):
            if figure.unit == "percent" and figure.kind == "percent":
                found = _of_the_two_before(reading, told, place) or _between(reading, told, place)
                found = found or _of_the_two_behind(reading, told, place)
                if found is not None and figure in own and _are_plain(found):
                    yield found


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


def _are_plain(found: Share) -> bool:
    part, whole = found.part, found.whole
    are_one_kind = part.kind == whole.kind and part.kind in KINDS and part.unit == whole.unit
    is_of_a_size = 0 < part.low <= LARGEST * whole.low and whole.low > 1
    return are_one_kind and is_of_a_size and not part.per and not whole.per


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


def _of_the_two_before(reading: Reading, told: Sequence[Figure], place: int) -> Share | None:
    """ "600 of 1,000, or 60%"."""
    if place < 2:
        return None
    one, two, share = told[place - 2 : place + 1]
    if place > 2 and _is_fraction_of(reading, told[place - 3], one):
        return None  # "half of the 88 were women, and 11 of them, 25 per cent"
    if OF_THEM_ALL.match(after(reading, share)) and ATTACHED.fullmatch(
        without_dates(reading, two.end, share.start)
    ):
        return Share(share, two, one)
    gap, other = without_dates(reading, two.end, share.start), OTHER.match(after(reading, share))
    # "out of 2.3 million, or 18 percent of potential voters": the whole by another name.
    is_other = other is not None and not (gap.endswith(", or ") and other[0].strip().startswith("of"))
    if is_other or not ATTACHED.fullmatch(gap):
        return None
    if one.unit == "percent":
        # "Of $72 million, $50.4 million (70%) went on salaries and $15.8 million (22%) on rent"
        first = told[0]
        gap = without_dates(reading, two.end, share.start)
        lead = reading.article.text[first.sentence_start : first.start]
        is_whole = first.sentence_start == share.sentence_start and WHOLE.search(lead) and gap == " ("
        return Share(share, two, first) if is_whole and first is not one else None
    if RATE_OF.search(reading.article.text[two.end : share.start]):
        # "1,180 sat the test and 885 passed, giving a pass rate of 75 percent"
        small, large = sorted((one, two), key=lambda figure: figure.low)
        return Share(share, small, large)
    pair = _parts(reading, one, two)
    return Share(share, *pair) if pair else None


def _is_fraction_of(reading: Reading, figure: Figure, whole: Figure) -> bool:
    gap = without_dates(reading, figure.end, whole.start)
    return figure.kind == "fraction" and OF.fullmatch(gap) is not None


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


def _are_of_one_kind(reading: Reading, part: Figure, whole: Figure) -> bool:
    """Whether a part may be counted as its whole is: in its unit, of no other noun, and nobody else's."""
    if part.kind != whole.kind or part.unit != whole.unit or part.per or whole.per:
        return False
    heads = {part.subject.head, whole.subject.head} - {""}
    is_owned = OWNED.match(reading.article.text, whole.end) is not None
    return len(heads) < 2 and not is_owned and part.low <= whole.low * LARGEST_SLIP


def _between(reading: Reading, told: Sequence[Figure], place: int) -> Share | None:
    """ "600, or 60 per cent of the 1,000", "138 flights, 33% of the 600"."""
    if not 0 < place < len(told) - 1:
        return None
    one, share, two = told[place - 1 : place + 2]
    behind = without_dates(reading, share.end, two.start)
    if not OF_THE_WHOLE.fullmatch(behind) or one.sentence_start != two.sentence_start:
        return None
    gap = without_dates(reading, one.end, share.start)
    return Share(share, one, two) if ATTACHED.fullmatch(gap) and not CLAUSE.search(gap) else None


def _of_the_two_behind(reading: Reading, told: Sequence[Figure], place: int) -> Share | None:
    """ "60% (600 of 1,000)", "72.5%, with 29,000 of the 40,000", "45 percent of the 20,000 votes, or
    9,000"."""
    if place + 2 >= len(told):
        return None
    share, one, two = told[place : place + 3]
    gap = without_dates(reading, one.end, two.start)
    is_part = THEN_PART.fullmatch(gap) or (THEN_IN_ALL.fullmatch(gap) and IN_ALL.match(after(reading, two)))
    if OF_THE_WHOLE.fullmatch(without_dates(reading, share.end, one.start)) and is_part:
        return Share(share, two, one)
    if not FIRST.fullmatch(without_dates(reading, share.end, one.start)):
        return None
    # "54 percent (174 million) of the 322 million"
    is_of = OF.fullmatch(gap.removeprefix(")")) if gap[:1] == ")" else OF.fullmatch(gap)
    return Share(share, one, two) if is_of else None
