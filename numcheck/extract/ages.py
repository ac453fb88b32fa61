"""Recognises ages: "aged 43", "43-year-old", "Smith, 43,", "children under five", "in her 30s"."""

from __future__ import annotations

import re

from numcheck.extract.recogniser import Claim, recognisers
from numcheck.extract.tokens import Sentence
from numcheck.extract.words import is_plural, noun_class, singular, word_list
from numcheck.model import Mention, Number

__all__ = ["AGES"]

OLDEST = 120
YOUNGEST_IN_BRACKETS = 10
PEOPLE = frozenset({"person", "fighter", "prisoner", "worker", "child", "police", "rescuer"})
TELLING_AN_AGE = frozenset({"is", "was", "turned", "turns"})
# How nouns of persons end that no table has.
DOER = re.compile(
    r"(?:er|or|ist|an|ant|ent|ee|eer|ess|ard|ie|al|eur|ow|phan|uncle|aunt|son|wife|niece|nephew|monk|nun)$"
)
AGE_NUMBER = re.compile(r"[dNn]")


def _is_person(head: str) -> bool:
    return noun_class(head) in PEOPLE or head in word_list("persons")


def _is_whole(number: Number | None, low: int, high: int) -> bool:
    return number is not None and number.form in ("plain", "word") and low <= number.value <= high


def _age(sentence: Sentence, first: int, stop: int, index: int, unit: str = "year") -> Claim | None:
    number = sentence.numbers.get(index)
    if number is None or not 0 < number.value <= OLDEST or number.form in ("grouped", "broken"):
        return None
    start, end = sentence.starts[first], sentence.ends[stop - 1]
    span = sentence.starts[index], sentence.ends[index]
    found = Mention(start, end, "age", number, number, *span, unit=unit)
    return Claim(first, stop, (found,))


def _years_old(sentence: Sentence, match: re.Match[str]) -> Claim | None:
    """ "43-year-old", "43 years old", "six-month-old", "12 years of age"."""
    word = sentence.lowers[match.end() - 1]
    if word not in ("old", "olds") and (word, sentence.lowers[match.end()]) != ("of", "age"):
        return None
    stop = match.end() + (word == "of")
    unit = singular(sentence.lowers[match.start() + match[0].index("T")])
    numbers = [match.start() + place.start() for place in AGE_NUMBER.finditer(match[0])]
    if len(numbers) == 2:
        return _ages(sentence, match.start(), stop, numbers[0], numbers[1]) if unit == "year" else None
    return _age(sentence, match.start(), stop, match.start(), unit)


def _aged(sentence: Sentence, match: re.Match[str]) -> Claim | None:
    """ "aged 43", "age 12", "at the age of 12", "aged 16 and 17", "aged 18 to 24", "aged 3, 5 and 9"."""
    begin = match.start() - 1
    if sentence.lowers[begin] not in ("aged", "age", "ages"):
        return None
    indices = [match.start() + place.start() for place in AGE_NUMBER.finditer(match[0])]
    first = _age(sentence, begin, indices[0] + 1, indices[0])
    if first is None or len(indices) == 1:
        return first
    if match[0][-2] in "-t":
        return _ages(sentence, begin, match.end(), indices[0], indices[1])
    others = [_age(sentence, index, index + 1, index) for index in indices[1:]]
    mentions = [first.mentions[0], *(other.mentions[0] for other in others if other)]
    return Claim(begin, match.end(), tuple(mentions)) if len(mentions) == len(indices) else first


def _ages(sentence: Sentence, first: int, stop: int, low: int, high: int) -> Claim | None:
    """A range of ages between the numbers at two tokens."""
    youngest, oldest = sentence.numbers.get(low), sentence.numbers.get(high)
    if youngest is None or oldest is None or not youngest.value < oldest.value <= OLDEST:
        return None
    span = sentence.starts[low], sentence.ends[high]
    start, end = sentence.starts[first], sentence.ends[stop - 1]
    return Claim(first, stop, (Mention(start, end, "age", youngest, oldest, *span, unit="year"),))


