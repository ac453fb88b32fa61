"""The sums that a text tells by its order of words: a total before or behind its parts, and what is left of
one.

"9,400 works - 5,200 paintings, 3,100 prints and 1,100 sculptures", "In all 45 were hurt, 20 in Orlesk, 15
in Tavna and ten in Brenik", "Nine died and 31 were hurt, bringing the number of casualties to 40", "84 were
aboard. Sixty-one escaped; the remaining 23", "Of the 45 victims 20 were men and 25 women". What words
announce ("made up of", "including") is a relation of the figures, found when they are read. Parts may be
all there are, or such as exclude each other, and then they make no more than the total.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import combinations
from typing import NamedTuple

from numcheck.lexicon import table
from numcheck.model import Figure, Reading
from numcheck.rules.sentences import after, are_neighbours, before, between, by_sentence

__all__ = ["Sum", "are_opposites", "is_a_slip", "is_explained", "made_by", "sums"]

KINDS = frozenset({"count", "currency", "measure"})
LONGEST = 70
# Between two parts of one list.
JOINT = re.compile(
    r"[^.:()0-9–—]{0,70}?(?:[,;]|,? and|,? plus|,? with| joined by|,? as well as|"
    r" &) (?:[^.,;:()0-9–—]{0,30} )?"
)
LAST = re.compile(r"\b(?:and|plus|joined by|as well as)\b|&")
BREAKS = re.compile(
    r"\b(?:while|but|compared|than|after|before|when|because|although|up|down|against|who|which|that|if|as|"
    r"said|says|per cent|percent|year-old|including|included)\b"
)
# From a total to the first of its parts.
SET_OFF = re.compile(r"[^.;:()0-9–—]{0,70}(?: \(|\s[–—-]{1,2}\s|[–—]|: )(?:[A-Za-z' ]{0,20})")
COMMA = re.compile(r"[^.;:()0-9–—]{0,60}, (?:with (?:[a-z-]+ ){0,5})?(?:the )?")
# "a budget of $12.6 million, which sets aside $9.1 million for schools"
WHICH_HAS = re.compile(r"[^.;:()0-9–—]{0,40}, (?:which|that) (?:[a-z]+ ){1,4}")
# "320 people. "That was 205 adults and 115 children"
THAT_WAS = re.compile(r"[^0-9]{0,100}\b(?:That|They|These|It) (?:was|were|is|are|comprised) ")
# A total that is called one: "a career tally of 512 wickets, 301 in Tests".
TALLY = re.compile(
    r"\b(?:tally|total|haul|headcount|payroll|record) (?:of |was |is |stands at |stood at )?$", re.I
)
PART_OF = re.compile(r" (?:out )?of (?:the|its|their|those|[a-z]+['’]s) ")
# "signed 104, vetoed 11 and let 3 become law"
DOES = re.compile(r"\b(?:[a-z]+ed|let|left|kept|sent|won|lost|drew|made|took|gave|sold) $")
# "$48 billion in all, sets aside $22 billion"
AND_THEN = re.compile(r"[^.;:()0-9–—]{0,60},? (?:[a-z]+ ){0,3}")
CLOSED = re.compile(r"[^.;:()0-9–—]{0,70}(?:[.;)]|\s[–—-]|[–—]|$)")
# Before a total behind its parts, and after one.
TOTAL = re.compile(
    r"(?:\btotal(?:ling|ing)?(?: of)?|\b(?:a )?combined|"
    r"\b(?:bring|tak|push|rais|lift|driv|mak)(?:ing|es?) (?:it |the |its |their |his |her |"
    r"this year's )?(?:[a-z'’-]+ ){0,7}?(?:up )?to|"
    r"\bgiving (?:it |the |a |an )?(?:[a-z-]+ ){0,3}of|\b(?:toll|total|tally|count|"
    r"number) (?:now )?(?:stands|stood|is|was) (?:now )?at|"
    r"[,;] all|\b(?:has|have) now [a-z]+|\bmaking)\s+$",
    re.I,
)
IN_ALL = re.compile(
    r"\s+(?:(?!of\b|and\b)[a-z-]+ ){0,2}?(?:in all|in total|altogether|all told|overall|combined)\b|"
    r"\s+(?:[a-z]+ )?(?:have|has|had) now been\b"
)
BEFORE_PARTS = re.compile(r"(?:^|[.;:] ?|\n)(?:in all|in total|altogether|a total of|overall),?\s*$", re.I)
SECOND_SENTENCE = re.compile(
    r"\s*(?:“|\")?(?:That|This|All|It|The (?:toll|total|rest|remaining|other)|Of (?:these|those|them)|"
    r"Together|In all)\b"
)
# Before a figure that is the total of others than those before it.
OTHER_WHOLE = re.compile(
    r"\b(?:from|among|out of|since [A-Z]\w+ to|of)(?: the| its| a| some)? $|\bsince\b|\bamong\b"
)
# What is left of a total.
LEFT = re.compile(
    r"\b(?:the|its|their)\s+(?:other|remaining|rest)(?:\s+of\s+(?:the\s+)?(?:them|[a-z]+))?\s*(?:[–—-]\s*|"
    r",\s*)?(?:only |just )?$",
    re.I,
)
THE_REST = re.compile(r"\b(?:the|its|their) (?:other|remaining|rest)\b")
OF_THE = re.compile(
    r"(?:^|[.;,\n“\"] ?)(?:of|among)\s(?:(?:the|its|their|all|those|these|[a-z]+['’]s)\s)+$", re.I
)
OUT_OF = re.compile(r"[^.;:()0-9]{0,40}?,? out of(?: the| a total of)? ")
BODIES = frozenset(
    "member senator seat vote mp lawmaker delegate councillor supervisor juror judge deputy minister".split()
)
SAID = re.compile(
    r"[^.;:()0-9]{0,40}?\b(not voting|absent|in favou?r|for|yes|against|no|abstain\w*|back(?:ed|ing)|"
    r"support(?:ed|ing)|"
    r"oppos(?:ed|ing)|reject\w+)\b"
)
PLACED = re.compile(r"(?: [a-z-]+){0,2}? (in|at|from|on|for|to|by|near|with) ")
PLAIN_WORDS = re.compile(r"[A-Za-z][a-z-]*")
PREDICATED = re.compile(r" (?:were|was|are|is|had|have|has)\b")
NEAR_WORDS = 4
# Figures beside a total of which some may make it.
MOST = 8
# Numbers that are made by many others.
SMALL = 3
FEWEST, FEWEST_LISTED = 3, 5
TEN = Decimal(10)


class Sum(NamedTuple):
    """A total and the parts that are told with it: all of them, or such as exclude each other."""

    whole: Figure
    parts: tuple[Figure, ...]
    is_all: bool


def sums(reading: Reading) -> Iterator[Sum]:
    """The sums of an article, those of one total by the first way it is told."""
    # Totals that have their parts, and parts, which are no totals of what follows them in their list.
    found = {
        figure.start
        for figure in reading.figures
        if any(relation.is_of_a_whole for relation in figure.subject.relations)
    }
    for figures in _passages(reading):
        # A total and two parts at the least, all in one unit.
        if max(Counter(figure.unit for figure in figures).values()) < FEWEST:
            continue
        for place, figure in enumerate(figures):
            if figure.start in found or not _is_a_total(figure):
                continue
            for way in WAYS:
                one = way(reading, figures, place)
                if one is None or len(one.parts) < 2 or is_explained(figures, one.whole, one.parts):
                    continue
                makes = made_by(one.parts) == figure.low
                if makes or way in SURE or not _has_other_parts(figures, figure):
                    found.update(part.start for part in (figure, *one.parts))
                    yield one
                    break


def _passages(reading: Reading) -> Iterator[list[Figure]]:
    """The figures of each sentence that can be added, with those of the next where it goes on about them."""
    groups = [
        [figure for figure in group if figure.kind in KINDS and figure.value is not None]
        for group in by_sentence(reading)
    ]
    groups = [group for group in groups if group]
    text = reading.article.text
    for place, group in enumerate(groups):
        for following in groups[place + 1 : place + 2]:
            start = following[0].sentence_start
            left = text[start : following[-1].start]
            goes_on = SECOND_SENTENCE.match(text, start) or THE_REST.search(left)
            if goes_on and are_neighbours(reading, group, following):
                yield [*group, *following]
        yield group


def _is_a_total(figure: Figure) -> bool:
    return not figure.per and figure.low > SMALL


def is_explained(figures: Sequence[Figure], whole: Figure, parts: Sequence[Figure]) -> bool:
    """Whether the parts of a total make another figure beside it, or it is a part of one with one of
    them: then they are not its parts."""
    made = made_by(parts)
    if made == whole.low:
        return False
    totals = {made, *(whole.low + part.low for part in parts)}
    return any(figure.low in totals for figure in _beside(figures, whole))


def made_by(parts: Iterable[Figure]) -> Decimal:
    """What parts make, each taken at its lower bound."""
    return sum((part.low for part in parts), Decimal(0))


def _has_other_parts(figures: Sequence[Figure], whole: Figure) -> bool:
    """Whether some of the figures beside a total make it, whichever they are."""
    values = [figure.low for figure in _beside(figures, whole)]
    return any(
        sum(some) == whole.low for size in range(2, len(values) + 1) for some in combinations(values, size)
    )


def _beside(figures: Sequence[Figure], whole: Figure) -> list[Figure]:
    return [
        figure
        for figure in figures
        if figure.unit == whole.unit and figure.start != whole.start and figure.value is not None
    ][:MOST]


def _chain(reading: Reading, figures: Sequence[Figure], first: int) -> list[Figure]:
    """The figures of a list that begins at a place, each joined to the next."""
    parts = list(figures[first : first + 1])
    for one, two in zip(figures[first:], figures[first + 1 :], strict=False):
        gap = between(reading, one, two)
        if two.unit != one.unit or two.per or not JOINT.fullmatch(gap) or BREAKS.search(gap):
            break
        parts.append(two)
    return parts


def _ends_with_and(reading: Reading, parts: Sequence[Figure]) -> bool:
    return len(parts) > 1 and LAST.search(between(reading, parts[-2], parts[-1])) is not None


def _set_off(reading: Reading, figures: Sequence[Figure], place: int) -> Sum | None:
    """ "24 members – 14 Labour, six Tory and four Liberal –", "(11 men and seven women)", "47: 29, 12
    and six"."""
    whole = figures[place]
    if place + 2 >= len(figures):
        return None
    gap = between(reading, whole, figures[place + 1])
    if not SET_OFF.fullmatch(gap) or BREAKS.search(gap):
        return None
    parts = _chain(reading, figures, place + 1)
    is_closed_list = len(parts) > 1 and gap.strip() in ("—", "–", "(") and is_a_slip_of_size(whole, parts)
    if not (_ends_with_and(reading, parts) or is_closed_list) or not _are_parts(whole, parts, by_a_slip=True):
        return None
    is_closed = CLOSED.match(after(reading, parts[-1])) is not None
    are_named = all(
        _word_after(reading, part) and not PREDICATED.match(after(reading, part)) for part in parts
    )
    return Sum(whole, tuple(parts), is_all=True) if is_closed and are_named else None


