"""Finds the noun phrase after a figure: "50,000 skilled [contractors] fighting in"."""

from __future__ import annotations

import re

from numcheck.extract.attribute.phrase import NO_PHRASE, Phrase
from numcheck.extract.attribute.word_forms import is_adjective, is_verb_like
from numcheck.extract.tokens import Sentence
from numcheck.extract.words import is_plural, noun_class, predicate_class, singular, word_list
from numcheck.lexicon import table

__all__ = ["attributed_phrase", "phrase_in", "phrase_right", "ranked_phrase"]

AFTER_A_VERB = word_list("after_a_verb")
DETERMINERS = word_list("determiners")
LIGHT = word_list("light")
NO_NOUNS = word_list("no_nouns")
STOPS = word_list("stops")
VERBS = word_list("verbs")
VERBS_IN_S = word_list("verbs_in_s")
VERBS_OR_NOUNS = word_list("verbs_or_nouns")
VERBS_OR_NOUNS_IN_S = word_list("verbs_or_nouns_in_s")

LONGEST_PHRASE = 7
LONGEST_SINGULAR = 4
# Classes of words; a number, an article or a currency sign among them ends a noun phrase.
WORDS = "wCITcugX"
ENDS_A_PHRASE = tuple("dyNna$")
# A number in an adjective before the noun: "three [10-year] sentences", "two [40-watt] lamps".
NUMBER_IN_AN_ADJECTIVE = re.compile(r"[dNn]-[uTwc]-?|o-[wTCu]-?")
# After a word they make it a verb.
OBJECTS = frozenset({"it", "them", "him", "us", "me"})
# Fractions that are periods of a year or of play: "the first quarter".
PARTS = frozenset({"quarter", "quarters", "half", "halves"})


def phrase_right(sentence: Sentence, stop: int) -> Phrase:
    """The noun phrase after a figure: "50,000 [personnel]", "90% of those 1,000 [fighters]"."""
    index = stop
    classes = sentence.classes
    after_of = classes[index : index + 1] == "O"
    if after_of and sentence.lowers[index + 1] in ("them", "us", "whom", "which", "it"):
        return NO_PHRASE
    if after_of:
        index = _past_determiners(sentence, index + 1)
        is_counted = classes[index : index + 1] in tuple("dyNn")
        index += is_counted
        after_of = not is_counted  # "two of the three landed"
    elif classes[index : index + 2] in ("-w", "-C") and sentence.is_adjacent(index + 1):
        if classes[index + 2 : index + 3] != "-" or not sentence.is_adjacent(index + 2):
            return Phrase(sentence.words[index + 1], (), index + 1, index + 2)
    elif sentence.lowers[index] in DETERMINERS and sentence.lowers[stop - 1] == "half":
        index = _past_determiners(sentence, index)  # "half the deputies"
    if adjective := NUMBER_IN_AN_ADJECTIVE.match(classes, index):
        index = adjective.end()
    is_compound = classes[stop - 2 : stop - 1] == "-" or after_of
    return phrase_in(sentence, index, is_compound=is_compound, after_of=after_of)


def _past_determiners(sentence: Sentence, index: int) -> int:
    while index < len(sentence.classes) and (
        sentence.lowers[index] in DETERMINERS or sentence.lowers[index].endswith(("'s", "’s"))
    ):
        index += 1
    return index


def phrase_in(sentence: Sentence, index: int, *, is_compound: bool, after_of: bool = False) -> Phrase:
    """The noun phrase that begins at a token."""
    run = _run(sentence, index)
    head_at = _head(sentence, run, is_compound=is_compound, after_of=after_of)
    if head_at < 0:
        return NO_PHRASE
    qualifiers = tuple([sentence.words[i] for i in run[:head_at] if sentence.lowers[i] not in LIGHT])
    return Phrase(sentence.words[run[head_at]], qualifiers, run[0], run[head_at] + 1)


def _run(sentence: Sentence, index: int) -> list[int]:
    """The tokens from ``index`` on that may be one noun phrase; quotation marks are passed over, and a
    comma between two adjectives ("four new, liberal lawmakers")."""
    run: list[int] = []
    classes, lowers = sentence.classes, sentence.lowers
    while index < len(classes) and len(run) < LONGEST_PHRASE:
        letter = classes[index]
        if letter in WORDS or (letter in "vqo" and (run or lowers[index] in PARTS)):
            word = lowers[index]
            if word in STOPS and word not in LIGHT and not _is_hyphenated(sentence, index):
                break
            run.append(index)
        elif letter == ",":
            if not run or not _is_between_adjectives(sentence, index):
                break
        elif letter in "&r":
            if not run or not _joins_adjectives(sentence, index):
                break
        elif letter not in "\"'-" or (letter == "-" and not sentence.is_adjacent(index)):
            break
        index += 1
    return run


