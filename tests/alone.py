"""Sentences with an error that one article alone shows, and such as only look wrong.

Each line of ``tests/cases/alone`` is a text that is right and the same with one figure changed, or one that
must stay silent. They were written without a view to the rules, as papers, agencies and companies put such
things; rules were then mended on what was missed, and the weights of the arithmetic rules are fitted to the
sums, shares and changes among them, so that what the tests hold is no measure of other copy.
``held_out.jsonl`` was written last: no weight was fitted to it and no text of it was read while rules were
mended. ``make score`` tells what is found of it.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import numcheck
from numcheck.model import Article, Finding

__all__ = ["FILES", "HELD_OUT", "alarms", "alone_rows", "cases", "is_right"]

FOLDER = Path(__file__).parent / "cases" / "alone"
FILES = ("typos", "arithmetic", "calendar", "relations")
HELD_OUT = "held_out"
FAMILIES = ("NC1", "NC2", "NC3")

Case = dict[str, Any]


@cache
def cases(name: str) -> tuple[Case, ...]:
    """The cases of a file, none where it is not there."""
    file = FOLDER / f"{name}.jsonl"
    if not file.exists():
        return ()
    return tuple(json.loads(line) for line in file.read_text(encoding="utf-8").splitlines())


def alarms(text: str, case: Case) -> list[Finding]:
    """The errors and warnings of a text alone, on the day of its case."""
    day = date.fromisoformat(case["date"]) if "date" in case else None
    report = numcheck.check([Article("alone", text, published=day)], select=FAMILIES)
    return [finding for finding in report.findings if finding.severity != "note"]


def is_right(case: Case) -> bool:
    """Whether what is wrong is found and what is right is silent."""
    if "silent" in case:
        return not alarms(case["silent"], case)
    return bool(alarms(case["wrong"], case)) and not ("right" in case and alarms(case["right"], case))


def alone_rows(names: Sequence[str]) -> Iterator[list[str]]:
    """For each file and kind: the errors, the share found, the texts to be silent, how many are not."""
    for name in names:
        counts: dict[str, Counter[str]] = {}
        for case in cases(name):
            count = counts.setdefault(case["kind"], Counter())
            if "wrong" in case:
                count["wrong"] += 1
                count["found"] += bool(alarms(case["wrong"], case))
            for key in ("right", "silent"):
                if key in case:
                    count["silent"] += 1
                    count["alarms"] += bool(alarms(case[key], case))
        total = sum(counts.values(), Counter())
        rows = [*sorted(counts.items()), ("all", total)]
        yield from (_row(name, kind, count) for kind, count in rows if count["wrong"] or kind == "all")


def _row(name: str, kind: str, count: Counter[str]) -> list[str]:
    share = f"{count['found'] / count['wrong']:.2f}" if count["wrong"] else ""
    return [name, kind, str(count["wrong"]), share, str(count["silent"]), str(count["alarms"])]
