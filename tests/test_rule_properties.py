"""Honest rounding is silent and power: what one true value explains raises nothing, and what none does is
named; for the rules of one article, on generated shares, changes, conversions, ages, margins and days."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal

from hypothesis import assume, given
from hypothesis import strategies as st

import numcheck
from numcheck.interval import exactly
from numcheck.units import converted as in_unit
from tests.speller import grouped

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
COUNTS = st.integers(2, 99_999)
# Numbers that nobody takes for rounded.
EXACT = st.builds(lambda tens, unit: 10 * tens + unit, st.integers(11, 900), st.integers(1, 9))


def _found(text: str, rules: Sequence[str], published: date | None = None) -> list[str]:
    """What the rules mark in a text."""
    report = numcheck.check([numcheck.Article("a", text, published=published)], select=rules)
    return [text[finding.start : finding.end] for finding in report.findings]


def _rounded(value: Decimal, places: int = 0) -> Decimal:
    return value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


@given(COUNTS, COUNTS, st.integers(0, 1))
def test_a_rounded_share_is_silent(some: int, more: int, places: int) -> None:
    whole = some + more
    share = _rounded(Decimal(100 * some) / whole, places)
    text = f"In the survey {grouped(some)} of {grouped(whole)} people, or {share}%, agreed."
    assert _found(text, ["NC202"]) == []


@given(EXACT, st.integers(1, 9_999), st.integers(12, 60))
def test_a_share_far_from_its_counts_is_named(some: int, more: int, off: int) -> None:
    whole = some * 10 + more
    whole += whole % 10 == 0
    share = _rounded(Decimal(100 * some) / whole) + off
    text = f"In the survey {grouped(some)} of {grouped(whole)} people, or {share}%, agreed."
    assert _found(text, ["NC202"]) == [f"{share}%"]


@given(st.integers(11, 99_999), st.integers(11, 99_999), st.integers(0, 1))
def test_a_rounded_change_is_silent(old: int, new: int, places: int) -> None:
    assume(old != new)
    change = _rounded(abs(Decimal(100 * (new - old)) / old), places)
    verb = "rose" if new > old else "fell"
    text = f"The number of members {verb} {change}% from {grouped(old)} to {grouped(new)}."
    assert _found(text, ["NC204", "NC205", "NC206"]) == []


@given(EXACT, EXACT, st.integers(40, 90))
def test_a_change_far_from_its_values_is_named(old: int, more: int, off: int) -> None:
    new = old + more % (2 * old)
    change = _rounded(Decimal(100 * (new - old)) / old) + off
    # Trailing zeros would be rounded ones, in the values as in the change.
    new, change = new + (new % 10 == 0), change + (change % 10 == 0)
    text = f"The number of members rose {change}% from {grouped(old)} to {grouped(new)}."
    assert _found(text, ["NC204"]) == [f"{change}%"]


@given(EXACT, st.integers(11, 900))
def test_a_rise_to_less_is_named(new: int, more: int) -> None:
    old = new + more + ((new + more) % 10 == 0)
    text = f"The number of members rose from {grouped(old)} to {grouped(new)}."
    assert _found(text, ["NC205"]) == [f"{grouped(old)} to {grouped(new)}"]


PAIRS = (
    ("miles", "mile", "km", "kilometer"),
    ("feet", "foot", "metres", "meter"),
    ("pounds", "pound", "kg", "kilogram"),
    ("acres", "acre", "hectares", "hectare"),
)


@given(st.integers(2, 9_999), st.sampled_from(PAIRS), st.integers(2, 3))
def test_a_rounded_conversion_is_silent(value: int, pair: tuple[str, str, str, str], digits: int) -> None:
    """Rounded to two digits and more: "8 miles (10 km)" is none that a desk lets pass."""
    name, unit, other_name, other = pair
    exact = in_unit(exactly(Decimal(value)), unit, other).low
    power = max(exact.adjusted() - digits + 1, 0)
    converted = _rounded(exact.scaleb(-power)).scaleb(power)
    assume(converted > 0 and exact >= 1)
    text = f"It measures {grouped(value)} {name} ({grouped(int(converted))} {other_name}) in all."
    assert _found(text, ["NC207"]) == []


@given(st.integers(12, 999), st.sampled_from(PAIRS))
def test_a_conversion_three_times_too_large_is_named(value: int, pair: tuple[str, str, str, str]) -> None:
    name, unit, other_name, other = pair
    converted = int(_rounded(in_unit(exactly(Decimal(value)), unit, other).low * 3))
    text = f"It measures {value} {name} ({grouped(converted)} {other_name}) in all."
    assert _found(text, ["NC207"]) == [f"{value} {name} ({grouped(converted)} {other_name})"]


@given(st.dates(date(1760, 1, 1), date(2199, 12, 31)))
def test_the_right_weekday_is_silent(day: date) -> None:
    text = f"The council met on {DAYS[day.weekday()]}, {day.day} {day:%B} {day.year}, in the hall."
    assert _found(text, ["NC301", "NC302"]) == []


@given(st.dates(date(1919, 1, 1), date(2199, 12, 31)), st.integers(1, 6))
def test_any_other_weekday_is_named(day: date, off: int) -> None:
    wrong = DAYS[(day.weekday() + off) % 7]
    written = f"{wrong}, {day.day} {day:%B} {day.year}"
    assert _found(f"The council met on {written}, in the hall.", ["NC301"]) == [written]


@given(st.dates(date(2001, 1, 1), date(2030, 12, 31)), st.integers(1, 99), st.booleans())
def test_both_ages_that_a_year_of_birth_allows_are_silent(
    day: date, years: int, is_birthday_over: bool
) -> None:
    age = years if is_birthday_over else years - 1
    text = f"Helen Ashdown, {age}, was born in {day.year - years} in the north."
    assert _found(text, ["NC209"], day) == []


@given(st.integers(20, 99), st.integers(1, 19))
def test_the_margin_of_a_score_is_silent_and_another_is_named(high: int, margin: int) -> None:
    low = high - margin
    assert _found(f"She won {high}-{low}, by {margin} points.", ["NC212"]) == []
    assert _found(f"She won {high}-{low}, by {margin + 2} points.", ["NC212"]) == [f"{margin + 2}"]


@given(st.integers(1, 2_000))
def test_the_ending_of_an_ordinal_is_silent_and_any_other_is_named(number: int) -> None:
    right = "th" if 10 < number % 100 < 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    assert _found(f"It was the {number}{right} session of the court.", ["NC104"]) == []
    for ending in {"st", "nd", "rd", "th"} - {right}:
        assert _found(f"It was the {number}{ending} session of the court.", ["NC104"]) == [
            f"{number}{ending}"
        ]


@given(st.integers(2, 400), st.integers(2, 99))
def test_a_number_at_a_price_makes_its_total(number: int, price: int) -> None:
    text = f"They sold {number} tickets at £{price} each for a total of £{grouped(number * price)}."
    assert _found(text, ["NC210"]) == []


@given(st.dates(date(2001, 1, 1), date(2030, 12, 31)), st.integers(-1, 1))
def test_the_day_before_the_article_is_yesterday(day: date, shift: int) -> None:
    word = {-1: "yesterday", 0: "today", 1: "tomorrow"}[shift]
    weekday = DAYS[(day + timedelta(days=shift)).weekday()]
    assert _found(f"The council votes {word}, {weekday}, in the hall.", ["NC306"], day) == []
