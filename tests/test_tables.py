"""The tables: each surface form resolves, and none means two things unless it is listed here."""

from __future__ import annotations

from decimal import Decimal
from itertools import combinations
from typing import Any

import pint
import pytest

import numcheck
from numcheck.extract.words import noun_class, predicate_class
from numcheck.interval import exactly
from numcheck.lexicon import table
from numcheck.units import converted, dimension_of

# Forms that mean several things, and what decides.
AMBIGUOUS_UNITS = {
    "m": "metre, or million after a currency and before a plural",
    "st": "stone, or the suffix of an ordinal",
    "second": "a unit of time, or an ordinal",
    "ton": "short; print rarely says which",
    "degrees": "of an angle unless a scale follows",
}

UNITS = {form: name for name, row in table("units").items() for form in row["forms"]}


def test_no_unit_form_stands_twice() -> None:
    forms = [form for row in table("units").values() for form in row["forms"]]
    assert sorted(forms) == sorted(set(forms))


def test_ambiguous_forms_are_forms() -> None:
    assert set(AMBIGUOUS_UNITS) <= set(UNITS)


@pytest.mark.parametrize(("form", "unit"), sorted(UNITS.items()))
def test_every_unit_form_is_read(form: str, unit: str) -> None:
    if form == "second":
        pytest.skip("an ordinal after any number but one: 45 second-hand cars")
    spaced = form if form in ("%", "C", "F", "°C", "°F", "°", "％", "st", "m²", "m³", "km²") else f" {form}"
    (figure,) = numcheck.extract(f"They measured 45{spaced}.")
    assert figure.unit == unit
    assert figure.value == 45


def test_units_of_one_dimension_convert_as_pint_says() -> None:
    registry: Any = pint.UnitRegistry()
    by_dimension: dict[str, list[str]] = {}
    for name, row in table("units").items():
        by_dimension.setdefault(row["dimension"], []).append(name)
    for dimension, names in by_dimension.items():
        for unit, other in combinations(names, 2):
            if dimension == "temperature":
                continue
            here = converted(exactly(Decimal(1)), unit, other).low
            rows = (table("units")[unit], table("units")[other])
            there = (
                registry.parse_expression(rows[0].get("pint", unit))
                / registry.parse_expression(rows[1].get("pint", other))
            ).to_base_units()
            assert there.dimensionless, (unit, other)
            assert float(here) == pytest.approx(float(there.magnitude)), (unit, other)


def test_temperatures_convert_with_their_offset() -> None:
    assert round(converted(exactly(Decimal(20)), "degree_Celsius", "degree_Fahrenheit").low, 6) == 68


def test_currencies_are_dimensions_of_their_own() -> None:
    assert dimension_of("USD") != dimension_of("EUR")


@pytest.mark.parametrize("name", ["symbols", "names", "codes"])
def test_every_currency_form_is_read(name: str) -> None:
    for form, code in table("currencies")[name].items():
        text = f"It cost {form}45." if name == "symbols" else f"It cost 45 {form}."
        (figure,) = numcheck.extract(text)
        assert (figure.unit, figure.value, figure.kind) == (code, Decimal(45), "currency"), form


@pytest.mark.parametrize("hedge", sorted(table("hedges")))
def test_every_hedge_is_read(hedge: str) -> None:
    row = table("hedges")[hedge]
    for form in row["before"]:
        figures = numcheck.extract(f"There were {form} 450 people.")
        assert [figure.approx for figure in figures] == [row["approx"]], form


def test_no_hedge_stands_twice() -> None:
    forms = [form for row in table("hedges").values() for form in row["before"] + row["after"]]
    twice = {form for form in forms if forms.count(form) > 1}
    # "or so" is written before nothing; "at most" stands on either side.
    assert twice == {"or so", "at most"}


@pytest.mark.parametrize("word", sorted(table("numerals")["cardinals"]))
def test_every_number_word_is_read(word: str) -> None:
    if word in ("zero", "one"):
        pytest.skip("as a word alone it is hardly ever a figure")
    (figure,) = numcheck.extract(f"There were {word} people.")
    assert figure.value == table("numerals")["cardinals"][word]


@pytest.mark.parametrize("word", sorted(table("numerals")["magnitudes"]))
def test_every_magnitude_is_read(word: str) -> None:
    (figure,) = numcheck.extract(f"There were 45 {word} people.")
    assert figure.value == Decimal(45) * Decimal(10) ** table("numerals")["magnitudes"][word]


def test_no_noun_is_of_two_classes() -> None:
    known_twice = {"fatality"}  # a person, and a death: it counts both
    nouns = [noun for nouns in table("nouns")["classes"].values() for noun in set(nouns)]
    assert {noun for noun in nouns if nouns.count(noun) > 1} == known_twice
    assert noun_class("convict") == "prisoner"


def test_no_predicate_is_of_two_classes() -> None:
    forms = [form for forms in table("predicates").values() for form in forms]
    assert {form for form in forms if forms.count(form) > 1} == set()
    assert predicate_class("killed") == "kill"


def test_the_weights_say_what_their_part_says() -> None:
    rows = table("evidence")
    against = rows["against"].values()
    assert all(weight < 0 for weight in against)
    assert all(weight > 0 for weight in rows["for"].values())
