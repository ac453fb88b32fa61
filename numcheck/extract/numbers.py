"""Joins numerals and magnitude words to numbers: "2.5 million", "10 000", "3 × 10⁸", "2½".

After this step every number of a sentence is one token, so the recognisers that follow never look
inside one.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from numcheck.extract.classes import GLYPHS, glued_units
from numcheck.extract.currencies import codes, letters
from numcheck.extract.number_words import (
    join_fraction_of_a_magnitude,
    join_group,
    join_vague,
    join_words,
    part_after,
    powers_of_ten,
)
from numcheck.extract.numerals import read_digits
from numcheck.extract.tokens import Sentence, merge, split
from numcheck.extract.words import word_list
from numcheck.lexicon import table
from numcheck.model import Flaw, Number

__all__ = ["join_numbers", "ordinal_ending", "print_number"]

# What a number begins with; "a" only before a magnitude.
START = re.compile(r"[dyNnamqgv](?:(?<!a)|(?=m))")
JOIN = {
    "n": join_words,
    "a": join_words,
    "m": join_vague,
    "v": join_vague,
    "q": join_fraction_of_a_magnitude,
    "g": join_group,
}
ORDINAL_SUFFIXES = frozenset({"st", "nd", "rd", "th"})
MILLION = Decimal(10) ** 6
LARGEST_SCALED = Decimal(10) ** 12
EXPONENT = re.compile(r"[eE]([0-9]{1,2})?")
SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
LARGEST_EXPONENT = 99
VAGUE_DIGITS = {"100": "hundreds", "1000": "thousands", "1,000": "thousands"}
HALF = Decimal("0.5")
# What begins a power of ten; "x10" where it touches the digits before it.
TIMES_TEN = frozenset({"x", "×", "x10", "×10"})
# After a number they may begin more of it: a magnitude, a fraction, another group of digits.
# The scales of two temperatures, which are read without a degree where both stand in a sentence.
SCALES, BOTH_SCALES = frozenset("CF"), frozenset("cf")
GOES_ON = frozenset("m-&/dyNq")
# Denominators of fractions written with a slash; with another it may be a date, a rate or a room.
DENOMINATORS = frozenset({"2", "3", "4", "5", "8", "10", "16", "32"})


def join_numbers(sentence: Sentence) -> dict[int, Flaw]:
    """Merges each number of ``sentence`` to one token and fills ``numbers`` and ``ranges``.

    Returns the flaws found in the way numbers are written, by the index of their token.
    """
    flaws: dict[int, Flaw] = {}
    if "Im" in sentence.classes:
        _part_money(sentence)
    index = 0
    while match := START.search(sentence.classes, index):
        index = match.start()
        letter = sentence.classes[index]
        if letter in "dyN":
            _join_digits(sentence, index, flaws)
        else:
            JOIN[letter](sentence, index)
        index += 1
    return flaws


def _part_money(sentence: Sentence) -> None:
    """Parts a letter that is a currency from the digits before a magnitude: "R61.4 billion"."""
    index = sentence.classes.find("Im")
    while index >= 0:
        word = sentence.words[index]
        if word[0] in letters() and read_digits(word[1:]):
            split(sentence, index, 1, "CN")
        index = sentence.classes.find("Im", index + 1)


def _join_digits(sentence: Sentence, index: int, flaws: dict[int, Flaw]) -> None:
    number = read_digits(sentence.words[index])
    if number is None:
        return
    sentence.numbers[index] = number
    if number.form == "broken":
        flaws[index] = _grouping_flaw(sentence, index, number)
    stop = index + 1
    following = sentence.classes[stop : stop + 1]
    if following == "N" or following == "y" or following == "d":
        grouped = _spaced_groups(sentence, index)
        if grouped > stop:
            merge(sentence, index, grouped, "N")
            number = sentence.numbers[index] = read_digits(sentence.words[index]) or number
    if _ends(sentence, stop):
        return
    if sentence.is_adjacent(stop):
        if sentence.words[stop] == "s" and sentence.words[index] in VAGUE_DIGITS:
            _join_vague_digits(sentence, index)
            return
        glued = _read_glued(sentence, index, number)
        if glued is None:
            return
        number, stop = glued
    elif sentence.words[stop : stop + 1] != [] and _is_scale(sentence, stop):
        sentence.classes = sentence.classes[:stop] + "u" + sentence.classes[stop + 1 :]
    if mixed := _slashed_fraction(sentence, index, stop, number):
        number, stop = mixed
    if found := part_after(sentence, stop):
        stop, part = found
        number = Number(number.value + part, part, "fraction")
    if sentence.lowers[stop] in TIMES_TEN:
        number, stop = _scientific(sentence, stop, number)
    if sentence.words[stop : stop + 1] == ["±"]:
        number, stop = _with_uncertainty(sentence, stop, number)
    number, stop = _apply_magnitudes(sentence, index, stop, number, flaws)
    if stop > index + 1:
        merge(sentence, index, stop, "N")
    sentence.numbers[index] = number
    if index in flaws and not number.readings:
        del flaws[index]  # "10,0000½" is no number of anybody's


def _ends(sentence: Sentence, stop: int) -> bool:
    """Whether nothing at the token ``stop`` can belong to the digits before it, as after most."""
    if stop == len(sentence.words):
        return True
    is_apart = sentence.ends[stop - 1] != sentence.starts[stop]
    is_joined = sentence.words[stop] in _joined_words() or _is_scale(sentence, stop)
    return is_apart and sentence.classes[stop] not in GOES_ON and not is_joined


def _is_scale(sentence: Sentence, stop: int) -> bool:
    """Whether a letter is the scale of a temperature: "8 C (46 F)"."""
    return sentence.words[stop] in SCALES and sentence.vocabulary >= BOTH_SCALES


@cache
def _joined_words() -> frozenset[str]:
    """The words that belong to the number before them, with a space between or without."""
    return frozenset({*table("numerals")["suffixes"], *TIMES_TEN, *map(str.upper, TIMES_TEN), "±"})


def _join_vague_digits(sentence: Sentence, index: int) -> None:
    """ "1000s of people" are thousands; without "of" they may be years."""
    if sentence.classes[index + 2 : index + 3] != "O":
        return
    low, high = table("numerals")["vague"][VAGUE_DIGITS[sentence.words[index]]]
    merge(sentence, index, index + 2, "v")
    sentence.numbers.pop(index, None)
    sentence.ranges[index] = (
        Number(Decimal(low), Decimal(1), "word"),
        Number(Decimal(high), Decimal(1), "word"),
    )


def _read_glued(sentence: Sentence, index: int, number: Number) -> tuple[Number, int] | None:
    """The number with what touches it, "2½" or "1.2e6"; None where that makes an ordinal of it, or a
    part of a name: "21st", "49ers"."""
    stop = index + 1
    word = sentence.words[stop]
    if exponent := EXPONENT.fullmatch(word):
        if exponent[1]:
            return number.times(Decimal(10) ** int(exponent[1])), stop + 1
        if sentence.classes[stop + 1 : stop + 3] in ("-d", "+d") and sentence.is_glued(stop, stop + 3):
            power = int(sentence.words[stop + 2]) * (-1 if sentence.words[stop + 1] != "+" else 1)
            return number.times(Decimal(10) ** power), stop + 3  # "2.98e-4"
    if word in ORDINAL_SUFFIXES and not _is_stone(sentence, stop):
        merge(sentence, index, stop + 1, "o")
        return None
    if letter := glued_units().get(word):
        sentence.classes = sentence.classes[:stop] + letter + sentence.classes[stop + 1 :]
        return number, stop
    if word in TIMES_TEN:
        return number, stop
    if _is_tail_of_an_identifier(sentence, stop):
        merge(sentence, index, stop + 1, "I")
        sentence.numbers.pop(index, None)
        return None
    if word in GLYPHS:
        return Number(number.value + GLYPHS[word], Decimal("0.25"), "fraction"), stop + 1
    return number, stop


def _slashed_fraction(sentence: Sentence, index: int, stop: int, number: Number) -> tuple[Number, int] | None:
    """ "3/4", "1 1/2", "2-1/2": digits around a slash, with a usual denominator and nothing after."""
    words = sentence.words
    whole, top = Decimal(0), index
    if words[index].isdigit() and stop + 2 < len(words) and sentence.classes[stop] in "d-":
        whole, top = number.value, stop + (sentence.classes[stop] == "-")
    if words[top + 1 : top + 2] != ["/"] or not sentence.is_glued(top, min(top + 3, len(words))):
        return None
    parts = (words[top], *words[top + 2 : top + 3])
    if len(parts) < 2 or not parts[0].isdigit() or parts[1] not in DENOMINATORS:
        return None
    if int(parts[0]) >= int(parts[1]) or words[top + 3 : top + 4] == ["/"] or words[index - 1] == "/":
        return None
    fraction = Decimal(parts[0]) / Decimal(parts[1])
    return Number(whole + fraction, Decimal("0.01"), "fraction"), top + 3


def _scientific(sentence: Sentence, stop: int, number: Number) -> tuple[Number, int]:
    """ "3 x 10^8", "6.02 × 10²³", "5.5x10-3"."""
    if sentence.lowers[stop].endswith("10"):
        return _with_exponent(sentence, stop + 1, number)
    if sentence.words[stop + 1 : stop + 2] != ["10"]:
        return number, stop
    return _with_exponent(sentence, stop + 2, number)


def _with_exponent(sentence: Sentence, stop: int, number: Number) -> tuple[Number, int]:
    """The number times ten to the power that begins after the "10" at ``stop``; unchanged without one."""
    before = stop - 1
    while before and sentence.words[before] != "×" and not sentence.lowers[before].startswith("x"):
        before -= 1
    after = stop + (sentence.words[stop : stop + 1] == ["^"])
    is_negative = sentence.classes[after : after + 1] == "-" and sentence.is_adjacent(after)
    after += is_negative
    begin = after
    while sentence.is_adjacent(after) and sentence.words[after].translate(SUPERSCRIPTS).isdecimal():
        after += 1
    digits = "".join(sentence.words[begin:after]).translate(SUPERSCRIPTS)
    if not digits.isdecimal() or not digits.isascii() or int(digits) > LARGEST_EXPONENT:
        return number, before
    power = -int(digits) if is_negative else int(digits)
    return number.times(Decimal(10) ** power), after


def _with_uncertainty(sentence: Sentence, stop: int, number: Number) -> tuple[Number, int]:
    """ "12.9±0.1": known to the uncertainty, and not to its last digit."""
    around = read_digits(sentence.words[stop + 1]) if stop + 1 < len(sentence.words) else None
    if around is None or around.form not in ("plain", "decimal"):
        return number, stop
    return number._replace(quantum=max(number.quantum, around.value * 2)), stop + 2


def _spaced_groups(sentence: Sentence, index: int) -> int:
    """The token after the groups of three digits that single spaces separate: "10 000 people".

    Two numbers side by side look the same ("the top 10 100 times"): there must be a group that begins
    with a zero, or a third group.
    """
    words, stop = sentence.words, index + 1
    if not words[index].isdigit() or len(words[index]) > 3 or words[index][0] == "0":
        return stop
    while (
        stop < len(words)
        and len(words[stop]) == 3
        and words[stop].isdigit()
        and sentence.starts[stop] == sentence.ends[stop - 1] + 1
    ):
        stop += 1
    groups = words[index + 1 : stop]
    is_one = len(groups) > 1 or any(group[0] == "0" for group in groups)
    return stop if is_one else index + 1


def _is_stone(sentence: Sentence, stop: int) -> bool:
    """ "11st" is eleven stone; the ordinal is the 11th."""
    digits = sentence.words[stop - 1]
    return sentence.words[stop] == "st" and (digits[-1] != "1" or digits.endswith("11"))


def _is_tail_of_an_identifier(sentence: Sentence, stop: int) -> bool:
    """Letters that touch digits and are no unit, magnitude or ordinal suffix: "4G", "49ers"."""
    word = sentence.words[stop]
    if sentence.classes[stop] not in "wCI" or not word[0].isalpha():
        return False
    return word not in ORDINAL_SUFFIXES and word not in table("numerals")["suffixes"] and word != "s"


def _apply_magnitudes(
    sentence: Sentence, index: int, stop: int, number: Number, flaws: dict[int, Flaw]
) -> tuple[Number, int]:
    """Multiplies by the magnitude words from token ``stop`` on; reports one given twice."""
    last = Decimal(0)
    written = number
    written_stop = stop
    while stop < len(sentence.words):
        power, after = _magnitude_at(sentence, index, stop)
        if not power:
            break
        if _is_doubled(sentence, index, number, last, power):
            doubled = number.times(power)
            readings = dict.fromkeys((written.value, doubled.value))
            flaw_end = sentence.ends[after - 1]
            kept = sentence.text[sentence.starts[index] : sentence.ends[written_stop - 1]]
            corrections = (kept, *(print_number(value) for value in list(readings)[1:]))
            if last == power:
                readings, corrections = {written.value: None}, (kept,)
            flaws[index] = Flaw("doubled-magnitude", sentence.starts[index], flaw_end, corrections)
            number = Number(written.value, written.quantum, "doubled", tuple(readings), written.magnitude)
            return number, after
        number = number.times(power)
        written, written_stop, last, stop = number, after, power, after
    return number, stop


def _magnitude_at(sentence: Sentence, index: int, stop: int) -> tuple[Decimal, int]:
    """The magnitude word at token ``stop``, after a hyphen or not, and the token after it."""
    if sentence.classes[stop] == "m":
        return powers_of_ten()[sentence.lowers[stop]], stop + 1
    if sentence.classes[stop : stop + 2] == "-m" and sentence.is_adjacent(stop + 1):
        return powers_of_ten()[sentence.lowers[stop + 1]], stop + 2
    power = table("numerals")["suffixes"].get(sentence.words[stop])
    if power is not None and _is_suffix(sentence, index, stop):
        return Decimal(10) ** power, stop + 1
    return Decimal(0), stop


def _is_suffix(sentence: Sentence, index: int, stop: int) -> bool:
    """Whether a letter after the number is a magnitude: "$5m", "20k", "1.2m people"."""
    letter = sentence.words[stop]
    is_money = index > 0 and (
        sentence.classes[index - 1] == "$"
        or sentence.words[index - 1] in codes()
        or (sentence.is_adjacent(index) and sentence.words[index - 1] in letters())
    )
    if is_money:
        return letter != "k" or sentence.is_adjacent(stop)
    if not sentence.is_adjacent(stop) or stop - index > 1:
        return False
    if letter in "kKM":
        return True
    if letter != "m":
        return False
    following = sentence.lowers[stop + 1]
    if sentence.classes[stop + 1 : stop + 2] == "m" and following in ("million", "billion"):
        return True  # "40m million euros"
    if following == "of" and _is_of_millions(sentence, stop + 1):
        return True
    if sentence.classes[stop + 1 : stop + 2] in ("u", "T", "c") and not sentence.is_adjacent(stop + 1):
        return True  # "7.3m tonnes"
    return (
        stop + 1 < len(sentence.words)
        and sentence.classes[stop + 1] == "w"
        and following.endswith(("s", "people", "men", "women", "children"))
        and following not in word_list("measured_by_metres")
    )


def _is_of_millions(sentence: Sentence, of: int) -> bool:
    """ "4.5m of its 60m shares": what it is a part of is told in millions."""
    for place in range(of + 1, min(of + 4, len(sentence.words) - 1)):
        if sentence.classes[place] in "dN":
            return sentence.words[place + 1] == "m" and _is_suffix(sentence, place, place + 1)
    return False


def _is_doubled(sentence: Sentence, index: int, number: Number, last: Decimal, power: Decimal) -> bool:
    """Whether a further magnitude cannot be meant.

    "$5 million million", "$3bn billion", "3 million thousand": the same magnitude twice, or a
    smaller one after a larger. "40,000 thousand", "2,000,000 million": what is already written out. Not "a
    thousand million", "2 lakh crore", nor "a million million", which explains a trillion.
    """
    if last:
        is_too_much = power <= last or last >= MILLION
        return is_too_much and sentence.classes[index] != "n"
    is_grouped = number.form in ("grouped", "broken")
    if power == MILLION:
        return is_grouped and number.value % MILLION == 0
    return (
        is_grouped and number.value % 1000 == 0 and power == 1000 and sentence.lowers[index + 1] == "thousand"
    )


def _grouping_flaw(sentence: Sentence, index: int, number: Number) -> Flaw:
    corrections = tuple(print_number(reading) for reading in number.readings)
    return Flaw("broken-grouping", sentence.starts[index], sentence.ends[index], corrections)


def ordinal_ending(number: int) -> str:
    """The letters that make an ordinal of a numeral.

    >>> [f"{number}{ordinal_ending(number)}" for number in (1, 2, 3, 11, 112, 123)]
    ['1st', '2nd', '3rd', '11th', '112th', '123rd']
    """
    if 10 < number % 100 < 20:
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def print_number(value: Decimal) -> str:
    """A value as American and British print has it: "10,000", "2.5", "40 million".

    >>> print_number(Decimal(40_000_000)), print_number(Decimal(1234567))
    ('40 million', '1,234,567')
    """
    for word, power in (("trillion", 12), ("billion", 9), ("million", 6)):
        scaled = value.scaleb(-power)
        if 1 <= scaled < LARGEST_SCALED and scaled == scaled.quantize(Decimal("0.01")):
            return f"{_plain(scaled)} {word}"
    return _plain(value)


def _plain(value: Decimal) -> str:
    return f"{value.normalize():,f}"
