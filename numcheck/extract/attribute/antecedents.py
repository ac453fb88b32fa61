"""Finds the name that a pronoun stands for: "[Thomas] was hurt. He missed 12 games", "the firm cut 400"."""

from __future__ import annotations

import re
from functools import lru_cache

from numcheck.extract.tokens import Sentence
from numcheck.extract.words import word_list
from numcheck.lexicon import table

__all__ = ["PERSONAL", "POSSESSIVES", "find_antecedent", "pronoun_before"]

PERSONAL = frozenset(["he", "she"])
POSSESSIVES = frozenset(["its", "his", "her"])
PRONOUNS = PERSONAL | POSSESSIVES | {"it"}
# What an article calls by a common noun once it has named it.
CALLED = word_list("called_by_a_noun")
# Characters before a sentence among which the name is looked for.
FAR = 400
# "HALDERBY, England (CPA) - ", "HALDERBY - "
DATELINE = re.compile(r"[^a-z]{0,3}(?:, [A-Z][a-z]+)?(?: \([A-Z]+\))? *[-–—]")
WORDS_BEFORE_A_SUBJECT = 4
SENTENCE_END = re.compile(r"[.!?][\"”’)]*\s|\n")
NAME = re.compile(r"[A-Z][\w'’&-]*+(?: [A-Z][\w'’&-]*+)*+")


@lru_cache(maxsize=1)
def _no_names() -> frozenset[str]:
    calendar = table("calendar")
    return word_list("stops") | {name.lower() for key in ("weekdays", "months") for name in calendar[key]}


def pronoun_before(sentence: Sentence, first: int) -> int:
    """The place of the last word before a figure that stands for a name, -1 where there is none."""
    lowers = sentence.lowers
    if sentence.vocabulary.isdisjoint(PRONOUNS) and sentence.vocabulary.isdisjoint(CALLED):
        return -1
    for index in range(first - 1, -1, -1):
        if lowers[index] in PRONOUNS or (lowers[index] in CALLED and lowers[index - 1] == "the"):
            return index
    return -1


def find_antecedent(sentence: Sentence) -> str:
    """The name that stands where a subject does in the nearest sentence before that has one there."""
    start = sentence.starts[0]
    before = sentence.text[max(0, start - FAR) : start]
    for part in reversed(SENTENCE_END.split(before)):
        for match in NAME.finditer(part):
            words = [word for word in match[0].split(" ") if word.lower() not in _no_names()]
            previous = part[: match.start()].split()
            if len(previous) > WORDS_BEFORE_A_SUBJECT:
                break
            if match[0].isupper() and DATELINE.match(part, match.end()):
                continue
            if words and not (previous and previous[-1].lower() in word_list("places_after")):
                return " ".join(words)
    return ""
