"""A rule's manual page, from the text and the examples in its file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from numcheck.rules import Rule, all_rules

__all__ = ["manual_page", "table_of_rules"]


def manual_page(rule: Rule) -> str:
    """What a rule finds, why, what it lets pass, and its examples."""
    title = f"{rule.code} {rule.name} ({rule.severity})"
    return "\n".join(
        [
            title,
            "=" * len(title),
            "",
            rule.text,
            "",
            "Flagged, at the place in double brackets:",
            *_examples(rule.flagged),
            "",
            "Not flagged:",
            *_examples(rule.silent),
        ]
    )


def _examples(examples: tuple[Any, ...]) -> Iterator[str]:
    for example in examples:
        texts = (example,) if isinstance(example, str) else example
        for place, text in enumerate(texts):
            yield f"  {'-' if place == 0 else '|'} {text}"


def table_of_rules() -> str:
    """Every rule: code, name, severity, and what it finds."""
    from tabulate import tabulate

    rows = [[rule.code, rule.name, rule.severity, rule.summary] for rule in all_rules()]
    return tabulate(rows, ["code", "name", "severity", "what it finds"], tablefmt="simple")
