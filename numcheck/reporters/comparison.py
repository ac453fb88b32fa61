"""The figures of a story side by side: a row for each thing measured, a column for each article."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from numcheck.engine import Report
from numcheck.link.difference import sides_of
from numcheck.link.evidence import COMMON_NOUNS
from numcheck.model import Article, Cluster, Figure, Story
from numcheck.reporters.plain import figure_id
from numcheck.reporters.table import Style, visible

__all__ = ["json_of_comparison", "tables_of_comparison"]

LABEL_WIDTH = 24
# A column holds at least this much of a figure, and an article's name; a wider terminal gives it more.
NARROWEST_COLUMN, WIDEST_COLUMN = 11, 22
GAP = 2
# Words before a figure that stand for a noun where it has none.
WORDS_OF_A_LABEL = 3
ODD = "≠ "


class Row(NamedTuple):
    """One thing measured: what it is, and the figures of each article that state it; ``odd`` are those
    that differ from what most articles say."""

    label: str
    cells: dict[str, list[Figure]]
    odd: frozenset[tuple[str, int]]
    is_conflict: bool


def tables_of_comparison(report: Report, style: Style) -> str:
    """A table for each story in which two articles state one thing, as wide as the terminal; columns that
    do not fit follow below, under the same rows. Empty where nothing is shared."""
    blocks = []
    stories = list(_shared(report))
    for story, rows in stories:
        articles = [reading.article for reading in story.readings]
        named = [article for article in articles if any(article.id in row.cells for row in rows)]
        title = articles[0].title or articles[0].text.lstrip().partition("\n")[0]
        heading = f"{_cut(title, style.width - 14)} ({len(articles)} articles)"
        blocks.append(style.paint(heading, "quote"))
        blocks += [_table(part, rows, style) for part in _parts(named, style.width)]
    if any(row.odd for _, rows in stories for row in rows):
        blocks.append(f"{ODD}differs from what most of the articles say")
    return "\n\n".join(blocks)


def json_of_comparison(report: Report) -> str:
    """The same as JSON: the stories, each with its articles and its rows."""
    stories = [
        {
            "id": story.id,
            "articles": [_article(reading.article) for reading in story.readings],
            "rows": [_row(row) for row in rows],
        }
        for story, rows in _shared(report)
    ]
    return json.dumps({"version": 1, "stories": stories}, ensure_ascii=False, indent=2)


def _shared(report: Report) -> Iterator[tuple[Story, list[Row]]]:
    """The stories in which two articles state one thing, with their rows: conflicts first, then what
    most articles state, each in the order of the text."""
    for story in report.stories:
        articles = {reading.article.id: reading.article for reading in story.readings}
        clusters = [
            cluster for cluster in report.clusters if cluster.story == story.id and len(cluster.articles) > 1
        ]
        rows = [_as_row(cluster, articles) for cluster in clusters]
        if rows:
            yield story, sorted(rows, key=lambda row: (not row.is_conflict, -len(row.cells)))


def _as_row(cluster: Cluster, articles: dict[str, Article]) -> Row:
    cells: dict[str, list[Figure]] = {}
    for figure in cluster.figures:
        cells.setdefault(figure.article, []).append(figure)
    odd: frozenset[tuple[str, int]] = frozenset()
    # A count that has grown since is no conflict.
    is_conflict = cluster.difference is not None and cluster.difference.kind != "update"
    if is_conflict:
        sides = sides_of(cluster.figures)
        odd = frozenset((figure.article, figure.start) for side in sides[1:] for figure in side)
    return Row(_label(cluster, articles), cells, odd, is_conflict)


def _label(cluster: Cluster, articles: dict[str, Article]) -> str:
    """The noun that is measured, or else the words before the first figure."""
    if any(figure.subject.noun for figure in cluster.figures):
        return f"{cluster.label}{_further(cluster)}" if _is_common(cluster) else cluster.label
    first = cluster.figures[0]
    if first.kind == "age" and first.subject.owner:
        return f"{first.subject.owner}, age"
    before = articles[first.article].text[first.sentence_start : first.start].split()
    words = " ".join(before[-WORDS_OF_A_LABEL:]).strip(" ,;:(“\"'‘")
    return f"{words} …" if words else cluster.label


def _is_common(cluster: Cluster) -> bool:
    return any(figure.subject.head in COMMON_NOUNS for figure in cluster.figures)


def _further(cluster: Cluster) -> str:
    """What tells people from people: what happened to them, or else where they are, or whose."""
    for name in ("predicate", "complement", "owner"):
        for figure in cluster.figures:
            if told := getattr(figure.subject, name):
                return f", {told.rstrip('_').replace('_', ' ')}"
    return ""


def _parts(articles: Sequence[Article], width: int) -> Iterator[Sequence[Article]]:
    """The articles in as many groups as the width needs, about equally large."""
    most = max(1, (width - LABEL_WIDTH) // (NARROWEST_COLUMN + GAP))
    groups = -(-len(articles) // most)
    size = -(-len(articles) // groups)
    for first in range(0, len(articles), size):
        yield articles[first : first + size]


def _table(articles: Sequence[Article], rows: Sequence[Row], style: Style) -> str:
    from tabulate import tabulate

    room = (style.width - LABEL_WIDTH) // len(articles) - GAP
    column = max(NARROWEST_COLUMN, min(WIDEST_COLUMN, room))
    shown = [row for row in rows if any(article.id in row.cells for article in articles)]
    table = [
        [_cut(row.label, LABEL_WIDTH), *(_cell(row, article, column, style) for article in articles)]
        for row in shown
    ]
    headers = ["", *(_wrapped(_name(article), column) for article in articles)]
    text = tabulate(table, headers, tablefmt="simple", disable_numparse=True)
    return "\n".join(line.rstrip() for line in text.split("\n"))


def _cell(row: Row, article: Article, width: int, style: Style) -> str:
    """What an article says, the figure that differs first."""
    figures = row.cells.get(article.id)
    if not figures:
        return ""
    odd = [figure for figure in figures if (figure.article, figure.start) in row.odd]
    if odd:
        lines = _wrapped(ODD + odd[0].text, width).split("\n")
        return "\n".join(style.paint(line, "error") for line in lines)
    return _wrapped(figures[0].text, width)


def _name(article: Article) -> str:
    return article.source or article.id.rpartition("/")[2]


def _wrapped(text: str, width: int) -> str:
    """A text in at most two lines of a width."""
    first, *rest = textwrap.wrap(visible(" ".join(text.split())), width) or [""]
    return f"{first}\n{_cut(' '.join(rest), width)}" if rest else first


def _cut(text: str, width: int) -> str:
    text = visible(text)
    return text if len(text) <= width else text[: max(width - 1, 0)].rstrip() + "…"


def _article(article: Article) -> dict[str, Any]:
    published = article.published.isoformat() if article.published else ""
    return {
        "id": article.id,
        "path": article.path,
        "title": article.title,
        "source": article.source,
        "published": published,
    }


def _row(row: Row) -> dict[str, Any]:
    cells = {
        article: [
            {
                "id": figure_id(figure),
                "text": figure.text,
                "differs": (figure.article, figure.start) in row.odd,
            }
            for figure in figures
        ]
        for article, figures in row.cells.items()
    }
    return {"label": row.label, "is_conflict": row.is_conflict, "cells": cells}
