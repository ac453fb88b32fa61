"""Every rule: documented, uniquely named, and right about its own examples."""

from __future__ import annotations

import re
from typing import Any

import pytest

import numcheck
from numcheck.errors import ConfigError
from numcheck.rules import Rule, all_rules, find_rule, select_rules

MARKED = re.compile(r"\[\[(.*?)\]\]")
RULES = {rule.code: rule for rule in all_rules()}


def _examples(part: str) -> list[Any]:
    return [
        pytest.param(rule, example, id=f"{rule.code}-{place}")
        for rule in all_rules()
        for place, example in enumerate(getattr(rule, part))
    ]


def _articles(example: str | tuple[str, ...]) -> tuple[list[numcheck.Article], list[tuple[str, int, int]]]:
    """The articles of an example, and the spans that are marked in them."""
    articles, spans = [], []
    for place, text in enumerate((example,) if isinstance(example, str) else example):
        match = MARKED.search(text)
        if match:
            spans.append((str(place), match.start(), match.start() + len(match[1])))
        articles.append(numcheck.Article(str(place), MARKED.sub(r"\1", text), story="example"))
    return articles, spans


def _found(rule: Rule, articles: list[numcheck.Article]) -> list[tuple[str, int, int]]:
    report = numcheck.check(articles, select=[rule.code])
    return [(finding.article, finding.start, finding.end) for finding in report.findings]


def test_there_are_rules() -> None:
    assert {"NC101", "NC102", "NC103", "NC201", "NC401", "NC402", "NC403"} <= set(RULES)


def test_codes_and_names_are_unique() -> None:
    assert len({rule.code for rule in all_rules()}) == len(all_rules())
    assert len({rule.name for rule in all_rules()}) == len(all_rules())


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.code)
def test_a_rule_is_documented(rule: Rule) -> None:
    assert len(rule.summary) < 80
    assert len(rule.text.split("\n\n")) >= 3, "what, why, which authority, what is silent"
    assert len(rule.flagged) >= 3
    assert len(rule.silent) >= len(rule.flagged)
    assert rule.severity in ("error", "warning", "note")
    family = {"1": "typo", "2": "arithmetic", "3": "calendar", "4": "mismatch"}[rule.code[2]]
    assert rule.family == family


@pytest.mark.parametrize(("rule", "example"), _examples("flagged"))
def test_what_must_be_flagged_is(rule: Rule, example: str | tuple[str, ...]) -> None:
    articles, spans = _articles(example)
    assert spans, "an example that must be flagged marks where"
    assert _found(rule, articles) == spans


@pytest.mark.parametrize(("rule", "example"), _examples("silent"))
def test_what_must_be_silent_is(rule: Rule, example: str | tuple[str, ...]) -> None:
    articles, spans = _articles(example)
    assert not spans
    assert _found(rule, articles) == []


def test_a_rule_is_found_by_code_and_by_name() -> None:
    assert find_rule("nc101") is find_rule("Broken-Digit-Grouping")
    with pytest.raises(ConfigError, match="did you mean NC101"):
        find_rule("NC1O1")


def test_rules_are_selected_by_prefix_and_ignored_by_name() -> None:
    typos = select_rules(["NC1"])
    assert {rule.family for rule in typos} == {"typo"}
    assert "doubled-unit" not in {rule.name for rule in select_rules(["NC1"], ["doubled-unit"])}
    with pytest.raises(ConfigError, match="no rule"):
        select_rules(["NC9"])
