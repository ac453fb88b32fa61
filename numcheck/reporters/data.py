"""The machine-readable formats: JSON of a report, JSON Lines and CSV of figures."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator
from io import StringIO

from numcheck.engine import Report
from numcheck.model import Article, Figure
from numcheck.reporters.plain import figure_to_dict, report_to_dict

__all__ = ["csv_of_figures", "json_of_report", "lines_of_figures"]

COLUMNS = (
    "article",
    "line",
    "column",
    "start",
    "end",
    "text",
    "kind",
    "value",
    "low",
    "high",
    "unit",
    "per",
    "approx",
    "noun",
    "owner",
    "predicate",
    "attribution",
)


def json_of_report(report: Report, errors: tuple[str, ...]) -> str:
    """A report as one JSON object; docs/json.md says what its keys mean."""
    return json.dumps(report_to_dict(report, errors), ensure_ascii=False, indent=1)


def lines_of_figures(rows: Iterable[tuple[Article, Figure]]) -> Iterator[str]:
    """Figures as JSON Lines, an object a figure."""
    for article, figure in rows:
        yield json.dumps(figure_to_dict(figure, article), ensure_ascii=False)


def csv_of_figures(rows: Iterable[tuple[Article, Figure]]) -> Iterator[str]:
    """Figures as CSV (RFC 4180, but for line ends), the header first."""
    yield ",".join(COLUMNS)
    for article, figure in rows:
        values = figure_to_dict(figure, article)
        line = StringIO()
        csv.writer(line, lineterminator="").writerow([values[column] for column in COLUMNS])
        yield line.getvalue()
