"""How right a reading is: precision, recall and F1 of figures against an expected reading.

A figure that was found and one that is expected are the same where their spans overlap and their values
are equal; of several the nearest pairs first. Further levels ask for the unit, and for the noun where the
expected reading states one. Dates, clock times and scores have no value: they count by their spans alone,
in a row of their own, because the libraries that numcheck is compared with treat them elsewhere.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

import numcheck
from tests.shared_data import data_files, load

__all__ = [
    "Item",
    "Sample",
    "Score",
    "case_samples",
    "cases",
    "expected_items",
    "is_right",
    "labelled_samples",
    "read_with_numcheck",
    "score",
]

CASES = Path(__file__).parent / "cases"
LABELS = Path(__file__).parent / "labels"
FRACTION_PLACES = Decimal("0.0001")
WITHOUT_VALUE = frozenset({"date", "time", "score"})
ROUNDED = frozenset({"fraction", "ratio"})


@dataclass(frozen=True)
class Item:
    """A figure as the scorer sees it; ``noun`` is None where nothing is expected or said of it."""

    start: int
    end: int
    kind: str
    low: Decimal | None
    high: Decimal | None
    unit: str = ""
    per: str = ""
    approx: str = "exact"
    noun: str | None = None

    @property
    def has_value(self) -> bool:
        return self.kind not in WITHOUT_VALUE

    def overlaps(self, other: Item) -> bool:
        return self.start < other.end and other.start < self.end

    def agrees(self, expected: Item, level: str) -> bool:
        """Whether this figure is ``expected``, as far as ``level`` asks."""
        if not self.overlaps(expected) or (self.low, self.high) != (expected.low, expected.high):
            return False
        if level == "value":
            return True
        if (self.unit, self.per) != (expected.unit, expected.per):
            return False
        return level == "unit" or expected.noun is None or self.noun == expected.noun

    def is_exactly(self, expected: Item) -> bool:
        """Whether everything that the expected reading states is so."""
        same = (self.start, self.end, self.kind, self.approx) == (
            expected.start,
            expected.end,
            expected.kind,
            expected.approx,
        )
        return same and self.agrees(expected, "noun")


@dataclass(frozen=True)
class Sample:
    """A text with its complete expected reading."""

    text: str
    expected: tuple[Item, ...]


@dataclass(frozen=True)
class Score:
    """What ``make score`` prints of one reader on one set of samples."""

    precision: dict[str, float]
    recall: dict[str, float]
    f1: dict[str, float]
    hedges: float
    hedged: int
    sentences: float
    expected: int


def rounded(value: Decimal, kind: str) -> Decimal:
    """Fractions and ratios to four places: a third has no last digit."""
    return value.quantize(FRACTION_PLACES) if kind in ROUNDED else value


def item_of(figure: numcheck.Figure) -> Item:
    """A figure of numcheck's for the scorer."""
    kind = figure.kind
    has_value = kind not in WITHOUT_VALUE
    return Item(
        figure.start,
        figure.end,
        kind,
        rounded(figure.low, kind) if has_value else None,
        rounded(figure.high, kind) if has_value else None,
        figure.unit,
        figure.per,
        figure.approx,
        figure.noun,
    )


def read_with_numcheck(text: str) -> list[Item]:
    """The reader that this project is."""
    return [item_of(figure) for figure in numcheck.extract(text)]


def _expected_item(figure: dict[str, Any], start: int, end: int, noun: str | None) -> Item:
    kind = figure.get("kind", "count")
    low = figure.get("low", figure.get("value"))
    high = figure.get("high", figure.get("value"))
    return Item(
        start,
        end,
        kind,
        rounded(Decimal(low), kind) if low is not None else None,
        rounded(Decimal(high), kind) if high is not None else None,
        figure.get("unit", ""),
        figure.get("per", ""),
        figure.get("approx", "exact"),
        noun,
    )


def expected_items(case: dict[str, Any]) -> tuple[Item, ...]:
    """The expected reading of a case of ``tests/cases``, with its spans found in the text."""
    items, position = [], 0
    for figure in case["figures"]:
        start = _place_of(figure, case["text"], position)
        position = start + len(figure["text"])
        items.append(_expected_item(figure, start, position, figure.get("noun")))
    return tuple(items)


