"""Who says what a sentence states: "Kirby said", "according to the ministry"."""

from __future__ import annotations

from numcheck.extract.tokens import Sentence
from numcheck.extract.words import word_list

__all__ = ["find_speaker"]

OFFICIALS = word_list("officials")
SPEECH = word_list("speech")
STOPS = word_list("stops")

LONGEST_NAME = 4


def find_speaker(sentence: Sentence) -> str:
    """The name or office beside the first verb of speech, empty where there is none."""
    verbs = SPEECH & sentence.vocabulary
    for index, word in enumerate(sentence.words) if verbs else ():
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
    if stop and sentence.lowers[index] in OFFICIALS:
        return sentence.words[index]
    while index >= 0 and stop - index <= LONGEST_NAME and sentence.classes[index] == "C":
        index -= 1
    words = sentence.words[index + 1 : stop]
    return " ".join(word for word in words if word.lower() not in STOPS)


def _name_right(sentence: Sentence, index: int) -> str:
    while index < len(sentence.words) and sentence.lowers[index] in ("the", "a", "an", "to"):
        index += 1
    first = index
    while index < len(sentence.words) and index - first < LONGEST_NAME and sentence.classes[index] == "C":
        index += 1
    if index > first:
        return " ".join(sentence.words[first:index])
    is_office = first < len(sentence.words) and sentence.lowers[first] in OFFICIALS
    return sentence.words[first] if is_office else ""
