"""The findings on the corpus are those that its README says are planted, and no others."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import numcheck
from numcheck.baseline import load_baseline
from numcheck.engine import Report
from tests.shared_data import CORPUS, corpus_articles

ROW = re.compile(r"^\| (\S+/\S+) \| ([a-z-]+) \| (.+?) \|$", re.M)


@pytest.fixture(scope="module")
def report() -> Report:
    return numcheck.check(corpus_articles())


def test_exactly_the_planted_faults_are_found(report: Report) -> None:
    planted = set(ROW.findall((CORPUS / "README.md").read_text(encoding="utf-8")))
    texts = {article.id: article.text for article in report.articles}
    found = {
        (
            Path(finding.article).relative_to(CORPUS).as_posix(),
            finding.name,
            texts[finding.article][finding.start : finding.end],
        )
        for finding in report.findings
    }
    assert found == planted
    assert len(report.findings) == len(planted)


def test_all_of_them_are_accepted(report: Report) -> None:
    accepted = load_baseline(CORPUS / "accepted.json")
    assert {finding.fingerprint for finding in report.findings} == accepted


def test_every_kind_of_rule_has_something_planted(report: Report) -> None:
    from numcheck.rules import all_rules

    assert {finding.rule for finding in report.findings} == {rule.code for rule in all_rules()}


def test_the_articles_of_a_folder_are_one_story(report: Report) -> None:
    folders = [
        {Path(reading.article.id).parent.name for reading in story.readings} for story in report.stories
    ]
    assert sorted(name for names in folders for name in names) == sorted(
        path.name for path in CORPUS.iterdir() if path.is_dir()
    )


@pytest.mark.parametrize(
    ("words", "articles"),
    [("50,000", 5), ("10,000", 4), ("40,000", 4), ("$100 million", 5)],
)
def test_the_retold_story_is_linked_under_other_words(report: Report, words: str, articles: int) -> None:
    sizes = [
        len(cluster.articles)
        for cluster in report.clusters
        if "mercenaries" in cluster.story and any(words in figure.text for figure in cluster.figures)
    ]
    assert max(sizes) >= articles


def test_a_malformed_figure_is_settled_by_the_story(report: Report) -> None:
    best = {
        finding.suggestions[0]: finding.evidence
        for finding in report.findings
        if finding.name == "broken-digit-grouping"
    }
    assert set(best) == {"10,000", "41,325", "1,000"}
    assert "10,000 + 40,000 = 50,000, the total given beside it" in best["10,000"]
    assert any(line.startswith("4 other articles say 10,000") for line in best["10,000"])
