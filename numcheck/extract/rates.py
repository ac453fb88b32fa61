"""Finds what a figure is per: "a month", "per 100,000 people", "every two days", "each"."""

from __future__ import annotations

import re
from functools import cache

from numcheck.extract.classes import unit_of
from numcheck.extract.tokens import Sentence
from numcheck.extract.words import is_plural, singular, word_list
from numcheck.lexicon import table
from numcheck.units import dimension_of

__all__ = ["find_rate"]

NO_RATE_BEFORE = word_list("no_rate_before")
STOPS = word_list("stops")

RATE = re.compile(r"-?[ap/]([dyNn]?)-?([TwucC])")
# The nouns between a count and its rate: "50 new people a day".
NOUNS = re.compile(r"[wI]|Ow")
# "containers [of bananas] a month"
OF_WHAT = re.compile(r"Ow{1,2}(?=[ap])")
LONGEST_NOUN = 3
LONGEST_STEP = 10_000_000
# How far from a number what it is per may begin.
FARTHEST = 6


@cache
def _adverbs() -> dict[str, str]:
    adverbs: dict[str, str] = table("rates")["adverbs"]
    return adverbs


def find_rate(
    sentence: Sentence, stop: int, taken: bytearray | None = None, *, has_unit: bool
) -> tuple[str, int]:
    """What a figure that ends at the token ``stop`` is per, and where the mention then ends.

    Of two rates ("£25 per household per year") the time is the one that other texts repeat. After the
    noun a rate is no part of the mention: "50 people a day", "litres of water an hour"; its own number
    ("cases per 100,000 people") is marked in ``taken``, so that nobody reads it again.
    """
    ahead = sentence.classes[stop : stop + FARTHEST]
    if not ("a" in ahead or "p" in ahead or "/" in ahead) and sentence.vocabulary.isdisjoint(_adverbs()):
        return "", stop
    first = _rate_at(sentence, stop, has_unit=has_unit)
    if first and taken is not None and any(taken[stop : first[1]]):
        return "", stop  # "12 per 2019": the year is a date
    if first:
        per, after = first
        if second := _rate_at(sentence, after):
            per = per if dimension_of(per) == "time" else second[0]
            after = second[1]
        return per, after
    word = sentence.lowers[stop]
    if word in _adverbs() and (has_unit or _closes_with_each(sentence, stop)):
        return _adverbs()[word], stop + 1
    after, is_noun = _past_the_noun(sentence, stop)
    if after == stop:
        return "", stop
    later = _rate_at(sentence, after, has_unit=has_unit)
    if later and (is_noun or " " in later[0]):
        if taken is not None:
            taken[after : later[1]] = b"\x01" * (later[1] - after)
        return later[0], stop
    if is_noun and _adverbs().get(sentence.lowers[after]) == "each":
        return "each", stop
    return "", stop


def _past_the_noun(sentence: Sentence, stop: int) -> tuple[int, bool]:
    """The token after the noun that follows a number, and whether it is one: "50 new [people] a day",
    "650 [containers] of bananas a month", "one [death] every two days"."""
    if not NOUNS.match(sentence.classes, stop):
        return stop, False
    if sentence.classes[stop] == "O":
        after = stop + 2
        while after < stop + 4 and sentence.classes[after : after + 1] == "w":
            after += 1
        return after, True
    after = stop
    while sentence.classes[after : after + 1] in ("w", "I", "-") and after < stop + LONGEST_NOUN:
        after += 1
        if is_plural(sentence.words[after - 1]):
            of_what = OF_WHAT.match(sentence.classes, after)
            return (of_what.end() if of_what else after), True
    return after, sentence.lowers[stop - 1] in ("one", "1")


def _closes_with_each(sentence: Sentence, index: int) -> bool:
    """ "20 each."; not "the two each won"."""
    return _adverbs()[sentence.lowers[index]] == "each" and (
        sentence.classes[index + 1 : index + 2] in ("", *".,;)&")
    )


def _rate_at(sentence: Sentence, index: int, *, has_unit: bool = False) -> tuple[str, int] | None:
    """The unit of the rate that begins at a token, and the token after it.

    "12 people a day after" are 12 people, "60,000 barrels a day before" a rate.
    """
    match = RATE.match(sentence.classes, index)
    if not match:
        return None
    word = sentence.lowers[match.end() - 1]
    units = table("rates")["units"]
    link = index + (match[0][0] == "-")
    if link > index and not (sentence.is_adjacent(link) and sentence.is_adjacent(link + 1)):
        return None
    is_per = sentence.lowers[link] == "per"
    if match[1]:
        return _stepped_rate(sentence, match, units.get(singular(word)) or singular(word), is_per=is_per)
    per = units.get(word, "")
    if not per and match[2] == "u":
        per = unit_of(sentence.words[match.end() - 1])
    if not per and is_per and match[2] == "w" and word not in STOPS:
        per = singular(word)
    following = sentence.lowers[match.end()]
    is_when = following in NO_RATE_BEFORE and not (has_unit and following in ("after", "before"))
    is_rate = is_per or not is_when
    return (per, match.end()) if per and is_rate else None


def _stepped_rate(
    sentence: Sentence, match: re.Match[str], per: str, *, is_per: bool
) -> tuple[str, int] | None:
    """ "per 100,000 people", "every two days", "for every 10 births"."""
    number = sentence.numbers.get(match.start(1))
    if number is None or not 1 < number.value <= LONGEST_STEP or sentence.classes[match.start()] != "p":
        return None
    if not is_per and sentence.lowers[match.start()] != "every":
        return None
    step = f"{number.value.normalize():f}"
    if sentence.lowers[match.end() - 1] in STOPS:
        return step, match.end() - 1  # "four cases per 100,000 but"
    return f"{step} {per}", match.end()
