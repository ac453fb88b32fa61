"""Joins numerals, number words and magnitude words to numbers: "2.5 million", "twenty-three".

After this step every number of a sentence is one token, so the recognisers that follow never look
inside one.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from numcheck.extract.numerals import read_digits
from numcheck.extract.tokens import Sentence, merge
from numcheck.extract.words import word_list
from numcheck.lexicon import table
from numcheck.model import Flaw, Number

__all__ = ["join_numbers", "print_number"]

START = re.compile(r"[dyNnamq]")
ORDINAL_SUFFIXES = frozenset({"st", "nd", "rd", "th"})
LARGEST_SCALED = Decimal(10) ** 12
GLYPHS = {
    "½": Decimal("0.5"),
    "¼": Decimal("0.25"),
    "¾": Decimal("0.75"),
    "⅓": Decimal(1) / 3,
    "⅔": Decimal(2) / 3,
}


@cache
def _powers() -> dict[str, Decimal]:
    numerals = table("numerals")
    powers = {word: Decimal(10) ** power for word, power in numerals["magnitudes"].items()}
    return powers | {word: Decimal(size) for word, size in numerals["groups"].items()}


@cache
def _words() -> dict[str, int]:
    numerals = table("numerals")
    return {**numerals["cardinals"], **numerals["tens"]}


def join_numbers(sentence: Sentence) -> dict[int, Flaw]:
    """Merges each number of ``sentence`` to one token and fills ``sentence.numbers``.

    Returns the flaws found in the way numbers are written, by the index of their token.
    """
    flaws: dict[int, Flaw] = {}
    index = 0
    while match := START.search(sentence.classes, index):
        index = match.start()
        letter = sentence.classes[index]
        if letter in "dyN":
            _join_digits(sentence, index, flaws)
        elif letter == "q":
            _join_fraction(sentence, index)
        else:
            _join_words(sentence, index)
        index += 1
    return flaws


def _join_digits(sentence: Sentence, index: int, flaws: dict[int, Flaw]) -> None:
    number = read_digits(sentence.words[index])
    if number is None:
        return
    sentence.numbers[index] = number
    if number.form == "broken":
        flaws[index] = _grouping_flaw(sentence, index, number)
    stop = index + 1
    grouped = _spaced_groups(sentence, index)
    if grouped > stop:
        merge(sentence, index, grouped, "N")
        number = read_digits(sentence.words[index]) or number
    if stop < len(sentence.words) and sentence.is_adjacent(stop):
        if _is_tail_of_an_identifier(sentence, stop):
            _drop(sentence, index, stop + 1, "I", flaws)
            return
        if sentence.words[stop] in ORDINAL_SUFFIXES and not _is_stone(sentence, stop):
            merge(sentence, index, stop + 1, "o")
            return
        if sentence.words[stop] in GLYPHS:
            half = GLYPHS[sentence.words[stop]]
            number = Number(number.value + half, Decimal("0.25"), "fraction")
            stop += 1
    if sentence.classes[stop : stop + 3] == "&aq" and sentence.lower(stop + 2) == "half":
        number = Number(number.value + Decimal("0.5"), Decimal("0.5"), "fraction")
        stop += 3
    number, stop = _apply_magnitudes(sentence, index, stop, number, flaws)
    if stop > index + 1:
        merge(sentence, index, stop, "N")
    sentence.numbers[index] = number


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


def _drop(sentence: Sentence, index: int, stop: int, letter: str, flaws: dict[int, Flaw]) -> None:
    merge(sentence, index, stop, letter)
    sentence.numbers.pop(index, None)
    flaws.pop(index, None)


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
        return _powers()[sentence.lower(stop)], stop + 1
    if sentence.classes[stop : stop + 2] == "-m" and sentence.is_adjacent(stop + 1):
        return _powers()[sentence.lower(stop + 1)], stop + 2
    power = table("numerals")["suffixes"].get(sentence.words[stop])
    if power is not None and _is_suffix(sentence, index, stop):
        return Decimal(10) ** power, stop + 1
    return Decimal(0), stop


def _is_suffix(sentence: Sentence, index: int, stop: int) -> bool:
    """Whether a letter after the number is a magnitude: "$5m", "20k", "1.2m people"."""
    letter = sentence.words[stop]
    is_money = index > 0 and sentence.classes[index - 1] == "$"
    if is_money:
        return letter != "k" or sentence.is_adjacent(stop)
    if not sentence.is_adjacent(stop) or stop - index > 1:
        return False
    if letter in "kKM":
        return True
    if letter != "m":
        return False
    following = sentence.lower(stop + 1)
    return (
        stop + 1 < len(sentence.words)
        and sentence.classes[stop + 1] == "w"
        and following.endswith(("s", "people", "men", "women", "children"))
        and following not in word_list("measured_by_metres")
    )


def _is_doubled(sentence: Sentence, index: int, number: Number, last: Decimal, power: Decimal) -> bool:
    """Whether a further magnitude cannot be meant.

    "$5 million million", "$3bn billion", "3 million thousand": the same magnitude twice, or a
    smaller one after a larger. "40,000 thousand": thousands that are already written out. Not "a
    thousand million", "2 lakh crore", nor "a million million", which explains a trillion.
    """
    if last:
        return power <= last and sentence.classes[index] != "n"
    grouped_thousands = number.form in ("grouped", "broken") and number.value % 1000 == 0
    return grouped_thousands and power == 1000 and sentence.lower(index + 1) == "thousand"


def _grouping_flaw(sentence: Sentence, index: int, number: Number) -> Flaw:
    corrections = tuple(print_number(reading) for reading in number.readings)
    return Flaw("broken-grouping", sentence.starts[index], sentence.ends[index], corrections)


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


def _join_words(sentence: Sentence, index: int) -> None:
    """Joins a number in words that begins at ``index``: "a hundred and five", "ten million"."""
    read = _read_words(sentence, index)
    if read is None:
        return
    number, stop = read
    if stop > index + 1:
        merge(sentence, index, stop, "n")
    else:
        sentence.classes = sentence.classes[:index] + "n" + sentence.classes[stop:]
    sentence.numbers[index] = number


def _read_words(sentence: Sentence, index: int) -> tuple[Number, int] | None:
    """The number from ``index`` on and the token after it, or None where none is written there.

    The usual grammar of English cardinals: units add to tens, "hundred" multiplies what stands
    before it, a larger magnitude closes the group.
    """
    words, powers = _words(), _powers()
    classes = sentence.classes
    total = Decimal(0)
    group: Decimal | None = None
    quantum = magnitude = Decimal(1)
    previous = ""
    stop = index
    if classes[index] == "a":
        if classes[index + 1 : index + 2] != "m":
            return None
        group, stop = Decimal(1), index + 1
    elif classes[index] == "m":
        return None
    while stop < len(classes):
        letter, word = classes[stop], sentence.lower(stop)
        if letter == "n" and _may_add(words[word], group, previous):
            group = (group or Decimal(0)) + words[word]
            previous, quantum = ("tens" if words[word] >= 20 else "unit"), Decimal(1)
        elif letter == "m" and group is not None:
            if word == "hundred" and group < 100:
                group, previous, quantum = group * 100, "hundred", Decimal(100)
            elif powers[word] > 100 or word in table("numerals")["groups"]:
                total += group * powers[word]
                quantum, magnitude = quantum * powers[word], powers[word]
                group, previous = None, "magnitude"
            else:
                break
        elif letter == "-" and _continues(sentence, stop + 1, previous, hyphen=True):
            pass
        elif (
            letter == "&"
            and previous in ("hundred", "magnitude")
            and _continues(sentence, stop + 1, previous, hyphen=False)
        ):
            previous = "and"
        elif classes[stop : stop + 3] == "&aq" and sentence.lower(stop + 2) == "half" and group:
            group, quantum, stop, previous = group + Decimal("0.5"), Decimal("0.5"), stop + 2, ""
        else:
            break
        stop += 1
    if stop == index:
        return None
    return Number(total + (group or 0), quantum, "word", (), magnitude), stop


def _may_add(value: int, group: Decimal | None, previous: str) -> bool:
    if previous in ("", "magnitude") and group is None:
        return True
    if previous == "tens":
        return 0 < value < 10
    return previous in ("hundred", "and")


def _continues(sentence: Sentence, index: int, previous: str, *, hyphen: bool) -> bool:
    """Whether the number goes on at ``index``, after a hyphen or an "and"."""
    letter = sentence.classes[index : index + 1]
    if letter == "m":
        return hyphen and sentence.is_adjacent(index)
    if letter != "n":
        return False
    value = _words()[sentence.lower(index)]
    return (previous == "tens" and 0 < value < 10) if hyphen else value < 100


def _join_fraction(sentence: Sentence, index: int) -> None:
    """Joins fractions that begin with a fraction word: "half a million", "half a dozen", "½"."""
    word = sentence.words[index]
    if word in GLYPHS:
        sentence.numbers[index] = Number(GLYPHS[word], Decimal("0.25"), "fraction")
        sentence.classes = sentence.classes[:index] + "N" + sentence.classes[index + 1 :]
    elif sentence.classes[index : index + 3] == "qam" and word.lower() == "half":
        power = _powers()[sentence.lower(index + 2)]
        merge(sentence, index, index + 3, "n")
        quantum = power / 10 if power > 100 else Decimal(1)
        sentence.numbers[index] = Number(power / 2, quantum, "word", (), power)