def _is_hyphenated(sentence: Sentence, index: int) -> bool:
    """Whether a word is the first part of a compound: "off-duty", "all-male"."""
    return sentence.classes[index + 1 : index + 2] == "-" and sentence.is_adjacent(index + 1)


def _joins_adjectives(sentence: Sentence, index: int) -> bool:
    """ "outgoing and incoming members", "low- or middle-income families"; not "boys and girls"."""
    before = index - 1
    if sentence.classes[before] == "-":
        return sentence.is_adjacent(before)
    word = sentence.lowers[before]
    is_modifier = sentence.classes[index + 1 : index + 3] == "ww" and is_plural(sentence.words[index + 2])
    if is_modifier and not is_plural(word) and sentence.lowers[index - 2] not in ("one", "a", "an"):
        return True  # "654 miles of pedestrian and vehicle barriers"
    describes = not is_plural(word) and not noun_class(word) and (is_adjective(word) or word.endswith("ing"))
    return describes and sentence.classes[index + 1 : index + 3] in ("ww", "w-")


def _is_between_adjectives(sentence: Sentence, comma: int) -> bool:
    """ "four new, liberal lawmakers"; not "12 people, police said"."""
    before = sentence.lowers[comma - 1]
    return (
        sentence.classes[comma + 1 : comma + 3] == "ww"
        and not is_plural(before)
        and not noun_class(before)
        and is_adjective(before)
        and is_plural(sentence.words[comma + 2])
    )


def _head(sentence: Sentence, run: list[int], *, is_compound: bool, after_of: bool) -> int:
    """Where in ``run`` the head stands, -1 where it holds none.

    The first plural ("skilled [contractors] fighting"), moved on over a plural that follows it;
    without a plural a noun of a known class, or else the last word before a verb.
    """
    words = [sentence.lowers[index] for index in run]
    if len(run) > 1 and _is_before_a_figure(sentence, run[-1]) and not noun_class(singular(words[-1])):
        words.pop()  # "the three-day festival drew 45,000"
    if words and sentence.lowers[run[len(words) - 1] + 1] in OBJECTS and not noun_class(singular(words[-1])):
        words.pop()  # "52 percent view it as"
    for place, word in enumerate(words):
        if is_plural(word):
            if place and _is_verb_in_s(sentence, run[place], after_of=after_of):
                return _last_noun(sentence, run[:place], is_compound=is_compound)
            while place + 1 < len(words) and _goes_on(sentence, run[place + 1]):
                place += 1
            return place
    return _last_noun(sentence, run[: len(words)], is_compound=is_compound)


def _is_before_a_figure(sentence: Sentence, index: int) -> bool:
    """Whether a number or an article follows a word, which is then a verb; not "dioxide a year"."""
    following = sentence.classes[index + 1 : index + 2]
    is_rate = following == "a" and sentence.lowers[index + 2] in table("rates")["units"]
    return following in ENDS_A_PHRASE and not is_rate


def _last_noun(sentence: Sentence, run: list[int], *, is_compound: bool) -> int:
    """Where the last of some singular words stands that is no verb, -1 without one."""
    for place, index in enumerate(run):
        word = sentence.lowers[index]
        if _describes(sentence, index, run[-1]):
            continue  # "low-enriched uranium", "highly enriched uranium"
        is_name = place and sentence.classes[index] == "C" and sentence.classes[run[place - 1]] == "w"
        if is_name and not is_adjective(sentence.lowers[run[place - 1]]):
            run = run[:place]  # "one advantage Romney has"
            break
        opens = all(sentence.lowers[before] in LIGHT for before in run[:place])
        if (word in NO_NOUNS and (place or len(run) == 1)) or (
            is_verb_like(word) and not _is_noun_here(sentence, index, run[-1], opens, is_compound)
        ):
            run = run[:place]
            break
    while run and (sentence.lowers[run[-1]] in LIGHT or _is_adverb(sentence.lowers[run[-1]])):
        run = run[:-1]
    return min(len(run), LONGEST_SINGULAR) - 1


def _is_adverb(word: str) -> bool:
    """Whether a word at the end of a phrase belongs to the verb: "the stimulus bill recently passed"."""
    return word.endswith("ly") and is_verb_like(word)


