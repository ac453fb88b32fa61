"""How right the comparison of articles is: a part of ``make score``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice

import numcheck
from numcheck.engine import Report
from tests.pair_labels import PairLabel, names_both, pair_labels
from tests.planting import is_found, planted_in, rewritten, stories_of, told_stories
from tests.shared_data import corpus_articles

__all__ = ["link_rows", "pair_rows"]

# Figures of one story that are told otherwise.
MOST_REWRITES = 8


def story_sets() -> dict[str, Sequence[Sequence[numcheck.Article]]]:
    """The stories that are at hand: ours, and in two halves those of each file that has any."""
    sets: dict[str, Sequence[Sequence[numcheck.Article]]] = {"corpus": stories_of(corpus_articles())}
    for name, parts in told_stories():
        for half, stories in parts.items():
            sets[f"{name}, {half}"] = stories
    return sets


def link_rows() -> tuple[list[list[str]], list[list[str]]]:
    """For each set of stories how often figures of two articles are held against each other as they were
    printed and told otherwise, and how many planted errors are found; the latter again by kind."""
    rows = []
    kinds: dict[str, Counter[str]] = {}
    for name, stories in story_sets().items():
        counts: Counter[str] = Counter()
        for story in stories:
            report = numcheck.check(story)
            between = [f for f in report.findings if len({figure.article for figure in f.figures}) > 1]
            counts["figures"] += len(report.figures)
            counts["alarms"] += sum(finding.severity != "note" for finding in between)
            counts["errors"] += sum(finding.severity == "error" for finding in between)
            for planted in planted_in(story):
                findings = numcheck.check(planted.articles).findings
                seen = kinds.setdefault(planted.kind, Counter())
                for key, severities in (("found", ("error", "warning")), ("sure", ("error",)), ("all", ())):
                    hit = not severities or is_found(planted, findings, severities)
                    seen[key] += hit
                    counts[key] += hit
            known = sum(finding.severity != "note" for finding in report.findings)
            for planted in islice(rewritten(story), MOST_REWRITES):
                findings = numcheck.check(planted.articles).findings
                counts["rewritten"] += 1
                counts["raised"] += sum(finding.severity != "note" for finding in findings) > known
        rows.append(
            [
                name,
                f"{len(stories):,}",
                f"{counts['figures']:,}",
                *(f"{1000 * counts[key] / counts['figures']:.2f}" for key in ("errors", "alarms")),
                f"{counts['all']:,}",
                *(f"{counts[key] / max(counts['all'], 1):.3f}" for key in ("sure", "found")),
                f"{counts['raised']} of {counts['rewritten']:,}",
            ]
        )
    by_kind = [
        [kind, f"{seen['all']:,}", f"{seen['sure'] / seen['all']:.2f}", f"{seen['found'] / seen['all']:.2f}"]
        for kind, seen in sorted(kinds.items(), key=lambda entry: -entry[1]["all"])
    ]
    return rows, by_kind


def pair_rows() -> list[list[str]]:
    """For each half of the stories that were read: how right links and findings are by those labels."""
    rows = []
    for half in ("develop", "held_out"):
        counts: Counter[str] = Counter()
        for report, labels in _judged(half):
            _count_links(counts, report, labels)
            _count_findings(counts, report, labels)
        if counts["pairs"]:
            rows.append(
                [
                    half,
                    f"{counts['pairs']:,}",
                    _share(counts, "linked rightly", "linked"),
                    _share(counts, "linked rightly", "one measure"),
                    _share(counts, "real error", "error"),
                    _share(counts, "real", "alarm"),
                    _share(counts, "found", "conflicts"),
                ]
            )
    return rows


def _judged(half: str) -> Iterator[tuple[Report, list[PairLabel]]]:
    """The reports on the stories of a half that were read, each with its labels."""
    labels: dict[str, list[PairLabel]] = {}
    for label in pair_labels(half):
        labels.setdefault(label.story, []).append(label)
    for _, parts in told_stories():
        for story in parts[half]:
            yield numcheck.check(story), labels.get(story[0].story, [])


def _count_links(counts: Counter[str], report: Report, labels: Sequence[PairLabel]) -> None:
    for label in labels:
        is_linked = any(names_both(cluster.figures, label) for cluster in report.clusters)
        counts["pairs"] += 1
        counts["one measure"] += label.is_one_measure
        counts["linked"] += is_linked
        counts["linked rightly"] += is_linked and label.is_one_measure


def _count_findings(counts: Counter[str], report: Report, labels: Sequence[PairLabel]) -> None:
    """A conflict counts once, however many pairs of articles show it."""
    conflicts = [label for label in labels if label.label == "conflict"]
    alarms = [
        finding
        for finding in report.findings
        if finding.severity != "note" and len({figure.article for figure in finding.figures}) > 1
    ]
    for finding in alarms:
        is_real = any(names_both(finding.figures, label) for label in conflicts)
        counts["alarm"] += 1
        counts["real"] += is_real
        counts["error"] += finding.severity == "error"
        counts["real error"] += is_real and finding.severity == "error"
    texts = {article.id: article.text for article in report.articles}
    sides: dict[frozenset[str], bool] = {}
    for label in conflicts:
        if label.sure:
            told = frozenset(texts[article][start:end].lower() for article, start, end in (label.a, label.b))
            found = any(names_both(finding.figures, label) for finding in alarms)
            sides[told] = sides.get(told, False) or found
    counts["conflicts"] += len(sides)
    counts["found"] += sum(sides.values())


def _share(counts: Counter[str], some: str, all_of_them: str) -> str:
    whole = counts[all_of_them]
    return f"{counts[some] / whole:.2f} ({counts[some]} of {whole})" if whole else "-"
