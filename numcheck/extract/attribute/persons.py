"""Finds whose age a figure is: "[John Smith], 47", "the 47-year-old suspect, [John Smith]"."""

from __future__ import annotations

from numcheck.extract.attribute.antecedents import PERSONAL, find_antecedent
from numcheck.extract.attribute.word_forms import is_verb_like
from numcheck.extract.tokens import Sentence
from numcheck.extract.words import word_list

__all__ = ["find_person"]

STOPS = word_list("stops")
PLACES_AFTER = word_list("places_after")
# Between a name and an age: "Smith, 47", "Smith (47)", "Smith, who was 47", "the death of Smith at the
# age of 47".
BETWEEN = frozenset([",", "(", "who", "is", "was", "aged", "age", "at", "the", "of", "died", "now", "turned"])
LONGEST_WAY = 5
LONGEST_DESCRIPTION = 3


def find_person(sentence: Sentence, first: int, stop: int) -> str:
    """The name of the person whose age the tokens ``first`` to ``stop`` give; empty where none stands beside
    it."""
    index = first - 1
    while index >= 0 and first - index <= LONGEST_WAY and sentence.lowers[index] in BETWEEN:
        index -= 1
    if index >= 0 and sentence.lowers[index] in PERSONAL and index < first - 1:
        return find_antecedent(sentence)
    named = _name_to(sentence, index) or _name_from(sentence, stop)
    if not named and sentence.lowers[first - 1] == "the" and _stands_alone(sentence, stop):
        return find_antecedent(sentence)
    return named


def _stands_alone(sentence: Sentence, stop: int) -> bool:
    """Whether no noun follows an age: "Lucan Feyer was at home. The 77-year-old said"; not "the 36-year-old
    driver"."""
    following = sentence.lowers[stop]
    return sentence.lowers[stop - 1] == "old" and (
        sentence.classes[stop : stop + 1] in tuple(",.") or following in STOPS or is_verb_like(following)
    )


def _name_to(sentence: Sentence, last: int) -> str:
    """The name that ends with a token; a place or what only opens a sentence is none."""
    first = last
    while first >= 0 and sentence.classes[first] == "C" and sentence.lowers[first] not in STOPS:
        first -= 1
    if sentence.lowers[first] in PLACES_AFTER:
        return ""
    return " ".join(sentence.words[first + 1 : last + 1])


def _name_from(sentence: Sentence, stop: int) -> str:
    """The name that follows an age, past what the person is: "-year-old retired surveyor Derek Halloran",
    "-year-old suspect, Derek Halloran, was"; not "to a 16-year-old girl, Manson spent", "-year-old Manson
    devotee"."""
    index = stop
    while index - stop < LONGEST_DESCRIPTION and sentence.classes[index : index + 1] in ("w", ",", "-"):
        if sentence.lowers[index] in STOPS:
            return ""
        index += 1
    first = index
    while sentence.classes[index : index + 1] == "C":
        index += 1
    is_set_off = sentence.classes[index : index + 1] in ("", ",", ".")
    if "," in sentence.classes[stop:first] or index - first == 1:
        return " ".join(sentence.words[first:index]) if is_set_off else ""
    return " ".join(sentence.words[first:index])
