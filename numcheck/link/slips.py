"""Weighs whether two different figures are one thing told twice, with a slip of the pen in one of them.

The surroundings say whether they measure one thing; the kind of slip says how much likelier the difference
is as a slip than as two things that differ. The weights of both are learnt together, from errors planted in
figures that two articles share, against the figures that differ in the same stories as they were printed.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from functools import cache
from itertools import combinations

from numcheck.extract.words import CHANGES, predicate_class, word_list
from numcheck.lexicon import table
from numcheck.link.concepts import concept
from numcheck.link.context import Context
from numcheck.link.difference import kind_of_slip, significant_digits
from numcheck.link.evidence import SUBJECT, name_evidence, shared_rarity
from numcheck.link.standing import Standing
from numcheck.model import Evidence

__all__ = ["observe", "observe_around", "suspect", "weighed"]

# Words of one side that are nearest to a figure.
NEAREST = 3
COMMONEST = 0.3
# What says less than this, in nats, is left out of the evidence.
LEAST = 0.05
# Likeness of the words around two figures from which they tell what is measured.
TELLING = 0.35
MOST_DIGITS = 5
WORDS_OF_SPORT = 2
# Figures of a sentence that are added up at most.
MOST_PARTS = 8
DOZEN = 12
# What makes a figure one more part: "an additional 350 miles".
INCREMENTS = frozenset(map(concept, ["additional", "another", "extra", "further"]))
# What is left beside those that are named: "California, New York and 11 other states".
REST = concept("other")
NAMES_COUNTED = 5.0


def suspect(a: Context, b: Context, rarity: Mapping[str, float], standing: Standing) -> tuple[Evidence, ...]:
    """The evidence that one of two figures is a slip for the other."""
    return weighed(observe(a, b, rarity, standing))


def weighed(seen: Mapping[str, float]) -> tuple[Evidence, ...]:
    """What is seen of two figures, with the weights of the table; what says next to nothing is left out."""
    weights = _weights()
    return tuple(
        [
            Evidence(name, weights[name] * amount)
            for name, amount in seen.items()
            if abs(weights.get(name, 0.0) * amount) >= LEAST
        ]
    )


@cache
def _weights() -> dict[str, float]:
    return {name: float(weight) for name, weight in table("evidence")["mismatch"].items()}


def observe(a: Context, b: Context, rarity: Mapping[str, float], standing: Standing) -> dict[str, float]:
    """What is seen of two figures of two articles, by name, and how much of it: 1 for a plain fact."""
    slip = kind_of_slip(a.figure, b.figure) or "none"
    digits = min(MOST_DIGITS, max(significant_digits(a.figure), significant_digits(b.figure)))
    seen = {f"slip_{slip}": 1.0, f"digits_of_{slip}": float(digits)}
    return seen | observe_around(a, b, rarity, standing)


def observe_around(
    a: Context, b: Context, rarity: Mapping[str, float], standing: Standing
) -> dict[str, float]:
    """What is seen around two figures of two articles, without a look at how their values differ."""
    amounts = {"prior": 1.0, **dict.fromkeys(name_evidence(a, b), 1.0)}
    amounts |= {
        "peers": -math.log(a.peers * b.peers) / 2,
        "articles": -math.log(standing.articles),
        "alone": float(standing.alone),
        "further": float(standing.further),
        "free": -math.log(standing.free) / 2,
        "neighbours": float(standing.neighbours),
        "shared_rare_word": shared_rarity(a, b, rarity),
        "shared_name": sum(rarity.get(name, 4.0) for name in a.names & b.names) / NAMES_COUNTED,
        "sentences_alike": _likeness(a.words, b.words, rarity),
        "words_near_alike": _likeness({*a.left, *a.right}, {*b.left, *b.right}, rarity),
        "words_before_alike": _likeness(a.left[:NEAREST], b.left[:NEAREST], rarity),
        "words_after_alike": _likeness(a.right[:NEAREST], b.right[:NEAREST], rarity),
        "passages_alike": _likeness(a.passage, b.passage, rarity),
        "other_modifiers": float(len(a.modifiers ^ b.modifiers)),
        "other_noun_missing": float(_lacks_noun(a, b) + _lacks_noun(b, a)),
        "other_noun_elsewhere": float(_has_noun_elsewhere(a, b) + _has_noun_elsewhere(b, a)),
    }
    is_told = not SUBJECT.isdisjoint(amounts) or amounts["words_near_alike"] >= TELLING
    facts = {
        "untold": not is_told,
        "other_day": standing.is_of_another_day,
        "in_sport": _is_sport(a) and _is_sport(b),
        "same_near_name": not a.near_names.isdisjoint(b.near_names),
        "other_near_name": bool(a.near_names and b.near_names) and a.near_names.isdisjoint(b.near_names),
        "other_rest": REST in (*a.after[:1], *b.after[:1]),
        "same_word_before": a.left[:1] == b.left[:1] != (),
        "same_word_after": a.right[:1] == b.right[:1] != (),
        "other_record": _have_other_records(a, b),
        "other_by_a_part": _differ_by_a_part(a, b),
        "other_increment": _is_increment(a) != _is_increment(b),
        "other_change": _is_amount_of_a_change(a) != _is_amount_of_a_change(b),
        "same_hedge": a.figure.approx == b.figure.approx,
        "no_rate": bool(a.figure.per) != bool(b.figure.per),
        "no_noun": not a.figure.subject.head or not b.figure.subject.head,
        "is_money": a.figure.kind == b.figure.kind == "currency",
    }
    return amounts | {name: 1.0 for name, holds in facts.items() if holds}


def _lacks_noun(a: Context, b: Context) -> bool:
    """Whether what one counts is never spoken of in the other's article."""
    head = a.figure.subject.head
    return bool(head) and concept(head) not in b.article_words


