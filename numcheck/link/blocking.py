"""Brings together the figures that may measure one thing, without looking at every pair of a large story."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from numcheck.link.context import Context
from numcheck.link.difference import digits_of
from numcheck.model import Quantity

__all__ = ["comparable_pairs", "measure_of"]

# More figures than this under one blocking key are a table or a topic, and tell nothing.
LARGEST_BLOCK = 60
# Digits from which two figures that share all but one are looked at.
DIGITS_LEFT_OPEN = 3


def measure_of(quantity: Quantity) -> str:
    """What kind of quantity may be mistaken for it: its dimension, and percent for percentage points."""
    return "percent" if quantity.dimension == "points" else quantity.dimension


def comparable_pairs(contexts: Sequence[Context]) -> Iterator[tuple[int, int]]:
    """The pairs of places of contexts of one kind of quantity that share a blocking key."""
    blocks: dict[tuple[str, str, str], list[int]] = defaultdict(list)
    for place, context in enumerate(contexts):
        measure = measure_of(context.figure.quantity)
        for kind, key in _keys(context):
            blocks[measure, kind, key].append(place)
    seen: set[tuple[int, int]] = set()
    for block in blocks.values():
        if len(block) > LARGEST_BLOCK:
            continue
        for i, a in enumerate(block):
            for b in block[i + 1 :]:
                if (a, b) not in seen:
                    seen.add((a, b))
                    yield a, b


def _keys(context: Context) -> Iterator[tuple[str, str]]:
    subject = context.figure.subject
    if subject.head:
        yield "noun", subject.head
    if subject.noun_class:
        yield "class", subject.noun_class
    if subject.predicate:
        yield "predicate", subject.predicate
    if len(context.before) > 1:
        yield "before", " ".join(context.before[-2:])
    for dimension, value in context.companions:
        yield "companion", f"{dimension} {value}"
    yield from _slip_keys(context)
    # Every pair of a small story is looked at; in a large one this block is too large to be.
    yield "story", ""


def _slip_keys(context: Context) -> Iterator[tuple[str, str]]:
    """Keys that two figures share where one is a slip for the other, however many others there are: the
    digits without their zeros, in order of size, and each one left open."""
    digits = digits_of(context.figure)
    bare = digits.rstrip("0")
    if len(bare) > 1:
        yield "same digits", bare
        yield "digits exchanged", "".join(sorted(digits))
    if len(digits) >= DIGITS_LEFT_OPEN:
        for place in range(len(digits)):
            yield "one digit open", f"{digits[:place]}.{digits[place + 1 :]}"
