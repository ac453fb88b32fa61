"""A rule's manual page, from the text and the examples in its file; ``make docs`` makes one book of them."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from textwrap import fill
from typing import Any

from numcheck.rules import FAMILIES, Rule, all_rules

__all__ = ["book_of_rules", "manual_page", "table_of_rules"]

# A column is not made narrower than this; the terminal wraps it then.
NARROWEST = 20
# What Markdown would take for a mark.
MARKS = re.compile(r"[\\`*_<>\[\]|]")
BOOK = """# The rules

Made from the rules themselves by `make docs`, and held to them by a test; `numcheck explain CODE` prints the
same page by page. A rule is named by its code, by the beginning of its code or by its name.
"""


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


def book_of_rules() -> str:
    """Every rule's page in Markdown, family by family: ``docs/rules.md``."""
    parts = [BOOK]
    for family in FAMILIES:
        parts.append(f"\n## {family.capitalize()}\n")
        parts += [_chapter(rule) for rule in all_rules() if rule.family == family]
    return "\n".join(parts)


def _chapter(rule: Rule) -> str:
    paragraphs = (" ".join(part.split()) for part in rule.text.split("\n\n"))
    return "\n".join(
        [
            f"### {rule.code} {rule.name}",
            "",
            f"Severity: {rule.severity}.",
            "",
            "\n\n".join(_escaped(paragraph) for paragraph in paragraphs),
            "",
            "Flagged, at the place in double brackets:",
            "",
            *map(_item, rule.flagged),
            "",
            "Not flagged:",
            "",
            *map(_item, rule.silent),
            "",
        ]
    )


def _item(example: str | tuple[str, ...]) -> str:
    texts = (example,) if isinstance(example, str) else example
    return "- " + "<br>\n  ".join(map(_escaped, texts))


def _escaped(text: str) -> str:
    """Text in which Markdown finds no mark of its own."""
    return MARKS.sub(r"\\\g<0>", text)


if __name__ == "__main__":
    sys.stdout.write(book_of_rules())
