"""The words of a sentence as attribution sees them: closed classes, plurals, predicates."""

from __future__ import annotations

from functools import cache, lru_cache

from numcheck.lexicon import table

__all__ = [
    "CHANGES",
    "is_plural",
    "noun_class",
    "predicate_class",
    "predicates",
    "singular",
    "word_list",
]

# The classes of predicates that say which way a value moved.
CHANGES = frozenset({"rise", "fall"})


@cache
def word_list(name: str) -> frozenset[str]:
    """One of the lists of the table of function words."""
    return frozenset(table("function_words")[name])


@lru_cache(maxsize=50_000)
def is_plural(word: str) -> bool:
    """Whether a word looks like a plural noun."""
    nouns = table("nouns")
    lower = word.lower()
    if lower in nouns["irregular"]:
        return True
    if lower.endswith("men") and len(lower) > 5:
        return lower not in nouns["not_plural"]
    if not lower.endswith("s") or lower.endswith(("ss", "'s", "’s", "us", "sis")):
        return lower in nouns["plural_in_us"]
    return len(lower) > 3 and lower not in nouns["not_plural"]


@lru_cache(maxsize=50_000)
def singular(word: str) -> str:
    """The singular of a noun, in lower case.

    >>> singular("convicts"), singular("people"), singular("casualties"), singular("ferries")
    ('convict', 'person', 'casualty', 'ferry')
    """
    lower = word.lower()
    irregular: str | None = table("nouns")["irregular"].get(lower)
    if irregular:
        return irregular
    if not is_plural(lower):
        return lower
    if lower.endswith("men"):
        return lower[:-2] + "an"
    if lower.endswith("ies") and len(lower) > 4:
        return lower[:-3] + "y"
    if lower.endswith(("sses", "ches", "shes", "xes")):
        return lower[:-2]
    return lower[:-1]


@cache
def _noun_classes() -> dict[str, str]:
    classes: dict[str, str] = {}
    for name, nouns in table("nouns")["classes"].items():
        for noun in nouns:
            classes.setdefault(noun, name)
    return classes


def noun_class(head: str) -> str:
    """The class of counted nouns that a singular belongs to, empty where it is in none."""
    return _noun_classes().get(head, "")


@cache
def predicates() -> dict[str, str]:
    """The words that say what happened, with their classes."""
    return {form: name for name, forms in table("predicates").items() for form in forms}


def predicate_class(word: str) -> str:
    """The class of what a word says happened, empty where it says nothing of the kind."""
    return predicates().get(word, "")
