"""Pairs of figures of real articles that were judged by reading: ``tests/labels/pairs_*.jsonl``.

A label holds no text: the story, the article and offsets of two figures, and whether they measure one thing
and agree ("agree"), measure one thing and cannot both be right ("conflict"), measure one thing at two moments
("update") or measure two things ("different"); ``sure`` is whether the reader had no doubt. Every story was
read for conflicts from its first figure to its last; the other pairs were drawn from those that look alike.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from numcheck.model import Figure

__all__ = ["PairLabel", "names_both", "pair_labels"]

LABELS = Path(__file__).parent / "labels"

Span = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class PairLabel:
    """A judged pair: two spans of two articles, and how they relate."""

    story: str
    a: Span
    b: Span
    label: str
    sure: bool

    @property
    def is_one_measure(self) -> bool:
        """Whether both measure the same thing, whatever their values."""
        return self.label != "different"


def pair_labels(half: str) -> list[PairLabel]:
    """The judged pairs of a half of the stories, "develop" or "held_out"."""
    lines = (LABELS / f"pairs_{half}.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    return [
        PairLabel(row["story"], tuple(row["a"]), tuple(row["b"]), row["label"], row["sure"]) for row in rows
    ]


def names_both(figures: Sequence[Figure], label: PairLabel) -> bool:
    """Whether some figures hold one at each of the spans of a label."""
    return all(
        any(figure.article == article and figure.start < end and start < figure.end for figure in figures)
        for article, start, end in (label.a, label.b)
    )
