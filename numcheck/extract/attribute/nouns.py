"""Finds the counted noun of a figure, its qualifiers, its complement and its predicate."""

from __future__ import annotations

import re
from dataclasses import dataclass

from numcheck.extract.tokens import Sentence
from numcheck.extract.words import is_plural, noun_class, predicate_class, singular, word_list
from numcheck.model import Mention, Subject

__all__ = ["find_subject"]

LONGEST_PHRASE = 7
LONGEST_WAY_LEFT = 12
LONGEST_WAY_TO_PREDICATE = 7
# Nouns that stand directly before the figure that they name: "magnitude 6.4".
NAMING = frozenset({"magnitude", "aged", "age"})
# "the number of convicts" counts convicts.
COUNTING = frozenset({"number", "numbers", "total", "amount", "toll", "count"})
# A figure or a semicolon between a figure and a verb: the verb is another one's.
OTHER_FIGURE = re.compile(r"[dyNn;]")
KINDS_WITH_NO_NOUN = frozenset({"date", "time", "score"})
# Kinds whose unit stands where a count has its noun.
KINDS_WITH_UNIT = frozenset({"duration", "measure", "percent", "currency"})


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase: its head, the words before it, and the tokens that it covers."""

    head: str
    qualifiers: tuple[str, ...]
    first: int
    stop: int


NO_PHRASE = Phrase("", (), 0, 0)


def find_subject(sentence: Sentence, mention: Mention, first: int, stop: int) -> Subject:
    """The subject of the mention that takes the tokens ``first`` to ``stop``, without relations."""
    if mention.kind in KINDS_WITH_NO_NOUN:
        return Subject(owner=_owner(sentence, NO_PHRASE, first))
    phrase = _phrase(sentence, mention, first, stop)
    head = singular(phrase.head) if phrase.head else ""
    return Subject(
        noun=phrase.head,
        head=head,
        noun_class=noun_class(head),
        qualifiers=phrase.qualifiers,
        complement=_complement(sentence, max(phrase.stop, stop)),
        predicate=_predicate(sentence, phrase, first, stop),
        owner=_owner(sentence, phrase, first),
    )


def _phrase(sentence: Sentence, mention: Mention, first: int, stop: int) -> Phrase:
    """The noun phrase of a figure: after it, or tied to it from before."""
    before = sentence.lower(first - 1)
    if before in NAMING and mention.kind == "count":
        return Phrase(sentence.words[first - 1], (), first - 1, first)
    if mention.kind in KINDS_WITH_UNIT and before in word_list("stating"):
        left = _phrase_left(sentence, first)
        if left.head:
            return left
    if mention.kind in ("duration", "measure") and sentence.classes[stop : stop + 1] not in (
        "O",
        "",
    ):
        is_compound = "-" in sentence.classes[first:stop]
        return _phrase_right(sentence, stop) if is_compound else NO_PHRASE
    right = _phrase_right(sentence, stop)
    return right if right.head else _phrase_left(sentence, first)


def _is_word(sentence: Sentence, index: int) -> bool:
    return sentence.classes[index] in "wCI"


def _phrase_right(sentence: Sentence, stop: int) -> Phrase:
    """The noun phrase after a figure: "50,000 [personnel]", "90% of those 1,000 [fighters]"."""
    index = stop
    classes = sentence.classes
    if classes[index : index + 1] == "O":
        index += 1
        while index < len(classes) and sentence.lower(index) in word_list("determiners"):
            index += 1
        if classes[index : index + 1] in tuple("dyNn"):
            index += 1
    elif classes[index : index + 2] in ("-w", "-C") and sentence.is_adjacent(index + 1):
        return Phrase(sentence.words[index + 1], (), index + 1, index + 2)
    run = _run(sentence, index)
    is_compound = sentence.classes[stop - 2 : stop - 1] == "-"
    head_at = _head(sentence, run, is_compound=is_compound)
    if head_at < 0:
        return NO_PHRASE
    qualifiers = tuple(
        sentence.words[i] for i in run[:head_at] if sentence.lower(i) not in word_list("light")
    )
    return Phrase(sentence.words[run[head_at]], qualifiers, run[0], run[head_at] + 1)


def _run(sentence: Sentence, index: int) -> list[int]:
    """The tokens from ``index`` on that may be one noun phrase; quotation marks are passed over."""
    run: list[int] = []
    stops = word_list("stops")
    while index < len(sentence.classes) and len(run) < LONGEST_PHRASE:
        letter = sentence.classes[index]
        if letter in "wCITcu" or (letter == "v" and run):
            word = sentence.words[index].lower()
            if word in stops and word not in word_list("light"):
                break
            run.append(index)
        elif letter not in "\"'-" or (letter == "-" and not sentence.is_adjacent(index)):
            break
        index += 1
    return run


def _head(sentence: Sentence, run: list[int], *, is_compound: bool) -> int:
    """Where in ``run`` the head stands, -1 where it holds none.

    The first plural ("skilled [contractors] fighting"), moved on over a plural that follows it;
    without a plural a noun of a known class, or else the last word before a verb.
    """
    words = [sentence.lower(index) for index in run]
    if len(run) > 1 and sentence.classes[run[-1] + 1 : run[-1] + 2] in tuple("dyNna$"):
        # No noun stands before a number or an article: "the three-day festival drew 45,000".
        words.pop()
    for place, word in enumerate(words):
        if is_plural(word):
            while place + 1 < len(words) and _goes_on(sentence, run[place + 1]):
                place += 1
            return place
    for place, word in enumerate(words):
        if noun_class(word):
            return place
    while words and (words[-1] in word_list("light") or words[-1] in word_list("no_nouns")):
        words.pop()
    for place, word in enumerate(words):
        if _is_verb_like(word) and not (place == 0 and is_compound):
            return place - 1
    return min(len(words) - 1, 2)


def _is_verb_like(word: str) -> bool:
    if noun_class(singular(word)) or word in word_list("nouns_like_verbs"):
        return False
    return bool(predicate_class(word)) or word.endswith(("ing", "ed", "ly"))


def _goes_on(sentence: Sentence, index: int) -> bool:
    word = sentence.words[index]
    return is_plural(word) and not predicate_class(word.lower()) and word[0].islower()


def _phrase_left(sentence: Sentence, first: int) -> Phrase:
    """The noun phrase that a verb or "of" ties to a figure after it: "the death [toll] rose to".

    Of "the numbers of convicts in Russian prisons fell by" it is the convicts.
    """
    index = first - 1
    lowest = max(-1, first - LONGEST_WAY_LEFT)
    while index > lowest and _ties(sentence, index):
        index -= 1
    if index == first - 1:
        return NO_PHRASE
    phrase = _phrase_ending_at(sentence, index, lowest)
    if sentence.lower(first - 1) == "of":
        return phrase
    while phrase.head and phrase.first - 2 > lowest:
        before = phrase.first - 1
        while before > lowest and sentence.lower(before) in word_list("determiners"):
            before -= 1
        if sentence.lower(before) not in ("in", "at", "of", "on", "for"):
            break
        outer = _phrase_ending_at(sentence, before - 1, lowest)
        if not outer.head or (sentence.lower(before) == "of" and outer.head.lower() in COUNTING):
            break
        phrase = outer
    return phrase


def _ties(sentence: Sentence, index: int) -> bool:
    """Whether a token may stand between a noun and the figure that states it."""
    word = sentence.lower(index)
    if index and sentence.lower(index - 1) in word_list("determiners"):
        return False
    return (
        word in word_list("stating")
        or sentence.classes[index] in "dyNn%$t"
        or (
            sentence.classes[index] == "w"
            and _is_verb_like(word)
            and word not in word_list("nouns_like_verbs")
        )
    )


def _phrase_ending_at(sentence: Sentence, index: int, lowest: int) -> Phrase:
    if index <= lowest or not _is_word(sentence, index):
        return NO_PHRASE
    word = sentence.lower(index)
    if word in word_list("stops") or word in word_list("speech") or word in word_list("no_nouns"):
        return NO_PHRASE
    stop = index + 1
    start = index
    while start - 1 > lowest and stop - start < 3 and _is_word(sentence, start - 1):
        if sentence.lower(start - 1) in word_list("stops"):
            break
        start -= 1
    return Phrase(sentence.words[stop - 1], tuple(sentence.words[start : stop - 1]), start, stop)


def _complement(sentence: Sentence, index: int) -> str:
    """What follows the noun after a preposition: "in Russian prisons"."""
    while sentence.lower(index) in word_list("directions"):
        index += 1
    if sentence.lower(index) not in word_list("complement_prepositions"):
        return ""
    start = index
    index += 1
    while index < len(sentence.words) and sentence.lower(index) in word_list("determiners"):
        index += 1
    begin = index
    while index < len(sentence.words) and index - begin < 3 and sentence.classes[index] in "wCIWM":
        if sentence.lower(index) in word_list("stops"):
            break
        index += 1
    return " ".join([sentence.words[start], *sentence.words[begin:index]]) if index > begin else ""


def _predicate(sentence: Sentence, phrase: Phrase, first: int, stop: int) -> str:
    """The class of the nearest word that says what happened, without crossing another figure."""
    right = max(phrase.stop, stop) if phrase.first >= first else stop
    for distance in range(LONGEST_WAY_TO_PREDICATE):
        for index, between in (
            (right + distance, sentence.classes[right : right + distance]),
            (first - 1 - distance, sentence.classes[max(0, first - 1 - distance) : first]),
        ):
            if not 0 <= index < len(sentence.words):
                continue
            name = predicate_class(sentence.lower(index))
            if name and not OTHER_FIGURE.search(between):
                return name
    return predicate_class(phrase.head.lower())


def _owner(sentence: Sentence, phrase: Phrase, first: int) -> str:
    """The nearest governing name: among the qualifiers, or the last before the figure."""
    named = [word for word in phrase.qualifiers if word[:1].isupper()]
    if named:
        return " ".join(named)
    index = first - 1
    while index >= 0:
        if sentence.classes[index] == "C" and not _opens_plainly(sentence, index):
            stop = index + 1
            while index > 0 and sentence.classes[index - 1] == "C":
                index -= 1
            verbs = word_list("speech")
            if sentence.lower(stop) not in verbs and sentence.lower(index - 1) not in verbs:
                return " ".join(sentence.words[index:stop])
        index -= 1
    return ""


def _opens_plainly(sentence: Sentence, index: int) -> bool:
    """Whether a word has its capital only from opening the sentence or a quotation."""
    if index and sentence.classes[index - 1] not in "\"'":
        return False
    word = sentence.lower(index)
    return word in word_list("stops") or _is_verb_like(word) or bool(noun_class(singular(word)))