def _after_comma(reading: Reading, figures: Sequence[Figure], place: int) -> Sum | None:
    """ "1,945 births, 948 boys and 997 girls", "11 wickets, five in the first innings and six in the
    second"."""
    whole = figures[place]
    if place + 2 >= len(figures) or whole.low < FEWEST_LISTED or OF_THE.search(before(reading, whole)):
        return None
    is_told = (
        IN_ALL.match(after(reading, whole)) is not None
        or BEFORE_PARTS.search(before(reading, whole)) is not None
        or TALLY.search(before(reading, whole)) is not None
    )
    gap = between(reading, whole, figures[place + 1])
    opens = AND_THEN if is_told else COMMA
    if whole.subject.head in table("kinds")["peers"]:
        return None
    if WHICH_HAS.fullmatch(gap):
        gap = ", "
    if not opens.fullmatch(gap) or BREAKS.search(gap) or _is_in_a_list(reading, figures, place):
        return None
    parts = _chain(reading, figures, place + 1)
    is_sure = len(parts) > 1 and are_opposites(reading, parts)
    if not _ends_with_and(reading, parts) or not _are_parts(whole, parts, by_a_slip=is_sure):
        return None
    if not (is_sure or _are_parallel(reading, whole, parts)):
        return None
    has_plus = "plus" in between(reading, parts[-2], parts[-1])
    is_all = is_told or has_plus or (is_sure and is_a_slip(whole, parts))
    return Sum(whole, tuple(parts), is_all)


