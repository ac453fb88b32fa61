"""The tables: each surface form resolves, and none means two things unless it is listed here."""

from __future__ import annotations

from decimal import Decimal
from itertools import combinations
from typing import Any

import pint
import pytest
from babel.core import get_global
from babel.numbers import get_currency_name

import numcheck
from numcheck.extract.currencies import codes, hundredths, names, symbols
from numcheck.extract.words import noun_class, predicate_class
from numcheck.interval import exactly
from numcheck.lexicon import table
from numcheck.link.concepts import concept, stem
from numcheck.units import converted, dimension_of

UNITS = {
    "m": "metre, or million after a currency and before a plural",
    "st": "stone, or the suffix of an ordinal",
    "second": "a unit of time, or an ordinal",
    "ton": "short; print rarely says which",
    "degrees": "of an angle unless a scale follows",
}

GLUED = {form for row in table("units").values() for form in row.get("glued", ())}
UNITS = {
    form: name for name, row in table("units").items() for form in (*row["forms"], *row.get("glued", ()))
}


def test_no_unit_form_stands_twice() -> None:
    forms = [form for row in table("units").values() for form in (*row["forms"], *row.get("glued", ()))]
    assert sorted(forms) == sorted(set(forms))


def _tables_of_forms() -> dict[str, set[str]]:
    """Every table of surface forms that may follow a number, by its name."""
    numerals = table("numerals")
    return {
        "units": set(UNITS),
        "currencies": set(names()) | set(hundredths()),
        "magnitudes": set(numerals["magnitudes"]) | set(numerals["suffixes"]),
        "ordinals": set(numerals["ordinals"]),
        "fractions": set(numerals["fractions"]),
        "months": set(table("calendar")["months"]),
    }


def test_a_form_in_two_tables_is_listed_as_ambiguous() -> None:
    tables = _tables_of_forms()
    twice = {form for name, other in combinations(sorted(tables), 2) for form in tables[name] & tables[other]}
    assert twice <= set(table("ambiguous"))


@pytest.mark.parametrize(("form", "row"), sorted(table("ambiguous").items()))
def test_what_is_ambiguous_says_what_it_means_and_what_decides(form: str, row: dict[str, Any]) -> None:
    assert len(row["meanings"]) > 1
    assert row["decided_by"]


def test_a_bare_dollar_is_open_until_the_article_or_the_house_says_which() -> None:
    (figure,) = numcheck.extract("It cost $5 million.")
    assert figure.unit == "USD"
    assert {"AUD", "CAD", "HKD"} <= set(figure.quantity.alternatives)
    bare, named = numcheck.extract("It cost $5 million, against C$3 million last year.")
    assert (bare.unit, named.unit, bare.quantity.alternatives) == ("CAD", "CAD", ())
    (figure,) = numcheck.extract("It cost $5 million.", house_units=["AUD"])
    assert (figure.unit, figure.quantity.alternatives) == ("AUD", ())
    (figure,) = numcheck.extract("It weighs 5 tons.", house_units=["metric_ton"])
    assert figure.unit == "metric_ton"
    with pytest.raises(numcheck.ConfigError, match="is none of what a form leaves open"):
        numcheck.extract("It cost $5.", house_units=["EUR"])


@pytest.mark.parametrize(("form", "unit"), sorted(UNITS.items()))
def test_every_unit_form_is_read(form: str, unit: str) -> None:
    if form == "second":
        pytest.skip("an ordinal after any number but one: 45 second-hand cars")
    spaced = form if form in GLUED or not form[0].isalpha() else f" {form}"
    (figure,) = numcheck.extract(f"They measured 45{spaced} there.")
    assert figure.unit == unit
    assert figure.value == 45


def test_units_of_one_dimension_convert_as_pint_says() -> None:
    registry: Any = pint.UnitRegistry()
    by_dimension: dict[str, list[str]] = {}
    for unit, row in table("units").items():
        by_dimension.setdefault(row["dimension"], []).append(unit)
    for dimension, units in by_dimension.items():
        for unit, other in combinations(units, 2):
            if dimension in ("temperature", "count"):
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


@pytest.mark.parametrize(("form", "code"), sorted(symbols().items()))
def test_every_currency_symbol_is_read(form: str, code: str) -> None:
    (figure,) = numcheck.extract(f"It cost {form}45.")
    assert (figure.unit, figure.value, figure.kind) == (code, Decimal(45), "currency")


@pytest.mark.parametrize(("form", "code"), sorted(names().items()))
def test_every_currency_name_is_read(form: str, code: str) -> None:
    (figure,) = numcheck.extract(f"It cost 45 million {form} in all.")
    assert (figure.unit, figure.value, figure.kind) == (code, Decimal(45_000_000), "currency")


@pytest.mark.parametrize(("form", "code"), sorted(hundredths().items()))
def test_every_hundredth_of_a_currency_is_read(form: str, code: str) -> None:
    spaced = form if form in ("p", "¢") else f" {form}"
    (figure,) = numcheck.extract(f"It cost 45{spaced}.")
    assert (figure.unit, figure.value, figure.kind) == (code, Decimal("0.45"), "currency")


@pytest.mark.parametrize("code", sorted(codes()))
def test_every_currency_code_is_read(code: str) -> None:
    expected = table("currencies")["codes"].get(code, code)
    for text in (f"It cost {code} 45 million.", f"It cost 45 million {code}."):
        (figure,) = numcheck.extract(text)
        assert (figure.unit, figure.value, figure.kind) == (expected, Decimal(45_000_000), "currency")


def test_cldr_knows_no_currency_in_use_that_we_do_not() -> None:
    """Unicode's CLDR, through Babel: every currency that some territory uses today, by its English name."""
    in_use = {
        code
        for territories in get_global("territory_currencies").values()
        for code, _, until, is_tender in territories
        if until is None and is_tender
    }
    ours = {code for family in table("currencies")["families"].values() for code in family["codes"].values()}
    # Units of account, metals, and currencies that the same territory's other currency replaces in print.
    beside = {"CHE", "CHW", "CLF", "COU", "UYI", "MXV", "BOV", "UYW", "USN", "XXX", "CUC", "ZWG"}
    assert in_use - ours - beside == set()
    for code in sorted(in_use & ours):
        name = get_currency_name(code, count=2, locale="en")
        figures = numcheck.extract(f"It cost 45 million {CLDR_NAMES.get(code, name)} in all.")
        assert [figure.unit for figure in figures] == [code], name


# Where CLDR's English name is none that print uses.
CLDR_NAMES = {
    "AFN": "afghanis",
    "GYD": "Guyanese dollars",
    "STN": "dobras",
    "TRY": "Turkish lira",
    "TTD": "Trinidad and Tobago dollars",
}


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


def test_a_word_names_one_concept() -> None:
    rows = [row.split() for row in table("concepts")["synonyms"]]
    stems = [{stem(word) for word in row} for row in rows]
    told = [word for row in stems for word in row]
    assert sorted(told) == sorted(set(told))
    assert all(concept(word) == concept(row[0]) for row in rows for word in row)


def test_a_form_of_a_name_names_one() -> None:
    forms = [form for row in table("concepts")["names"] for form in row]
    assert sorted(forms) == sorted(set(forms))
