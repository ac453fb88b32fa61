"""Finds the noun phrase that ties a figure after it: "the death [toll] rose to"."""

from __future__ import annotations

from numcheck.extract.attribute.phrase import NO_PHRASE, Phrase
from numcheck.extract.attribute.word_forms import is_verb_like
from numcheck.extract.tokens import Sentence
from numcheck.extract.words import is_plural, predicate_class, word_list

__all__ = ["phrase_ending_at", "phrase_left"]

DETERMINERS = word_list("determiners")
NO_NOUNS = word_list("no_nouns")
SPEECH = word_list("speech")
STATING = word_list("stating")
STOPS = word_list("stops")
VERBS = word_list("verbs")
VERBS_IN_S = word_list("verbs_in_s")
VERBS_OR_NOUNS = word_list("verbs_or_nouns")

LONGEST_WAY_LEFT = 16
LONGEST_NAME = 6
# "the number of convicts" counts convicts.
COUNTING = frozenset({"number", "numbers", "total", "amount", "toll", "count"})
# "on top of $5m", "to the tune of", "in excess of".
BEFORE_OF = frozenset({"top", "tune", "excess"})
# Between a noun and where, of what or between whom it is.
AROUND_A_PLACE = frozenset(
    {"in", "at", "of", "on", "for", "from", "to", "with", "without", "among", "between"}
)


def phrase_left(sentence: Sentence, first: int) -> Phrase:
    """The noun phrase that a verb or "of" ties to a figure after it: "the death [toll] rose to".

    Of "the numbers of convicts in Russian prisons fell by" it is the convicts.
    """
    index = first - 1
    lowest = max(-1, first - LONGEST_WAY_LEFT)
    if index > 0 and sentence.classes[index] == ":":
        label = phrase_ending_at(sentence, index - 1, -1)
        opens = label.first == 0 or sentence.classes[label.first - 1] in "x|-."
        return label if opens and label.head else NO_PHRASE  # "Attendance: 41,207", "• Staff: 4,300"
    if index > 0 and sentence.classes[index] == "O" and sentence.classes[index - 1] in "dyNnv":
        return NO_PHRASE  # "one of four"
    while index > lowest and (_ties(sentence, index) or _opens_a_clause(sentence, index, first)):
        index -= 1
    if index == first - 1:
        return NO_PHRASE
    phrase = phrase_ending_at(sentence, index, lowest)
    if sentence.classes[first - 1] == "O":
        if phrase.head.lower() in BEFORE_OF:
            return NO_PHRASE
        is_event = sentence.classes[first] == "v" and predicate_class(phrase.head.lower())
        return NO_PHRASE if is_event else phrase  # "the death of thousands", "a crowd of thousands"
    while phrase.head and phrase.first - 2 > lowest:
        before = phrase.first - 1
        while before > lowest and (sentence.lowers[before] in DETERMINERS or _is_rank(sentence, before)):
            before -= 1
        if sentence.lowers[before] not in AROUND_A_PLACE:
            break
        if sentence.classes[before] == "t" and not _is_place(sentence, before + 1):
            break  # "proposals to lower taxes to"
        inner = before - 1
        while inner > lowest and sentence.classes[inner] == "w" and is_verb_like(sentence.lowers[inner]):
            inner -= 1  # "contractors employed at the yard"
        outer = phrase_ending_at(sentence, inner, lowest)
        if not outer.head or (sentence.lowers[before] == "of" and outer.head.lower() in COUNTING):
            break
        phrase = outer
    return phrase


def _opens_a_clause(sentence: Sentence, index: int, first: int) -> bool:
    """Whether a comma or an article stands between a noun and the clause that states its figure: "the
    toll, which has reached", "the population, now at", "attendance hit a record"."""
    following = sentence.lowers[index + 1]
    if sentence.classes[index] == ",":
        return following in ("which", "now", "currently", "estimated", "put", "valued")
    is_record = following == "record" and index == first - 2 and sentence.lowers[index] in ("a", "the")
    return is_record or (sentence.lowers[index] == "record" and index == first - 1)


def _is_rank(sentence: Sentence, index: int) -> bool:
    """Whether a number, an ordinal or a year stands before a noun: "the [fourth] quarter"."""
    return sentence.classes[index] in "dnoyq" or sentence.lowers[index] == "second"


def _is_place(sentence: Sentence, index: int) -> bool:
    """ "exports to Saudi Arabia", "threats to the club"; not "plans to lower"."""
    return sentence.classes[index] == "C" or sentence.lowers[index] in DETERMINERS


def _ties(sentence: Sentence, index: int) -> bool:
    """Whether a token may stand between a noun and the figure that states it."""
    word, letter = sentence.lowers[index], sentence.classes[index]
    before = sentence.lowers[index - 1] if index else ""
    if before in DETERMINERS and word not in ("was", "is"):
        return False
    # "the decade increase at", "borrowing costs were cut": a noun itself, after one and before a verb.
    follows_a_noun = index > 0 and sentence.classes[index - 1] in "wCT" and before not in STOPS
    if word in VERBS_OR_NOUNS and follows_a_noun and sentence.lowers[index + 1] in STATING:
        return is_plural(before)
    if word in STATING or letter in "dyNn%$tX+":
        return True
    return letter == "w" and is_verb_like(word)


def phrase_ending_at(sentence: Sentence, index: int, lowest: int) -> Phrase:
    letter = sentence.classes[index] if index > lowest else ""
    is_period = letter == "q" and _is_rank(sentence, index - 1)  # "the third quarter"
    is_unit = letter in tuple("Tuc") and sentence.classes[index - 1 : index] not in tuple("dyNna%-")
    if letter not in tuple("wCIg") and not is_unit and not is_period:
        return NO_PHRASE
    word = sentence.lowers[index]
    follows_of = sentence.classes[index + 1 : index + 2] == "O"
    if word in STOPS or word in NO_NOUNS or "'" in word or "’" in word:
        return NO_PHRASE
    if (word in SPEECH and not follows_of) or word in VERBS_IN_S:
        return NO_PHRASE
    if word in VERBS:
        return NO_PHRASE
    stop = index + 1
    start = index
    while start - 1 > lowest and stop - start < LONGEST_NAME:
        is_joined = sentence.classes[start - 1] in "-&" and (
            sentence.is_adjacent(start) or sentence.classes[start - 2 : start + 1] == "C&C"
        )
        is_part = sentence.classes[start - 1] in "wCI" and sentence.lowers[start - 1] not in word_list(
            "stops"
        )
        if not is_part and not is_joined:
            break
        start -= 1
    return Phrase(sentence.words[stop - 1], tuple(sentence.words[start : stop - 1]), start, stop)
