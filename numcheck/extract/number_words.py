"""Reads numbers in words: "twenty-three", "half a million", "a couple of hundred", "several dozen"."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from numcheck.extract.classes import GLYPHS
from numcheck.extract.tokens import Sentence, merge
from numcheck.lexicon import table
from numcheck.model import Number

__all__ = [
    "join_fraction_of_a_magnitude",
    "join_group",
    "join_vague",
    "join_words",
    "part_after",
    "powers_of_ten",
]


@cache
def powers_of_ten() -> dict[str, Decimal]:
    """What each magnitude word and each group multiplies by."""
    numerals = table("numerals")
    powers = {word: Decimal(10) ** power for word, power in numerals["magnitudes"].items()}
    return powers | {word: Decimal(size) for word, size in numerals["groups"].items()}


@cache
def _words() -> dict[str, int]:
    numerals = table("numerals")
    return {**numerals["cardinals"], **numerals["tens"]}


def _put(sentence: Sentence, index: int, stop: int, number: Number) -> None:
    """Makes the tokens ``index`` to ``stop`` one number in words."""
    if stop > index + 1:
        merge(sentence, index, stop, "n")
    else:
        sentence.classes = sentence.classes[:index] + "n" + sentence.classes[stop:]
    sentence.numbers[index] = number


def join_words(sentence: Sentence, index: int) -> None:
    """Joins a number in words that begins at ``index``: "a hundred and five", "ten million"."""
    read = _read_words(sentence, index)
    if read is not None:
        number, stop = read
        _put(sentence, index, stop, number)


def _read_words(sentence: Sentence, index: int) -> tuple[Number, int] | None:
    """The number from ``index`` on and the token after it, or None where none is written there.

    The usual grammar of English cardinals: units add to tens, "hundred" multiplies what stands
    before it, a larger magnitude closes the group.
    """
    words, powers = _words(), powers_of_ten()
    classes = sentence.classes
    total = Decimal(0)
    group: Decimal | None = None
    quantum = magnitude = Decimal(1)
    previous = ""
    stop = index
    if classes[index] == "a":
        group, stop = Decimal(1), index + 1
    elif classes[index] == "m":
        return None
    while stop < len(classes):
        letter, word = classes[stop], sentence.lowers[stop]
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
        elif letter in "-&" and (group or total) and (found := part_after(sentence, stop)):
            after, part = found
            part = magnitude * part if group is None else part
            group, quantum, stop, previous = (group or Decimal(0)) + part, part, after - 1, ""
        elif sentence.lowers[stop] == "point" and group is not None and classes[stop + 1 : stop + 2] == "n":
            digits, after = _after_a_point(sentence, stop + 1)
            if not digits:
                break
            group, quantum = group + Decimal(f"0.{digits}"), Decimal(1).scaleb(-len(digits))
            stop, previous = after - 1, "point"
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
    value = _words()[sentence.lowers[index]]
    return (previous == "tens" and 0 < value < 10) if hyphen else value < 100


# "two and a half", "two-and-a-half", "two and one-half"
AND_A_PART = re.compile(r"-?&-?(?:a-?|(?P<number>n)-?)q")
PARTS = {"half": Decimal("0.5"), "quarter": Decimal("0.25"), "quarters": Decimal("0.25")}


def part_after(sentence: Sentence, stop: int) -> tuple[int, Decimal] | None:
    """The token after an "and a half" or "and three-quarters" that begins at ``stop``, and how much it is."""
    match = AND_A_PART.match(sentence.classes, stop)
    if match is None:
        return None
    part = PARTS.get(sentence.lowers[match.end() - 1])
    number = sentence.lowers[match.start("number")] if match["number"] else "a"
    times = _words().get(number, 1) if match["number"] else 1
    if part is None or (times == 1) == sentence.lowers[match.end() - 1].endswith("s"):
        return None
    return match.end(), part * times


def _after_a_point(sentence: Sentence, index: int) -> tuple[str, int]:
    """The digits of "one point seven" after its point, and the token after them."""
    digits = ""
    while sentence.classes[index : index + 1] == "n" and _words()[sentence.lowers[index]] < 10:
        digits += str(_words()[sentence.lowers[index]])
        index += 1
    return digits, index


def join_fraction_of_a_magnitude(sentence: Sentence, index: int) -> None:
    """ "half a million", "half a dozen", "a quarter of a million", "½"."""
    word = sentence.words[index]
    classes = sentence.classes
    if word in GLYPHS:
        sentence.numbers[index] = Number(GLYPHS[word], Decimal("0.25"), "fraction")
        sentence.classes = classes[:index] + "N" + classes[index + 1 :]
        return
    denominator = {"half": 2, "quarter": 4, "quarters": 4, "third": 3, "thirds": 3}.get(
        sentence.lowers[index]
    )
    if denominator is None:
        return
    for shape in ("qam", "qOam", "q-m", "qm"):
        if classes.startswith(shape, index) and (denominator == 2 or "O" in shape):
            first = index - (classes[index - 1 : index] == "a")
            stop = index + len(shape)
            power = powers_of_ten()[sentence.lowers[stop - 1]]
            quantum = power / 10 if power > 100 else Decimal(1)
            first, times = _times_a_part(sentence, first, "O" in shape)
            _put(sentence, first, stop, Number(power * times / denominator, quantum, "word", (), power))
            return


def _times_a_part(sentence: Sentence, first: int, is_of: bool) -> tuple[int, Decimal]:
    """How many parts are meant, and where they begin: "three-quarters of a million"."""
    start = first - 1 - (sentence.classes[first - 1 : first] == "-")
    if is_of and start >= 0 and sentence.classes[start] == "n" and start in sentence.numbers:
        return start, sentence.numbers.pop(start).value
    return first, Decimal(1)


# What may stand before "couple" in a count: "a couple of", "the past couple of", "another couple of".
BEFORE_A_COUPLE = frozenset({"a", "last", "next", "past", "first", "another", "every", "final"})


def join_group(sentence: Sentence, index: int) -> None:
    """ "a couple of days", "a pair of gloves", "a score of witnesses", "a couple hundred"."""
    if sentence.lowers[index - 1] not in BEFORE_A_COUPLE:
        return
    size = Decimal(table("numerals")["pairs"][sentence.lowers[index]])
    first = index - (sentence.classes[index - 1 : index] == "a")
    stop = index + 1
    is_of = sentence.classes[stop : stop + 1] == "O"
    magnitude = sentence.classes[stop + is_of : stop + is_of + 1] == "m"
    if magnitude:
        stop += is_of + 1
        power = powers_of_ten()[sentence.lowers[stop - 1]]
        _put(sentence, first, stop, Number(size * power, power, "word", (), power))
    elif is_of or (sentence.lowers[stop] in ("more", "dozen") and size == 2):
        _put(sentence, first, stop, Number(size, Decimal(1), "word"))


def join_vague(sentence: Sentence, index: int) -> None:
    """ "dozens", "hundreds of thousands" as their product, "several hundred" as hundreds."""
    vague = table("numerals")["vague"]
    word, stop = sentence.lowers[index], index + 1
    if word in vague:
        low, high = vague[word]
        if sentence.classes[stop : stop + 2] == "Ov":
            base = vague[sentence.lowers[stop + 1]][0]
            scale = 10 ** (len(str(base)) - 1)
            low, high, stop = low * scale, (high + 1) * scale - 1, stop + 2
            merge(sentence, index, stop, "v")
    elif sentence.lowers[index - 1] in table("numerals")["several"]:
        plural = word if word in vague else f"{word}s"
        if plural not in vague:
            return
        low, high = vague[plural]
        if sentence.classes[stop : stop + 1] == "m":  # "several hundred thousand"
            power = int(powers_of_ten()[sentence.lowers[stop]])
            low, high, stop = low * power, (high + 1) * power - 1, stop + 1
        first = index - 1 - (sentence.classes[index - 2 : index - 1] == "a" and index > 1)
        merge(sentence, first, stop, "v")
        index = first
    else:
        return
    sentence.ranges[index] = (
        Number(Decimal(low), Decimal(1), "word"),
        Number(Decimal(high), Decimal(1), "word"),
    )
