"""How right numcheck is: ``make score``.

On the cases of ``tests/cases``: precision, recall and F1 of figures whose text and value are right, with
the unit, and with the noun where a case states it. On the corpus: the planted faults. With NUMCHECK_DATA
also how often each rule speaks on real articles, per thousand figures, which a reader then has to judge.
"""

from __future__ import annotations

import tomllib
from collections import Counter
from typing import Any

from tabulate import tabulate

import numcheck
from tests.shared_data import corpus_articles, data_files, load
from tests.test_extraction import CASES, _expected, _read

LEVELS = (
    ("text", ("text",)),
    ("value", ("text", "value", "low", "high")),
    ("value and unit", ("text", "value", "low", "high", "unit", "per", "kind")),
    ("value, unit and noun", ("text", "value", "low", "high", "unit", "per", "kind", "noun")),
    ("everything", ("text", "value", "low", "high", "unit", "per", "kind", "noun", "approx")),
)


def _cases() -> list[dict[str, Any]]:
    return [
        case
        for name in ("wild", "synthetic", "negative", "known_failures")
        for case in tomllib.loads((CASES / f"{name}.toml").read_text(encoding="utf-8"))["case"]
    ]


def extraction_rows() -> list[list[str]]:
    """Precision, recall and F1 at each level of agreement."""
    rows = []
    for level, keys in LEVELS:
        right = found = wanted = sentences = 0
        cases = _cases()
        for case in cases:
            figures = {figure.text: figure for figure in numcheck.extract(case["text"])}
            expected = [_expected(figure) for figure in case["figures"]]
            hits = 0
            for row in expected:
                figure = figures.get(row["text"])
                part = {key: value for key, value in row.items() if key in keys}
                hits += figure is not None and _read(figure, part) == part
            right, found, wanted = right + hits, found + len(figures), wanted + len(expected)
            sentences += hits == len(expected) == len(figures)
        precision, recall = right / found, right / wanted
        f1 = 2 * precision * recall / (precision + recall)
        rows.append([level, *(f"{x:.3f}" for x in (precision, recall, f1, sentences / len(cases)))])
    return rows


def finding_rows() -> list[list[str]]:
    """How often each rule speaks, per thousand figures."""
    texts = [("corpus", corpus_articles()), *((file.stem, load(file)) for file in data_files())]
    rows = []
    for name, articles in texts:
        report = numcheck.check(articles)
        figures = len(report.figures)
        counts = Counter((finding.rule, finding.severity) for finding in report.findings)
        rows += [
            [name, f"{figures:,}", rule, severity, str(number), f"{1000 * number / figures:.2f}"]
            for (rule, severity), number in sorted(counts.items())
        ]
    return rows


def main() -> None:
    print(f"Extraction on {len(_cases())} sentences of our own, known failures included:\n")
    headers = ["level", "precision", "recall", "F1", "sentences right"]
    print(tabulate(extraction_rows(), headers, disable_numparse=True))
    print("\nFindings (the corpus holds what its README says is planted, and a test holds it to that):\n")
    headers = ["text", "figures", "rule", "severity", "findings", "per 1,000"]
    print(tabulate(finding_rows(), headers, disable_numparse=True))


if __name__ == "__main__":
    main()
