"""The pipeline: from articles to a report. Every stage is called here and nowhere else."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import get_args

from numcheck.errors import ConfigError, NumcheckError
from numcheck.extract.amounts import open_units
from numcheck.extract.attribute import read_article
from numcheck.link.clusters import link
from numcheck.link.stories import StoryMode, group
from numcheck.model import Article, Cluster, Figure, Finding, Hit, Reading, Severity, Story
from numcheck.rules import Rule, select_rules

__all__ = ["Report", "check", "check_house_units", "extract"]

SEVERITY_ORDER: tuple[Severity, ...] = ("error", "warning", "note")
# Words to each side of a figure, in its own line, that its fingerprint is made of.
WORDS_OF_A_FINGERPRINT = 6


@dataclass(frozen=True, slots=True)
class Report:
    """What a check found: the findings in the order of articles and text, the clusters of figures
    that measure the same thing whether or not they disagree, and the stories."""

    findings: tuple[Finding, ...]
    clusters: tuple[Cluster, ...]
    stories: tuple[Story, ...]

    @property
    def readings(self) -> tuple[Reading, ...]:
        """The articles with their figures, story by story."""
        return tuple(reading for story in self.stories for reading in story.readings)

    @property
    def articles(self) -> tuple[Article, ...]:
        """The articles, story by story."""
        return tuple(reading.article for reading in self.readings)

    @property
    def figures(self) -> tuple[Figure, ...]:
        """Every figure of every article."""
        return tuple(figure for reading in self.readings for figure in reading.figures)


def extract(source: Article | str, *, house_units: Iterable[str] = ()) -> tuple[Figure, ...]:
    """The figures of an article or of a text, in the order in which they stand.

    Offsets are half-open positions into the text, in code points. ``house_units`` say what is meant by a form
    that the article leaves open: "AUD" by "$", "metric_ton" by "tons". Takes any text; raises ConfigError
    where a house unit is none that a form leaves open.

    >>> [figure.noun for figure in extract("It has 50,000 personnel, including 10,000 contractors.")]
    ['personnel', 'contractors']
    """
    return read_article(_as_article(source, ""), check_house_units(house_units)).figures


def check_house_units(units: Iterable[str]) -> tuple[str, ...]:
    """The units, where each is one that some form leaves open. Raises ConfigError for any other."""
    units = tuple(units)
    for unit in units:
        if unit not in open_units():
            known = ", ".join(sorted(open_units()))
            raise ConfigError(f"house-units: {unit!r} is none of what a form leaves open: {known}")
    return units


def _as_article(source: Article | str, name: str) -> Article:
    """A text as an article of that name; an article with its day of publication without a time."""
    if not isinstance(source, Article):
        return Article(name, source)
    if isinstance(source.published, datetime):
        return replace(source, published=source.published.date())
    return source


def check(
    articles: Iterable[Article | str],
    *,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    stories: StoryMode = "auto",
    house_units: Iterable[str] = (),
    progress: Callable[[Iterable[Reading], int], Iterable[Reading]] | None = None,
) -> Report:
    """Cross-checks the figures inside each article and between the articles of each story.

    A string is an article without metadata, named by its place ("1"). ``select`` and ``ignore``
    name rules by code, by the beginning of a code or by name; ``stories`` says how articles are
    grouped; ``house_units`` are as in `extract`; ``progress`` may wrap the iterable of readings, whose
    number it is given.

    Raises ConfigError where a rule is named that does not exist, NumcheckError where two articles have
    one id.
    """
    rules = select_rules(select, ignore)
    if isinstance(articles, str):
        raise NumcheckError("check takes several texts; for one write check([text])")
    if stories not in get_args(StoryMode):
        raise ConfigError(f"stories: {stories!r} is none of {', '.join(get_args(StoryMode))}")
    given = [_as_article(article, str(place)) for place, article in enumerate(articles, 1)]
    _refuse_twins(given)
    units = check_house_units(house_units)
    reading_now: Iterable[Reading] = (read_article(article, units) for article in given)
    if progress is not None:
        reading_now = progress(reading_now, len(given))
    linked = [link(story) for story in group(list(reading_now), stories)]
    findings = [finding for story, clusters in linked for finding in _find(story, clusters, rules)]
    order = {article.id: place for place, article in enumerate(given)}
    findings.sort(key=lambda finding: (order[finding.article], finding.start, finding.rule))
    return Report(
        tuple(_with_fingerprints(findings, given)),
        tuple(cluster for _, clusters in linked for cluster in clusters),
        tuple(story for story, _ in linked),
    )


def _refuse_twins(articles: Iterable[Article]) -> None:
    """Findings name articles by their ids, so no two may share one."""
    for name, number in Counter(article.id for article in articles).items():
        if number > 1:
            raise NumcheckError(f"{number} articles have the id {name!r}; give each its own")


def _find(story: Story, clusters: tuple[Cluster, ...], rules: tuple[Rule, ...]) -> Iterator[Finding]:
    """Hands each rule the smallest thing that its family needs, all of them one thing after the other."""
    between = [rule for rule in rules if rule.family == "mismatch"]
    alone = [rule for rule in rules if rule.family != "mismatch"]
    for reading in story.readings:
        for rule in alone:
            for hit in _hits(rule, reading, reading.article.id):
                yield _finding(rule, hit if hit.figures else replace(hit, article=reading.article.id))
    for cluster in clusters:
        for rule in between:
            for hit in _hits(rule, cluster, story.id):
                yield _finding(rule, hit)


def _hits(rule: Rule, given: Reading | Cluster, name: str) -> Iterator[Hit]:
    try:
        yield from rule.check(given)
    except Exception as error:
        error.add_note(f"while {rule.code} {rule.name} checked {name}")
        raise


def _finding(rule: Rule, hit: Hit) -> Finding:
    return Finding(
        rule=rule.code,
        name=rule.name,
        severity=hit.severity or rule.severity,
        message=hit.message,
        figures=hit.figures,
        article=hit.article or hit.figures[0].article,
        start=hit.start,
        end=hit.end,
        suggestions=hit.suggestions,
        evidence=hit.evidence,
    )


def _words(text: str) -> list[str]:
    return re.findall(r"\S+", text)


def _with_fingerprints(findings: Iterable[Finding], articles: Iterable[Article]) -> Iterator[Finding]:
    """The findings, each known by its rule and the words around its place.

    Neither the path nor the line nor the other articles enter, so that text inserted elsewhere, a
    moved file or a further article of the story leaves a fingerprint as it is. Of findings that would
    share one, each has its number.
    """
    texts = {article.id: article.text for article in articles}
    seen: Counter[str] = Counter()
    for finding in findings:
        text = texts[finding.article]
        parts = (
            finding.rule,
            *_words(text[max(0, finding.start - 200) : finding.start].rpartition("\n")[2])[
                -WORDS_OF_A_FINGERPRINT:
            ],
            text[finding.start : finding.end],
            *_words(text[finding.end : finding.end + 200].partition("\n")[0])[:WORDS_OF_A_FINGERPRINT],
        )
        digest = hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]
        seen[digest] += 1
        number = f"-{seen[digest]}" if seen[digest] > 1 else ""
        yield replace(finding, fingerprint=digest + number)