def _is_in_a_list(reading: Reading, figures: Sequence[Figure], place: int) -> bool:
    """Whether a figure follows another in a list, and is so a part itself: "25 in Balkan, 63 in Dashoguz"."""
    if not place or figures[place - 1].unit != figures[place].unit:
        return False
    gap = between(reading, figures[place - 1], figures[place])
    return PLACED.match(after(reading, figures[place])) is not None and JOINT.fullmatch(gap) is not None


def _behind(reading: Reading, figures: Sequence[Figure], place: int) -> Sum | None:
    """ "28 by boat and 12 by helicopter, a total of 40", "Nine died and 31 were hurt, bringing the toll
    to 40"."""
    whole = figures[place]
    lead = before(reading, whole)
    cue = TOTAL.search(lead)
    if place < 2 or not (cue or IN_ALL.match(after(reading, whole))):
        return None
    gap = between(reading, figures[place - 1], whole)
    if len(gap) > LONGEST + 20 or OTHER_WHOLE.search(gap):
        return None
    parts = [figures[place - 1]]
    for figure in reversed(figures[: place - 1]):
        gap = between(reading, figure, parts[0])
        is_joined = JOINT.fullmatch(gap) or re.fullmatch(r"[^.:()0-9–—]{1,70} (?:the|to the) ", gap)
        if figure.unit != whole.unit or figure.per or not is_joined or len(gap) > LONGEST:
            break
        parts.insert(0, figure)
    made = made_by(parts)
    are_alike = all(part.unit == whole.unit for part in parts)
    is_of_its_size = are_alike and (whole.low / 2 <= made <= whole.low * 2 or is_a_slip_of_size(whole, parts))
    is_all = re.search(r"ing .*to\s+$", lead) is None or is_a_slip(whole, parts)
    return Sum(whole, tuple(parts), is_all) if is_of_its_size else None


