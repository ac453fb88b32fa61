"""Finds the counted or measured noun of a figure, with its qualifiers and its complement."""

from __future__ import annotations

from numcheck.extract.attribute.phrase import NO_PHRASE, Phrase
from numcheck.extract.attribute.phrases_left import phrase_ending_at, phrase_left
from numcheck.extract.attribute.phrases_right import attributed_phrase, phrase_in, phrase_right, ranked_phrase
from numcheck.extract.attribute.word_forms import is_verb_like
from numcheck.extract.tokens import Sentence
from numcheck.extract.words import CHANGES, predicate_class, word_list
from numcheck.model import Mention
from numcheck.units import dimension_of

__all__ = ["find_complement", "find_phrase"]

AFTER_IN = word_list("after_in")
COMPLEMENT_PREPOSITIONS = word_list("complement_prepositions")
DETERMINERS = word_list("determiners")
DIRECTIONS = word_list("directions")
MEASURING = word_list("measuring")
STATING = word_list("stating")
STOPS = word_list("stops")
VERBS_IN_S = word_list("verbs_in_s")

# Nouns that stand directly before the figure that they name: "magnitude 6.4".
NAMING = frozenset({"magnitude", "aged", "age"})
MEASURES = frozenset({"duration", "measure"})
# Before a figure they count it, and are not what it counts: "an average of 14".
SUMMING = frozenset({"average", "total", "maximum", "minimum", "mean", "combined"})


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
        return ranked_phrase(sentence, stop)
    if kind == "count":
        if sentence.classes[first] == "X" or _compares(sentence, stop):
            return NO_PHRASE
        right = phrase_right(sentence, stop)
        if right.head:
            return right
        if _is_done(sentence, first):
            return NO_PHRASE
        left = phrase_left(sentence, first)
        if left.head[:1].isupper() and left.stop > 1:
            return NO_PHRASE  # "Danny Green had 14"
        is_of = sentence.classes[first - 1 : first] == "O"
        return NO_PHRASE if is_of and left.head.lower() in SUMMING else left
    if kind == "ratio":
        return NO_PHRASE
    if kind == "fraction":
        right = NO_PHRASE if before == "by" else phrase_right(sentence, stop)
        return right if right.head or before not in STATING else phrase_left(sentence, first)
    if kind in MEASURES:
        return _phrase_of_a_measure(sentence, mention, first, stop)
    stop = _past_a_bracket(sentence, stop)
    if kind == "currency" and (spent := _phrase_of_money(sentence, stop)).head:
        return spent
    is_before_a_verb = sentence.lowers[stop] in VERBS_IN_S  # "the $1 billion comes"
    if (sentence.classes[first - 1 : first] == "a" or before == "the") and not is_before_a_verb:
        right = attributed_phrase(sentence, stop)
        if right.head:
            return right
    right = NO_PHRASE if is_before_a_verb else phrase_right(sentence, stop)
    if right.head and (kind == "percent" or before not in STATING):
        return right
    if kind == "currency" and _is_done(sentence, first):
        return right
    left = phrase_left(sentence, first)
    return left if left.head else right


def _is_done(sentence: Sentence, first: int) -> bool:
    """Whether the verb before a figure says what somebody did with it: "the firm received $5m" and "the
    blast killed 17" count no firms and blasts; "sales exceeded $5m" tells the sales."""
    index = first - 1
    while sentence.lowers[index] in ("only", "just", "another"):
        index -= 1
    verb = sentence.lowers[index]
    if verb in ("put", "brought"):
        return True  # "put at $5m" states, "put $5m into" does
    return (
        index >= 0
        and sentence.classes[index] == "w"
        and is_verb_like(verb)
        and not verb.endswith("ly")
        and predicate_class(verb) not in CHANGES
        and verb not in STATING
        and verb not in MEASURING
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
    return stop + 1 if is_inside and sentence.lowers[stop + 1] not in STOPS else stop


def _phrase_of_money(sentence: Sentence, stop: int) -> Phrase:
    """ "$3m in damages", "£2bn in automatic spending cuts"; not "in January", "in total"."""
    if sentence.lowers[stop] not in ("in", "worth") or sentence.classes[stop + 1 : stop + 2] not in (
        "w",
        "C",
    ):
        return NO_PHRASE
    index = stop + 1 + (sentence.lowers[stop + 1] == "of")
    if sentence.lowers[index] in AFTER_IN:
        return NO_PHRASE
    phrase = phrase_in(sentence, index, is_compound=True)
    is_name = phrase.head[:1].isupper()
    return NO_PHRASE if is_name else phrase


def _phrase_of_a_measure(sentence: Sentence, mention: Mention, first: int, stop: int) -> Phrase:
    """ "12 tonnes of [ivory]", "a [depth] of 12 miles", "a 10-year [sentence]"; "5 km away" has none."""
    is_from = dimension_of(mention.unit) == "length" and sentence.lowers[stop + 1] in DETERMINERS
    if sentence.classes[stop : stop + 1] == "O" and not is_from:  # "600 yards of the ship" is how near
        right = phrase_right(sentence, stop)
        if right.head:
            return right
    before = sentence.lowers[first - 1]
    is_away = before == "from" and predicate_class(sentence.lowers[first - 2]) not in CHANGES
    if (before in STATING and not is_away) or predicate_class(before) in CHANGES:
        left = phrase_left(sentence, first)
        if left.head:
            return left
    bound = sentence.lowers[first]
    if (
        mention.hedge
        and bound in ("above", "below", "over", "under")
        and sentence.classes[first - 1 : first] == "w"
    ):
        return phrase_ending_at(sentence, first - 1, -1)
    is_compound = "-" in sentence.classes[first:stop] or (
        sentence.is_adjacent(stop - 1)
        and sentence.classes[stop : stop + 1] == "w"  # "18g fat", "a 187km stage"
    )
    return phrase_right(sentence, stop) if is_compound else NO_PHRASE


def find_complement(sentence: Sentence, index: int) -> str:
    """What follows the noun that ends at a token, after a preposition: "in Russian prisons", "in the town
    of Orlesk"."""
    while sentence.lowers[index] in DIRECTIONS:
        index += 1
    if sentence.lowers[index] not in COMPLEMENT_PREPOSITIONS:
        return ""
    start = index
    index += 1
    while index < len(sentence.words) and sentence.lowers[index] in DETERMINERS:
        index += 1
    begin = index
    while index < len(sentence.words) and index - begin < 3 and sentence.classes[index] in "wCIWM":
        if sentence.lowers[index] in STOPS:
            break
        index += 1
    if index > begin and sentence.lowers[index] == "of" and sentence.classes[index + 1 : index + 2] == "C":
        index += 2
        while sentence.classes[index : index + 1] == "C":
            index += 1
    return " ".join([sentence.words[start], *sentence.words[begin:index]]) if index > begin else ""
