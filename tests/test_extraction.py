"""Extraction on sentences with their complete expected reading, grouped by where the text comes from.

``known_failures.toml`` holds what is read wrongly today: each is expected to fail, and one that passes
fails the suite until it is moved.
"""

from __future__ import annotations

import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

import numcheck

CASES = Path(__file__).parent / "cases"
FRACTION_PLACES = Decimal("0.0001")


def _cases(name: str) -> list[Any]:
    content = tomllib.loads((CASES / f"{name}.toml").read_text(encoding="utf-8"))
    return [pytest.param(case, id=f"{name}-{place}") for place, case in enumerate(content["case"], 1)]


def _expected(figure: dict[str, str]) -> dict[str, Any]:
    row: dict[str, Any] = {
        "text": figure["text"],
        "kind": figure.get("kind", "count"),
        "unit": figure.get("unit", ""),
        "per": figure.get("per", ""),
        "approx": figure.get("approx", "exact"),
    }
    for key in ("value", "low", "high"):
        if key in figure:
            row[key] = Decimal(figure[key])
    if "noun" in figure:
        row["noun"] = figure["noun"]
    return row


def _read(figure: numcheck.Figure, expected: dict[str, Any]) -> dict[str, Any]:
    """What the figure says of the keys that are expected; fractions to four places."""
    row: dict[str, Any] = {}
    for key in expected:
        value = getattr(figure, key)
        if key == "value" and value is not None and figure.kind == "fraction":
            value = value.quantize(FRACTION_PLACES)
        row[key] = value
    return row


def check(case: dict[str, Any]) -> None:
    """The complete reading of a case's text is the expected one."""
    figures = numcheck.extract(case["text"])
    assert [figure.text for figure in figures] == [figure["text"] for figure in case["figures"]]
    expected = [_expected(figure) for figure in case["figures"]]
    assert [_read(figure, row) for figure, row in zip(figures, expected, strict=True)] == expected


@pytest.mark.parametrize("case", [*_cases("wild"), *_cases("synthetic"), *_cases("negative")])
def test_case(case: dict[str, Any]) -> None:
    check(case)


@pytest.mark.xfail(strict=True, raises=AssertionError)
@pytest.mark.parametrize("case", _cases("known_failures"))
def test_known_failure(case: dict[str, Any]) -> None:
    check(case)