def _left(reading: Reading, figures: Sequence[Figure], place: int) -> Sum | None:
    """ "84 were aboard. Sixty-one escaped; the remaining 23 were hurt": the last part says that it is
    the last."""
    whole = figures[place]
    later = [figure for figure in figures[place + 1 :] if figure.unit == whole.unit and not figure.per]
    if place and PART_OF.fullmatch(between(reading, figures[place - 1], whole)):
        later.insert(
            0, figures[place - 1]
        )  # "48 of the 110 buses; Leeds gets 37 and Sheffield the remaining 25"
    ends = [index for index, figure in enumerate(later) if LEFT.search(before(reading, figure))]
    if not ends or ends[0] == 0:
        return None
    parts = later[: ends[0] + 1]
    is_first = all(
        figure.low < whole.low or figure.unit != whole.unit for figure in figures if figure is not whole
    )
    if not is_first or not _are_parts(whole, parts) or not is_a_slip(whole, parts):
        return None
    return Sum(whole, tuple(parts), is_all=True)


def _of_the(reading: Reading, figures: Sequence[Figure], place: int) -> Sum | None:
    """ "Of the 45 victims, 20 were men and 25 women", "Of the nine supervisors, five backed it and four
    did not"."""
    whole = figures[place]
    if not OF_THE.search(before(reading, whole)):
        return None
    parts = [figure for figure in figures[place + 1 :] if figure.unit == whole.unit and not figure.per]
    parts = [part for part in parts if part.sentence_start == whole.sentence_start]
    if len(parts) < 2 or not _are_parts(whole, parts):
        return None
    if _are_votes(reading, parts) or (len(parts) > 2 and _are_deeds(reading, parts)):
        return Sum(whole, tuple(parts), is_all=False)
    return Sum(whole, tuple(parts), is_all=True) if are_opposites(reading, parts) else None