def _describes(sentence: Sentence, index: int, last: int) -> bool:
    """Whether a word that looks like a verb or an adverb is a part of an adjective before the noun."""
    if index >= last:
        return False
    word, before = sentence.lowers[index], sentence.lowers[index - 1]
    if sentence.classes[index - 1 : index] == "-" and sentence.is_adjacent(index):
        return word.endswith(("ed", "ing"))
    if word.endswith("ly"):
        return sentence.lowers[index + 1].endswith("ed")
    return word.endswith("ed") and before.endswith("ly")


def _is_noun_here(sentence: Sentence, index: int, last: int, opens: bool, is_compound: bool) -> bool:
    """Whether a word that may be a verb is a noun: "a 12 percent pay rise", "one more win"; not the
    last of "half of those polled"."""
    is_either = sentence.lowers[index] in VERBS_OR_NOUNS
    if sentence.lowers[index].endswith("ly"):
        return False
    if opens:
        ends = index == last or is_verb_like(sentence.lowers[index + 1])
        is_participle = ends and (sentence.lowers[index].endswith("ed") or sentence.lowers[index] in VERBS)
        return (is_compound and not is_participle) or (is_either and sentence.lowers[index - 1] in LIGHT)
    return is_either and sentence.lowers[index + 1] not in ("to", "by", "from", "the", "as")


def _is_verb_in_s(sentence: Sentence, index: int, *, after_of: bool) -> bool:
    """Whether a word in -s after a noun is a verb: "the wage hike highlights the folly", "a third of
    the land belongs to"."""
    word = sentence.lowers[index]
    if word in VERBS_IN_S or (word == "costs" and _is_before_a_figure(sentence, index)):
        return True
    if noun_class(singular(word)):
        return False
    following = sentence.lowers[index + 1]
    is_rate = following in ("a", "an") and sentence.lowers[index + 2] in table("rates")["units"]
    if following in AFTER_A_VERB and not is_rate:
        return True
    return after_of and (following == "to" or word in VERBS_OR_NOUNS_IN_S)


def _goes_on(sentence: Sentence, index: int) -> bool:
    """Whether a plural after a plural belongs to the noun: "sales figures"; not "teachers plans to"."""
    word, lower = sentence.words[index], sentence.lowers[index]
    return (
        is_plural(word)
        and word[0].islower()
        and not predicate_class(lower)
        and lower not in VERBS_IN_S
        and not (lower in VERBS_OR_NOUNS_IN_S and sentence.lowers[index + 1] in ("to", "that", "in"))
    )


def attributed_phrase(sentence: Sentence, stop: int) -> Phrase:
    """What a figure with an article before it is an adjective to: "the 14% rise", "a £32m signing", "a $2.5
    billion false claims case"."""
    run = _run(sentence, stop)
    head_at = _last_noun(sentence, run, is_compound=True)
    if head_at < 0:
        return NO_PHRASE
    return Phrase(
        sentence.words[run[head_at]],
        tuple([sentence.words[index] for index in run[:head_at]]),
        run[0],
        run[head_at] + 1,
    )


def ranked_phrase(sentence: Sentence, stop: int) -> Phrase:
    """What an ordinal ranks: "the third [quarter]", "her second [rally] of the day"."""
    if sentence.classes[stop : stop + 1] == "-" and sentence.is_adjacent(stop + 1):
        is_superlative = sentence.lowers[stop + 1].endswith("est") or sentence.lowers[stop + 1] == "most"
        if is_superlative:
            return NO_PHRASE
        return Phrase(sentence.words[stop + 1], (), stop + 1, stop + 2)
    if adjective := NUMBER_IN_AN_ADJECTIVE.match(sentence.classes, stop):
        stop = adjective.end()
    run = _run(sentence, stop)
    words = [sentence.lowers[index] for index in run]
    for place, word in enumerate(words):
        follows_a_noun = place and not is_adjective(words[place - 1])
        is_verb = is_plural(word) and _is_verb_in_s(sentence, run[place], after_of=True)
        is_name = sentence.classes[run[place]] == "C" and sentence.classes[run[place - 1]] == "w"
        if follows_a_noun and (is_verb or is_name):
            words = words[:place]  # "his first novel runs to", "the third seed Elina Voss"
            break
    for place, word in enumerate(words):
        if place and is_verb_like(word):
            words = words[:place]
            break
    while words and (words[-1] in LIGHT or words[-1] in NO_NOUNS):
        words.pop()
    if not words:
        return NO_PHRASE
    head = min(len(words), 3) - 1
    qualifiers = tuple(sentence.words[index] for index in run[:head])
    return Phrase(sentence.words[run[head]], qualifiers, run[0], run[head] + 1)
