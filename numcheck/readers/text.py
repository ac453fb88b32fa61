"""Plain text: every character is prose, and a short first line is the headline."""

from __future__ import annotations

import re

from numcheck.model import Article, Section

__all__ = ["read_text"]

# A first line with an empty line after it and no full stop at its end.
HEADLINE = re.compile(r"\s*([^\r\n]{1,150}?)[ \t]*\r?\n[ \t]*\r?\n")


def read_text(path: str, source: str) -> Article:
    """The article that a plain text holds; offsets into its text are offsets into the file."""
    match = HEADLINE.match(source)
    if not match or match[1].endswith("."):
        return Article(path, source, path=path)
    headline = Section("headline", match.start(1), match.end(1))
    return Article(path, source, title=match[1], path=path, sections=(headline,))
