"""Who says what a sentence states: "Kirby said", "according to the ministry"."""

from __future__ import annotations

from numcheck.extract.attribute.antecedents import PERSONAL, find_antecedent
from numcheck.extract.tokens import Sentence
from numcheck.extract.words import word_list

__all__ = ["find_speaker"]

OFFICIALS = word_list("officials")
SPEECH = word_list("speech")
STOPS = word_list("stops")

LONGEST_NAME = 4
# Words of an office between a place and the name of who holds it.
LONGEST_OFFICE = 3
BEFORE_A_NAME = frozenset(["the", "a", "an", "to"]) | word_list("titles")


def find_speaker(sentence: Sentence) -> str:
    """The name or office beside the first verb of speech, empty where there is none."""
    verbs = SPEECH & sentence.vocabulary
    for index, word in enumerate(sentence.lowers[: len(sentence.words)]) if verbs else ():
        if word not in verbs:
            continue
        if word == "according":
            speaker = _name_right(sentence, index + 2)
        else:
            speaker = _name_left(sentence, index - 1) or _name_right(sentence, index + 1)
        if speaker:
            return speaker
    return ""


def _name_left(sentence: Sentence, index: int) -> str:
    stop = index + 1
    if stop and sentence.lowers[index] in PERSONAL:
        return find_antecedent(sentence)
    if stop and sentence.lowers[index] in OFFICIALS:
        return sentence.words[index]
    while index >= 0 and stop - index <= LONGEST_NAME and sentence.classes[index] == "C":
        index -= 1
    words = sentence.words[index + 1 : stop]
    return " ".join(word for word in words if word.lower() not in STOPS)


def _name_right(sentence: Sentence, index: int) -> str:
    """ "according to the ministry", "to Kirby", "to Ringvale mayor [Teresa Whitlock]"."""
    while index < len(sentence.words) and (
        sentence.lowers[index] in BEFORE_A_NAME or sentence.classes[index] == "."
    ):
        index += 1
    first = index
    name, index = _run_of_capitals(sentence, index)
    office = index
    while sentence.classes[index : index + 1] == "w" and index - office < LONGEST_OFFICE:
        if sentence.lowers[index] in STOPS or sentence.lowers[index] in SPEECH:
            return name or _office(sentence, first)
        index += 1
    holder = _run_of_capitals(sentence, index)[0] if index > office else ""
    return holder or name or _office(sentence, first)


def _run_of_capitals(sentence: Sentence, index: int) -> tuple[str, int]:
    """The words with a capital from a token on, and the token after them."""
    first = index
    while index < len(sentence.words) and index - first < LONGEST_NAME and sentence.classes[index] == "C":
        index += 1
    return " ".join(sentence.words[first:index]), index


def _office(sentence: Sentence, first: int) -> str:
    is_office = first < len(sentence.words) and sentence.lowers[first] in OFFICIALS
    return sentence.words[first] if is_office else ""
