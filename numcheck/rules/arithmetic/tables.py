"""The sums of tables: a last row or a last column that says it is the total of those before.

A table is a run of lines of Markdown with their cells between upright strokes. A column or a row is added
up where its head says "Total" or the like and each of its cells has one figure of one unit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from math import inf

from numcheck.model import Figure, Reading
from numcheck.rules.arithmetic.slips import is_a_slip, made_by
from numcheck.rules.arithmetic.sums import Sum, can_equal

__all__ = ["table_sums"]

Row = list[tuple[str, Figure | None]]
ROW = re.compile(r"^[ \t]*\|.*\|[ \t]*$", re.M)
RULE = re.compile(r"[\s|:–-]+")
TOTAL = re.compile(
    r"[*_\s]*(?:(?:grand |sub)?totals?\b|all\b|full year|year\b|overall|sum\b|altogether|combined|"
    r"whole (?:country|year))",
    re.I,
)
# What is no sum of those above it though its row is.
NOT_ADDED = re.compile(
    r"%|\b(?:share|rate|average|mean|median|per|price|age|year|rank|change|ratio|percent\w*)\b", re.I
)
ADDED = frozenset({"count", "currency", "measure"})
FEWEST = 2


def table_sums(reading: Reading) -> Iterator[Sum]:
    """Each total of a table with its parts, those of columns first. They are all there are where another
    row or column holds, or a slip of the pen explains why this one does not: rows may be left out."""
    text = reading.article.text
    lines = list(ROW.finditer(text)) if "|" in text else []
    while lines:
        block = [lines.pop(0)]
        while lines and lines[0].start() == block[-1].end() + 1:
            block.append(lines.pop(0))
        rows = [
            _cells(reading, match.start(), match.end()) for match in block if not RULE.fullmatch(match[0])
        ]
        if len(rows) > FEWEST:
            for found in (list(_columns(rows)), list(_rows(rows))):
                holds = any(_makes(whole, parts) for whole, parts in found)
                for whole, parts in found:
                    if (holds or is_a_slip(whole, parts)) and not can_equal(whole, parts):
                        yield Sum(whole, tuple(parts), inf)


def _makes(whole: Figure, parts: list[Figure]) -> bool:
    return made_by(parts) == whole.low


def _cells(reading: Reading, start: int, end: int) -> Row:
    """The cells of a line, each with its figure where it has exactly one."""
    text = reading.article.text
    bars = [place for place in range(start, end) if text[place] == "|" and text[place - 1 : place] != "\\"]
    inside = [figure for figure in reading.figures if start <= figure.start < end]
    row: Row = []
    for left, right in pairwise(bars):
        own = [figure for figure in inside if left < figure.start < right]
        row.append((text[left + 1 : right].strip(), own[0] if len(own) == 1 else None))
    return row


def _columns(rows: list[Row]) -> Iterator[tuple[Figure, list[Figure]]]:
    head, *body = rows
    last = body[-1]
    if not last or not TOTAL.match(last[0][0]) or len(body) <= FEWEST:
        return
    for column in range(1, len(head)):
        cells = [row[column][1] if column < len(row) else None for row in body]
        if not NOT_ADDED.search(head[column][0]):
            yield from _sum(cells[-1], cells[:-1])


def _rows(rows: list[Row]) -> Iterator[tuple[Figure, list[Figure]]]:
    head, *body = rows
    if len(head) <= FEWEST + 1 or not TOTAL.match(head[-1][0]):
        return
    if any(NOT_ADDED.search(name) for name, _ in head[1:]):
        return
    for row in body:
        if len(row) == len(head):
            cells = [cell for _, cell in row[1:]]
            yield from _sum(cells[-1], cells[:-1])


def _sum(whole: Figure | None, cells: list[Figure | None]) -> Iterator[tuple[Figure, list[Figure]]]:
    """A total and its parts, where every cell has its figure and all are in one unit."""
    parts = [cell for cell in cells if cell is not None]
    if whole is None or len(parts) < max(FEWEST, len(cells)):
        return
    if all(one.kind in ADDED and one.unit == whole.unit and one.value is not None for one in (whole, *parts)):
        yield whole, parts
