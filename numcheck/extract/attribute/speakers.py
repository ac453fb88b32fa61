"""Who says what a sentence states: "Kirby said", "according to the ministry"."""

from __future__ import annotations

from numcheck.extract.words import function_words, speech_verbs
from numcheck.extract.tokens import Sentence

__all__ = ["find_speaker"]

LONGEST_NAME = 4
# Speakers that are no names: their last word.
OFFICIALS = frozenset(
    "police officials authorities ministry army government spokesman spokeswoman spokesperson company "
    "hospital agency court prosecutors investigators officers military department council union "
    "firefighters rescuers doctors analysts residents witnesses".split()
)


def find_speaker(sentence: Sentence) -> str:
    """The name or office beside the first verb of speech, empty where there is none."""
    verbs = speech_verbs()
    for index, word in enumerate(sentence.words):
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
    if stop and sentence.lower(index) in OFFICIALS:
        return sentence.words[index]
    while index >= 0 and stop - index <= LONGEST_NAME and sentence.classes[index] == "C":
        index -= 1
    words = sentence.words[index + 1 : stop]
    return " ".join(word for word in words if word.lower() not in function_words())


def _name_right(sentence: Sentence, index: int) -> str:
    while index < len(sentence.words) and sentence.lower(index) in ("the", "a", "an", "to"):
        index += 1
    first = index
    while (
        index < len(sentence.words)
        and index - first < LONGEST_NAME
        and sentence.classes[index] == "C"
    ):
        index += 1
    if index > first:
        return " ".join(sentence.words[first:index])
    is_office = first < len(sentence.words) and sentence.lower(first) in OFFICIALS
    return sentence.words[first] if is_office else ""
