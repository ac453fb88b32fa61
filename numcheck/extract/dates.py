"""Recognises dates, years and weekdays, and tells them apart from counts."""

from __future__ import annotations

import re
from functools import cache

from numcheck.extract.recogniser import NO_NUMBER, Claim, recognisers
from numcheck.extract.tokens import Sentence
from numcheck.extract.words import is_plural, word_list
from numcheck.lexicon import table
from numcheck.model import CalendarDate, Mention

__all__ = ["DATES", "PARTS_OF_DATES"]

# "20", "20th"
DAY = re.compile(r"[0-9]{1,2}(?![0-9])")


@cache
def _month(word: str) -> int:
    months: dict[str, int] = table("calendar")["months"]
    return months[word]


def _date(sentence: Sentence, first: int, stop: int, date: CalendarDate) -> Claim:
    start, end = sentence.starts[first], sentence.ends[stop - 1]
    found = Mention(start, end, "date", NO_NUMBER, NO_NUMBER, start, end, date=date)
    return Claim(first, stop, (found,))


def _day_of(sentence: Sentence, index: int) -> int:
    """The day that the token is, from "20" or "20th"; 0 where it is none."""
    digits = DAY.match(sentence.words[index])
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
    if following == "w" and _is_bounded(sentence, index):
        return None
    if following == "w" and word not in years["certain"] and not _reads_as_year(sentence, index):
        return None
    return _date(sentence, index, index + 1, CalendarDate(year=year))


def _is_bounded(sentence: Sentence, index: int) -> bool:
    """ "more than 1600 former students", "at least 2000 new": bounds count, and no year has them."""
    word, before = sentence.lowers[index - 1], sentence.lowers[index - 2]
    return word == "least" or (word == "than" and before in ("more", "fewer", "less"))


def _reads_as_year(sentence: Sentence, index: int) -> bool:
    """Whether a lower-case word after four digits still leaves them a year: "the 2016 election",
    "By 2016 he was", against "2000 people"."""
    following = sentence.lowers[index + 1]
    if following in word_list("stops"):
        return True
    before = sentence.lowers[index - 1]
    is_owned = before in word_list("possessives") or before.endswith(("'s", "’s"))
    is_told = before in table("calendar")["years"]["before"] or is_owned
    return is_told or not is_plural(following)


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


DATES = recognisers(
    ("y -", (), r"y-d-d", _numeric_date),
    ("dN /", (), r"[dN]/[dN]/[yd]", _numeric_date),
    ("M do", (), r"(?:M|W,?M)\.?[do](?:-[do])?(?:,?y)?", _calendar_date),
    ("M do", (), r"(?:W,?)?(?:[do](?:-|t|&))?[do]O?M(?:\.?,?y)?", _calendar_date),
    ("M y", (), r"M\.?,?O?y", _calendar_date),
    ("dyN", ("bc", "ad", "bce", "ce", "b.c.", "a.d."), r"[dyN]C|C[dyN]", _era),
    ("y", (), r"y[-/][yNd]|yw", _years),
)

# What is a date where nothing longer is read: a year, a month or a weekday alone.
PARTS_OF_DATES = recognisers(
    ("' dN", ("s",), r"'dw|'Nw", _decade),
    ("y", (), r"y", _year),
    ("M", (), r"M", _month_alone),
    ("W", (), r"W", _weekday),
)
