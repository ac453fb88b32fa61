"""Recognises fractions, proportions, scores and ordinals."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from numcheck.extract.recogniser import Claim, Recogniser, mention
from numcheck.extract.tokens import Sentence
from numcheck.extract.words import word_list
from numcheck.lexicon import table
from numcheck.model import Mention, Number

__all__ = ["FRACTIONS_AND_SCORES"]

LARGEST_GOALS = 200


def _fraction_of(sentence: Sentence, match: re.Match[str], numerator: Decimal, word: str) -> Claim:
    denominator = table("numerals")["fractions"][word]
    number = Number(numerator / denominator, Decimal("0.01"), "fraction")
    found = mention(sentence, match.start(), match.end(), "fraction", number)
    return Claim(match.start(), match.end(), (found,))


def _named_fraction(sentence: Sentence, match: re.Match[str]) -> Claim | None:
    """ "two-thirds", "three quarters"; not "two third-party", nor "in two halves"."""
    word = sentence.lower(match.end() - 1)
    number = sentence.numbers.get(match.start())
    if number is None or number.magnitude != 1 or word == "halves":
        return None
    if word in ("half", "third", "quarter") and number.value != 1:
        return None
    if word == "quarters" and number.value != 3:
        return None
    return _fraction_of(sentence, match, number.value, word)


def _a_fraction(sentence: Sentence, match: re.Match[str]) -> Claim | None:
    """ "a third of", "a fifth of", "half of", "by a third"; not "a third man", "the half"."""
    has_article, has_of = match[0][0] == "a", match[0][-1] == "O"
    index = match.start() + has_article
    word, before = sentence.lower(index), sentence.lower(match.start() - 1)
    is_told = has_of or before in word_list("before_fractions")
    if before in ("the", "first", "second", "other") or not is_told:
        return None
    if word != "half" and (not has_article or word not in _singular_denominators()):
        return None
    denominator = 2 if word == "half" else _singular_denominators()[word]
    number = Number(Decimal(1) / denominator, Decimal("0.01"), "fraction")
    found = mention(sentence, match.start(), index + 1, "fraction", number)
    return Claim(match.start(), index + 1, (found,))


@cache
def _singular_denominators() -> dict[str, int]:
    numerals = table("numerals")
    named = {word: size for word, size in numerals["ordinals"].items() if 2 < size <= 10}
    return {**named, "quarter": 4}


def _one_in_five(sentence: Sentence, match: re.Match[str]) -> Claim | None:
    """ "one in five", "nine in ten", "one out of three", "nine of 10"; not "two in 2016"."""
    words = sentence.words[match.start() + 1 : match.end() - 1]
    if [word.lower() for word in words] not in (["in"], ["out", "of"]):
        return None
    part = sentence.numbers.get(match.start())
    whole = sentence.numbers.get(match.end() - 1)
    if part is None or whole is None or not 0 < part.value < whole.value <= 100:
        return None
    is_word = part.form == "word" or words[0].lower() == "out"
    if not is_word or sentence.classes[match.end() : match.end() + 1] in tuple("TM%"):
        return None
    number = Number(part.value / whole.value, Decimal("0.01"), "fraction")
    found = mention(sentence, match.start(), match.end(), "fraction", number)
    return Claim(match.start(), match.end(), (found,))


def _simple_fraction(sentence: Sentence, match: re.Match[str]) -> Claim | None:
    """ "1/2", "3/4"; any other pair of numbers with a slash is left alone."""
    part = sentence.numbers.get(match.start())
    whole = sentence.numbers.get(match.end() - 1)
    if part is None or whole is None or not 0 < part.value < whole.value <= 16:
        return Claim(match.start(), match.end())
    number = Number(part.value / whole.value, Decimal("0.01"), "fraction")
    found = mention(sentence, match.start(), match.end(), "fraction", number)
    return Claim(match.start(), match.end(), (found,))


def _score(sentence: Sentence, match: re.Match[str]) -> Claim | None:
    """ "won 3-2", "a 52-48 vote", "a 53%-46% margin"; not "10-15 people", which is a range."""
    first, stop = match.span()
    if not all(sentence.is_adjacent(index) for index in range(first + 1, stop)):
        return None
    home, away = sentence.numbers.get(first), sentence.numbers.get(stop - 1)
    if home is None or away is None or not _is_tally(home) or not _is_tally(away):
        return None
    following = sentence.classes[stop : stop + 1]
    if following == "-" and sentence.is_adjacent(stop):
        return Claim(first, stop) if match[0].count("-") == 1 else None
    scored = _is_scored(sentence, first, stop)
    if not scored and (following in tuple("Tu%cm$") or home.value < away.value):
        return None
    start, end = sentence.starts[first], sentence.ends[stop - 1]
    return Claim(first, stop, (Mention(start, end, "score", home, away, start, end),))


def _is_tally(number: Number) -> bool:
    return number.form == "plain" and number.value <= LARGEST_GOALS * 5


def _is_scored(sentence: Sentence, first: int, stop: int) -> bool:
    near = {sentence.lower(index) for index in (*range(first - 3, first), stop, stop + 1)}
    return not near.isdisjoint(word_list("scoring"))


def _ordinal(sentence: Sentence, match: re.Match[str]) -> Claim | None:
    """ "21st", "the 5th": ordinals in digits; in words they are mostly "first" and "second"."""
    digits = re.match(r"[0-9][0-9,]*", sentence.words[match.start()])
    if digits is None:
        return None
    number = Number(Decimal(digits[0].replace(",", "")), Decimal(1), "plain")
    found = mention(sentence, match.start(), match.end(), "ordinal", number)
    return Claim(match.start(), match.end(), (found,))


FRACTIONS_AND_SCORES = tuple(
    Recogniser(re.compile(pattern), read)
    for pattern, read in (
        (r"[nd]-?q", _named_fraction),
        (r"a?[qo]O?", _a_fraction),
        (r"[nd]wO?[dNn]", _one_in_five),
        (r"[dN]/[dN](?!/)", _simple_fraction),
        (r"[dN]%?-[dN](?!%)", _score),
        (r"(?<![Mdo])o(?!O?M)", _ordinal),
    )
)