def _place_of(figure: dict[str, Any], text: str, position: int) -> int:
    """Where a figure's text stands: as words of its own, and in the words ``at`` where it says so."""
    if "at" in figure:
        position = text.index(figure["at"], position)
    match = re.compile(rf"(?<!\w){re.escape(figure['text'])}").search(text, position)
    return match.start() if match else text.index(figure["text"], position)


def cases(name: str) -> list[dict[str, Any]]:
    """The cases of a file of ``tests/cases``."""
    content: list[dict[str, Any]] = tomllib.loads((CASES / f"{name}.toml").read_text(encoding="utf-8"))[
        "case"
    ]
    return content


def case_samples(name: str) -> list[Sample]:
    """The cases of a file as samples."""
    return [Sample(case["text"], expected_items(case)) for case in cases(name)]


def labelled_samples(name: str) -> list[Sample]:
    """The labelled paragraphs of ``tests/labels``, as far as their articles are at hand.

    A label holds no text: the article's id, the paragraph's offsets, and of each figure its offsets, its
    reading, and the offsets of its noun, which are empty where the noun is expected to be.
    """
    texts = {article.id: article.text for file in data_files() for article in load(file)}
    samples = []
    for line in (LABELS / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
        label = json.loads(line)
        if label["article"] in texts:
            samples.append(_labelled(label, texts[label["article"]]))
    return samples


def _labelled(label: dict[str, Any], text: str) -> Sample:
    begin = label["start"]
    items = [
        _expected_item(
            figure,
            figure["start"] - begin,
            figure["end"] - begin,
            text[slice(*figure["noun"])] if figure.get("noun") else ("" if "noun" in figure else None),
        )
        for figure in label["figures"]
    ]
    return Sample(text[begin : label["end"]], tuple(items))


def _pairs(found: Sequence[Item], expected: Sequence[Item], level: str) -> int:
    """How many expected figures were found, each by a figure of its own."""
    free = list(found)
    pairs = 0
    for item in expected:
        match = next((other for other in free if other.agrees(item, level)), None)
        if match is not None:
            free.remove(match)
            pairs += 1
    return pairs


def score(samples: Iterable[Sample], read: Callable[[str], Sequence[Item]]) -> Score:
    """How right ``read`` is on ``samples``, at every level."""
    samples = list(samples)
    readings = [list(read(sample.text)) for sample in samples]
    precision, recall, f1 = {}, {}, {}
    wanted = 0
    for level in ("value", "unit", "noun", "dates"):
        right = found = expected = 0
        for sample, reading in zip(samples, readings, strict=True):
            these = [item for item in reading if item.has_value == (level != "dates")]
            those = [item for item in sample.expected if item.has_value == (level != "dates")]
            right += _pairs(these, those, "value" if level == "dates" else level)
            found, expected = found + len(these), expected + len(those)
        precision[level] = right / found if found else 0.0
        recall[level] = right / expected if expected else 0.0
        total = precision[level] + recall[level]
        f1[level] = 2 * precision[level] * recall[level] / total if total else 0.0
        wanted = expected if level == "value" else wanted
    hedged = [
        (item, reading)
        for sample, reading in zip(samples, readings, strict=True)
        for item in sample.expected
        if item.approx != "exact"
    ]
    right_hedges = sum(
        any(other.overlaps(item) and other.approx == item.approx for other in reading)
        for item, reading in hedged
    )
    whole = sum(is_right(sample, reading) for sample, reading in zip(samples, readings, strict=True))
    return Score(
        precision,
        recall,
        f1,
        right_hedges / len(hedged) if hedged else 0.0,
        len(hedged),
        whole / len(samples) if samples else 0.0,
        wanted,
    )


def is_right(sample: Sample, reading: Sequence[Item]) -> bool:
    """Whether a text is read entirely right: every figure, and none besides."""
    return len(reading) == len(sample.expected) and all(
        found.is_exactly(item) for found, item in zip(reading, sample.expected, strict=True)
    )
