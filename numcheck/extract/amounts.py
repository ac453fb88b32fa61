"""Composes a mention around a number: currency, unit, range, rate, hedge.

Each step looks at the classes beside what has been taken so far and widens it; none looks twice.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

from numcheck.extract.recogniser import Claim
from numcheck.extract.tokens import Sentence
from numcheck.extract.words import is_plural, word_list
from numcheck.lexicon import table
from numcheck.model import Flaw, Kind, Mention, Number
from numcheck.units import dimension_of

__all__ = ["read_amount"]

LONGEST_HEDGE = 4
# "12 people a day after": the day is when, and not a rate.
NO_RATE_BEFORE = frozenset(["after", "before", "earlier", "later", "ago", "long", "old"])
# The kinds of figures in units of these dimensions; any other is a measure.
KINDS: dict[str, Kind] = {"time": "duration", "percent": "percent", "points": "percent"}
CHANGES = frozenset({"rise", "fall"})


@dataclass(frozen=True, slots=True)
class Amount:
    """A figure while it is being put together: the tokens ``first`` to ``stop``, read so far."""

    first: int
    stop: int
    low: Number
    high: Number
    number_first: int
    number_stop: int
    unit: str = ""
    unit_from_symbol: bool = False
    hedge: str = ""
    per: str = ""
    kind: Kind = "count"
    flaws: tuple[Flaw, ...] = ()


@cache
def unit_of(form: str) -> str:
    """The canonical unit of a written form, empty where it is none."""
    return _unit_forms().get(form) or _unit_forms().get(form.lower(), "")


@cache
def _unit_forms() -> dict[str, str]:
    return {form: name for name, unit in table("units").items() for form in unit["forms"]}


@cache
def _hedges(place: str) -> dict[tuple[str, ...], str]:
    return {tuple(form.split()): name for name, row in table("hedges").items() for form in row[place]}


@cache
def _hedge_ends() -> frozenset[str]:
    return frozenset(words[-1] for words in _hedges("before"))


def currency_of(word: str) -> str:
    """The ISO 4217 code that a symbol, name or code stands for, empty where it is none."""
    currencies = table("currencies")
    for name in ("symbols", "codes", "names", "hundredths"):
        if code := currencies[name].get(word) or currencies[name].get(word.lower()):
            return str(code)
    return ""


def read_amount(sentence: Sentence, index: int, flaws: dict[int, Flaw], taken: bytearray) -> Claim | None:
    """The mention around the number token at ``index``, or None where it is no figure."""
    if sentence.classes[index] == "v":
        if sentence.lower(index) == "scores" and sentence.classes[index + 1 : index + 2] != "O":
            return None
        low, high, stop = _vague(sentence, index)
    else:
        number = sentence.numbers.get(index)
        if number is None or _has_leading_zero(sentence.words[index]):
            return None
        low, high, stop = number, number, index + 1
    found = (flaws[index],) if index in flaws else ()
    amount = Amount(index, stop, low, high, index, stop, flaws=found)
    if low is high and (sentence.lower(index - 1) == "minus" or _has_minus_sign(sentence, index)):
        negative = replace(low, value=-low.value)
        amount = replace(amount, first=index - 1, low=negative, high=negative)
    amount = _with_symbol(sentence, amount)
    amount = _with_range(sentence, amount, taken)
    amount = _with_unit(sentence, amount)
    if _is_pronoun(sentence, amount):
        return None
    amount = _with_rate(sentence, amount)
    amount = _with_hedge(sentence, amount, taken)
    return Claim(amount.first, amount.stop, (_to_mention(sentence, amount),))


def _has_minus_sign(sentence: Sentence, index: int) -> bool:
    """ "-15 degrees": a sign that touches the number and nothing before it; not "10-15"."""
    return (
        sentence.classes[index - 1 : index] == "-"
        and sentence.is_adjacent(index)
        and not sentence.is_adjacent(index - 1)
        and sentence.classes[max(0, index - 2) : index - 1] not in tuple("dyNn")
    )


def _has_leading_zero(word: str) -> bool:
    """ "007" is a name; the "000" of "2, 000" is half a numeral."""
    return len(word) > 1 and word[0] == "0" and word.isdigit()


def _to_mention(sentence: Sentence, amount: Amount) -> Mention:
    return Mention(
        start=sentence.starts[amount.first],
        end=sentence.ends[amount.stop - 1],
        kind=amount.kind,
        low=amount.low,
        high=amount.high,
        number_start=sentence.starts[amount.number_first],
        number_end=sentence.ends[amount.number_stop - 1],
        unit=amount.unit,
        hedge=amount.hedge,
        per=amount.per,
        flaws=amount.flaws,
    )


def _vague(sentence: Sentence, index: int) -> tuple[Number, Number, int]:
    """ "dozens", and "hundreds of thousands" as their product."""
    vague = table("numerals")["vague"]
    low, high = vague[sentence.lower(index)]
    stop = index + 1
    if sentence.classes[stop : stop + 2] == "Ov":
        base = vague[sentence.lower(stop + 1)][0]
        scale = 10 ** (len(str(base)) - 1)
        low, high, stop = low * scale, (high + 1) * scale - 1, stop + 2
    ends = (Number(Decimal(end), Decimal(1), "word") for end in (low, high))
    return next(ends), next(ends), stop


def _with_symbol(sentence: Sentence, amount: Amount) -> Amount:
    before = amount.first - 1
    if sentence.classes[before - 1 : before + 1] == "$." and before > 0:
        before -= 1  # "Rs. 25 lakh"
    if before < 0 or sentence.classes[before] not in "$c":
        return amount
    code = sentence.words[before]
    if sentence.classes[before] == "c":
        if code not in table("currencies")["codes"]:
            return amount
        return replace(amount, first=before, unit=currency_of(code), kind="currency")
    unit = table("currencies")["symbols"][sentence.words[before]]
    return replace(amount, first=before, unit=unit, unit_from_symbol=True, kind="currency")


RANGE = re.compile(r"%?(?:-|t|r|&)\$?([dyNn])")


def _with_range(sentence: Sentence, amount: Amount, taken: bytearray) -> Amount:
    """ "10-15", "$5-10 million", "15 to 20 per cent", "between 10 and 15", "two or three"."""
    match = RANGE.match(sentence.classes, amount.stop)
    if not match or amount.flaws or any(taken[amount.stop : match.end()]):
        return amount
    high = sentence.numbers.get(match.start(1))
    if high is None or not _is_range(sentence, amount, match, high):
        return amount
    low = amount.low
    if low.magnitude == 1 and high.magnitude > 100 and low.value * high.magnitude <= high.value:
        low = low.times(high.magnitude)
    if low.value >= high.value:
        return amount
    first = amount.first
    if match[0].lstrip("%")[0] in "&t" and sentence.classes[first - 1 : first] in ("b", "f") and first:
        first -= 1
    return replace(amount, first=first, stop=match.end(), low=low, high=high, number_stop=match.end())


def _is_range(sentence: Sentence, amount: Amount, match: re.Match[str], high: Number) -> bool:
    if match[0][0] == "%" and sentence.classes[match.end() : match.end() + 1] != "%":
        return False
    sign, low = match[0].lstrip("%")[0], amount.low
    before = sentence.classes[amount.first - 1] if amount.first else ""
    if sign == "-":
        return sentence.is_adjacent(match.end() - 1) and not _is_score(sentence, amount, match)
    if sign == "&":
        return before == "b"
    if sign == "t":
        return not (before == "f" and _tells_of_change(sentence, amount.first))
    return high.value - low.value <= max(Decimal(2), low.value / 2) and not amount.unit


def _is_score(sentence: Sentence, amount: Amount, match: re.Match[str]) -> bool:
    """ "won 3-2", "52-48": two small numbers with no unit or noun after them."""
    following = sentence.classes[match.end() : match.end() + 1]
    return not amount.unit and following not in tuple("wTu%cm-")


def _tells_of_change(sentence: Sentence, index: int) -> bool:
    """ "rose from 10 to 15": two values of one thing, and not a range."""
    predicates = table("predicates")
    words = {sentence.lower(before) for before in range(max(0, index - 7), index)}
    return any(not words.isdisjoint(predicates[name]) for name in CHANGES)


def _with_unit(sentence: Sentence, amount: Amount) -> Amount:
    stop = amount.stop
    if sentence.classes[amount.number_first] == "v" and sentence.classes[stop : stop + 1] == "O":
        stop += sentence.classes[stop + 1 : stop + 2] in ("c", "u", "T")  # "millions of dollars"
    letter = sentence.classes[stop : stop + 1]
    is_hyphenated = letter == "-" and sentence.is_adjacent(stop + 1) if letter else False
    if is_hyphenated:
        letter = sentence.classes[stop + 1 : stop + 2]
        stop += 1
    if not letter:
        return amount
    word = sentence.words[stop]
    if amount.unit:
        return _with_doubled_currency(sentence, amount, stop, letter, word)
    if letter == "C" and sentence.classes[stop + 1 : stop + 2] == "c":
        code = table("currencies")["dollars"].get(word)
        if code:
            return replace(amount, stop=stop + 2, unit=code, kind="currency")
    if letter == "c" and _is_weight(sentence, stop):
        return replace(amount, stop=stop + 1, unit="pound", kind="measure")
    if letter == "c" and (code := currency_of(word)) and (word != "p" or sentence.is_adjacent(stop)):
        amount = replace(amount, stop=stop + 1, unit=code, kind="currency")
        return _in_hundredths(amount) if word in table("currencies")["hundredths"] else amount
    if letter in "uT%" and (unit := unit_of(word)) and not _is_no_unit(sentence, amount, stop):
        kind = KINDS.get(dimension_of(unit), "measure")
        amount = replace(amount, stop=stop + 1, unit=unit, kind=kind)
        return _with_doubled_unit(sentence, amount)
    return amount


def _is_weight(sentence: Sentence, index: int) -> bool:
    """ "weighed 4 pounds", "20 pounds of flour": a weight, and no money."""
    if sentence.lower(index) not in ("pound", "pounds"):
        return False
    before = {sentence.lower(near) for near in range(max(0, index - 7), index)}
    return not before.isdisjoint(word_list("weighing")) or sentence.lower(index + 1) == "of"


def _is_no_unit(sentence: Sentence, amount: Amount, stop: int) -> bool:
    """ "11 m" is metres but "the 30 second-hand cars" are no seconds; "10 St Johns" no stones."""
    word = sentence.words[stop]
    if word == "second":
        glued = sentence.classes[stop + 1 : stop + 2] == "-"
        return glued or (sentence.classes[stop - 1] != "-" and amount.high.value != 1)
    return word in ("st", "C", "F") and not sentence.is_adjacent(stop)


def _in_hundredths(amount: Amount) -> Amount:
    """ "20 cents": hundredths of their currency."""
    cent = Decimal("0.01")
    low = amount.low.times(cent)
    high = low if amount.low is amount.high else amount.high.times(cent)
    return replace(amount, low=low, high=high)


def _with_doubled_currency(sentence: Sentence, amount: Amount, stop: int, letter: str, word: str) -> Amount:
    """ "$100 dollars": a symbol before and a name after say the same twice. A code or a country
    after the symbol ("$100 USD", "$5 Canadian") tells dollars apart and is no fault."""
    is_name = letter == "c" and word.lower() in table("currencies")["names"]
    if not is_name or not amount.unit_from_symbol or currency_of(word) != amount.unit:
        return amount
    first, end = amount.first, sentence.ends[stop]
    start = sentence.starts[first]
    kept = sentence.text[start : sentence.ends[amount.stop - 1]]
    number = sentence.text[sentence.starts[amount.number_first] : sentence.ends[amount.stop - 1]]
    # "a $20 dollar bill" may have been meant for "a 20-dollar bill".
    other = f"{number} {word}" if is_plural(word) or amount.high.value == 1 else f"{number}-{word}"
    flaw = Flaw("doubled-unit", start, end, (kept, other.replace(" ", "-") if "-" in other else other))
    return replace(amount, stop=stop + 1, flaws=(*amount.flaws, flaw))


def _with_doubled_unit(sentence: Sentence, amount: Amount) -> Amount:
    """ "5 km kilometres", "90% percent": one unit in two forms, or the same form twice."""
    stop = amount.stop
    if sentence.classes[stop : stop + 1] not in tuple("uT%"):
        return amount
    word = sentence.words[stop]
    if unit_of(word) != amount.unit or "-" in sentence.classes[amount.number_stop : stop]:
        return amount
    start, end = sentence.starts[amount.first], sentence.ends[stop]
    number = sentence.text[start : sentence.ends[amount.number_stop - 1]]
    kept = sentence.text[start : sentence.ends[stop - 1]]
    flaw = Flaw("doubled-unit", start, end, (kept, f"{number} {word}"))
    return replace(amount, stop=stop + 1, flaws=(*amount.flaws, flaw))


def _is_pronoun(sentence: Sentence, amount: Amount) -> bool:
    """ "no one", "the one", "one of the", "one another": "one" counts only before a unit, a
    magnitude or a noun, and never after a determiner."""
    if amount.unit or amount.low is not amount.high or amount.low.value != 1:
        return False
    index = amount.number_first
    if sentence.classes[index] != "n" or amount.low.magnitude != 1:
        return False
    following = sentence.classes[amount.stop : amount.stop + 1]
    if following != "w" or sentence.lower(amount.stop) in word_list("stops"):
        return True
    if sentence.lower(amount.stop) in word_list("not_counted_by_one"):
        return True
    determiners = ("the", "no", "any", "every", "each", "this", "that", "some", "another", "which")
    return sentence.lower(index - 1) in determiners


RATE = re.compile(r"[ap/][Twuc]")


def _with_rate(sentence: Sentence, amount: Amount) -> Amount:
    """ "a month", "per capita", "each year", "annually", directly after the figure.

    Of two rates ("£25 per household per year") the time is the one that other texts repeat.
    """
    first = _rate_at(sentence, amount.stop)
    if first:
        per, stop = first
        second = _rate_at(sentence, stop)
        if second:
            per = per if dimension_of(per) == "time" else second[0]
            stop = second[1]
        return replace(amount, stop=stop, per=per)
    # After the noun the rate is no part of the mention: "50 people a day", "litres of water an hour".
    for nouns in ("w", "Ow"):
        after = amount.stop + len(nouns)
        is_noun = nouns == "Ow" or is_plural(sentence.lower(amount.stop))
        if not is_noun or sentence.classes[amount.stop : after] != nouns:
            continue
        if later := _rate_at(sentence, after):
            return replace(amount, per=later[0])
    per = table("rates")["adverbs"].get(sentence.lower(amount.stop), "")
    if per and (amount.unit or amount.kind == "currency"):
        return replace(amount, stop=amount.stop + 1, per=per)
    return amount


def _rate_at(sentence: Sentence, index: int) -> tuple[str, int] | None:
    """The unit of the rate that begins at a token, and the token after it."""
    match = RATE.match(sentence.classes, index)
    if not match:
        return None
    per = table("rates")["units"].get(sentence.lower(match.end() - 1), "")
    is_rate = sentence.lower(index) == "per" or sentence.lower(match.end()) not in NO_RATE_BEFORE
    return (per, match.end()) if per and is_rate else None


def _with_hedge(sentence: Sentence, amount: Amount, taken: bytearray) -> Amount:
    """The hedge before the figure, the longest that is in the table, or else the one after it."""
    first, hedge = hedge_before(sentence, amount.first, taken)
    if hedge and not (amount.kind == "duration" and _means_during(sentence, first)):
        return replace(amount, first=first, hedge=hedge)
    after = _hedges("after")
    for length in (2, 1):
        words = tuple(sentence.lower(amount.stop + index) for index in range(length))
        if words in after and sentence.words[amount.stop : amount.stop + length]:
            return replace(amount, stop=amount.stop + length, hedge=after[words])
    return amount


def hedge_before(sentence: Sentence, first: int, taken: bytearray) -> tuple[int, str]:
    """Where the hedge begins that ends before the token ``first``, and its key; empty without one."""
    if first and sentence.lower(first - 1) in _hedge_ends():
        before = _hedges("before")
        for length in range(min(LONGEST_HEDGE, first), 0, -1):
            words = tuple(sentence.lower(index) for index in range(first - length, first))
            if words in before and not any(taken[first - length : first]):
                return first - length, before[words]
    return first, ""


def _means_during(sentence: Sentence, index: int) -> bool:
    """ "over four years" is while they passed, unless something took, lasted or waited it."""
    return sentence.lower(index) == "over" and sentence.lower(index - 1) not in word_list("lasting")
