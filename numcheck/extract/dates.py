"""Recognises dates, years, clock times and ages, and tells them apart from counts."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from functools import cache

from numcheck.extract.recogniser import NO_NUMBER, Claim, Recogniser, mention
from numcheck.extract.tokens import Sentence
from numcheck.extract.words import is_plural, noun_class, singular, word_list
from numcheck.lexicon import table
from numcheck.model import CalendarDate, Mention, Number

__all__ = ["DATES_AND_TIMES"]

OLDEST = 120
YOUNGEST_IN_BRACKETS = 10
LARGEST_HOUR = 24
# The letters around the full stop of "3:30 a. m.".
HALVES = frozenset({("a", "m"), ("p", "m")})
PEOPLE = frozenset({"person", "fighter", "prisoner", "worker", "child", "police", "rescuer"})


@cache
def _month(word: str) -> int:
    months: dict[str, int] = table("calendar")["months"]
    return months[word]


def _is_whole(number: Number | None, low: int, high: int) -> bool:
    return number is not None and number.form in ("plain", "word") and low <= number.value <= high


def _date(sentence: Sentence, first: int, stop: int, date: CalendarDate) -> Claim:
    start, end = sentence.starts[first], sentence.ends[stop - 1]
    found = Mention(start, end, "date", NO_NUMBER, NO_NUMBER, start, end, date=date)
    return Claim(first, stop, (found,))


def _day_of(sentence: Sentence, index: int) -> int:
    """The day that the token is, from "20" or "20th"; 0 where it is none."""
    digits = re.match(r"[0-9]{1,2}(?![0-9])", sentence.words[index])
    return int(digits[0]) if digits else 0


def _calendar_date(sentence: Sentence, match: re.Match[str]) -> Claim | None:
    """ "Monday, Sept. 20, 2010", "20 September 2010", "November 18", "May 2019", "2022-12-23"."""
    first, stop = match.span()
    parts = {"year": 0, "month": 0, "day": 0, "weekday": 0}
    for index in range(first, stop):
        letter, word = sentence.classes[index], sentence.words[index]
        if letter == "M":
            parts["month"] = _month(word)
        elif letter == "W":
            parts["weekday"] = _weekday_of(word)
        elif letter == "y":
            parts["year"] = int(word)
        elif letter in "dNo" and not parts["day"]:
            parts["day"] = _day_of(sentence, index)
    if "M" not in match[0] or _is_a_count_after_a_month(sentence, match):
        return None
    if sentence.words[first] in ("May", "March") and first == 0 and not parts["year"]:
        return None
    return _date(sentence, first, stop, CalendarDate(**parts))


def _is_a_count_after_a_month(sentence: Sentence, match: re.Match[str]) -> bool:
    """ "In March 31 people were arrested": the number counts, and the month is a date alone."""
    if not match[0].endswith(("Md", "MN")):
        return False
    following = sentence.words[match.end() : match.end() + 1]
    after_in = sentence.lowers[match.start() - 1] in ("in", "since", "last")
    return after_in and bool(following) and following[0].islower() and following[0][-1:] in "se"


def _numeric_date(sentence: Sentence, match: re.Match[str]) -> Claim | None:
    """ "2022-12-23"; "23/12/2022", whose day and month are told apart where one exceeds 12."""
    first, stop = match.span()
    if not sentence.is_glued(first, stop):
        return None
    numbers = [int(sentence.words[index]) for index in range(first, stop, 2)]
    if match[0][0] == "y":
        year, month, day = numbers
    else:
        day, month, year = numbers
        if month > 12 >= day:
            day, month = month, day
    return _date(sentence, first, stop, CalendarDate(year=year, month=month, day=day))


def _years(sentence: Sentence, match: re.Match[str]) -> Claim | None:
    """ "2012-13", "2010-2015", "1990s"."""
    first, stop = match.span()
    if not sentence.is_glued(first, stop):
        return None
    tail = sentence.words[stop - 1]
    is_decade = tail == "s"
    is_span = tail.isdigit() and (len(tail) == 4 or _is_later(sentence, first, int(tail)))
    if not (is_decade or is_span) or sentence.words[first][0] not in "12":
        return None
    return _date(sentence, first, stop, CalendarDate(year=int(sentence.words[first])))


def _is_later(sentence: Sentence, first: int, tail: int) -> bool:
    """ "2012-13", "the 1914-18 conflict"."""
    year = int(sentence.words[first]) % 100
    is_told = sentence.lowers[first - 1] in table("calendar")["years"]["before"]
    return tail == (year + 1) % 100 or (is_told and year < tail)


def _era(sentence: Sentence, match: re.Match[str]) -> Claim | None:
    """ "55 BC", "AD 79": a year that no calendar of ours has, or a very early one."""
    eras = table("calendar")["eras"]["words"]
    word_at = match.start() if match[0][0] == "C" else match.end() - 1
    if sentence.words[word_at] not in eras:
        return None
    return _date(sentence, match.start(), match.end(), CalendarDate())


def _year(sentence: Sentence, match: re.Match[str]) -> Claim | None:
    """ "in 2016", "the 2016 election", "(2019)"; not "2000 people", nor "$2016"."""
    index = match.start()
    before = sentence.classes[index - 1 : index] if index else ""
    following = sentence.classes[index + 1 : index + 2]
    year = int(sentence.words[index])
    if before in tuple("$+~") or following in tuple("mcu%T") or not 1200 <= year <= 2199:
        return None
    years = table("calendar")["years"]
    word = sentence.lowers[index - 1]
    if following == "w" and word not in years["certain"] and not _reads_as_year(sentence, index):
        return None
    return _date(sentence, index, index + 1, CalendarDate(year=year))


def _reads_as_year(sentence: Sentence, index: int) -> bool:
    """Whether a lower-case word after four digits still leaves them a year: "the 2016 election",
    "By 2016 he was", against "2000 people"."""
    following = sentence.lowers[index + 1]
    if following in word_list("stops"):
        return True
    before = sentence.lowers[index - 1]
    is_told = before in table("calendar")["years"]["before"] or before in word_list("possessives")
    return is_told or not is_plural(following)


def _clock(sentence: Sentence, match: re.Match[str]) -> Claim | None:
    """ "7:56 AM", "7 p.m.", "7.15pm", "19:15 GMT", "seven o'clock"; not "3:2", a ratio, "John 3:16"."""
    first, stop = match.span()
    token = sentence.words[first]
    if match[0][0] == "n":
        token = f"{sentence.numbers[first].value:f}" if first in sentence.numbers else ""
    hour, _, minute = token.replace(".", ":").partition(":")
    minute = minute.partition(":")[0]
    has_half = len(match[0]) > 1
    if token.count(":") == 2 or (
        ":" in token and not has_half and hour.isdigit() and int(hour) > LARGEST_HOUR
    ):
        return None if has_half else _elapsed(sentence, first)
    follows_a_name = sentence.classes[first - 1 : first] == "C" and sentence.lowers[
        first - 1
    ] not in word_list("stops")
    is_named = len(hour) == 1 and follows_a_name
    if not has_half and (len(minute) != 2 or is_named):
        return None
    if not hour.isdigit() or (minute and not minute.isdigit()) or int(hour) > LARGEST_HOUR:
        return None
    if len(match[0]) > 2 and (sentence.lowers[first + 1], sentence.lowers[first + 3]) not in HALVES:
        return None
    minutes = int(hour) * 60 + int(minute or 0)
    half = sentence.lowers[first + 1] if has_half else ""
    if half.startswith("p") and int(hour) < 12:
        minutes += 12 * 60
    elif half.startswith("a") and int(hour) == 12:
        minutes -= 12 * 60
    return _time(sentence, first, stop, minutes)


def _elapsed(sentence: Sentence, index: int) -> Claim | None:
    """ "2:19:07", "31:58": how long something took, in seconds."""
    parts = sentence.words[index].split(":")
    if not all(part.isdigit() for part in parts) or any(int(part) > 59 for part in parts[1:]):
        return None
    if sentence.lowers[index - 1] == "at" or any(len(part) != 2 for part in parts[1:]):
        return None
    seconds = Decimal(0)
    for part in parts:
        seconds = seconds * 60 + int(part)
    number = Number(seconds, Decimal(1), "plain")
    found = replace(mention(sentence, index, index + 1, "duration", number), unit="second")
    return Claim(index, index + 1, (found,))


def _time(sentence: Sentence, first: int, stop: int, minutes: int) -> Claim:
    """A clock time with the zone after it: "ET", "local time"."""
    clock = table("calendar")["clock"]
    if sentence.lowers[stop] in clock["places"] and sentence.lowers[stop + 1] == "time":
        stop += 2
    elif sentence.words[stop : stop + 1] and sentence.words[stop] in clock["zones"]:
        stop += 1
    number = Number(Decimal(minutes), Decimal(1), "plain")
    return Claim(first, stop, (mention(sentence, first, stop, "time", number),))


def _time_by_its_zone(sentence: Sentence, match: re.Match[str]) -> Claim | None:
    """ "0117 GMT", "19.45 BST"."""
    digits, zone = sentence.words[match.start()].replace(".", ""), sentence.words[match.start() + 1]
    if zone not in table("calendar")["clock"]["zones"] or len(digits) not in (3, 4) or not digits.isdigit():
        return None
    hour, minute = int(digits[:-2]), int(digits[-2:])
    if hour > LARGEST_HOUR or minute > 59:
        return None
    return _time(sentence, match.start(), match.end() - 1, hour * 60 + minute)


def _age(sentence: Sentence, first: int, stop: int, index: int, unit: str = "year") -> Claim | None:
    number = sentence.numbers.get(index)
    if number is None or not 0 < number.value <= OLDEST or number.form in ("grouped", "broken"):
        return None
    start, end = sentence.starts[first], sentence.ends[stop - 1]
    span = sentence.starts[index], sentence.ends[index]
    found = Mention(start, end, "age", number, number, *span, unit=unit)
    return Claim(first, stop, (found,))


def _years_old(sentence: Sentence, match: re.Match[str]) -> Claim | None:
    """ "43-year-old", "43 years old", "six-month-old"."""
    word = sentence.lowers[match.end() - 1]
    if word not in ("old", "olds") and (word, sentence.lowers[match.end()]) != ("of", "age"):
        return None
    unit = singular(sentence.lowers[match.start() + match[0].index("T")])
    numbers = [match.start() + place.start() for place in AGE_NUMBER.finditer(match[0])]
    if len(numbers) == 2:
        return _ages(sentence, match.start(), match.end(), numbers[0], numbers[1]) if unit == "year" else None
    return _age(sentence, match.start(), match.end(), match.start(), unit)


AGE_NUMBER = re.compile(r"[dNn]")


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
    is_people = noun_class(head) in PEOPLE or head in word_list("persons") or head in word_list("anybody")
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
    if noun_class(singular(sentence.words[match.start()])) not in PEOPLE:
        return None
    ages = [_age(sentence, index, index + 1, index) for index in (match.start() + 2, match.start() + 4)]
    if None in ages:
        return None
    return Claim(match.start() + 2, match.end(), tuple(age.mentions[0] for age in ages if age))


def _who_was(sentence: Sentence, match: re.Match[str]) -> Claim | None:
    """ "Judge Whitlow, who was 83, served"."""
    index = match.start()
    words = sentence.lowers[index - 2 : index]
    is_told = words[0] in ("who", "she", "he") and words[1] in ("is", "was", "turned", "turns")
    return _age(sentence, index, index + 1, index) if is_told else None


def _in_brackets(sentence: Sentence, match: re.Match[str]) -> Claim | None:
    """ "Ivan Petrov (43)"; not "New York (7)"."""
    index = match.end() - 2
    number = sentence.numbers.get(index)
    if not _is_whole(number, YOUNGEST_IN_BRACKETS, OLDEST):
        return None
    return _age(sentence, index, index + 1, index)


def _both(sentence: Sentence, match: re.Match[str]) -> Claim | None:
    """ "two girls, both 14,"."""
    index = match.end() - 1
    return _age(sentence, index, index + 1, index) if sentence.lowers[index - 1] == "both" else None


def _in_apposition(sentence: Sentence, match: re.Match[str]) -> Claim | None:
    """ "Smith, 43, said", "one of the pilots, 52, had"; "Richard, 8; Campbell, 29; and"."""
    index = match.end() - 1
    word = sentence.words[match.start()]
    number = sentence.numbers.get(index)
    if not _is_whole(number, 1, OLDEST) or len(word) < 2 or word.isupper():
        return None
    following = sentence.classes[match.end() : match.end() + 1]
    if match[0][0] == "w" and not (following == "," and _is_one_person(sentence, match.start())):
        return None
    after = sentence.classes[index + 2 : index + 3]
    if following == "," and (after in tuple("dNny") or (after == "&" and match[0][0] == "w")):
        return None
    return _age(sentence, index, index + 1, index)


def _is_one_person(sentence: Sentence, index: int) -> bool:
    """Whether a common noun before a number between commas names somebody whose age it is."""
    head = singular(sentence.words[index])
    if noun_class(head) in PEOPLE or head in word_list("persons"):
        return True
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


def _decade(sentence: Sentence, match: re.Match[str]) -> Claim | None:
    """ "the '90s", "the ’60s"."""
    first, stop = match.span()
    if sentence.words[stop - 1] != "s" or not sentence.is_glued(first, stop):
        return None
    return _date(sentence, first, stop, CalendarDate(year=1900 + int(sentence.words[first + 1])))


def _weekday(sentence: Sentence, match: re.Match[str]) -> Claim | None:
    """ "on Thursday", "Thursdays"; not "Black Friday", "Sheffield Wednesday", "Sunday Times"."""
    index = match.start()
    calendar = table("calendar")
    is_short = not sentence.lowers[index].endswith(("day", "days"))
    if (
        is_short
        and sentence.classes[index + 1 : index + 2] not in tuple("dNk")
        and (sentence.lowers[index - 1] not in ("on", "last", "next") and sentence.lowers[index + 1] != "at")
    ):
        return None
    if sentence.words[index - 1] in calendar["before_weekdays"] and index:
        return None
    if sentence.words[index + 1 : index + 2] and sentence.words[index + 1] in calendar["after_weekdays"]:
        return None
    return _date(sentence, index, index + 1, CalendarDate(weekday=_weekday_of(sentence.words[index])))


def _weekday_of(word: str) -> int:
    weekdays: dict[str, int] = table("calendar")["weekdays"]
    return weekdays.get(word) or weekdays[word.removesuffix("s")]


def _month_alone(sentence: Sentence, match: re.Match[str]) -> Claim | None:
    """ "in March", "by the end of January"; not "May" and "March" as words, nor "April Smith"."""
    index = match.start()
    word, before = sentence.words[index], sentence.lowers[index - 1]
    is_told = before in table("calendar")["before_months"]
    is_word = word in ("May", "March", "Mar", "Jan", "Jun", "Dec")
    is_name = sentence.classes[index + 1 : index + 2] == "C" or sentence.classes[index - 1 : index] == "C"
    if (is_word or (is_name and index)) and not is_told:
        return None
    is_short = len(word) < 5 and word not in ("May", "June", "July")
    stop = index + 1 + (is_short and sentence.classes[index + 1 : index + 2] == ".")
    return _date(sentence, index, stop, CalendarDate(month=_month(word)))


DATES_AND_TIMES = tuple(
    (needs, words, Recogniser(re.compile(pattern), read))
    for needs, words, pattern, read in (
        ("y -", (), r"y-d-d", _numeric_date),
        ("dN /", (), r"[dN]/[dN]/[yd]", _numeric_date),
        ("M do", (), r"(?:W,?)?M\.?[do](?:-[do])?(?:,?y)?", _calendar_date),
        ("M do", (), r"(?:W,?)?(?:[do](?:-|t|&))?[do]O?M(?:\.?,?y)?", _calendar_date),
        ("M y", (), r"M\.?,?O?y", _calendar_date),
        ("dyN", ("bc", "ad", "bce", "ce", "b.c.", "a.d."), r"[dyN]C|C[dyN]", _era),
        ("y", (), r"y[-/][yNd]|yw", _years),
        ("k", (), r"k(?:h|[ac]\.[wu]\.?)?", _clock),
        ("h dNn", (), r"[dNn]h", _clock),
        ("dN", ("m",), r"[dN][ac]\.[wu]\.?", _clock),
        ("yN", map(str.lower, table("calendar")["clock"]["zones"]), r"[yN](?=[CI])[CI]", _time_by_its_zone),
        ("T dNn", ("age",), r"[dNn]TO(?=w)", _years_old),
        ("T dNn", ("old", "olds"), r"b?[dNn](?:-t|-|t|&)[dNn]-?T-?w", _years_old),
        ("T dNn", ("old", "olds"), r"[dNn]-?T-?w", _years_old),
        (
            "dNn",
            ("aged", "age", "ages"),
            r"(?<=w)O?[dNn](?:-|t)[dNn](?!T|%|m)|(?<=w)O?[dNn](?:(?:,[dNn])*,?&[dNn])?(?!T|%|m)",
            _aged,
        ),
        ("dNn", ("under", "over", "above", "below"), r"(?<=[wC]w)[dNn]", _of_an_age),
        ("dN", ("s",), r"[dN]w", _in_their_thirties),
        ("dN", (), r"(?:C\.?|[Mw]),[dN](?=[,.;)])", _in_apposition),
        ("dN", ("at",), r"(?<=w)[dN](?=[,.;]|&|$)", _at_an_age),
        ("dN", (), r"w,[dN]&[dN](?=,)", _each_of_two),
        ("dN", ("both",), r",w[dN](?=[,.;])", _both),
        ("dN", ("who", "she", "he"), r"(?<=ww)[dN](?=[,.])", _who_was),
        ("dN (", (), r"CC\([dN]\)", _in_brackets),
        ("' dN", ("s",), r"'dw|'Nw", _decade),
        ("y", (), r"y", _year),
        ("M", (), r"M", _month_alone),
        ("W", (), r"W", _weekday),
    )
)
