"""Adjectives and verbs, as far as their form and the tables tell."""

from __future__ import annotations

from functools import lru_cache

from numcheck.extract.words import noun_class, predicate_class, singular, word_list

__all__ = ["is_adjective", "is_verb_like"]

ADJECTIVES = word_list("adjectives")
NOUNS_LIKE_VERBS = word_list("nouns_like_verbs")
VERBS = word_list("verbs")


@lru_cache(maxsize=20_000)
def is_adjective(word: str) -> bool:
    """Whether a word looks like an adjective, which may stand between a number and its noun."""
    if word in NOUNS_LIKE_VERBS:
        return False
    return word in ADJECTIVES or word.endswith(
        (
            "al",
            "ic",
            "ive",
            "ous",
            "ful",
            "ary",
            "ish",
            "able",
            "ible",
            "ant",
            "ent",
            "less",
            "most",
            "est",
            "ed",
        )
    )


@lru_cache(maxsize=50_000)
def is_verb_like(word: str) -> bool:
    """Whether a word looks like a form of a verb that follows a noun, "killed", "remain"."""
    if word in NOUNS_LIKE_VERBS or noun_class(singular(word)):
        return False
    if word in VERBS:
        return True
    return bool(predicate_class(word)) or (len(word) > 4 and word.endswith(("ing", "ed", "ly")))