def _are_deeds(reading: Reading, parts: Sequence[Figure]) -> bool:
    """ "signed 104, vetoed 11 and let 3 become law": each is done with one thing, and no other."""
    return all(DOES.search(before(reading, part)) for part in parts)


def _that_was(reading: Reading, figures: Sequence[Figure], place: int) -> Sum | None:
    """ "320 people came. That was 205 adults and 115 children"."""
    whole = figures[place]
    if place + 2 >= len(figures) or not THAT_WAS.fullmatch(between(reading, whole, figures[place + 1])):
        return None
    parts = _chain(reading, figures, place + 1)
    is_told = len(parts) > 1 and _are_parts(whole, parts) and are_opposites(reading, parts)
    return Sum(whole, tuple(parts), is_all=True) if is_told else None


def _voting(reading: Reading, figures: Sequence[Figure], place: int) -> Sum | None:
    """ "All 99 members took part, with 57 in favour and 42 against": no more votes than members."""
    whole = figures[place]
    if whole.subject.head not in BODIES:
        return None
    parts = [
        figure for figure in figures[place + 1 : place + 4] if figure.unit == whole.unit and not figure.per
    ]
    parts = [part for part in parts if SAID.match(reading.article.text, part.end)]
    is_told = len(parts) > 1 and _are_parts(whole, parts) and _are_votes(reading, parts)
    return Sum(whole, tuple(parts), is_all=False) if is_told else None


def _out_of(reading: Reading, figures: Sequence[Figure], place: int) -> Sum | None:
    """ "Democrats now hold 51 seats and Republicans 49, out of 100"."""
    whole = figures[place]
    if place < 2 or not OUT_OF.fullmatch(between(reading, figures[place - 1], whole)):
        return None
    parts = figures[max(0, place - 3) : place]
    while len(parts) > 1 and not JOINT.fullmatch(between(reading, parts[0], parts[1])):
        parts = parts[1:]
    return Sum(whole, tuple(parts), is_all=False) if _are_parts(whole, parts) else None


WAYS = (_set_off, _after_comma, _behind, _left, _of_the, _voting, _out_of, _that_was)
# Ways that leave no doubt which parts are meant.
SURE = (_set_off, _of_the, _voting, _out_of, _that_was)


def _are_parts(whole: Figure, parts: Sequence[Figure], *, by_a_slip: bool = False) -> bool:
    """Whether figures may be parts of a whole: in its unit, each smaller, together of its size; ``by_a_slip``
    where any slip in one of them may have made them what they are."""
    made = made_by(parts)
    if any(part.unit != whole.unit or part.low <= 0 for part in parts):
        return False
    is_of_its_size = whole.low / 2 <= made <= whole.low * 2 and all(part.low < whole.low for part in parts)
    if by_a_slip and whole.low > TEN and is_a_slip(whole, parts):
        return True
    return is_of_its_size or is_a_slip_of_size(whole, parts)


def _word_after(reading: Reading, figure: Figure) -> str:
    word = PLAIN_WORDS.match(after(reading, figure).lstrip())
    return word[0] if word else ""


