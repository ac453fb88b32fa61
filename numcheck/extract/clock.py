"""Recognises clock times, "7:56 AM", "19.45 BST", and how long something took, "2:19:07"."""

from __future__ import annotations

import re
from decimal import Decimal

from numcheck.extract.recogniser import Claim, mention, recognisers
from numcheck.extract.tokens import Sentence
from numcheck.extract.words import word_list
from numcheck.lexicon import table
from numcheck.model import Number

__all__ = ["CLOCK_TIMES"]

LARGEST_HOUR = 24
# The letters around the full stop of "3:30 a. m.".
HALVES = frozenset({("a", "m"), ("p", "m")})


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
    found = mention(sentence, index, index + 1, "duration", number)._replace(unit="second")
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


CLOCK_TIMES = recognisers(
    ("k", (), r"k(?:h|[ac]\.[wu]\.?)?", _clock),
    ("h dNn", (), r"[dNn]h", _clock),
    ("dN", ("m",), r"[dN][ac]\.[wu]\.?", _clock),
    ("yN", map(str.lower, table("calendar")["clock"]["zones"]), r"[yN](?=[CI])[CI]", _time_by_its_zone),
)
