"""Small stories of our own: what cannot all be true is found, and what only looks so raises nothing.

``tests/cases/stories.jsonl`` has one story a line: its articles, the two figures in question as they are
printed, and what is expected of them. In a "conflict" an error or a warning must name one of the two; of a
story that is "silent", or in which two sources openly differ or a count has grown ("note"), nothing above a
note is reported. The stories were written before the tool was run on them; a "known_failure" is what it
still gets wrong.
"""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import numcheck

FILE = Path(__file__).parent / "cases" / "stories.jsonl"
STORIES = [json.loads(line) for line in FILE.read_text(encoding="utf-8").splitlines()]


def _parameters() -> list[Any]:
    return [
        pytest.param(
            story,
            id=story["name"],
            marks=[pytest.mark.xfail(strict=True)] if story.get("known_failure") else [],
        )
        for story in STORIES
    ]


def _check(story: dict[str, Any]) -> list[numcheck.Finding]:
    articles = [
        numcheck.Article(
            id=article["id"],
            text=article["text"],
            title=article["title"],
            published=date.fromisoformat(article["published"]),
            story=story["name"],
        )
        for article in story["articles"]
    ]
    return [finding for finding in numcheck.check(articles).findings if finding.severity != "note"]


def _names(finding: numcheck.Finding, story: dict[str, Any]) -> bool:
    """Whether a finding names one of the two figures in question."""
    texts = {article["id"]: article["text"] for article in story["articles"]}
    for article, quote in story["figures"]:
        start = texts[article].index(quote)
        end = start + len(quote)
        if any(f.article == article and f.start < end and start < f.end for f in finding.figures):
            return True
    return False


@pytest.mark.parametrize("story", _parameters())
def test_a_story_is_judged_rightly(story: dict[str, Any]) -> None:
    alarms = _check(story)
    if story["expect"] == "conflict":
        assert any(_names(finding, story) for finding in alarms), story["why"]
    else:
        assert [(finding.rule, finding.message) for finding in alarms] == [], story["why"]


def test_there_are_conflicts_and_look_alikes_of_many_kinds() -> None:
    kinds = {(story["expect"], story["kind"]) for story in STORIES}
    assert len(STORIES) == len({story["name"] for story in STORIES}) > 150
    assert len({kind for expect, kind in kinds if expect == "conflict"}) >= 15
    assert len({kind for expect, kind in kinds if expect != "conflict"}) >= 14
