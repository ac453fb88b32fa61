"""Finds the counted or measured noun of a figure, with its qualifiers and its complement."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from numcheck.extract.tokens import Sentence
from numcheck.extract.words import is_plural, noun_class, predicate_class, singular, word_list
from numcheck.lexicon import table
from numcheck.model import Mention

__all__ = ["NO_PHRASE", "Phrase", "find_complement", "find_phrase", "is_verb_like"]

LONGEST_PHRASE = 7
LONGEST_WAY_LEFT = 16
LONGEST_NAME = 6
# Nouns that stand directly before the figure that they name: "magnitude 6.4".
NAMING = frozenset({"magnitude", "aged", "age"})
# "the number of convicts" counts convicts.
COUNTING = frozenset({"number", "numbers", "total", "amount", "toll", "count"})
# Kinds whose unit stands where a count has its noun.
KINDS_WITH_UNIT = frozenset({"duration", "measure", "percent", "currency"})
MEASURES = frozenset({"duration", "measure"})
# Classes of words; a number, an article or a currency sign among them ends a noun phrase.
WORDS = "wCITcugX"
ENDS_A_PHRASE = tuple("dyNna$")
# A number in an adjective before the noun: "three [10-year] sentences", "two [40-watt] lamps".
NUMBER_IN_AN_ADJECTIVE = re.compile(r"[dNn]-[uTwc]-?|o-[wTCu]-?")
CHANGES = frozenset({"rise", "fall"})
# Fractions that are periods of a year or of play: "the first quarter".
PARTS = frozenset({"quarter", "quarters", "half", "halves"})
# Between a noun and where, of what or between whom it is.
AROUND_A_PLACE = frozenset(
    {"in", "at", "of", "on", "for", "from", "to", "with", "without", "among", "between"}
)
# Before a figure they count it, and are not what it counts: "an average of 14".
SUMMING = frozenset({"average", "total", "maximum", "minimum", "mean", "combined"})


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase: its head, the words before it, and the tokens that it covers."""

    head: str
    qualifiers: tuple[str, ...]
    first: int
    stop: int


NO_PHRASE = Phrase("", (), 0, 0)


def find_phrase(sentence: Sentence, mention: Mention, first: int, stop: int) -> Phrase:
    """The noun phrase of the mention that takes the tokens ``first`` to ``stop``: after it, or tied to
    it from before; `NO_PHRASE` where the sentence names none beside it."""
    kind = mention.kind
    before = sentence.lowers[first - 1]
    if before in NAMING or (before == "-" and sentence.lowers[first - 2] in NAMING and first > 1):
        index = first - 1 - (before == "-")
        if kind == "count":
            return Phrase(sentence.words[index], (), index, index + 1)
    if kind == "ordinal":
        return _ranked_phrase(sentence, stop)
    if kind == "count":
        if sentence.classes[first] == "X" or _compares(sentence, stop):
            return NO_PHRASE
        right = _phrase_right(sentence, stop)
        if right.head:
            return right
        left = _phrase_left(sentence, first)
        if left.head[:1].isupper() and left.stop > 1:
            return NO_PHRASE  # "Danny Green had 14"
        is_of = sentence.classes[first - 1 : first] == "O"
        return NO_PHRASE if is_of and left.head.lower() in SUMMING else left
    if kind == "fraction" or kind == "ratio":
        right = NO_PHRASE if before == "by" else _phrase_right(sentence, stop)
        return right if right.head or before not in word_list("stating") else _phrase_left(sentence, first)
    if kind in MEASURES:
        return _phrase_of_a_measure(sentence, mention, first, stop)
    stop = _past_a_bracket(sentence, stop)
    if kind == "currency" and (spent := _phrase_of_money(sentence, stop)).head:
        return spent
    if sentence.classes[first - 1 : first] == "a" or before == "the":
        right = _attributed(sentence, stop)
        if right.head:
            return right
    right = _phrase_right(sentence, stop)
    if right.head and (kind == "percent" or before not in word_list("stating")):
        return right
    left = _phrase_left(sentence, first)
    return left if left.head else right


def _attributed(sentence: Sentence, stop: int) -> Phrase:
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


def _compares(sentence: Sentence, stop: int) -> bool:
    """ "a dozen fewer than": how many more or fewer of what was named before."""
    return sentence.lowers[stop] in ("fewer", "more", "less") and sentence.lowers[stop + 1] in (
        "than",
        ",",
        ".",
    )


