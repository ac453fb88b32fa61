"""Plain text: every character is prose, and a short line at the beginning is the headline."""

from __future__ import annotations

import re

from numcheck.model import Article, Section

__all__ = ["read_text"]

# A line of its own with a few words and no full stop, among the first of the text.
HEADLINE = re.compile(r"[^\S\r\n]*([^\r\n]{1,150}?)[^\S\r\n]*\r?\n[^\S\r\n]*\r?\n")
FEWEST_WORDS = 3
BLOCKS_LOOKED_AT = 3


def read_text(path: str, source: str) -> Article:
    """The article that a plain text holds; offsets into its text are offsets into the file."""
    offset = 0
    for _ in range(BLOCKS_LOOKED_AT):
        while source[offset : offset + 1].isspace():
            offset += 1
        match = HEADLINE.match(source, offset)
        if not match:
            break
        if _is_headline(match[1]):
            headline = Section("headline", match.start(1), match.end(1))
            return Article(path, source, title=match[1], path=path, sections=(headline,))
        offset = match.end()
    return Article(path, source, path=path)


def _is_headline(line: str) -> bool:
    words = [word for word in line.split() if any(char.isalpha() for char in word)]
    return len(words) >= FEWEST_WORDS and not line.endswith((".", ":", "|"))
