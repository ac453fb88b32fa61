"""Weighs whether two figures measure the same thing, from their surroundings alone.

This is the first of two decisions and never looks at the two values: how they differ is the second,
in ``numcheck.link.difference``.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache

from numcheck.extract.words import CHANGES, predicate_class, word_list
from numcheck.lexicon import table
from numcheck.link.concepts import concept
from numcheck.link.context import Context
from numcheck.model import Evidence, Figure

__all__ = [
    "CONVERSION",
    "SUBJECT",
    "name_evidence",
    "names_in",
    "score",
    "shared_rarity",
    "threshold",
    "weigh",
    "words_of_name",
]

# Nouns that count nearly everything.
COMMON_NOUNS = frozenset(
    [
        "person",
        "year",
        "day",
        "month",
        "week",
        "time",
        "thing",
        "number",
        "percent",
        "dollar",
        "cent",
        "way",
        "man",
        "woman",
    ]
)
PERSON_CLASSES = frozenset(
    [
        "person",
        "fighter",
        "prisoner",
        "worker",
        "child",
        "police",
        "rescuer",
        "spectator",
        "death",
        "injury",
    ]
)
COMPLEMENT_LINKS = frozenset(["in", "of", "from", "at", "on", "for", "to", "among", "aboard"])
# Evidence about what is measured, and not only about where.
SUBJECT = frozenset(
    "same_noun_phrase same_noun same_noun_class same_predicate same_words_before same_words_after "
    "same_neighbours same_complement alike_sentences".split()
)
# What must speak for two figures in different units before they are converted.
CONVERSION = 0.5
RARE_WORDS_COUNTED = 4
ALIKE, SIMILAR = 0.5, 0.25


@cache
def _weight(name: str) -> float:
    rows = table("evidence")
    for part in ("for", "against", "prior"):
        if name in rows[part]:
            return float(rows[part][name])
    raise KeyError(name)


@cache
def threshold(name: str) -> float:
    """A threshold of the table of evidence, in nats."""
    return float(table("evidence")["thresholds"][name])


def score(evidence: tuple[Evidence, ...]) -> float:
    """The log-odds that two figures measure the same thing."""
    return sum(piece.weight for piece in evidence)


def weigh(a: Context, b: Context, rarity: Mapping[str, float]) -> tuple[Evidence, ...]:
    """The evidence that two figures of one dimension measure the same thing, the prior first."""
    names = ["prior", *name_evidence(a, b)]
    evidence = [Evidence(name, _weight(name)) for name in names]
    if "same_noun" in names:
        evidence.append(Evidence("telling_noun", _tellingness(a.figure.subject.head, rarity)))
    rare = shared_rarity(a, b, rarity)
    if rare:
        evidence.append(Evidence("shared_rare_word", _weight("shared_rare_word") * rare))
    return tuple(evidence)


def name_evidence(a: Context, b: Context) -> list[str]:
    """The facts about two figures that the table of evidence weighs, by their names."""
    return [
        *_nouns(a, b),
        *_predicates(a.figure, b.figure),
        *_owners(a, b),
        *_complements(a.figure, b.figure),
        *_roles(a, b),
        *_periods(a, b),
        *_surroundings(a, b),
        *_polarity(a, b),
    ]


def _nouns(a: Context, b: Context) -> list[str]:
    first, second = a.figure.subject, b.figure.subject
    if not first.head or not second.head:
        return []
    if first.head != second.head and (_is_a_change(first.head) or _is_a_change(second.head)):
        return []  # "a rise of 32 percent" names the change and not what rose
    if first.head == second.head:
        only = ["only_ones"] if a.rivals == b.rivals == 0 else []
        return [*only, *_same_head(a, b)]
    if first.noun_class and first.noun_class == second.noun_class:
        return ["same_noun_class"]
    if first.head in map(str.lower, second.qualifiers) or second.head in map(str.lower, first.qualifiers):
        return ["same_noun_class"]
    classes = {first.noun_class, second.noun_class}
    if classes == {"person", "fighter"}:
        return ["same_noun_class"]
    if "person" in classes and classes <= PERSON_CLASSES:
        return ["same_common_noun"]
    return ["other_noun"]


def _is_a_change(head: str) -> bool:
    return predicate_class(head) in CHANGES


def _same_head(a: Context, b: Context) -> list[str]:
    qualifiers = {concept(word) for word in a.figure.subject.qualifiers}
    others = {concept(word) for word in b.figure.subject.qualifiers}
    # "had confirmed 1,480 cases" qualifies them as "1,480 confirmed cases" does.
    if qualifiers & {*others, *b.before} or others & set(a.before):
        return ["same_noun_phrase"]
    noun = "same_common_noun" if a.figure.subject.head in COMMON_NOUNS else "same_noun"
    return [noun, "other_qualifiers"] if qualifiers and others else [noun]


def _predicates(a: Figure, b: Figure) -> list[str]:
    first, second = a.subject.predicate, b.subject.predicate
    if not first or not second:
        return []
    return ["same_predicate" if first == second else "other_predicate"]


def _owners(a: Context, b: Context) -> list[str]:
    first, second = names_in(a.figure.subject.owner), names_in(b.figure.subject.owner)
    if not first or not second:
        return []
    if first & second:
        return ["same_owner"]
    # A name that the other sentence holds too is no other owner, only another order of words.
    return [] if first & b.names or second & a.names else ["other_owner"]


@lru_cache(maxsize=20_000)
def names_in(owner: str) -> frozenset[str]:
    """The words of an owner or a speaker that name it, without those that any may have: "The Wex's"."""
    return frozenset(words_of_name(owner)) - word_list("stops") - word_list("titles")


def words_of_name(name: str) -> list[str]:
    """The words of a name, in lower case and without what makes it a possessive."""
    return name.lower().replace("’s", "").replace("'s", "").split()


def _complements(a: Figure, b: Figure) -> list[str]:
    first, second = a.subject.complement.lower(), b.subject.complement.lower()
    if not first or not second:
        return []
    words, others = set(first.split()), set(second.split())
    if _are_other_places(a.subject.complement, b.subject.complement):
        return ["other_place"]
    if (words & others) - COMPLEMENT_LINKS:
        return ["same_complement"]
    return ["other_complement"] if first.split()[0] == second.split()[0] else []


def _are_other_places(first: str, second: str) -> bool:
    """Whether each names something, and not the same: "south of Boston", "south of Cambridge"."""
    names = {word for word in first.split() if word[0].isupper()}
    others = {word for word in second.split() if word[0].isupper()}
    return bool(names) and bool(others) and not names & others


def _roles(a: Context, b: Context) -> list[str]:
    kinds, others = {kind for kind, _ in a.roles}, {kind for kind, _ in b.roles}
    if not kinds or not others:
        return [] if a.is_share == b.is_share else ["other_share"]
    part = {"part", "component"}
    is_part, other_is_part = bool(kinds & part), bool(others & part)
    is_whole, other_is_whole = "whole" in kinds, "whole" in others
    alike = (is_part and other_is_part) or (is_whole and other_is_whole)
    if not alike and ((is_whole and other_is_part) or (is_part and other_is_whole)):
        return ["other_role"]
    return ["same_role"] if {value for _, value in a.roles} & {value for _, value in b.roles} else []


def _periods(a: Context, b: Context) -> list[str]:
    names = []
    first, second = a.figure.period, b.figure.period
    if first and second:
        meets = first.first <= second.last and second.first <= first.last
        names.append("same_period" if meets else "other_period")
    elif a.is_background != b.is_background:
        names.append("other_frame")
    if a.figure.per and a.figure.per == b.figure.per:
        names.append("same_rate")
    return names


def _surroundings(a: Context, b: Context) -> list[str]:
    names = []
    if len(a.before) > 1 and a.before[-2:] == b.before[-2:]:
        names.append("same_words_before")
    if len(a.after) > 1 and a.after[:2] == b.after[:2]:
        names.append("same_words_after")
    if a.before and a.after and a.before[-1:] == b.before[-1:] and a.after[:1] == b.after[:1]:
        names.append("same_neighbours")
    if a.companions & b.companions:
        names.append("same_companion")
    shared = len(a.words & b.words)
    union = len(a.words | b.words)
    if union and shared / union >= ALIKE:
        names.append("alike_sentences")
    elif union and shared / union >= SIMILAR:
        names.append("similar_sentences")
    elif not shared:
        names.append("other_words")
    return names


def _polarity(a: Context, b: Context) -> list[str]:
    """Whether one is told of those against and one of those for: "voted to accept", "voted to reject"."""
    figures = a.figure, b.figure
    is_asked = all(figure.unit == "percent" or figure.subject.predicate == "vote" for figure in figures)
    return ["other_side"] if is_asked and _is_against(a) != _is_against(b) else []


def _is_against(context: Context) -> bool:
    subject = context.figure.subject
    near = {*context.left, *context.right, *context.before, *context.after}
    return subject.is_negated or not near.isdisjoint(_against())


@cache
def _against() -> frozenset[str]:
    return frozenset(map(concept, word_list("against")))


def _tellingness(noun: str, rarity: Mapping[str, float]) -> float:
    """What a shared noun says beyond being shared: a rare one ("depth") more, a common one less."""
    return _weight("telling_noun") * max(-1.0, min(1.0, rarity.get(concept(noun), 4.0) - 3.5))


def shared_rarity(a: Context, b: Context, rarity: Mapping[str, float]) -> float:
    """How many shared words are telling, in units of a word of middling rarity; at most four."""
    shared = sum(max(0.0, rarity.get(word, 4.0) - 2.0) for word in a.words & b.words)
    return min(RARE_WORDS_COUNTED, shared / 2)