def _of_an_age(sentence: Sentence, match: re.Match[str]) -> Claim | None:
    """ "children under five", "residents over 65", "those under 30": older or younger than."""
    bound = sentence.lowers[match.start() - 1]
    if bound not in ("under", "over", "above", "below"):
        return None
    head = singular(sentence.words[match.start() - 2])
    is_people = _is_person(head) or head in word_list("anybody")
    is_nation = sentence.classes[match.start() - 2] == "C" and is_plural(sentence.words[match.start() - 2])
    if not is_people and not is_nation and not _are_people(sentence, match.start() - 2):
        return None
    if sentence.classes[match.end() : match.end() + 1] in ("w", "u", "T", "%", "m", "c", "C", "-"):
        following = sentence.lowers[match.end()]
        if following not in word_list("stops"):
            return None
    index = match.end() - 1
    return _age(sentence, index, match.end(), index)


def _are_people(sentence: Sentence, index: int) -> bool:
    """Whether a word is "were" and people have been named before it: "of whom 24% were over 65"."""
    return sentence.lowers[index] in ("were", "are") and any(
        noun_class(singular(word)) in PEOPLE or word in ("population", "whom")
        for word in sentence.lowers[:index]
    )


def _at_an_age(sentence: Sentence, match: re.Match[str]) -> Claim | None:
    """ "he left school at 14", "she died at 94"."""
    index = match.start()
    near = sentence.lowers[max(0, index - 5) : index - 1]
    if sentence.lowers[index - 1] != "at" or word_list("at_an_age").isdisjoint(near):
        return None
    return _age(sentence, index, index + 1, index)


def _each_of_two(sentence: Sentence, match: re.Match[str]) -> Claim | None:
    """ "two men, 26 and 31, were"."""
    first = match.start() + 1
    if noun_class(singular(sentence.words[first - 2])) not in PEOPLE:
        return None
    ages = [_age(sentence, index, index + 1, index) for index in (first, first + 2)]
    if None in ages:
        return None
    return Claim(first, match.end(), tuple(age.mentions[0] for age in ages if age))


def _of_somebody(sentence: Sentence, match: re.Match[str]) -> Claim | None:
    """ "a boy of 12 was hurt"; not "a man of 12 trades", "a family of four"."""
    first, stop = match.span()
    goes_on = sentence.classes[stop : stop + 1] in tuple("wCTuc") and sentence.lowers[stop] not in word_list(
        "stops"
    )
    if goes_on or sentence.lowers[first] not in word_list("somebody"):
        return None
    return _age(sentence, stop - 1, stop, stop - 1)


def _who_was(sentence: Sentence, match: re.Match[str]) -> Claim | None:
    """ "Judge Whitlow, who was 83, served"."""
    index = match.start()
    words = sentence.lowers[index - 2 : index]
    is_told = (words[0] in ("who", "she", "he") and words[1] in TELLING_AN_AGE) or (
        words == ["will", "be"] and sentence.lowers[index - 3] in ("who", "she", "he")
    )
    return _age(sentence, index, index + 1, index) if is_told else None


def _titled(sentence: Sentence, match: re.Match[str]) -> Claim | None:
    """ "Mr. Sanders is 74 and Mrs. Clinton is 68"."""
    verb = match.end() - 2
    if sentence.lowers[verb] not in TELLING_AN_AGE:
        return None
    first = verb - 1
    while first and sentence.classes[first] in "C.-" and sentence.lowers[first] not in word_list("titles"):
        first -= 1
    is_told = sentence.lowers[first] in word_list("titles")
    return _age(sentence, verb + 1, verb + 2, verb + 1) if is_told else None


def _in_brackets(sentence: Sentence, match: re.Match[str]) -> Claim | None:
    """ "Ivan Petrov (43)"; not "New York (7)"."""
    index = match.end() - 2
    number = sentence.numbers.get(index)
    if not _is_whole(number, YOUNGEST_IN_BRACKETS, OLDEST):
        return None
    return _age(sentence, index, index + 1, index)


def _told_in_a_word(sentence: Sentence, match: re.Match[str]) -> Claim | None:
    """ "two girls, both 14,"; "Dana Holt, now 32,"."""
    index, before = match.end() - 1, match.start() - 1
    is_name = sentence.classes[before : before + 1] == "C" or (
        before >= 0 and singular(sentence.lowers[before]) in word_list("persons")
    )
    word = sentence.lowers[index - 1]
    is_told = word == "both" or (word in ("now", "then") and is_name)
    return _age(sentence, index, index + 1, index) if is_told else None


