"""What the check finds of errors planted in one article: a part of ``make score``.

The places are found here, by patterns and sums of their own and not by the rules: a conversion in brackets, a
weekday with its date, a total whose parts stand in its sentence, a share of two counts, a change in percent
of two values. Only what is right as printed is taken; one number of it is then changed so far that no
rounding explains it, or the weekday put for another. It is found where an error or a warning touches the
sentence that was silent before. The choice is by a generator with a fixed seed.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

import numcheck
from numcheck.model import Article
from tests.planting import ERRORS

__all__ = ["Place", "is_found_alone", "places", "planted_alone", "planted_rows"]

SENTENCE = re.compile(r"[^\n]+?(?:[.!?](?=\s+[A-Z\"“])|\n|$)")
LONGEST = 500
SMALL = "one two three four five six seven eight nine ten eleven twelve".split()
NUMBER = re.compile(
    r"(?<![\w.,:/-])(?P<sign>[$£€]?)(?P<digits>[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?P<point>\.[0-9]+)?"
    r"(?P<unit> (?:million|billion|trillion|percent|per cent)\b|%|m\b|bn\b)?(?![\w:/])"
    rf"|\b(?P<word>{'|'.join(SMALL)})\b"
)
MAGNITUDES = {"million": 1e6, "billion": 1e9, "trillion": 1e12, "m": 1e6, "bn": 1e9}
YEARS = range(1900, 2031)
# Half a unit of a percentage's last digit, and what cutting off instead of rounding adds.
ROUNDED = 0.6
# A change of one number must move the sum by this much of it.
FAR = 0.06
SUM_TOLD = re.compile(
    r"\b(?:including|of whom|of which|of them|made up of|consist\w*|compris\w*|totals?|in all|altogether|"
    r"respectively|the rest|the other|bringing|combined)\b|[:—–]",
    re.I,
)
CHANGE_TOLD = re.compile(
    r"\b(?:rose|fell|risen|fallen|increas\w+|decreas\w+|grew|grow\w*|climb\w*|jump\w*|declin\w+|surg\w+|cut|"
    r"dropp?\w*|up|down|compared)\b",
    re.I,
)
FACTORS = {
    ("mile", "km"): 1.609344, ("foot", "m"): 0.3048, ("inch", "cm"): 2.54, ("pound", "kg"): 0.45359237,
    ("acre", "hectare"): 0.40468564, ("mph", "km/h"): 1.609344, ("yard", "m"): 0.9144,
    ("ounce", "g"): 28.349523, ("gallon", "litre"): 3.785412, ("sqmile", "sqkm"): 2.589988,
}  # fmt: skip
UNITS = {
    "mile": "square miles?|sq miles?|miles?|mi",
    "km": "square kilomet(?:er|re)s?|sq km|kilomet(?:er|re)s?|kms?",
    "foot": "feet|foot|ft", "m": "met(?:er|re)s?|m", "inch": "inch(?:es)?|in", "cm": "centimet(?:er|re)s?|cm",
    "pound": "pounds?|lbs?", "kg": "kilograms?|kilos?|kgs?", "acre": "acres?", "hectare": "hectares?|ha",
    "mph": "mph|miles per hour|miles an hour",
    "km/h": "km/h|kph|kilomet(?:er|re)s per hour|kilomet(?:er|re)s an hour",
    "yard": "yards?", "ounce": "ounces?|oz", "g": "grams?|g", "gallon": "gallons?", "litre": "lit(?:er|re)s?",
}  # fmt: skip
UNIT = "|".join(f"(?:{form})" for form in sorted(UNITS.values(), key=len, reverse=True))
CONVERSION = re.compile(
    rf"(?<![\w.,])(?P<one>[0-9][0-9,]*(?:\.[0-9]+)?)[ -]?(?P<first>{UNIT}) ?\((?:about |around |some )?"
    rf"(?P<two>[0-9][0-9,]*(?:\.[0-9]+)?)[ -]?(?P<second>{UNIT})\)"
)
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
WEEKDAY = re.compile(
    rf"\b(?P<weekday>{'|'.join(DAYS)}),? (?:(?P<first>[0-9]{{1,2}})(?:st|nd|rd|th)? (?:of )?)?"
    rf"(?P<month>(?:{'|'.join(MONTHS)})[a-z]*)\.?(?: (?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?)?\b"
    r"(?:,? (?P<year>(?:19|20)[0-9]{2}))?"
)
NEAR = 60


@dataclass(frozen=True, slots=True)
class Place:
    """A sentence of an article in which figures can be recomputed, at its span, and what may be put where:
    the start and end of a number or a word, and what stands there instead."""

    kind: str
    start: int
    end: int
    changes: tuple[tuple[int, int, str], ...]


@dataclass(frozen=True, slots=True)
class _Read:
    value: float
    unit: str
    start: int
    end: int
    text: str


def _numbers(sentence: str) -> list[_Read]:
    """The numbers of a sentence as a plain pattern reads them, years left out."""
    found = []
    for match in NUMBER.finditer(sentence):
        if match["word"]:
            found.append(_Read(SMALL.index(match["word"]) + 1, "", match.start(), match.end(), ""))
            continue
        value = float(match["digits"].replace(",", "") + (match["point"] or ""))
        unit = (match["unit"] or "").strip()
        end = match.end("point") if match["point"] else match.end("digits")
        text = sentence[match.start("digits") : end]
        if unit in ("percent", "per cent", "%"):
            found.append(_Read(value, "%", match.start("digits"), end, text))
        elif match["sign"] or unit or value not in YEARS:
            value *= MAGNITUDES.get(unit, 1)
            found.append(_Read(value, match["sign"], match.start("digits"), end, text))
    return found


def _slips(number: _Read, made: float, slack: float, chance: random.Random) -> Iterator[tuple[int, int, str]]:
    """The slips of the pen in a number after which it is further than the slack from what is made."""
    if not number.text:
        return
    size = number.value / float(number.text.replace(",", "") or 1) if number.value else 0
    for change in ERRORS.values():
        changed = change(number.text, chance)
        if changed and changed != number.text and abs(float(changed.replace(",", "")) * size - made) > slack:
            yield number.start, number.end, changed


def _sums(sentence: str, chance: random.Random) -> Iterator[tuple[int, int, str]]:
    """A total of twelve and more, and the parts next to each other that make it."""
    if not SUM_TOLD.search(sentence):
        return
    numbers = _numbers(sentence)
    for whole in numbers:
        parts = [one for one in numbers if one.unit == whole.unit and 0 < one.value < whole.value]
        if whole.value < 12 or whole.unit == "%":
            continue
        for first in range(len(parts)):
            for last in range(first + 2, len(parts) + 1):
                made = sum(part.value for part in parts[first:last])
                if abs(made - whole.value) < 1e-6 * whole.value:
                    yield from _slips(whole, made, FAR * made, chance)
                    return


def _shares(sentence: str, chance: random.Random) -> Iterator[tuple[int, int, str]]:
    """A percentage that the two counts next to it make."""
    numbers = _numbers(sentence)
    for place in range(len(numbers) - 2):
        three = numbers[place : place + 3]
        shares = [one for one in three if one.unit == "%"]
        counts = [one for one in three if one.unit != "%"]
        if len(shares) != 1 or counts[0].unit != counts[1].unit or max(one.value for one in counts) < 12:
            continue
        small, large = sorted(one.value for one in counts)
        if small > 1 and abs(shares[0].value - 100 * small / large) <= ROUNDED:
            made = 100 * small / large
            yield from _slips(shares[0], made, 2 + FAR * made, chance)


def _changes(sentence: str, chance: random.Random) -> Iterator[tuple[int, int, str]]:
    """A percentage by which one of the two values next to it is more or less than the other."""
    if not CHANGE_TOLD.search(sentence):
        return
    numbers = _numbers(sentence)
    for place in range(len(numbers) - 2):
        three = numbers[place : place + 3]
        shares = [one for one in three if one.unit == "%"]
        values = [one.value for one in three if one.unit != "%"]
        if len(shares) != 1 or not all(values) or values[0] == values[1]:
            continue
        for old, new in (values, values[::-1]):
            made = 100 * abs(new - old) / old
            if abs(made - shares[0].value) <= ROUNDED and made >= 2:
                yield from _slips(shares[0], made, 2 + FAR * made, chance)
                return


def _unit(form: str) -> str:
    squared = "sq" if form.startswith("sq") else ""
    return squared + next(name for name, forms in UNITS.items() if re.fullmatch(forms, form))


def _conversions(sentence: str, chance: random.Random) -> Iterator[tuple[int, int, str]]:
    """A measure and its conversion in brackets."""
    for match in CONVERSION.finditer(sentence):
        pair = (_unit(match["first"]), _unit(match["second"]))
        factor = FACTORS.get(pair) or (1 / FACTORS[pair[::-1]] if pair[::-1] in FACTORS else 0)
        made, told = (float(match[name].replace(",", "")) for name in ("one", "two"))
        if factor and abs(made * factor - told) <= FAR * told:
            number = _Read(told, "", match.start("two"), match.end("two"), match["two"])
            yield from _slips(number, made * factor, 3 * FAR * made * factor, chance)


def _weekdays(sentence: str, chance: random.Random, published: date | None) -> Iterator[tuple[int, int, str]]:
    """A weekday beside the date that it falls on, of its year or of the article's time."""
    for match in WEEKDAY.finditer(sentence):
        day = match["first"] or match["day"]
        if not day or bool(match["first"]) == bool(match["day"]) or not (match["year"] or published):
            continue
        month = MONTHS.index(match["month"][:3]) + 1
        year = int(match["year"]) if match["year"] else published.year if published else 0
        try:
            fits = date(year, month, int(day))
        except ValueError:
            continue
        if not match["year"] and published and abs((fits - published).days) > NEAR:
            continue
        if DAYS[fits.weekday()] == match["weekday"]:
            other = chance.choice([name for name in DAYS if name != match["weekday"]])
            yield match.start("weekday"), match.end("weekday"), other


