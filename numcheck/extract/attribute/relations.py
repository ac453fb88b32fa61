"""Finds how the figures of a sentence relate: whole and parts, a share of a count.

Only figures of one sentence are related, and only by words that say so.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from numcheck.extract.scan import ScannedSentence
from numcheck.model import Mention, Quantity, Relation

__all__ = ["find_relations"]

# Parts that are named; there may be others.
SOME = re.compile(
    r"\b(?:including|among (?:them|those)|of (?:whom|which|them)|includes?)\b|[,;] of (?:these|those)\b",
    re.I,
)
# Parts that are all there are.
ALL = re.compile(
    r"\b(?:(?:made|make|makes) up of|compris(?:es|ing|ed of|ed|e)|consist(?:s|ing|ed)? of"
    r"|composed of|broken down (?:into|as)|split (?:into|between)|divided into)\b",
    re.I,
)
# A total after its parts.
IN_ALL = re.compile(
    r"^[\s,–—(-]*(?:for|making|bringing|giving|or|which makes|and)?[\s,]*(?:it to|the total to)?[\s,]*"
    r"(?:a|an|the)?\s*(?:combined |grand |overall )?total(?:ling|ing)?(?: of)?[\s]*$",
    re.I,
)
# What may stand between two parts of one list: no verb, no new clause.
LINK = re.compile(r"[,;]|\band\b|\bplus\b|\balongside\b|&")
BREAK = re.compile(
    r"[.?!:]|\b(?:while|but|when|after|before|because|although|compared|against|than|from|killed|"
    r"was|were|is|are|had|has|have|said|who|which|that|up|down|if|or|as|of (?:whom|which|them))\b",
    re.I,
)
# What may stand between a marker and the first part: "including about", "of whom more than".
LEAD = re.compile(r"[^,;()]{0,30}")
# A new clause between a whole and its marker: the parts are of something else.
CLAUSE = re.compile(
    r"[;:]\s|\b(?:while|but|when|after|before|because|although|compared|against|than|if)\b", re.I
)
# Before the last part of a sum that a colon announces; without it a colon lists what it likes.
ENDS_A_LIST = re.compile(r"\band\b|&")
LONGEST_GAP = 90


def find_relations(
    scanned: ScannedSentence, quantities: Sequence[Quantity]
) -> dict[int, tuple[Relation, ...]]:
    """The relations of each mention of a sentence, by the mention's place in it."""
    relations: dict[int, tuple[Relation, ...]] = {}
    mentions = scanned.mentions
    if len(mentions) < 2:
        return relations
    text = scanned.sentence.text
    for whole in range(len(mentions)):
        for kind, parts in _parts_after(text, mentions, quantities, whole):
            for part in parts:
                relations.setdefault(part, ())
                if not any(known.kind in ("part", "component") for known in relations[part]):
                    relations[part] += (Relation(kind, mentions[whole].start),)
    for place in range(1, len(mentions)):
        for part, relation in _parts_before_total(text, mentions, quantities, place):
            relations.setdefault(part, (relation,))
    for place in range(len(mentions)):
        share = _share(text, mentions, quantities, place)
        if share:
            relations[place] = (*relations.get(place, ()), share)
    return relations


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
) -> list[tuple[str, list[int]]]:
    """The parts that are named after the mention ``whole``, with the kind of their relation."""
    following = _next_same(quantities, whole)
    if following < 0:
        return []
    gap = text[mentions[whole].end : mentions[following].start]
    after = text[mentions[following].end : mentions[following].end + 12]
    if len(gap) > LONGEST_GAP or _is_in_later_sentence(gap):
        return []
    after_colon = False
    if re.match(r"\s+of (?:whom|which|them)\b", after):
        kind = "part"
    elif match := ALL.search(gap) or SOME.search(gap):
        kind = "component" if ALL.match(match[0]) else "part"
        gap, lead = gap[: match.start()], gap[match.end() :]
        # "$4.2 million of which" is itself the part; "including the shooter) and 12" names another.
        is_postfix = not gap.strip() and match[0].lower().startswith("of")
        if is_postfix or not LEAD.fullmatch(lead) or re.search(r"\band\b", lead):
            return []
    elif gap.rstrip().endswith(":") and len(gap) < 40:
        kind, gap, after_colon = "component", gap.rstrip().rstrip(":"), True
    else:
        return []
    if quantities[whole].per or CLAUSE.search(gap) or _is_compound(text, mentions[whole]):
        return []
    if _is_compound(text, mentions[following]):
        return []
    parts = _list_from(text, mentions, quantities, following)
    if after_colon and not ENDS_A_LIST.search(text[mentions[parts[-2:][0]].end : mentions[parts[-1]].start]):
        return []
    if kind == "component" and len(parts) < 2:
        # One thing after "made up of" is a part; one after a colon is the same again.
        return [] if after_colon else [("part", parts)]
    return [(kind, parts)]


def _is_compound(text: str, mention: Mention) -> bool:
    """Whether a figure is the first half of an adjective: "a three-judge panel"."""
    return text[mention.end : mention.end + 1] in ("-", "‑", "–")


def _is_in_later_sentence(gap: str) -> bool:
    return bool(re.search(r"[.?!][\"”’]?\s", gap))


def _next_same(quantities: Sequence[Quantity], place: int) -> int:
    """The next mention that can be added to the one at ``place``, past dates, ages and shares."""
    for later in range(place + 1, len(quantities)):
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
    tail = re.search(r"(?:[,–—(-]|\band\b)?[^,–—(]*$", gap)
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
    after = text[mentions[place].end : mentions[place].end + 30]
    if place + 1 < len(mentions) and _is_additive(quantities[place + 1]):
        gap = text[mentions[place].end : mentions[place + 1].start]
        if re.fullmatch(r"\s+of (?:the |those |these |its |all |some |about )*", gap):
            return Relation("share", mentions[place + 1].start)
    if place and quantities[place - 1].kind == "count" and re.match(r"\s+of (?:whom|which|them)\b", after):
        return Relation("share", mentions[place - 1].start)
    return None
