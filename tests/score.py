"""How right numcheck is: ``make score``.

On the cases of ``tests/cases`` (known failures included), and, with NUMCHECK_DATA, on the labelled
paragraphs of real articles in ``tests/labels``: precision, recall and F1 of figures whose value is right,
with the unit, and with the noun; how many hedges are right; and how many texts are read entirely right. The
paragraphs of ``develop`` were looked at while the code was written, those of ``held_out`` were not.

``make score TEXTS=held_out`` prints what is read wrongly there, one text after the other.
On the corpus: how often each rule speaks, per thousand figures; a test holds the corpus to what its README
says is planted.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Sequence

from tabulate import tabulate

import numcheck
from tests.alone import FILES, HELD_OUT, alone_rows
from tests.link_scores import link_rows, pair_rows
from tests.planting_alone import planted_rows
from tests.scoring import Item, Sample, case_samples, is_right, labelled_samples, read_with_numcheck, score
from tests.shared_data import corpus_articles, data_files, load

LEVELS = (("value", "value"), ("unit", "+ unit"), ("noun", "+ noun"), ("dates", "dates"))
HEADERS = [
    "text",
    "texts",
    "figures",
    *(f"F1 {name}" for _, name in LEVELS),
    "precision",
    "recall",
    "hedges",
    "right",
]


CASE_FILES = ("wild", "synthetic", "negative", "documented", "known_failures")


def samples() -> dict[str, list[Sample]]:
    """Every set of texts that is at hand, by its name."""
    sets = {name: case_samples(name) for name in CASE_FILES}
    sets["all our cases"] = [sample for found in sets.values() for sample in found]
    for name in ("develop", "held_out"):
        if labelled := labelled_samples(name):
            sets[name] = labelled
    return sets


def row(name: str, texts: Sequence[Sample], read: Callable[[str], Sequence[Item]]) -> list[str]:
    """A row of the table; precision and recall are those of the value."""
    found = score(texts, read)
    return [
        name,
        f"{len(texts):,}",
        f"{found.expected:,}",
        *(f"{found.f1[level]:.3f}" for level, _ in LEVELS),
        f"{found.precision['value']:.3f}",
        f"{found.recall['value']:.3f}",
        f"{found.hedges:.3f}" if found.hedged else "",
        f"{found.sentences:.3f}",
    ]


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


def _describe(text: str, item: Item) -> str:
    value = item.low if item.low == item.high else f"{item.low} to {item.high}"
    parts = (item.kind, value, item.unit, item.per and f"per {item.per}", item.approx, item.noun)
    return (
        f"{text[item.start : item.end]!r}: {', '.join(str(part) for part in parts if part not in ('', None))}"
    )


def print_mistakes(texts: Sequence[Sample]) -> None:
    """Each text that is not read entirely right, with what was expected and what was found instead."""
    for sample in texts:
        found = read_with_numcheck(sample.text)
        if is_right(sample, found):
            continue
        print(f"\n{sample.text}")
        for item in sample.expected:
            if not any(other.is_exactly(item) for other in found):
                print(f"  expected {_describe(sample.text, item)}")
        for item in found:
            if not any(item.is_exactly(other) for other in sample.expected):
                print(f"  found    {_describe(sample.text, item)}")


def print_alone() -> None:
    """What is found of the errors that one article alone shows."""
    print(
        "\nOne article alone: errors written into sentences of our own, the share that is found as an error\n"
        "or a warning, and the texts that must be silent, with how many are not. Rules were mended on all\n"
        "but the last file, which was written afterwards:\n"
    )
    headers = ["file", "kind", "errors", "found", "silent", "alarms"]
    rows = list(alone_rows((*FILES, HELD_OUT)))
    print(tabulate(rows, headers, disable_numparse=True, colalign=("left", "left", *["right"] * 4)))
    files = [("corpus", corpus_articles()), *((file.stem, load(file)) for file in data_files())]
    print("\nErrors planted in real sentences whose figures can be recomputed:\n")
    headers = ["articles", "kind", "planted", "found"]
    rows = list(planted_rows(files))
    print(tabulate(rows, headers, disable_numparse=True, colalign=("left", "left", "right", "right")))


def main(names: Sequence[str]) -> None:
    sets = samples()
    for name in names:
        if name not in sets:
            sys.exit(f"no texts are called {name!r}; there are {', '.join(sets)}")
        print_mistakes(sets[name])
    if names:
        return
    print("Figures: F1 by value, with unit and rate, with noun; dates, times and scores by their place.\n")
    table = [row(name, texts, read_with_numcheck) for name, texts in sets.items()]
    print(tabulate(table, HEADERS, disable_numparse=True, colalign=("left", *["right"] * 10)))
    if "held_out" not in sets:
        print("\nNUMCHECK_DATA names no folder with the labelled articles: they are left out.")
    print("\nFindings (the corpus holds what its README says is planted, and a test holds it to that):\n")
    headers = ["text", "figures", "rule", "severity", "findings", "per 1,000"]
    print(tabulate(finding_rows(), headers, disable_numparse=True))
    print_alone()
    rows, by_kind = link_rows()
    print(
        "\nBetween articles: errors, and errors and warnings, per 1,000 figures as printed; of errors\n"
        "planted in a figure that two articles share, the share found as an error, and as either; how many\n"
        "figures told otherwise and meaning the same raise anything:\n"
    )
    headers = ["stories", "number", "figures", "errors", "alarms", "planted", "sure", "found", "otherwise"]
    print(tabulate(rows, headers, disable_numparse=True, colalign=("left", *["right"] * 8)))
    print()
    print(tabulate(by_kind, ["planted", "number", "sure", "found"], disable_numparse=True))
    if pairs := pair_rows():
        print(
            "\nPairs of figures that were judged by reading: how many of those linked measure one thing,\n"
            "and how many of those that do are linked; of the findings between articles, how many name a\n"
            "conflict that the readers marked; of the conflicts they were sure of, how many are found:\n"
        )
        headers = ["stories", "pairs", "link precision", "recall", "errors real", "alarms real", "found"]
        print(tabulate(pairs, headers, disable_numparse=True, colalign=("left", *["right"] * 6)))


if __name__ == "__main__":
    main(sys.argv[1:])