def _has_noun_elsewhere(a: Context, b: Context) -> bool:
    """Whether the other's article speaks of what one counts, but not in the other's sentence."""
    head = a.figure.subject.head
    return bool(head) and concept(head) not in b.words and concept(head) in b.article_words


def _is_amount_of_a_change(context: Context) -> bool:
    """ "rose by 25 per cent", "a rise of 25 per cent"; not "to 21 per cent"."""
    if context.figure.subject.role == "by":
        return True
    before = context.before[-2:]
    return len(before) == 2 and before[1] == "of" and predicate_class(before[0]) in CHANGES


def _differ_by_a_part(a: Context, b: Context) -> bool:
    """Whether one or two figures beside one of them make the difference: 12 hurt, "ten passengers and two
    crew"; "fined £2.6m", "a fine of £2.1m, costs of £480,000 and a surcharge of £20,000"."""
    return _makes(a, b) or _makes(b, a)


def _makes(less: Context, more: Context) -> bool:
    dimension = less.figure.quantity.dimension
    beside = [
        value for measure, value in (*less.companions, *more.companions) if measure == dimension and value > 0
    ]
    # Small numbers make any other by chance.
    large = [value for value in beside if value > DOZEN]
    sums = [*beside, *map(sum, combinations(large[:MOST_PARTS], 2))]
    possible = more.figure.quantity.possible
    return any(
        value < more.figure.low and possible.low <= less.figure.low + value <= possible.high for value in sums
    )


def _is_increment(context: Context) -> bool:
    """ "an additional 350 miles", "another 20 people"."""
    words = (*context.before[-2:], *map(str.lower, context.figure.subject.qualifiers))
    return not INCREMENTS.isdisjoint(words)


def _is_sport(context: Context) -> bool:
    """Whether a sentence is about sport: games and seasons hold many figures of one kind."""
    return len(context.words & _sport()) >= WORDS_OF_SPORT


@cache
def _sport() -> frozenset[str]:
    return frozenset(map(concept, word_list("sport")))


def _have_other_records(a: Context, b: Context) -> bool:
    """Whether each stands beside scores, and no score beside both: "53-3, 47 KOs", "52-3 with 46 KOs"."""
    mine, theirs = (
        {value for dimension, value in context.companions if dimension == "score"} for context in (a, b)
    )
    return bool(mine) and bool(theirs) and mine.isdisjoint(theirs)


def _likeness(first: Iterable[str], second: Iterable[str], rarity: Mapping[str, float]) -> float:
    """The cosine similarity of two sets of words, each weighed by its rarity."""
    mine, theirs = set(first), set(second)
    if not mine or not theirs:
        return 0.0

    def size(words: set[str]) -> float:
        return sum([max(COMMONEST, rarity.get(word, 4.0)) for word in words])

    return size(mine & theirs) / math.sqrt(size(mine) * size(theirs))
