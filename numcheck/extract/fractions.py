"""Recognises fractions and proportions, of a whole and of a unit: "two-thirds", "half an hour"."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from numcheck.extract.amounts import kind_of
from numcheck.extract.classes import unit_of
from numcheck.extract.hedges import hedge_before
from numcheck.extract.rates import find_rate
from numcheck.extract.recogniser import Claim, mention, recognisers
from numcheck.extract.tokens import Sentence
from numcheck.extract.words import is_plural, word_list
from numcheck.lexicon import table
from numcheck.model import Mention, Number

__all__ = ["FRACTIONS"]

HUNDREDTH = Decimal("0.01")
HALF = Decimal("0.5")
LARGEST_WHOLE = 1000
LARGEST_USUAL = 20
# What "a gallon" is the rate of.
RATED = frozenset("dyNncumT%$")
FARTHEST_RATED = 4
# "168-5 in 20 overs"
SCORED = re.compile(r"[dnN]-")
# Before "one third" that stands by itself.
AHEAD = frozenset({"by", "or", "than", "nearly", "almost", "about", "exactly", "just", "only", "to"})
# What may be by a part of something: "a tenth dearer".
COMPARATIVES = frozenset(
    "more less fewer dearer cheaper larger smaller bigger higher lower longer shorter faster slower lighter "
    "heavier older younger warmer colder wider narrower thinner thicker taller stronger weaker quicker "
    "richer poorer steeper deeper".split()
)
# Words before a unit that change nothing.
EMPTY = frozenset({"full", "whole", "good", "mere", "bare"})
# Before a fraction that stands by itself: "or a third,".
OPENING = frozenset({"or", "exactly", "just", "only", "merely", "about", "nearly", "almost", "is", "leaving"})


@cache
def _change_nouns() -> frozenset[str]:
    """What a share may be the size of: "an increase of a third"."""
    return frozenset(table("changes")["nouns"])


@cache
def _denominators() -> dict[str, int]:
    """Every word that names a part, in the singular or the plural."""
    numerals = table("numerals")
    ranks = {word: size for word, size in numerals["ordinals"].items() if size > 2}
    return {**ranks, **numerals["fractions"]}


def _claim(sentence: Sentence, first: int, stop: int, value: Decimal) -> Claim:
    number = Number(value, HUNDREDTH, "fraction")
    return Claim(first, stop, (mention(sentence, first, stop, "fraction", number),))


def _claim_measure(sentence: Sentence, first: int, stop: int, value: Decimal, unit_at: int) -> Claim | None:
    """A part of a unit, with the rate after it: "half a mile", "a quarter of an hour"."""
    is_weight = sentence.lowers[unit_at] == "pound"
    unit = "pound" if is_weight else unit_of(sentence.words[unit_at])
    if not unit:
        return None
    number = Number(value, HUNDREDTH, "fraction")
    per, after = find_rate(sentence, stop, has_unit=True)
    start, end = sentence.starts[first], sentence.ends[after - 1]
    span = start, sentence.ends[max(first, unit_at - 1)]
    return Claim(
        first, after, (Mention(start, end, kind_of(unit), number, number, *span, unit=unit, per=per),)
    )


def _part_of_a_unit(sentence: Sentence, match: re.Match[str]) -> Claim | None:
    """ "half an hour", "a half-mile", "a quarter of an hour", "three-quarters of a mile"."""
    part_at = match.start(match.lastindex or 0)
    denominator = _denominators().get(sentence.lowers[part_at])
    if denominator is None or sentence.lowers[match.start() - 1] in ("the", "first", "second", "last"):
        return None
    numerator = sentence.numbers[match.start()].value if match[0][0] in "nd" else Decimal(1)
    if match[0] in ("q-T", "q-u") and denominator not in (2, 4):
        return None  # "third-degree burns"
    if numerator >= denominator or (sentence.classes[part_at] == "o" and "O" not in match[0]):
        return None
    return _claim_measure(sentence, match.start(), match.end(), numerator / denominator, match.end() - 1)


def _unit_and_a_half(sentence: Sentence, match: re.Match[str]) -> Claim | None:
    """ "an hour and a half", "a year-and-a-half"."""
    denominator = {"half": 2, "quarter": 4}.get(sentence.lowers[match.end() - 1])
    unit_at = match.start() + 1
    if sentence.classes[unit_at] == "w":  # "a full hour and a half"
        if sentence.lowers[unit_at] not in EMPTY:
            return None
        unit_at += 1
    if denominator is None:
        return None
    return _claim_measure(sentence, match.start(), match.end(), 1 + Decimal(1) / denominator, unit_at)


def _hedged_unit(sentence: Sentence, match: re.Match[str]) -> Claim | None:
    """ "more than a decade", "nearly an hour", "a week or two"; not "a week" alone."""
    unit = unit_of(sentence.words[match.start() + 1])
    low = high = Number(Decimal(1), Decimal(1), "word")
    if len(match[0]) > 2:
        second = sentence.numbers.get(match.end() - 1)
        if second is None or second.value not in (2, 3):
            return None
        high = second
    elif not hedge_before(sentence, match.start(), bytearray(match.start()))[1]:
        return None
    goes_on = sentence.lowers[match.end()] in ("old", "or") or sentence.classes.startswith("&a", match.end())
    if not unit or kind_of(unit) != "duration" or goes_on:
        return None
    found = mention(sentence, match.start(), match.end(), "duration", low)._replace(unit=unit)
    return Claim(match.start(), match.end(), (found._replace(high=found.low if high is low else high),))


def _one_of_a_unit(sentence: Sentence, match: re.Match[str]) -> Claim | None:
    """ "a gallon of beer", "an acre of land"; not "$2 a gallon of", a rate, nor "a degree of"."""
    first = match.start()
    unit = unit_of(sentence.words[first + 1])
    is_rate = not RATED.isdisjoint(sentence.classes[max(0, first - FARTHEST_RATED) : first])
    if is_rate or sentence.lowers[first + 1] not in word_list("told_as_one") or kind_of(unit) != "measure":
        return None
    number = Number(Decimal(1), Decimal(1), "word")
    found = mention(sentence, match.start(), match.end() - 1, "measure", number)
    return Claim(match.start(), match.end() - 1, (found._replace(unit=unit),))


def _named_fraction(sentence: Sentence, match: re.Match[str]) -> Claim | None:
    """ "two-thirds", "three quarters", "one-fifth"; not "two third-party", "in two halves"."""
    word = sentence.lowers[match.end() - 1]
    number = sentence.numbers.get(match.start())
    size = _denominators().get(word)
    if number is None or size is None or number.magnitude != 1 or word == "halves":
        return None
    is_singular = not word.endswith("s")
    if is_singular != (number.value == 1) or not 0 < number.value < size:
        return None
    if word == "quarters" and number.value != 3:
        return None
    before = sentence.lowers[match.start() - 1]
    is_led = match.start() > 0 and (before in AHEAD or sentence.classes[match.start() - 1] in ",(-;")
    is_of_change = before == "of" and sentence.lowers[match.start() - 2] in _change_nouns()
    following = sentence.classes[match.end() :][:1]
    closes = following in ("O", ",", ".", ")", ";", "") or _is_comparative(sentence.lowers[match.end()])
    is_told = following == "O" or is_of_change or (is_led and closes)
    if is_singular and match[0][1] != "-" and not is_told:
        return None
    return _claim(sentence, match.start(), match.end(), number.value / size)


def _a_fraction(sentence: Sentence, match: re.Match[str]) -> Claim | None:
    """ "a third of", "half of", "by a third", "half the votes"; not "a third man", "the half"."""
    has_article, has_of = match[0][0] == "a", match[0][-1] == "O"
    index = match.start() + has_article
    word, before = sentence.lowers[index], sentence.lowers[match.start() - 1]
    size = _denominators().get(word)
    following = sentence.lowers[index + 1]
    if following == "-" and not (has_article and _is_told_in_percent(sentence, index + 1)):
        return None  # "half-baked"
    is_half = word == "half" and not has_article
    ranks = has_article and before != "by" and sentence.classes[index + 1 : index + 2] == "w"
    ranks = ranks and following not in word_list("stops") and following not in word_list("no_nouns")
    is_told = (
        has_of
        or (before in word_list("before_fractions") and not ranks)  # "from a third game" ranks it
        or (has_article and (_is_comparative(following) or _is_told_in_percent(sentence, index + 1)))
        or (has_article and _is_set_off(sentence, match.start(), index + 1))
        or (has_article and before == "of" and sentence.lowers[match.start() - 2] in _change_nouns())
        or (has_article and before in ("down", "up", "off") and following in (",", ".", ";", "at", "to"))
        or (is_half and (following in word_list("determiners") or following in word_list("after_half")))
    )
    if size is None or word.endswith("s") or not is_told or before in word_list("before_a_named_half"):
        return None
    if not has_article and word != "half":
        return None
    if sentence.words[index][0].isupper() and sentence.classes[index + 1 : index + 2] == "C":
        return None
    return _claim(sentence, match.start(), index + 1, Decimal(1) / size)


def _is_set_off(sentence: Sentence, first: int, stop: int) -> bool:
    """ "36 of 144, a quarter, have", "- a third -", "or a fifth of them": between signs, or after "or"."""
    opens = (
        sentence.classes[first - 1 : first] in ("", ",", "(", "-", ";")
        or sentence.lowers[first - 1] in OPENING
    )
    closes = stop >= len(sentence.words) or sentence.classes[stop] in ",.);-"
    return first > 0 and opens and closes


def _is_told_in_percent(sentence: Sentence, index: int) -> bool:
    """ "a third, or 33%", "a fifth – 20 percent –", "a quarter (25%)": the same once more."""
    following = sentence.classes[index : index + 5].lstrip(",-(o")
    shift = len(sentence.classes[index : index + 5]) - len(following)
    place = index + shift + (sentence.lowers[index + shift] == "or")
    number = sentence.classes[place : place + 1] in tuple("dNn") and place > index
    return bool(number) and sentence.classes[place + 1 : place + 2] == "%"


def _is_comparative(word: str) -> bool:
    """ "a tenth larger", "a third more"."""
    return word in COMPARATIVES or (word.endswith("er") and word in word_list("no_nouns"))


def _one_in_five(sentence: Sentence, match: re.Match[str]) -> Claim | None:
    """ "one in five", "nine in ten", "one out of every three", "nine of 10", "1-in-4"; not "two in 2016"."""
    between = [
        word for word in sentence.lowers[match.start() + 1 : match.end() - 1] if word not in ("every", "-")
    ]
    if between not in (["in"], ["out", "of"], ["of"]):
        return None
    part = sentence.numbers.get(match.start())
    whole = sentence.numbers.get(match.end() - 1)
    if SCORED.match(sentence.classes, match.start() - 2):
        return None
    if part is None or whole is None or not 0 < part.value < whole.value <= LARGEST_WHOLE:
        return None
    following = sentence.classes[match.end() : match.end() + 1]
    if between == ["of"] and not _is_proportion(whole, following):
        return None
    is_usual = whole.value <= LARGEST_USUAL or whole.value == 100  # "4 in 10 Americans"
    is_word = part.form == "word" or part.value == 1 or is_usual
    if not is_word or following in tuple("TM%u$-") or (whole.value > 100 and part.value != 1):
        return None
    return _claim(sentence, match.start(), match.end(), part.value / whole.value)


def _one_of_them_in_five(sentence: Sentence, match: re.Match[str]) -> Claim | None:
    """ "one driver in five", "two pupils in ten"; not "one man in ten cities"."""
    first = match.start()
    part, whole = sentence.numbers.get(first), sentence.numbers.get(match.end() - 1)
    if sentence.lowers[first + 2] != "in" or part is None or whole is None:
        return None
    is_usual = 1 < whole.value <= LARGEST_USUAL or whole.value == 100
    is_agreed = is_plural(sentence.words[first + 1]) != (part.value == 1)
    following = sentence.classes[match.end() : match.end() + 1]
    is_counted = following == "w" and is_plural(sentence.words[match.end()])
    if (
        not is_usual
        or not is_agreed
        or part.value >= whole.value
        or is_counted
        or following in tuple("TM%u$-mc")
    ):
        return None
    return _claim(sentence, first, match.end(), part.value / whole.value)


def _is_proportion(whole: Number, following: str) -> bool:
    """ "nine of 10 voters", against "three of the nine", "two of 11 suspects": ten, or a hundred."""
    return whole.value in (10, 100) and following in ("w", "C", "")


FRACTIONS = recognisers(
    ("q", (), r"aw?[Tu]-?&-?a-?q", _unit_and_a_half),
    (
        "q",
        (),
        r"[nd]-?(q)Oa?[Tu]|a(q)Oa?[Tu%]|a(q)Oa(?:c)(?=O)|(q)-[Tu]|(q)a[Tu%]",
        _part_of_a_unit,
    ),
    ("o", (), r"a(o)Oa[Tu%]", _part_of_a_unit),
    ("u", (), r"auO", _one_of_a_unit),
    ("T", (), r"aT(?:r[nd])?", _hedged_unit),
    ("q nd", (), r"[nd]-?q", _named_fraction),
    ("o n", (), r"n-?o", _named_fraction),
    ("q", (), r"a?qO?", _a_fraction),
    ("o", (), r"aoO?", _a_fraction),
    ("nd", (), r"[nd](?:w|-w-|wO|O)p?[dNn]", _one_in_five),
    ("n", ("in",), r"nww[dNn]", _one_of_them_in_five),
)