def _past_a_bracket(sentence: Sentence, stop: int) -> int:
    """The token after a conversion, and after its end: "$10m (£7.5m) bail"."""
    classes = sentence.classes
    if classes[stop : stop + 1] == "(":
        end = classes.find(")", stop, stop + 6)
        return end + 1 if end > 0 and classes[end + 1 : end + 2] == "w" else stop
    is_inside = classes[stop : stop + 1] == ")" and classes[stop + 1 : stop + 2] == "w"
    return stop + 1 if is_inside and sentence.lowers[stop + 1] not in word_list("stops") else stop


def _phrase_of_money(sentence: Sentence, stop: int) -> Phrase:
    """ "$3m in damages", "£2bn in automatic spending cuts"; not "in January", "in total"."""
    if sentence.lowers[stop] not in ("in", "worth") or sentence.classes[stop + 1 : stop + 2] not in (
        "w",
        "C",
    ):
        return NO_PHRASE
    index = stop + 1 + (sentence.lowers[stop + 1] == "of")
    if sentence.lowers[index] in word_list("after_in"):
        return NO_PHRASE
    phrase = _phrase_in(sentence, index, is_compound=True)
    is_name = phrase.head[:1].isupper()
    return NO_PHRASE if is_name else phrase


def _phrase_of_a_measure(sentence: Sentence, mention: Mention, first: int, stop: int) -> Phrase:
    """ "12 tonnes of [ivory]", "a [depth] of 12 miles", "a 10-year [sentence]"; "5 km away" has none."""
    if sentence.classes[stop : stop + 1] == "O":
        right = _phrase_right(sentence, stop)
        if right.head:
            return right
    before = sentence.lowers[first - 1]
    if before in word_list("stating") or predicate_class(before) in CHANGES:
        left = _phrase_left(sentence, first)
        if left.head:
            return left
    bound = sentence.lowers[first]
    if (
        mention.hedge
        and bound in ("above", "below", "over", "under")
        and sentence.classes[first - 1 : first] == "w"
    ):
        return _phrase_ending_at(sentence, first - 1, -1)
    is_compound = "-" in sentence.classes[first:stop] or (
        sentence.is_adjacent(stop - 1)
        and sentence.classes[stop : stop + 1] == "w"  # "18g fat", "a 187km stage"
    )
    return _phrase_right(sentence, stop) if is_compound else NO_PHRASE


def _ranked_phrase(sentence: Sentence, stop: int) -> Phrase:
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
        follows_a_noun = place and not _is_adjective(words[place - 1])
        is_verb = is_plural(word) and _is_verb_in_s(sentence, run[place], after_of=True)
        is_name = sentence.classes[run[place]] == "C" and sentence.classes[run[place - 1]] == "w"
        if follows_a_noun and (is_verb or is_name):
            words = words[:place]  # "his first novel runs to", "the third seed Elina Voss"
            break
    for place, word in enumerate(words):
        if place and is_verb_like(word):
            words = words[:place]
            break
    while words and (words[-1] in word_list("light") or words[-1] in word_list("no_nouns")):
        words.pop()
    if not words:
        return NO_PHRASE
    head = min(len(words), 3) - 1
    qualifiers = tuple(sentence.words[index] for index in run[:head])
    return Phrase(sentence.words[run[head]], qualifiers, run[0], run[head] + 1)


@lru_cache(maxsize=20_000)
def _is_adjective(word: str) -> bool:
    if word in word_list("nouns_like_verbs"):
        return False
    return word in word_list("adjectives") or word.endswith(
        (
            "al",
            "ic",
            "ive",
            "ous",
            "ful",
            "ary",
            "ish",
            "able",
            "ible",
            "ant",
            "ent",
            "less",
            "most",
            "est",
            "ed",
        )
    )


def _phrase_right(sentence: Sentence, stop: int) -> Phrase:
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
    elif sentence.lowers[index] in word_list("determiners") and sentence.lowers[stop - 1] == "half":
        index = _past_determiners(sentence, index)  # "half the deputies"
    if adjective := NUMBER_IN_AN_ADJECTIVE.match(classes, index):
        index = adjective.end()
    is_compound = classes[stop - 2 : stop - 1] == "-" or after_of
    return _phrase_in(sentence, index, is_compound=is_compound, after_of=after_of)


