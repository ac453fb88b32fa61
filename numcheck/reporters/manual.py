"""A rule's manual page, from the text and the examples in its file."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import fill
from typing import Any

from numcheck.rules import Rule, all_rules

__all__ = ["manual_page", "table_of_rules"]

# A column is not made narrower than this; the terminal wraps it then.
NARROWEST = 20


def manual_page(rule: Rule, width: int = 80) -> str:
    """What a rule finds, why, what it lets pass, and its examples, in lines of ``width`` at most."""
    width = max(width, 2 * NARROWEST)
    title = f"{rule.code} {rule.name} ({rule.severity})"
    paragraphs = (fill(" ".join(part.split()), width) for part in rule.text.split("\n\n"))
    return "\n".join(
        [
            title,
            "=" * len(title),
            "",
            "\n\n".join(paragraphs),
            "",
            "Flagged, at the place in double brackets:",
            *_examples(rule.flagged, width),
            "",
            "Not flagged:",
            *_examples(rule.silent, width),
        ]
    )


def _examples(examples: tuple[Any, ...], width: int) -> Iterator[str]:
    """A dash before each example; the articles of a story stand under each other."""
    for example in examples:
        texts = (example,) if isinstance(example, str) else example
        for place, text in enumerate(texts):
            mark = "  - " if place == 0 else "  | "
            yield fill(text, width, initial_indent=mark, subsequent_indent="    ")


def table_of_rules(width: int = 80) -> str:
    """Every rule: code, name, severity, and what it finds."""
    from tabulate import tabulate

    headers = ["code", "name", "severity", "what it finds"]
    rows = [[rule.code, rule.name, rule.severity, rule.summary] for rule in all_rules()]
    # tabulate keeps two columns free beside a header and two between columns.
    taken = sum(max(len(headers[i]) + 2, *(len(row[i]) for row in rows)) + 2 for i in range(3))
    return tabulate(
        rows, headers, tablefmt="simple", maxcolwidths=[None, None, None, max(width - taken, NARROWEST)]
    )
