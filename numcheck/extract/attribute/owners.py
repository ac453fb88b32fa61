"""Finds whose a figure is: the nearest governing name."""

from __future__ import annotations

from numcheck.extract.attribute.phrase import Phrase
from numcheck.extract.attribute.word_forms import is_verb_like
from numcheck.extract.tokens import Sentence
from numcheck.extract.words import noun_class, singular, word_list

__all__ = ["find_owner"]

SPEECH = word_list("speech")
STOPS = word_list("stops")


def find_owner(sentence: Sentence, phrase: Phrase, first: int) -> str:
    """A name among the qualifiers of the noun, or the last before the figure; empty without one."""
    if phrase.qualifiers:
        named = [word for word in phrase.qualifiers if word[:1].isupper()]
        if named:
            return " ".join(named)
    classes = sentence.classes
    index = classes.rfind("C", 0, first)
    while index >= 0:
        stop = index + 1
        if not _opens_plainly(sentence, index):
            while index > 0 and classes[index - 1] == "C":
                index -= 1
            if sentence.lowers[stop] not in SPEECH and sentence.lowers[index - 1] not in SPEECH:
                return " ".join(sentence.words[index:stop])
        index = classes.rfind("C", 0, index)
    return ""


def _opens_plainly(sentence: Sentence, index: int) -> bool:
    """Whether a word has its capital only from opening the sentence or a quotation."""
    if index and sentence.classes[index - 1] not in "\"'":
        return False
    word = sentence.lowers[index]
    return word in STOPS or is_verb_like(word) or bool(noun_class(singular(word)))
