"""Values as plain data: what JSON, JSON Lines and CSV are made of.

The shape is versioned: ``VERSION`` grows when a key changes its meaning or goes. Values are strings of
exact decimals, because JSON's numbers are not; an open end of an interval is "Infinity".
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from numcheck.engine import Report
from numcheck.interval import Interval
from numcheck.model import Article, Cluster, Difference, Evidence, Figure, Finding

__all__ = ["VERSION", "figure_to_dict", "report_to_dict"]

VERSION = 1


def report_to_dict(report: Report, errors: tuple[str, ...] = ()) -> dict[str, Any]:
    """Everything that the library knows of a check; figures are named by their ids elsewhere."""
    articles = {article.id: article for article in report.articles}
    return {
        "version": VERSION,
        "articles": [_article(article) for article in report.articles],
        "stories": [
            {
                "id": story.id,
                "articles": [reading.article.id for reading in story.readings],
            }
            for story in report.stories
        ],
        "figures": [figure_to_dict(figure, articles[figure.article]) for figure in report.figures],
        "clusters": [_cluster(cluster) for cluster in report.clusters],
        "findings": [_finding(finding, articles[finding.article]) for finding in report.findings],
        "errors": list(errors),
    }


def figure_to_dict(figure: Figure, article: Article) -> dict[str, Any]:
    """A figure with its place, quantity, subject, attribution and period."""
    quantity, subject, place = figure.quantity, figure.subject, article.place(figure.start)
    return {
        "id": figure_id(figure),
        "article": figure.article,
        "line": place.line,
        "column": place.column,
        "start": figure.start,
        "end": figure.end,
        "text": figure.text,
        "kind": figure.kind,
        "value": _decimal(figure.value),
        "low": _decimal(figure.low),
        "high": _decimal(figure.high),
        "unit": figure.unit,
        "unit_alternatives": list(quantity.alternatives),
        "dimension": quantity.dimension,
        "per": figure.per,
        "approx": figure.approx,
        "stated": _interval(quantity.stated),
        "possible": _interval(quantity.possible),
        "noun": subject.noun,
        "noun_class": subject.noun_class,
        "qualifiers": list(subject.qualifiers),
        "complement": subject.complement,
        "predicate": subject.predicate,
        "owner": subject.owner,
        "direction": subject.direction,
        "role": subject.role,
        "negated": subject.is_negated,
        "relations": [
            {"kind": relation.kind, "other": f"{figure.article}#{relation.other}"}
            for relation in subject.relations
        ],
        "attribution": figure.attribution,
        "period": _period(figure),
        "candidates": [
            {
                "value": _decimal(candidate.value),
                "text": candidate.text,
                "evidence": list(candidate.evidence),
            }
            for candidate in figure.candidates
        ],
    }


def figure_id(figure: Figure) -> str:
    """The name of a figure in a report: its article and where it starts."""
    return f"{figure.article}#{figure.start}"


def _article(article: Article) -> dict[str, Any]:
    return {
        "id": article.id,
        "path": article.path,
        "title": article.title,
        "source": article.source,
        "published": _date(article.published),
        "story": article.story,
    }


def _cluster(cluster: Cluster) -> dict[str, Any]:
    return {
        "story": cluster.story,
        "label": cluster.label,
        "figures": [figure_id(figure) for figure in cluster.figures],
        "evidence": _pieces(cluster.evidence),
        "difference": _difference(cluster.difference),
    }


def _difference(difference: Difference | None) -> dict[str, Any] | None:
    if difference is None:
        return None
    return {
        "kind": difference.kind,
        "figures": [figure_id(figure) for figure in difference.figures],
        "evidence": _pieces(difference.evidence),
    }


def _pieces(evidence: Iterable[Evidence]) -> list[dict[str, Any]]:
    return [{"name": piece.name, "weight": round(piece.weight, 3)} for piece in evidence]


def _finding(finding: Finding, article: Article) -> dict[str, Any]:
    place, stop = article.place(finding.start), article.place(finding.end)
    return {
        "rule": finding.rule,
        "name": finding.name,
        "severity": finding.severity,
        "message": finding.message,
        "article": finding.article,
        "path": article.path,
        "line": place.line,
        "column": place.column,
        "end_line": stop.line,
        "end_column": stop.column,
        "start": finding.start,
        "end": finding.end,
        "figures": [figure_id(figure) for figure in finding.figures],
        "suggestions": list(finding.suggestions),
        "evidence": list(finding.evidence),
        "fingerprint": finding.fingerprint,
        "known": finding.known,
    }


def _decimal(value: Decimal | None) -> str | None:
    return None if value is None else f"{value:f}"


def _interval(interval: Interval) -> dict[str, str | None]:
    return {"low": _decimal(interval.low), "high": _decimal(interval.high)}


def _date(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _period(figure: Figure) -> dict[str, str | None] | None:
    if figure.period is None:
        return None
    return {
        "first": _date(figure.period.first),
        "last": _date(figure.period.last),
        "text": figure.period.text,
    }
