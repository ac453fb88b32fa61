"""Composes a mention around a number: sign, currency, range, unit, rate, hedge.

Each step looks at the classes beside what has been taken so far and widens it; none looks twice.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from numcheck.extract.classes import unit_of
from numcheck.extract.currencies import codes, currency_of, dollars_and_the_like, hundredths, letters, names
from numcheck.extract.hedges import hedge_after, hedge_before
from numcheck.extract.rates import find_rate
from numcheck.extract.recogniser import Claim
from numcheck.extract.tokens import Sentence
from numcheck.extract.words import CHANGES, is_plural, predicate_class, word_list
from numcheck.lexicon import table
from numcheck.model import Flaw, Kind, Mention, Number
from numcheck.units import dimension_of

__all__ = ["kind_of", "open_units", "read_amount"]

AFTER_ONE_DAY = word_list("after_one_day")
AFTER_SCORES = word_list("after_scores")
BEFORE_A_PRONOUN = word_list("before_a_pronoun")
BEFORE_ONE_DAY = word_list("before_one_day")
BEFORE_UNITS = word_list("before_units")
CHANGING = word_list("changing")
LASTING = word_list("lasting")
LIGHT = word_list("light")
NOT_COUNTED_BY_ONE = word_list("not_counted_by_one")
PAID_IN_POUNDS = word_list("paid_in_pounds")
SPANS = word_list("spans")
STOPS = word_list("stops")
WEIGHING = word_list("weighing")

# What is told of each of several numbers.
LISTING = frozenset(("for", "in", "from", "at", "to", "by", "as", "against", "on", "with"))
FARTHEST_LISTED = 14
DAYS_OF_A_YEAR = 366
# The kinds of figures in units of these dimensions; any other is a measure.
KINDS: dict[str, Kind] = {"time": "duration", "percent": "percent", "points": "percent"}
LONGEST_WAY_TO_A_CHANGE, LONGEST_WAY_WITH_FROM = 8, 13
# From "fell 8 percent to 42 percent" on, the second of two values is no end of a range.
FAR_APART = 4
CENT = Decimal("0.01")


class Amount(NamedTuple):
    """A figure while it is being put together: the tokens ``first`` to ``stop``, read so far."""

    first: int
    stop: int
    low: Number
    high: Number
    number_first: int
    number_stop: int
    unit: str = ""
    has_symbol: bool = False
    hedge: str = ""
    per: str = ""
    kind: Kind = "count"
    flaws: tuple[Flaw, ...] = ()
    alternatives: tuple[str, ...] = ()


@cache
def other_units(form: str) -> tuple[str, ...]:
    """What a form may mean besides its unit: the other dollars of "$", the other tons of "tons"."""
    row = table("ambiguous").get(form, {})
    meanings = row["meanings"] if row.get("is_open") else dollars_and_the_like().get(form.lower(), ())
    return tuple(meanings[1:])


@cache
def open_units() -> frozenset[str]:
    """Every unit that some form leaves open: all the dollars, the tons, the gallons."""
    rows = [row["meanings"] for row in table("ambiguous").values() if row.get("is_open")]
    return frozenset(unit for meanings in (*rows, *dollars_and_the_like().values()) for unit in meanings)


@cache
def kind_of(unit: str) -> Kind:
    """The kind of a figure in a unit of the table."""
    return KINDS.get(dimension_of(unit), "measure")


def read_amount(sentence: Sentence, index: int, flaws: dict[int, Flaw], taken: bytearray) -> Claim | None:
    """The mention around the number token at ``index``, or None where it is no figure."""
    if sentence.classes[index] == "v":
        if sentence.lowers[index] == "scores" and sentence.lowers[index + 1] not in AFTER_SCORES:
            return None
        low, high = sentence.ranges[index]
    else:
        number = sentence.numbers.get(index)
        if number is None or _has_leading_zero(sentence.words[index]):
            return None
        low = high = number
    found = (flaws[index],) if index in flaws else ()
    amount = Amount(index, index + 1, low, high, index, index + 1, flaws=found)
    classes = sentence.classes
    before = classes[index - 1 : index]
    if before in SIGNS or sentence.lowers[index - 1] in ("minus", "negative"):
        amount = _with_sign(sentence, amount) if low is high else amount
    if before in MONEY or classes[amount.first - 1 : amount.first] in MONEY:
        amount = _with_symbol(sentence, amount)
    following = classes[amount.stop : amount.stop + 1]
    if following in ENDS_AN_AMOUNT:
        if _is_pronoun(sentence, amount):
            return None
        return _hedged(sentence, _as_fraction(amount), "", amount.stop, taken)
    if following in LINKS_OF_A_RANGE:
        amount = _with_range(sentence, amount, taken)
    inner, after_hedge = hedge_after(sentence, amount.stop)
    if inner and classes[after_hedge : after_hedge + 1] in ("T", "u", "%", "c"):
        amount = amount._replace(stop=after_hedge)  # "600 plus days", "40-odd years"
    amount = _with_unit(sentence, amount)
    if _is_pronoun(sentence, amount):
        return None
    if amount.unit in LARGER and not amount.flaws:
        amount = _with_smaller_unit(sentence, amount, taken)
    amount = _as_fraction(amount)
    per, stop = find_rate(sentence, amount.stop, taken, has_unit=bool(amount.unit))
    if inner:
        return _hedged(sentence, amount._replace(hedge=inner), per, max(stop, after_hedge), taken)
    after, stop = hedge_after(sentence, stop)
    return _hedged(sentence, amount._replace(hedge=after) if after else amount, per, stop, taken)


# What a sign or a currency before a number may be; and what leaves nothing to read after one.
SIGNS = frozenset("(-+")
MONEY = frozenset("$cC.-")
LINKS_OF_A_RANGE = frozenset("-tr&%uTc")
ENDS_AN_AMOUNT = frozenset([*",.;:)]\"'?!", ""])


def _hedged(sentence: Sentence, amount: Amount, per: str, stop: int, taken: bytearray) -> Claim:
    """The claim of a figure that is read but for the hedge before it, which prevails over one after."""
    first, hedge = hedge_before(sentence, amount.first, taken)
    if hedge and _means_during(sentence, amount, first):
        first, hedge = amount.first, ""
    if hedge and amount.kind == "count" and sentence.lowers[first] in ("younger", "older"):
        amount = amount._replace(kind="age", unit="year")
    mention = Mention(
        sentence.starts[first],
        sentence.ends[stop - 1],
        amount.kind,
        amount.low,
        amount.high,
        sentence.starts[amount.number_first],
        sentence.ends[amount.number_stop - 1],
        amount.unit,
        hedge or amount.hedge,
        per,
        flaws=amount.flaws,
        alternatives=amount.alternatives,
    )
    return Claim(first, stop, (mention,))


def _has_leading_zero(word: str) -> bool:
    """ "007" is a name; the "000" of "2, 000" is half a numeral."""
    return len(word) > 1 and word[0] == "0" and word.isdigit()


def _with_sign(sentence: Sentence, amount: Amount) -> Amount:
    """ "minus 5", "-15 degrees", and the brackets of accounts: "$(1.2) million"."""
    index = amount.first
    before = sentence.classes[index - 1 : index]
    if before == "(":
        return _with_brackets(sentence, amount)
    if before == "+" and sentence.is_adjacent(index) and not sentence.is_adjacent(index - 1):
        return amount._replace(first=index - 1)
    is_word = before == "w" and sentence.lowers[index - 1] in ("minus", "negative")
    if not is_word and not (before == "-" and _is_minus_sign(sentence, index)):
        return amount
    negative = amount.low._replace(value=-amount.low.value)
    return amount._replace(first=index - 1, low=negative, high=negative)


def _is_minus_sign(sentence: Sentence, index: int) -> bool:
    """ "-15 degrees": a sign that touches the number and nothing before it; not "10-15"."""
    return (
        sentence.is_adjacent(index)
        and (not sentence.is_adjacent(index - 1) or sentence.classes[index - 2 : index - 1] == "(")
        and sentence.classes[max(0, index - 2) : index - 1] not in tuple("dyNn")
    )


def _with_brackets(sentence: Sentence, amount: Amount) -> Amount:
    """ "$(1.2) million", and "| (1,234) |" in a table: a loss. Not "the Herald (12,000)"."""
    index = amount.first
    is_money = index > 1 and sentence.classes[index - 2] == "$"
    is_cell = index > 1 and sentence.words[index - 2] == "|" and sentence.classes[index] == "N"
    if not (is_money or is_cell) or not sentence.is_glued(index - 1, index + 2):
        return amount
    if sentence.classes[index + 1 : index + 2] != ")":
        return amount
    negative = amount.low._replace(value=-amount.low.value)
    stop = index + 2
    if sentence.classes[stop : stop + 1] == "m":
        power = Decimal(10) ** table("numerals")["magnitudes"][sentence.lowers[stop]]
        negative, stop = negative.times(power), stop + 1
    return amount._replace(first=index - 1, stop=stop, low=negative, high=negative)


def _with_symbol(sentence: Sentence, amount: Amount) -> Amount:
    before = amount.first - 1
    if sentence.classes[before - 1 : before + 1] == "$." and before > 0:
        before -= 1  # "Rs. 25 lakh"
    if before < 0 or sentence.classes[before] not in "$cC":
        return amount
    code = sentence.words[before]
    if sentence.classes[before] == "C" and not (code in letters() and sentence.is_adjacent(amount.first)):
        return amount
    if sentence.classes[before] == "c":
        if code not in codes():
            return amount
        return amount._replace(first=before, unit=currency_of(code), kind="currency")
    unit = currency_of(code)
    if before and sentence.classes[before - 1] == "-" and sentence.is_adjacent(before):
        signed = amount._replace(first=before)
        if _is_minus_sign(sentence, before) and amount.low.value > 0:  # "-$5 million"
            negative = amount.low._replace(value=-amount.low.value)
            signed = signed._replace(first=before - 1, low=negative, high=negative)
        return signed._replace(unit=unit, has_symbol=True, kind="currency", alternatives=other_units(code))
    return amount._replace(
        first=before, unit=unit, has_symbol=True, kind="currency", alternatives=other_units(code)
    )


RANGE = re.compile(r"[%uTc]?(?:-|t|r|&)\$?([dyNn])")


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
    if _link(match) in "&t" and sentence.classes[first - 1 : first] in ("b", "f") and first:
        first -= 1
    return amount._replace(first=first, stop=match.end(), low=low, high=high, number_stop=match.end())


def _link(match: re.Match[str]) -> str:
    """The class of what stands between the two ends of a range."""
    return match[0].lstrip("%uTc")[0]


def _is_range(sentence: Sentence, amount: Amount, match: re.Match[str], high: Number) -> bool:
    sign, low = _link(match), amount.low
    if match[0][0] in "%uTc" and not _has_the_same_unit(sentence, match):
        return False
    before = sentence.classes[amount.first - 1] if amount.first else ""
    if sign == "-":
        return sentence.is_adjacent(match.end() - 1) and not _is_score(sentence, amount, match)
    if sign == "&":
        return before == "b"
    if sign == "t":
        return not _is_change(sentence, amount, match.end(), before, high)
    return high.value - low.value <= max(Decimal(2), low.value / 2) and not amount.unit


def _has_the_same_unit(sentence: Sentence, match: re.Match[str]) -> bool:
    """ "15% to 20%", "5 km to 10 km": the first end states its unit too."""
    after = sentence.lowers[match.end()]
    return after == sentence.lowers[match.start()] and sentence.classes[match.end()] == match[0][0]


def _is_score(sentence: Sentence, amount: Amount, match: re.Match[str]) -> bool:
    """ "won 3-2", "52-48": two small numbers with no unit or noun after them."""
    following = sentence.classes[match.end() : match.end() + 1]
    return not amount.unit and following not in tuple("wTu%cm-")


def _is_change(sentence: Sentence, amount: Amount, stop: int, before: str, high: Number) -> bool:
    """ "rose from 10 to 15", "fell by more than 23,000 to 25,000": two values of one thing, no range."""
    near = sentence.lowers[max(0, amount.first - LONGEST_WAY_TO_A_CHANGE) : amount.first]
    if before == "f":
        near = sentence.lowers[max(0, amount.first - LONGEST_WAY_WITH_FROM) : amount.first]
        return any(predicate_class(word) in CHANGES or word in CHANGING for word in near)
    is_counted = sentence.classes[stop : stop + 1] in ("w", "u", "T", "%", "c", "m", "C")
    states_both = sentence.classes[amount.stop : amount.stop + 1] in ("%", "u", "T", "c") or amount.has_symbol
    if states_both and near and (predicate_class(near[-1]) in CHANGES or near[-1] in CHANGING):
        return high.value >= FAR_APART * amount.low.value  # "fell 8 percent to 42 percent"
    return "by" in near[-4:] and (near[-1] != "by" or states_both or not is_counted)


def _with_unit(sentence: Sentence, amount: Amount) -> Amount:
    stop = amount.stop
    letter = sentence.classes[stop : stop + 1]
    if (
        letter == "O"
        and sentence.classes[stop + 1 : stop + 2] in ("c", "u", "T")
        and _is_part(sentence, amount)
    ):
        stop += 1  # "millions of dollars"
        letter = sentence.classes[stop]
    if letter == "-" and sentence.is_adjacent(stop + 1):
        stop += 1
        letter = sentence.classes[stop : stop + 1]
    if not letter:
        return amount
    if letter == "w" and not amount.unit:
        if code := _name_after_a_magnitude(sentence, amount, stop):
            return amount._replace(stop=stop + 1, unit=code, kind="currency")
        if _is_stone(sentence, stop):
            return amount._replace(stop=stop + 1, unit="stone", kind="measure")
        if _is_before_a_unit(sentence, stop):
            stop += 1
            letter = sentence.classes[stop]
    word = sentence.words[stop]
    if amount.unit:
        return _with_doubled_currency(sentence, amount, stop, letter, word)
    if letter == "c":
        return _with_currency(sentence, amount, stop, word)
    if letter in "uT%" and (unit := unit_of(word)) and not _is_no_unit(sentence, amount, stop):
        amount = amount._replace(stop=stop + 1, unit=unit, kind=kind_of(unit), alternatives=other_units(word))
        return _with_doubled_unit(sentence, amount)
    return amount


def _is_part(sentence: Sentence, amount: Amount) -> bool:
    """ "dozens", "a pair", "a quarter": what takes "of" before its unit."""
    index = amount.number_first
    is_group = sentence.lowers[index].rpartition(" ")[2] in table("numerals")["pairs"]
    return is_group or sentence.classes[index] == "v" or amount.low.form == "fraction"


def _name_after_a_magnitude(sentence: Sentence, amount: Amount, stop: int) -> str:
    """ "1.5 trillion won": a word that is a currency only after thousands or more."""
    names_of_money: dict[str, str] = table("currencies")["after_magnitudes"]
    return names_of_money.get(sentence.words[stop], "") if amount.low.magnitude > 1 else ""


def _is_before_a_unit(sentence: Sentence, index: int) -> bool:
    """ "three additional days"."""
    is_unit_next = sentence.classes[index + 1 : index + 2] in ("T", "u")
    return is_unit_next and sentence.lowers[index] in BEFORE_UNITS


def _with_currency(sentence: Sentence, amount: Amount, stop: int, word: str) -> Amount:
    """ "5 euros", "20 cents", "50p"; "20 pounds of flour" is a weight."""
    if amount.low.magnitude == 1 and _is_weight(sentence, stop):
        return amount._replace(stop=stop + 1, unit="pound", kind="measure")
    code = currency_of(word)
    if not code or (word == "p" and not sentence.is_adjacent(stop)):
        return amount
    amount = amount._replace(stop=stop + 1, unit=code, kind="currency", alternatives=other_units(word))
    if word not in hundredths() and sentence.lowers[stop] not in hundredths():
        return amount
    low = amount.low.times(CENT)
    return amount._replace(low=low, high=low if amount.low is amount.high else amount.high.times(CENT))


def _is_weight(sentence: Sentence, index: int) -> bool:
    """ "weighed 4 pounds", "20 pounds of flour", "a 225-pound guard": a weight, and no money."""
    if sentence.lowers[index] not in ("pound", "pounds"):
        return False
    if sentence.lowers[index] == "pound" and sentence.classes[index - 1] == "-":
        return sentence.lowers[index + 1] not in PAID_IN_POUNDS
    if sentence.lowers[index + 1] == "of":
        return True
    if sentence.classes[index + 1 : index + 4] in ("(Nu", "(du"):  # "30 pounds (13.6 kilograms)"
        return dimension_of(unit_of(sentence.words[index + 3])) == "mass"
    if _is_after_a_weight(sentence, index):
        return True
    return not WEIGHING.isdisjoint(sentence.lowers[max(0, index - 7) : index])


def _is_after_a_weight(sentence: Sentence, index: int) -> bool:
    """ "50 kilos (110 pounds)", "2 tonnes, or 4,409 pounds"."""
    joint = max(0, index - 2)
    before = joint - 1 - (sentence.lowers[joint] == "or" and sentence.classes[max(0, joint - 1)] == ",")
    if before < 0 or (sentence.classes[joint] != "(" and sentence.lowers[joint] != "or"):
        return False
    return dimension_of(unit_of(sentence.words[before])) == "mass"


def _is_stone(sentence: Sentence, index: int) -> bool:
    """ "16 stone (102kg)", "weighs 16 stone", "12 stone 4lb"; not "16 stone walls"."""
    if sentence.lowers[index] != "stone":
        return False
    if sentence.classes[index + 1 : index + 4] in ("(Nu", "(du", "du", "dT"):
        return True
    is_last = sentence.classes[index + 1 : index + 2] not in ("w", "m")
    return is_last and not WEIGHING.isdisjoint(sentence.lowers[max(0, index - 7) : index])


def _is_no_unit(sentence: Sentence, amount: Amount, stop: int) -> bool:
    """ "1 second" and "a 30-second film" are seconds, "the 30 second-hand cars" are none; "5,600 day tickets"
    are tickets."""
    if sentence.lowers[stop] in ("day", "night", "week") and amount.low.value > DAYS_OF_A_YEAR:
        is_noun = sentence.classes[stop + 1 : stop + 2] == "w" and is_plural(sentence.words[stop + 1])
        return is_noun and sentence.classes[stop - 1] != "-"
    if sentence.words[stop] != "second":
        return False
    is_compound = sentence.classes[stop + 1 : stop + 2] == "-"
    return is_compound or (sentence.classes[stop - 1] != "-" and amount.high.value != 1)


def _with_doubled_currency(sentence: Sentence, amount: Amount, stop: int, letter: str, word: str) -> Amount:
    """ "$100 dollars": a symbol before and a name after say the same twice. A code or a country
    after the symbol ("$100 USD", "$5 Canadian") tells dollars apart and is no fault; a name after the
    code is one."""
    if letter == "c" and word.isupper() and sentence.classes[stop + 1 : stop + 2] == "c":
        stop, word = stop + 1, sentence.words[stop + 1]
    is_name = letter == "c" and word.lower() in names()
    if not is_name or not amount.has_symbol or currency_of(word) != amount.unit:
        return amount
    first, end = amount.first, sentence.ends[stop]
    start = sentence.starts[first]
    kept = sentence.text[start : sentence.ends[amount.stop - 1]]
    number = sentence.text[sentence.starts[amount.number_first] : sentence.ends[amount.stop - 1]]
    # "a $20 dollar bill" may have been meant for "a 20-dollar bill".
    other = f"{number} {word}" if is_plural(word) or amount.high.value == 1 else f"{number}-{word}"
    flaw = Flaw("doubled-unit", start, end, (kept, other.replace(" ", "-") if "-" in other else other))
    return amount._replace(stop=stop + 1, flaws=(*amount.flaws, flaw))


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
    return amount._replace(stop=stop + 1, flaws=(*amount.flaws, flaw))


# Units that print writes side by side, and how many of the second make the first.
SMALLER = {
    ("foot", "inch"): 12,
    ("stone", "pound"): 14,
    ("pound", "ounce"): 16,
    ("year", "month"): 12,
    ("day", "hour"): 24,
    ("hour", "minute"): 60,
    ("minute", "second"): 60,
}
LARGER = frozenset(larger for larger, _ in SMALLER)
SECOND_UNIT = re.compile(r"(?:,&?|&|-)?([dNn])-?([uTc])|-([dn])(?![uTc])")


def _with_smaller_unit(sentence: Sentence, amount: Amount, taken: bytearray) -> Amount:
    """ "6ft 2in", "12st 4lb", "two hours, 14 minutes and 6 seconds", "6-foot-8": one figure, in the
    smallest of its units, because that is exact."""
    while amount.low is amount.high:
        match = SECOND_UNIT.match(sentence.classes, amount.stop)
        if not match or any(taken[amount.stop : match.end()]):
            break
        number = sentence.numbers.get(match.start(1) if match[1] else match.start(3))
        smaller = "inch" if match[3] else _smaller_unit(sentence, match.end() - 1)
        times = SMALLER.get((amount.unit, smaller))
        if number is None or not times or not 0 <= number.value < times or number.form == "broken":
            break
        value = amount.low.value * times + number.value
        total = Number(value, number.quantum, "plain")
        amount = amount._replace(
            stop=match.end(), low=total, high=total, unit=smaller, number_stop=match.end()
        )
    return amount


def _smaller_unit(sentence: Sentence, index: int) -> str:
    """The unit at ``index``; after a weight in stone "pounds" are a weight too."""
    return "pound" if sentence.lowers[index] in ("pound", "pounds") else unit_of(sentence.words[index])


def _as_fraction(amount: Amount) -> Amount:
    """ "1/2", "¾": a part of one that has no unit is a fraction."""
    if amount.kind == "count" and amount.low.form == "fraction" and 0 < amount.low.value < 1:
        return amount._replace(kind="fraction")
    return amount


def _is_pronoun(sentence: Sentence, amount: Amount) -> bool:
    """ "no one", "the one", "one of the", "one another": "one" counts only before a unit, a
    magnitude or a noun, and never after a determiner."""
    if amount.low is not amount.high or amount.low.value != 1:
        return False
    index = amount.number_first
    if amount.unit == "day" and sentence.lowers[index] == "one":
        return not _is_a_span_of_one_day(sentence, amount)
    if amount.unit:
        return False
    if sentence.classes[index] != "n" or amount.low.magnitude != 1:
        return False
    if _is_listed(sentence, index):
        return False
    following = sentence.classes[amount.stop : amount.stop + 1]
    word = sentence.lowers[amount.stop].replace("’", "'").partition("'")[0]  # "one that's"
    if following != "w" or (word in STOPS and word not in LIGHT):
        return True
    if sentence.lowers[amount.stop] in NOT_COUNTED_BY_ONE:
        return True
    if sentence.lowers[amount.stop + 1] == "of" and sentence.lowers[amount.stop] in ("end", "part", "side"):
        return True
    return sentence.lowers[index - 1] in BEFORE_A_PRONOUN


def _is_listed(sentence: Sentence, index: int) -> bool:
    """ "five for acting, three for writing and one for its music": the last of several numbers that are
    followed by the same word."""
    word = sentence.lowers[index + 1]
    if word not in LISTING or not (sentence.lowers[index - 1] == "and" or sentence.classes[index - 1] == ","):
        return False
    places = range(max(0, index - FARTHEST_LISTED), index - 1)
    return any(place in sentence.numbers and sentence.lowers[place + 1] == word for place in places)


def _is_a_span_of_one_day(sentence: Sentence, amount: Amount) -> bool:
    """ "in one day", "one day after", "a one-day strike"; not "one day I will go back"."""
    before, following = sentence.lowers[amount.number_first - 1], sentence.lowers[amount.stop]
    is_compound = sentence.classes[amount.number_stop] == "-"
    return is_compound or before in BEFORE_ONE_DAY or following in AFTER_ONE_DAY


def _means_during(sentence: Sentence, amount: Amount, index: int) -> bool:
    """ "over four years", "over two legs" are while they passed, unless something took, lasted or
    waited it; and "over one eye" is where."""
    if sentence.lowers[index] not in ("over", "under"):
        return False
    if sentence.lowers[amount.number_first] == "one" and not amount.unit:
        return True
    if sentence.lowers[index] == "under" or sentence.lowers[index - 1] in LASTING:
        return False
    return amount.kind == "duration" or sentence.lowers[amount.stop] in SPANS