def _past_determiners(sentence: Sentence, index: int) -> int:
    while index < len(sentence.classes) and (
        sentence.lowers[index] in word_list("determiners") or sentence.lowers[index].endswith(("'s", "’s"))
    ):
        index += 1
    return index


def _phrase_in(sentence: Sentence, index: int, *, is_compound: bool, after_of: bool = False) -> Phrase:
    """The noun phrase that begins at a token."""
    run = _run(sentence, index)
    head_at = _head(sentence, run, is_compound=is_compound, after_of=after_of)
    if head_at < 0:
        return NO_PHRASE
    light = word_list("light")
    qualifiers = tuple([sentence.words[i] for i in run[:head_at] if sentence.lowers[i] not in light])
    return Phrase(sentence.words[run[head_at]], qualifiers, run[0], run[head_at] + 1)


def _run(sentence: Sentence, index: int) -> list[int]:
    """The tokens from ``index`` on that may be one noun phrase; quotation marks are passed over, and a
    comma between two adjectives ("four new, liberal lawmakers")."""
    run: list[int] = []
    stops, light = word_list("stops"), word_list("light")
    classes, lowers = sentence.classes, sentence.lowers
    while index < len(classes) and len(run) < LONGEST_PHRASE:
        letter = classes[index]
        if letter in WORDS or (letter in "vqo" and (run or lowers[index] in PARTS)):
            word = lowers[index]
            if word in stops and word not in light and not _is_hyphenated(sentence, index):
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
    is_adjective = (
        not is_plural(word) and not noun_class(word) and (_is_adjective(word) or word.endswith("ing"))
    )
    return is_adjective and sentence.classes[index + 1 : index + 3] in ("ww", "w-")