def places(article: Article) -> Iterator[Place]:
    """The places of an article where something can be recomputed, of each kind at most one in a sentence."""
    chance = random.Random(article.id)
    for match in SENTENCE.finditer(article.text):
        sentence = match[0]
        if not any(char.isdigit() for char in sentence) or len(sentence) > LONGEST:
            continue
        found = {
            "sum": _sums(sentence, chance),
            "share": _shares(sentence, chance),
            "change": _changes(sentence, chance),
            "conversion": _conversions(sentence, chance),
            "weekday": _weekdays(sentence, chance, article.published),
        }
        for kind, changes in found.items():
            moved = tuple((match.start() + start, match.start() + end, text) for start, end, text in changes)
            if moved:
                yield Place(kind, match.start(), match.end(), moved)


def planted_alone(articles: Sequence[Article]) -> Iterator[tuple[Place, Article, Article]]:
    """Each place whose sentence is told for the first time, its article, and the same with one error."""
    told: set[str] = set()
    for article in articles:
        for place in places(article):
            sentence = article.text[place.start : place.end]
            if sentence in told:
                continue
            told.add(sentence)
            chance = random.Random(f"{article.id} {place.start}")
            start, end, text = chance.choice(place.changes)
            changed = article.text[:start] + text + article.text[end:]
            yield place, article, replace(article, text=changed)


def is_found_alone(place: Place, article: Article, changed: Article) -> bool:
    """Whether an error or a warning touches the changed sentence that none touched before."""
    return _touches(place, changed) and not _touches(place, article)


def planted_rows(files: Iterable[tuple[str, Sequence[Article]]]) -> Iterator[list[str]]:
    """For each file and kind of place: how many errors were planted, and what share of them is found."""
    for name, articles in files:
        number: Counter[str] = Counter()
        found: Counter[str] = Counter()
        for place, article, changed in planted_alone(articles):
            number[place.kind] += 1
            found[place.kind] += is_found_alone(place, article, changed)
        for kind, count in sorted(number.items()):
            yield [name, kind, str(count), f"{found[kind] / count:.2f}"]


def _touches(place: Place, article: Article) -> bool:
    """Whether an alarm touches a sentence, which a slip may have made a little longer."""
    findings = numcheck.check([article], select=("NC1", "NC2", "NC3")).findings
    return any(
        finding.severity != "note" and finding.start < place.end and place.start < finding.end
        for finding in findings
    )