def _words_with(
    reading: Reading, figure: Figure, previous: Figure | None, following: Figure | None
) -> set[str]:
    """The words that stand with a part: of its own clause before it, and those after it as far as the
    next."""
    text = reading.article.text
    end = following.start if following is not None else figure.end + LONGEST
    behind = re.split(r"[.;()]", text[figure.end : end])[0]
    lead = text[previous.end : figure.start] if previous is not None else before(reading, figure)
    ahead = re.split(r"[.;(),0-9]|\band\b", lead)[-1]
    words = [word.lower() for word in PLAIN_WORDS.findall(behind)][: NEAR_WORDS * 2]
    words += [word.lower() for word in PLAIN_WORDS.findall(ahead)][-NEAR_WORDS:]
    return {*words, *(word.rstrip("s") for word in words), figure.subject.head}


def are_opposites(reading: Reading, parts: Sequence[Figure]) -> bool:
    """Whether each part is of another one of a set that leaves no third: men and women, home and away."""
    told = [
        _words_with(reading, part, previous, following)
        for previous, part, following in zip([None, *parts[:-1]], parts, [*parts[1:], None], strict=True)
    ]
    for row in table("kinds")["opposites"]:
        mine = [words & frozenset(row) for words in told]
        if all(len(found) >= 1 for found in mine) and len(set.union(*mine)) >= len(parts):
            return True
    return False


def _are_parallel(reading: Reading, whole: Figure, parts: Sequence[Figure]) -> bool:
    """Whether the parts are told alike: "20 in Orlesk, 15 in Tavna", "£11,400 from the run plus £9,200
    from"."""
    places = [PLACED.match(after(reading, part)) for part in parts]
    told = {match[1] for match in places if match} - {"with"}
    first = between(reading, whole, parts[0])
    # "19 came from Spain, 14 came from France": the first of a list is no total.
    is_one_of_them = len(told) == 1 and re.search(rf"\b{next(iter(told))} [A-Z]", first) is not None
    return len(told) == 1 and all(places) and not is_one_of_them


def _are_votes(reading: Reading, parts: Sequence[Figure]) -> bool:
    text = reading.article.text
    kinds = {match[1][:4].lower() for part in parts if (match := SAID.match(text, part.end))}
    return len(kinds) == len(parts)


def is_a_slip_of_size(whole: Figure, parts: Sequence[Figure]) -> bool:
    """Whether a nought or a point in one figure explains why parts do not make their whole: "$84 million"
    for 8.4."""
    made = made_by(parts)
    pairs = [(whole.low, made), *((part.low, part.low + whole.low - made) for part in parts)]
    return any(told in (needed * TEN, needed / TEN) for told, needed in pairs if needed > 0)


def is_a_slip(whole: Figure, parts: Sequence[Figure]) -> bool:
    """Whether a slip of the pen in one figure explains why parts do not make their whole."""
    made = made_by(parts)
    if _are_one_slip_apart(whole.low, made) or is_a_slip_of_size(whole, parts):
        return True
    return any(_are_one_slip_apart(part.low, part.low + whole.low - made) for part in parts)


def _plain(number: Decimal) -> str:
    """The digits of a number, its decimals without noughts at their end."""
    return f"{number:f}".rstrip("0").rstrip(".") if number % 1 else f"{number:.0f}"


def _are_one_slip_apart(value: Decimal, other: Decimal) -> bool:
    """Whether one digit, or two neighbours exchanged, or a nought make one number the other."""
    if other <= 0:
        return False
    one, two = (_plain(number) for number in (value, other))
    if len(one) == len(two):
        differing = [place for place in range(len(one)) if one[place] != two[place]]
        if len(differing) <= 1:
            return True
        first, second = differing[0], differing[-1]
        is_swap = second == first + 1 and one[first] == two[second] and one[second] == two[first]
        return len(differing) == 2 and is_swap
    longer, shorter = sorted((one, two), key=len, reverse=True)
    return len(longer) == len(shorter) + 1 and any(
        longer[:place] + longer[place + 1 :] == shorter for place in range(len(longer))
    )
