"""Finds how the figures of a sentence relate: whole and parts, a share of a count, what is left.

Only figures of one sentence are related, and only by words that say so.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from numcheck.extract.scan import ScannedSentence
from numcheck.lexicon import table
from numcheck.model import Mention, Quantity, Relation

__all__ = ["find_relations"]


def _phrases(name: str) -> str:
    """A pattern of the phrases of a row of the table of relations, each as whole words."""
    forms = sorted(table("relations")[name], key=len, reverse=True)
    return "|".join(rf"\b{form}\b" if form[0].isalpha() else rf"{form}\b" for form in forms)


SOME = re.compile(_phrases("some"), re.I)
ALL = re.compile(_phrases("all"), re.I)
AFTER_A_PART = re.compile(rf"\s+(?:{_phrases('after_a_part')})")
# A total after its parts.
IN_ALL = re.compile(
    r"^[\s,–—(-]*(?:for|making|bringing|giving|or|which makes|and)?[\s,]*(?:it to|the total to)?[\s,]*"
    r"(?:a|an|the)?\s*(?:combined |grand |overall )?total(?:ling|ing)?(?: of)?[\s]*$",
    re.I,
)
LINK = re.compile(rf"[,;&]|{_phrases('links')}")
BREAK = re.compile(rf"[.?!:]|{_phrases('breaks')}", re.I)
# What may stand between a marker and the first part: "including about", "of whom more than".
LEAD = re.compile(r"(?!.*\band\b)[^,;()]{0,30}(?:, at )?")
CLAUSE = re.compile(rf"[;:]\s|{_phrases('clauses')}", re.I)
# Before the last part of a sum that a colon announces; without it a colon lists what it likes.
ENDS_A_LIST = re.compile(r"\band\b|&")
BODY = re.compile(r"[-‑–](?:member|seat|strong|person|man|piece)\b")
LATER_SENTENCE = re.compile(r"[.?!][\"”’]?\s")
LAST_PIECE = re.compile(r"(?:[,–—(-]|\band\b)?[^,–—(]*$")
# "90% [of the] 1,000"
OF_THOSE = re.compile(r"\s+of (?:the |those |these |its |all |some |about )*")
# "the other three", "the remaining 40%"
LEFT = frozenset({"other", "remaining"})
LONGEST_LABEL = 40
# Dates, ages and shares that may stand between two parts of a sum.
MOST_BETWEEN = 8
LONGEST_GAP = 90


@cache
def _openings() -> tuple[str, ...]:
    """What introduces the parts of a whole, or follows one, in any of which a relation may begin."""
    rows = table("relations")
    phrases = (phrase for name in ("some", "all", "after_a_part") for phrase in rows[name])
    return tuple(dict.fromkeys(phrase.partition("(")[0] for phrase in phrases))


@cache
def _signs() -> frozenset[str]:
    """Words without one of which no parts and no totals are told."""
    telling = {max(re.findall(r"[a-z]+", phrase), key=len) for phrase in _openings()}
    return frozenset(telling | {"total", "totals", "totaling", "totalling", ":"})


def find_relations(
    scanned: ScannedSentence, quantities: Sequence[Quantity]
) -> dict[int, tuple[Relation, ...]]:
    """The relations of each mention of a sentence, by the mention's place in it; each kind is looked for
    only in a sentence that has its words."""
    relations: dict[int, tuple[Relation, ...]] = {}
    mentions, vocabulary = scanned.mentions, scanned.sentence.vocabulary
    if len(mentions) < 2:
        return relations
    text = scanned.sentence.text
    if not vocabulary.isdisjoint(_signs()):
        lowered = text[scanned.start : scanned.end].lower()
        if ":" in lowered or any(opening in lowered for opening in _openings()):
            _relate_parts(text, mentions, quantities, relations)
        if "total" in lowered:
            for place in range(1, len(mentions)):
                for part, relation in _parts_before_total(text, mentions, quantities, place):
                    relations.setdefault(part, (relation,))
    is_share = "percent" in [quantity.dimension for quantity in quantities]
    if is_share or not vocabulary.isdisjoint(LEFT):
        for place in range(len(mentions)):
            share = _share(text, mentions, quantities, place) or _rest(scanned, quantities, place)
            if share:
                relations[place] = (*relations.get(place, ()), share)
    return relations


def _relate_parts(
    text: str,
    mentions: Sequence[Mention],
    quantities: Sequence[Quantity],
    relations: dict[int, tuple[Relation, ...]],
) -> None:
    for whole in range(len(mentions)):
        kind, parts = _parts_after(text, mentions, quantities, whole)
        for part in parts:
            # A part belongs to the first whole that names it.
            relations.setdefault(part, (Relation(kind, mentions[whole].start),))


def _rest(scanned: ScannedSentence, quantities: Sequence[Quantity], place: int) -> Relation | None:
    """ "two were hurt and the other three unharmed", "60% went; the remaining 40%": what is left beside
    the figure before."""
    first = scanned.spans[place][0]
    lowers = scanned.sentence.lowers
    if lowers[first - 1] not in LEFT or lowers[first - 2] not in (
        "the",
        "his",
        "her",
        "its",
        "their",
    ):
        return None
    for before in range(place - 1, -1, -1):
        if _is_same_measure(quantities[before], quantities[place]) or (
            quantities[before].dimension == quantities[place].dimension == "percent"
        ):
            return Relation("rest", scanned.mentions[before].start)
    return None


def _is_additive(quantity: Quantity) -> bool:
    if quantity.value is None or quantity.kind not in ("count", "currency", "measure"):
        return False
    return quantity.kind != "count" or quantity.value == quantity.value.to_integral_value()


def _is_same_measure(quantity: Quantity, other: Quantity) -> bool:
    return (
        _is_additive(quantity)
        and _is_additive(other)
        and quantity.unit == other.unit
        and quantity.per == other.per
    )


def _parts_after(
    text: str, mentions: Sequence[Mention], quantities: Sequence[Quantity], whole: int
) -> tuple[str, list[int]]:
    """The kind of relation, and the parts, that are named after the mention ``whole``; no parts where
    nothing introduces any."""
    first = _next_same(quantities, whole)
    if first < 0 or quantities[whole].per:
        return "", []
    if _is_compound(text, mentions[whole]) or _is_compound(text, mentions[first]):
        return "", []
    gap = text[mentions[whole].end : mentions[first].start]
    if len(gap) > LONGEST_GAP or LATER_SENTENCE.search(gap):
        return "", []
    if after := AFTER_A_PART.match(text, mentions[first].end):
        if after[0].endswith("them") and quantities[first].low > quantities[whole].low:
            return "", []  # "a pair of brothers killed 12 of them": of others
        return ("", []) if CLAUSE.search(gap) else ("part", _list_from(text, mentions, quantities, first))
    if gap.rstrip().endswith(":"):
        return _parts_after_colon(text, mentions, quantities, first, gap)
    marker = ALL.search(gap) or SOME.search(gap)
    if marker is None or not _introduces(gap, marker):
        return "", []
    parts = _list_from(text, mentions, quantities, first)
    # One thing after "made up of" is a part, and not all there is.
    is_all = ALL.fullmatch(marker[0]) is not None and len(parts) > 1
    return ("component" if is_all else "part"), parts


def _introduces(gap: str, marker: re.Match[str]) -> bool:
    """Whether a marker stands between a whole and its parts: not "$4.2 million of which", which is the
    part itself, nor "including the shooter) and 12", which names another first."""
    before, lead = gap[: marker.start()], gap[marker.end() :]
    if not before.strip() and marker[0].lower().startswith("of"):
        return False
    # "11 women, seven men, and included five children": of all of them.
    return LEAD.fullmatch(lead) is not None and not CLAUSE.search(before) and not before.endswith(", and ")


def _parts_after_colon(
    text: str, mentions: Sequence[Mention], quantities: Sequence[Quantity], first: int, gap: str
) -> tuple[str, list[int]]:
    """ "11 vessels: eight trawlers and three ferries": several parts, the last after an "and"."""
    label = gap.rstrip().rstrip(":")
    parts = _list_from(text, mentions, quantities, first)
    if len(label) > LONGEST_LABEL or CLAUSE.search(label) or len(parts) < 2:
        return "", []
    ending = text[mentions[parts[-2]].end : mentions[parts[-1]].start]
    return ("component", parts) if ENDS_A_LIST.search(ending) else ("", [])


def _is_compound(text: str, mention: Mention) -> bool:
    """Whether a figure is the first half of an adjective, "a three-judge panel", and does not say how
    many a body has, "a 12-member panel"."""
    return text[mention.end : mention.end + 1] in ("-", "‑", "–") and not BODY.match(text, mention.end)


def _next_same(quantities: Sequence[Quantity], place: int) -> int:
    """The next mention that can be added to the one at ``place``, past dates, ages and shares."""
    for later in range(place + 1, min(len(quantities), place + 1 + MOST_BETWEEN)):
        if _is_same_measure(quantities[place], quantities[later]):
            return later
        if _is_additive(quantities[later]):
            return -1
    return -1


def _list_from(
    text: str, mentions: Sequence[Mention], quantities: Sequence[Quantity], first: int
) -> list[int]:
    parts = [first]
    while (later := _next_same(quantities, parts[-1])) > 0:
        gap = text[mentions[parts[-1]].end : mentions[later].start]
        if len(gap) > LONGEST_GAP or not LINK.search(gap) or BREAK.search(gap):
            break
        parts.append(later)
    return parts


def _parts_before_total(
    text: str, mentions: Sequence[Mention], quantities: Sequence[Quantity], place: int
) -> list[tuple[int, Relation]]:
    """ "28 by the lifeboat and 12 by helicopter, a total of 40": components of what follows."""
    gap = text[mentions[place - 1].end : mentions[place].start]
    tail = LAST_PIECE.search(gap)
    if tail is None or not IN_ALL.match(tail[0]):
        return []
    if not _is_same_measure(quantities[place - 1], quantities[place]):
        return []
    for first in range(place - 1):
        listed = _list_from(text, mentions, quantities, first)
        listed = [part for part in listed if part < place]
        if len(listed) > 1 and listed[-1] == place - 1:
            return [(part, Relation("component", mentions[place].start)) for part in listed]
    return []


def _share(
    text: str, mentions: Sequence[Mention], quantities: Sequence[Quantity], place: int
) -> Relation | None:
    """ "90 per cent of those 1,000 fighters", "1,000 fighters, 90% of whom"."""
    if quantities[place].dimension != "percent":
        return None
    if place + 1 < len(mentions) and _is_additive(quantities[place + 1]):
        gap = text[mentions[place].end : mentions[place + 1].start]
        if OF_THOSE.fullmatch(gap):
            return Relation("share", mentions[place + 1].start)
    if place and quantities[place - 1].kind == "count" and AFTER_A_PART.match(text, mentions[place].end):
        return Relation("share", mentions[place - 1].start)
    return None
