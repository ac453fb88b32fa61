"""Extraction on sentences with their complete expected reading, grouped by where the text comes from.

``known_failures.toml`` holds what is read wrongly today: each is expected to fail, and one that passes
fails the suite until it is moved.
"""

from __future__ import annotations

from typing import Any

import pytest

from tests.scoring import cases, expected_items, read_with_numcheck

ALL_RIGHT = ("wild", "synthetic", "negative", "documented")


def _cases(name: str) -> list[Any]:
    return [pytest.param(case, id=f"{name}-{place}") for place, case in enumerate(cases(name), 1)]


def check(case: dict[str, Any]) -> None:
    """The complete reading of a case's text is the expected one: spans, kinds, values, units, rates,
    hedges, and the nouns that the case states."""
    text = case["text"]
    found, expected = read_with_numcheck(text), expected_items(case)
    assert [text[item.start : item.end] for item in found] == [
        text[item.start : item.end] for item in expected
    ]
    for item, wanted in zip(found, expected, strict=True):
        assert item.is_exactly(wanted), (text[item.start : item.end], item, wanted)


@pytest.mark.parametrize("case", [case for name in ALL_RIGHT for case in _cases(name)])
def test_case(case: dict[str, Any]) -> None:
    check(case)


@pytest.mark.xfail(strict=True, raises=AssertionError)
@pytest.mark.parametrize("case", _cases("known_failures"))
def test_known_failure(case: dict[str, Any]) -> None:
    check(case)


def test_no_sentence_stands_twice() -> None:
    texts = [case["text"] for name in (*ALL_RIGHT, "known_failures") for case in cases(name)]
    assert len(texts) == len(set(texts)) >= 1200
