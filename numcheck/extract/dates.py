"""Recognises dates, years, clock times and ages, and tells them apart from counts."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from numcheck.extract.recogniser import NO_NUMBER, Claim, Recogniser, mention
from numcheck.extract.tokens import Sentence
from numcheck.extract.words import singular, word_list
from numcheck.lexicon import table
from numcheck.model import CalendarDate, Mention, Number

__all__ = ["DATES_AND_TIMES"]

OLDEST = 120


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
            parts["weekday"] = table("calendar")["weekdays"][word]
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
    after_in = sentence.lower(match.start() - 1) in ("in", "since", "last")
    return after_in and bool(following) and following[0].islower() and following[0][-1:] in "se"


def _numeric_date(sentence: Sentence, match: re.Match[str]) -> Claim | None:
    """ "2022-12-23"; "23/12/2022", whose day and month are told apart where one exceeds 12."""
    first, stop = match.span()
    if any(not sentence.is_adjacent(index) for index in range(first + 1, stop)):
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
    if not all(sentence.is_adjacent(index) for index in range(first + 1, stop)):
        return None
    tail = sentence.words[stop - 1]
    is_decade = tail == "s"
    is_span = tail.isdigit() and (len(tail) == 4 or int(tail) == (int(sentence.words[first]) + 1) % 100)
    if not (is_decade or is_span) or sentence.words[first][0] not in "12":
        return None
    return _date(sentence, first, stop, CalendarDate(year=int(sentence.words[first])))


def _year(sentence: Sentence, match: re.Match[str]) -> Claim | None:
    """ "in 2016", "the 2016 election", "(2019)"; not "2000 people", nor "$2016"."""
    index = match.start()
    before = sentence.classes[index - 1 : index] if index else ""
    following = sentence.classes[index + 1 : index + 2]
    year = int(sentence.words[index])
    if before in tuple("$+~") or following in tuple("mcu%T") or not 1200 <= year <= 2199:
        return None
    years = table("calendar")["years"]
    word = sentence.lower(index - 1)
    if following == "w" and word not in years["certain"] and not _reads_as_year(sentence, index):
        return None
    return _date(sentence, index, index + 1, CalendarDate(year=year))


def _reads_as_year(sentence: Sentence, index: int) -> bool:
    """Whether a lower-case word after four digits still leaves them a year: "the 2016 election",
    "By 2016 he was", against "2000 people"."""
    following = sentence.lower(index + 1)
    if following in word_list("stops"):
        return True
    is_plural = following.endswith("s") or following in table("nouns")["irregular"]
    return sentence.lower(index - 1) in table("calendar")["years"]["before"] or not is_plural


def _clock(sentence: Sentence, match: re.Match[str]) -> Claim | None:
    """ "7:56 AM", "7 p.m.", "7.15pm", "19:15 GMT"; not "3:2", which is a ratio."""
    first, stop = match.span()
    token = sentence.words[first]
    hour, _, minute = token.replace(".", ":").partition(":")
    minute = minute.partition(":")[0]
    has_half = "h" in match[0]
    if not has_half and len(minute) != 2:
        return Claim(first, stop)
    if not hour.isdigit() or (minute and not minute.isdigit()):
        return None
    minutes = int(hour) * 60 + int(minute or 0)
    half = sentence.lower(first + 1) if has_half else ""
    if half.startswith("p") and int(hour) < 12:
        minutes += 12 * 60
    elif half.startswith("a") and int(hour) == 12:
        minutes -= 12 * 60
    if sentence.words[stop : stop + 1] and sentence.words[stop] in table("calendar")["clock"]["zones"]:
        stop += 1
    number = Number(Decimal(minutes), Decimal(1), "plain")
    return Claim(first, stop, (mention(sentence, first, stop, "time", number),))


def _military_time(sentence: Sentence, match: re.Match[str]) -> Claim | None:
    """ "0117 GMT"."""
    digits, zone = sentence.words[match.start()], sentence.words[match.start() + 1]
    if len(digits) != 4 or not digits.isdigit() or zone not in table("calendar")["clock"]["zones"]:
        return None
    number = Number(Decimal(int(digits[:2]) * 60 + int(digits[2:])), Decimal(1), "plain")
    found = mention(sentence, match.start(), match.end(), "time", number)
    return Claim(match.start(), match.end(), (found,))


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
    if sentence.lower(match.end() - 1) not in ("old", "olds"):
        return None
    unit = singular(sentence.lower(match.start() + match[0].index("T")))
    return _age(sentence, match.start(), match.end(), match.start(), unit)


def _aged(sentence: Sentence, match: re.Match[str]) -> Claim | None:
    """ "aged 43", "age 12", "at the age of 12", "aged 16 and 17"."""
    if sentence.lower(match.start()) not in ("aged", "age", "ages"):
        return None
    indices = [match.start() + place for place, letter in enumerate(match[0]) if letter in "dNn"]
    first = _age(sentence, match.start(), indices[0] + 1, indices[0])
    if first is None or len(indices) == 1:
        return first
    second = _age(sentence, indices[1], match.end(), indices[1])
    return Claim(match.start(), match.end(), (*first.mentions, *second.mentions)) if second else first


def _in_apposition(sentence: Sentence, match: re.Match[str]) -> Claim | None:
    """ "Smith, 43, said"."""
    index = match.start() + 2
    word = sentence.words[match.start()]
    number = sentence.numbers.get(index)
    if not _is_whole(number, 1, OLDEST) or len(word) < 2 or word.isupper():
        return None
    return _age(sentence, index, index + 1, index)


DATES_AND_TIMES = tuple(
    Recogniser(re.compile(pattern), read)
    for pattern, read in (
        (r"y-d-d|[dN]/[dN]/y", _numeric_date),
        (r"(?:W,?)?M\.?[do](?:-[do])?(?:,?y)?", _calendar_date),
        (r"(?:W,?)?(?:[do]-)?[do]O?M(?:\.?,?y)?", _calendar_date),
        (r"M\.?,?y", _calendar_date),
        (r"y-[yNd]|yw", _years),
        (r"kh?|[dN]h", _clock),
        (r"[yN][CI]", _military_time),
        (r"[dNn]-?T-?w", _years_old),
        (r"wO?[dNn](?:&[dNn])?(?!T|%|m)", _aged),
        (r"C,[dN](?=[,.)]|$)", _in_apposition),
        (r"y", _year),
    )
)
