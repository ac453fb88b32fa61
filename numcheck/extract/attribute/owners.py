"""Finds whose a figure is: the nearest governing name, or what a nearer pronoun stands for."""

from __future__ import annotations

from numcheck.extract.attribute.antecedents import POSSESSIVES, find_antecedent, pronoun_before
from numcheck.extract.attribute.phrase import Phrase
from numcheck.extract.attribute.word_forms import is_verb_like
from numcheck.extract.tokens import Sentence
from numcheck.extract.words import noun_class, singular, word_list

__all__ = ["find_owner"]

SPEECH = word_list("speech")
STOPS = word_list("stops")
PLACES_AFTER = word_list("places_after")


def find_owner(sentence: Sentence, phrase: Phrase, first: int) -> str:
    """A name among the qualifiers of the noun, or the last before the figure, or the one that a pronoun
    between them stands for; empty without one."""
    if phrase.qualifiers:
        named = [word for word in phrase.qualifiers if word[:1].isupper()]
        if named:
            return " ".join(named)
    if POSSESSIVES.intersection(sentence.lowers[first + 1 : first + 4]):
        # "Halder Trains says 1,900 of its employees"
        return _name_before(sentence, first) or find_antecedent(sentence)
    classes = sentence.classes
    index = classes.rfind("C", 0, first)
    pronoun = pronoun_before(sentence, first)
    if index <= pronoun and pronoun >= 0:
        return _name_before(sentence, pronoun) or find_antecedent(sentence)
    while index >= 0:
        stop = index + 1
        if not _opens_plainly(sentence, index):
            while index > 0 and classes[index - 1] == "C":
                index -= 1
            if sentence.lowers[stop] not in SPEECH and sentence.lowers[index - 1] not in SPEECH:
                return " ".join(sentence.words[index:stop])
        index = classes.rfind("C", 0, index)
    return ""


def _name_before(sentence: Sentence, pronoun: int) -> str:
    """The nearest name before a pronoun, whatever it does there: "[Scott Peterson] said his wife"."""
    stop = sentence.classes.rfind("C", 0, pronoun) + 1
    first = stop
    while first > 0 and sentence.classes[first - 1] == "C" and not _opens_plainly(sentence, first - 1):
        first -= 1
    is_place = sentence.lowers[first - 1] in PLACES_AFTER
    return "" if is_place else " ".join(sentence.words[first:stop])


def _opens_plainly(sentence: Sentence, index: int) -> bool:
    """Whether a word has its capital only from opening the sentence or a quotation."""
    if index and sentence.classes[index - 1] not in "\"'":
        return False
    word = sentence.lowers[index]
    return word in STOPS or is_verb_like(word) or bool(noun_class(singular(word)))
