"""Real articles to measure on, where they are at hand: JSON Lines named by NUMCHECK_DATA.

NUMCHECK_DATA is a folder of ``*.jsonl`` with ``id``, ``title``, ``source``, ``published``, ``story`` and
``text`` in each line. No test needs it; the benchmarks and scores say what they ran on.
"""

from __future__ import annotations

import json
import os
from datetime import date
from pathlib import Path

import numcheck
from numcheck.readers.files import read_paths

__all__ = ["CORPUS", "corpus_articles", "data_files", "load"]

CORPUS = Path(__file__).parents[1] / "corpus"


def corpus_articles() -> list[numcheck.Article]:
    """The articles of the project's own corpus."""
    return list(read_paths([str(CORPUS)], _fail, ["README.md"]))


def _fail(error: numcheck.ReadError) -> None:
    raise error


def data_files() -> list[Path]:
    """The files of real articles, none where there are none at hand."""
    folder = os.environ.get("NUMCHECK_DATA", "")
    return sorted(Path(folder).glob("*.jsonl")) if folder else []


def load(file: Path) -> list[numcheck.Article]:
    """The articles of a file of JSON Lines."""
    articles = []
    with file.open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            published = date.fromisoformat(row["published"]) if row.get("published") else None
            articles.append(
                numcheck.Article(
                    id=row["id"],
                    text=row["text"],
                    title=row.get("title", ""),
                    source=row.get("source", ""),
                    published=published,
                    story=row.get("story", ""),
                    path=f"{file.name}/{row['id']}",
                )
            )
    return articles
