"""From paths to articles: one module a format, chosen by the file's suffix."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePath

from numcheck.model import Article
from numcheck.readers.markdown import read_markdown
from numcheck.readers.text import read_text

__all__ = ["SUFFIXES", "read_source"]

# A reader takes the article's id and the decoded source and returns the article.
Reader = Callable[[str, str], Article]

_READERS: dict[str, Reader] = {
    ".md": read_markdown,
    ".markdown": read_markdown,
    ".txt": read_text,
    ".text": read_text,
}

SUFFIXES = frozenset(_READERS)


def read_source(path: str, source: str) -> Article:
    """The article that the decoded text of a file holds; a suffix of no format is plain text.

    Raises ReadError where the source is not what its format asks for.
    """
    reader = _READERS.get(PurePath(path).suffix.lower(), read_text)
    return reader(path, source)