def _in_apposition(sentence: Sentence, match: re.Match[str]) -> Claim | None:
    """ "Smith, 43, said", "one of the pilots, 52, had"; "Richard, 8; Campbell, 29; and"."""
    index = match.end() - 1
    before = match.start() - 1 - (sentence.classes[match.start() - 1] == ".")  # "Comeaux Jr., 49,"
    word, letter = sentence.words[before], sentence.classes[before]
    number = sentence.numbers.get(index)
    if sentence.classes[index + 1 : index + 2] == "w":  # "Andrew Lopez, 20 was found guilty"
        is_full_name = sentence.classes[max(0, before - 1) : before + 1] == "CC"
        if not is_full_name or sentence.lowers[index + 1] not in ("is", "was", "has", "who"):
            return None
    if letter not in "CMw" or not _is_whole(number, 1, OLDEST) or len(word) < 2 or word.isupper():
        return None
    following = sentence.classes[match.end() : match.end() + 1]
    if letter == "w" and not (following == "," and _is_one_person(sentence, before)):
        return None
    after = sentence.classes[index + 2 : index + 3]
    if following == "," and (after in tuple("dNny") or (after == "&" and letter == "w")):
        return None
    return _age(sentence, index, index + 1, index)


def _is_one_person(sentence: Sentence, index: int) -> bool:
    """Whether a common noun before a number between commas names somebody whose age it is."""
    head = singular(sentence.words[index])
    if _is_person(head):
        # "the council's 51 members, 37, must": a count of them, and "one of the pilots, 52,": an age.
        counted = any(letter in "dnN" for letter in sentence.classes[max(0, index - 2) : index])
        return not (counted and is_plural(sentence.words[index]))
    if not DOER.search(head):
        return False
    before = range(index - 1, max(-1, index - 5), -1)
    return not is_plural(sentence.words[index]) and any(
        sentence.lowers[near] in ("a", "an", "the", "his", "her") and "," not in sentence.classes[near:index]
        for near in before
    )


def _in_their_thirties(sentence: Sentence, match: re.Match[str]) -> Claim | None:
    """ "in her 30s", "in his late 40s", "in their 60s and 70s": ages, and no decades."""
    index = match.start()
    before = [
        *sentence.lowers[max(0, index - 2) : index],
        sentence.lowers[max(0, index - 4)] if index > 4 else "",
    ]
    number = sentence.numbers.get(index)
    if number is None or sentence.words[index + 1] != "s" or not sentence.is_adjacent(index + 1):
        return None
    if word_list("possessives").isdisjoint(before) or number.value % 10 or not 10 <= number.value <= 100:
        return None
    start, end = sentence.starts[index], sentence.ends[index + 1]
    oldest = number._replace(value=number.value + 9)
    found = Mention(start, end, "age", number, oldest, start, sentence.ends[index], unit="year")
    return Claim(index, index + 2, (found,))


AGES = recognisers(
    ("T dNn", ("age",), r"[dNn]TO(?=w)", _years_old),
    ("T dNn", ("old", "olds"), r"b?[dNn](?:-t|-|t|&)[dNn]-?T-?w", _years_old),
    ("T dNn", ("old", "olds"), r"[dNn]-?T-?w", _years_old),
    (
        "dNn",
        ("aged", "age", "ages"),
        r"(?<=w)O?[dNn](?:-|t)[dNn](?!T|%|m)|(?<=w)O?[dNn](?:(?:,[dNn])*,?&[dNn])?(?!T|%|m)",
        _aged,
    ),
    ("dNn", ("under", "over", "above", "below"), r"[dNn](?<=[wC]w.)", _of_an_age),
    ("dN", ("s",), r"[dN]w", _in_their_thirties),
    ("dN ,", (), r",(?<=[CMw.],)[dN](?=[,.;)w]|&C)", _in_apposition),
    ("dN", ("at",), r"[dN](?<=w.)(?=[,.;]|&|$)", _at_an_age),
    ("dN & ,", (), r",(?<=w,)[dN]&[dN](?=,)", _each_of_two),
    ("dN", ("both", "now", "then"), r",w[dN](?=[,.;])", _told_in_a_word),
    ("dN", ("who", "she", "he"), r"[dN](?<=[wC]w.)(?=[,.&]|$)", _who_was),
    ("dN", word_list("titles"), r"w(?<=Cw)[dN](?=[,.;&]|$)", _titled),
    ("dN", word_list("somebody"), r"wO[dN](?![-%])", _of_somebody),
    ("dN (", (), r"CC\([dN]\)", _in_brackets),
)