def _is_between_adjectives(sentence: Sentence, comma: int) -> bool:
    """ "four new, liberal lawmakers"; not "12 people, police said"."""
    before = sentence.lowers[comma - 1]
    return (
        sentence.classes[comma + 1 : comma + 3] == "ww"
        and not is_plural(before)
        and not noun_class(before)
        and _is_adjective(before)
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
    light, no_nouns = word_list("light"), word_list("no_nouns")
    for place, index in enumerate(run):
        word = sentence.lowers[index]
        is_name = place and sentence.classes[index] == "C" and sentence.classes[run[place - 1]] == "w"
        if is_name and not _is_adjective(sentence.lowers[run[place - 1]]):
            run = run[:place]  # "one advantage Romney has"
            break
        opens = all(sentence.lowers[before] in light for before in run[:place])
        if (word in no_nouns and (place or len(run) == 1)) or (
            is_verb_like(word) and not _is_noun_here(sentence, index, opens, is_compound)
        ):
            run = run[:place]
            break
    while run and sentence.lowers[run[-1]] in light:
        run = run[:-1]
    return min(len(run) - 1, 2)


def _is_noun_here(sentence: Sentence, index: int, opens: bool, is_compound: bool) -> bool:
    """Whether a word that may be a verb is a noun: "a 12 percent pay rise", "one more win"."""
    is_either = sentence.lowers[index] in word_list("verbs_or_nouns")
    if sentence.lowers[index].endswith("ly"):
        return False
    if opens:
        return is_compound or (is_either and sentence.lowers[index - 1] in word_list("light"))
    return is_either and sentence.lowers[index + 1] not in ("to", "by", "from", "the", "as")


def _is_verb_in_s(sentence: Sentence, index: int, *, after_of: bool) -> bool:
    """Whether a word in -s after a noun is a verb: "the wage hike highlights the folly", "a third of
    the land belongs to"."""
    word = sentence.lowers[index]
    if word in word_list("verbs_in_s"):
        return True
    if noun_class(singular(word)):
        return False
    following = sentence.lowers[index + 1]
    if following in word_list("after_a_verb"):
        return True
    return after_of and (following == "to" or word in word_list("verbs_or_nouns_in_s"))


@lru_cache(maxsize=50_000)
def is_verb_like(word: str) -> bool:
    """Whether a word looks like a form of a verb that follows a noun, "killed", "remain"."""
    if word in word_list("nouns_like_verbs") or noun_class(singular(word)):
        return False
    if word in word_list("verbs"):
        return True
    return bool(predicate_class(word)) or (len(word) > 4 and word.endswith(("ing", "ed", "ly")))


def _goes_on(sentence: Sentence, index: int) -> bool:
    """Whether a plural after a plural belongs to the noun: "sales figures"; not "teachers plans to"."""
    word, lower = sentence.words[index], sentence.lowers[index]
    return (
        is_plural(word)
        and word[0].islower()
        and not predicate_class(lower)
        and lower not in word_list("verbs_in_s")
        and not (
            lower in word_list("verbs_or_nouns_in_s") and sentence.lowers[index + 1] in ("to", "that", "in")
        )
    )


def _phrase_left(sentence: Sentence, first: int) -> Phrase:
    """The noun phrase that a verb or "of" ties to a figure after it: "the death [toll] rose to".

    Of "the numbers of convicts in Russian prisons fell by" it is the convicts.
    """
    index = first - 1
    lowest = max(-1, first - LONGEST_WAY_LEFT)
    if index > 0 and sentence.classes[index] == ":":
        label = _phrase_ending_at(sentence, index - 1, -1)
        opens = label.first == 0 or sentence.classes[label.first - 1] in "x|-."
        return label if opens and label.head else NO_PHRASE  # "Attendance: 41,207", "• Staff: 4,300"
    if index > 0 and sentence.classes[index] == "O" and sentence.classes[index - 1] in "dyNnv":
        return NO_PHRASE  # "one of four"
    while index > lowest and _ties(sentence, index):
        index -= 1
    if index == first - 1:
        return NO_PHRASE
    phrase = _phrase_ending_at(sentence, index, lowest)
    if sentence.classes[first - 1] == "O":
        is_event = sentence.classes[first] == "v" and predicate_class(phrase.head.lower())
        return NO_PHRASE if is_event else phrase  # "the death of thousands", "a crowd of thousands"
    while phrase.head and phrase.first - 2 > lowest:
        before = phrase.first - 1
        while before > lowest and (
            sentence.lowers[before] in word_list("determiners") or sentence.classes[before] in "dn"
        ):
            before -= 1
        if sentence.lowers[before] not in AROUND_A_PLACE:
            break
        inner = before - 1
        while inner > lowest and sentence.classes[inner] == "w" and is_verb_like(sentence.lowers[inner]):
            inner -= 1  # "contractors employed at the yard"
        outer = _phrase_ending_at(sentence, inner, lowest)
        if not outer.head or (sentence.lowers[before] == "of" and outer.head.lower() in COUNTING):
            break
        phrase = outer
    return phrase


def _ties(sentence: Sentence, index: int) -> bool:
    """Whether a token may stand between a noun and the figure that states it."""
    word, letter = sentence.lowers[index], sentence.classes[index]
    before = sentence.lowers[index - 1] if index else ""
    if before in word_list("determiners") and word not in ("was", "is"):
        return False
    # "the decade increase at", "borrowing costs were cut": a noun itself, after one and before a verb.
    follows_a_noun = index > 0 and sentence.classes[index - 1] in "wCT" and before not in word_list("stops")
    if (
        word in word_list("verbs_or_nouns")
        and follows_a_noun
        and sentence.lowers[index + 1] in word_list("stating")
    ):
        return is_plural(before)
    if word in word_list("stating") or letter in "dyNn%$tX+":
        return True
    return letter == "w" and is_verb_like(word)


def _phrase_ending_at(sentence: Sentence, index: int, lowest: int) -> Phrase:
    letter = sentence.classes[index] if index > lowest else ""
    is_unit = letter in tuple("Tuc") and sentence.classes[index - 1 : index] not in tuple("dyNna%-")
    if letter not in tuple("wCIg") and not is_unit:
        return NO_PHRASE
    word = sentence.lowers[index]
    follows_of = sentence.classes[index + 1 : index + 2] == "O"
    if word in word_list("stops") or word in word_list("no_nouns") or "'" in word or "’" in word:
        return NO_PHRASE
    if word in word_list("speech") and not follows_of:
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


def find_complement(sentence: Sentence, index: int) -> str:
    """What follows the noun that ends at a token, after a preposition: "in Russian prisons"."""
    while sentence.lowers[index] in word_list("directions"):
        index += 1
    if sentence.lowers[index] not in word_list("complement_prepositions"):
        return ""
    start = index
    index += 1
    while index < len(sentence.words) and sentence.lowers[index] in word_list("determiners"):
        index += 1
    begin = index
    while index < len(sentence.words) and index - begin < 3 and sentence.classes[index] in "wCIWM":
        if sentence.lowers[index] in word_list("stops"):
            break
        index += 1
    return " ".join([sentence.words[start], *sentence.words[begin:index]]) if index > begin else ""
