"""Joins a part that one article gives with the smaller whole that another gives."""

from __future__ import annotations

import re
from collections.abc import Iterator

from numcheck.link.blocking import comparable_pairs
from numcheck.link.context import Context
from numcheck.link.evidence import PERSON_CLASSES, score, threshold, weigh
from numcheck.link.groups import Groups, Pair
from numcheck.link.setting import Setting

__all__ = ["join_parts"]

# A part that is more than this many times its whole is one of something else.
LARGEST_RATIO = 5
# What says that a figure is all there is, to either side of it.
WHOLE_BEFORE = re.compile(
    r"\b(?:totals?(?: of)?|total (?:cost|price|bill|sum) of|totalling|totaling|in all"
    r"|employs|employed|workforce of|staff of|budget of|programme of|program of|fleet of|crew of"
    r"|population of|membership of|all)\W*"
    r"(?:about |some |nearly |around )?$",
    re.I,
)
WHOLE_AFTER = re.compile(
    r"[^.;:]{0,40}\b(?:in all|in total|altogether|overall|on board|aboard|employees?)\b", re.I
)
# What says that it is a part: "710 of its employees", "out of its capital programme it will spend £21.4m".
PART_AFTER = re.compile(
    r"(?: [a-z]+)? of (?:the|its|their|his|her|our|those|these|them|whom|which|it|that)\b", re.I
)
PART_BEFORE = re.compile(
    r"\bout of (?:the|its|their|his|her|a)\b[^.;:]*$|\b(?:largest|biggest|smallest|main|first|last) "
    r"(?:single )?(?:item|part|share|chunk)\b[^.;:]*$",
    re.I,
)
FAR = 120
NAMED = frozenset(["same_owner", "shared_rare_word", "same_noun", "same_noun_phrase"])
AGAINST = frozenset(["other_owner", "other_period", "other_frame", "other_place"])


def join_parts(setting: Setting, groups: Groups) -> None:
    """Joins each part with the surest whole of another article that it exceeds."""
    pairs = sorted(_pairs(setting), key=lambda pair: -pair.total)
    told: set[int] = set()
    for pair in pairs:
        if not told & {pair.a, pair.b}:
            told |= {pair.a, pair.b}
            groups.join(pair)


def _pairs(setting: Setting) -> Iterator[Pair]:
    for a, b in comparable_pairs(setting.contexts):
        for part, whole in ((a, b), (b, a)):
            first, second = setting.contexts[part], setting.contexts[whole]
            if first.article == second.article or not _exceeds(first, second):
                continue
            if not _is_part(setting, first) or _has_its_whole(setting, first):
                continue
            if _is_part(setting, second) or not _is_whole(setting, second):
                continue
            evidence = weigh(first, second, setting.rarity)
            evidence = tuple(piece for piece in evidence if piece.name not in ("other_share", "other_role"))
            names = {piece.name for piece in evidence}
            if names & NAMED and not names & AGAINST and score(evidence) >= threshold("part"):
                yield Pair(part, whole, evidence, score(evidence), "part")


def _exceeds(part: Context, whole: Context) -> bool:
    """Whether a share of something is more than all of it can be, and not another thing altogether."""
    mine, theirs = part.figure, whole.figure
    if mine.value is None or theirs.value is None or mine.unit != theirs.unit:
        return False
    is_more = mine.quantity.possible.low > theirs.quantity.possible.high
    return is_more and mine.low <= LARGEST_RATIO * theirs.low and _count_one_kind(part, whole)


def _count_one_kind(part: Context, whole: Context) -> bool:
    mine, theirs = part.figure.subject, whole.figure.subject
    if part.figure.kind == "currency":
        return True
    classes = {mine.noun_class, theirs.noun_class}
    return bool(mine.head) and (mine.head == theirs.head or ("" not in classes and classes <= PERSON_CLASSES))


def _is_part(setting: Setting, context: Context) -> bool:
    text, figure = setting.readings[context.article].article.text, context.figure
    before = text[max(figure.sentence_start, figure.start - FAR) : figure.start]
    if PART_AFTER.match(text, figure.end) or PART_BEFORE.search(before):
        return True
    # Jobs that go are some of those that there are.
    return figure.subject.predicate == "dismiss" and figure.subject.noun_class == "worker"


def _is_whole(setting: Setting, context: Context) -> bool:
    """Whether a figure is said to be all there is, or is the whole of parts that are told."""
    if any(kind == "whole" for kind, _ in context.roles):
        return True
    text, figure = setting.readings[context.article].article.text, context.figure
    before = text[max(figure.sentence_start, figure.start - FAR) : figure.start]
    return WHOLE_BEFORE.search(before) is not None or WHOLE_AFTER.match(text, figure.end) is not None


def _has_its_whole(setting: Setting, part: Context) -> bool:
    """Whether the part's own article has a figure that may be its whole: one of its sentence, or one that is
    said to be all there is."""
    own = (
        setting.contexts[place]
        for place in setting.by_article[part.article]
        if setting.contexts[place].figure.sentence_start == part.figure.sentence_start
        or _is_whole(setting, setting.contexts[place])
    )
    return any(
        other is not part
        and other.figure.unit == part.figure.unit
        and other.figure.quantity.dimension == part.figure.quantity.dimension
        and other.figure.high >= part.figure.low
        and _count_one_kind(part, other)
        for other in own
    )
