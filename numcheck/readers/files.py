"""Finds the files that paths, folders and globs name, and decodes them."""

from __future__ import annotations

import glob
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from fnmatch import fnmatch
from pathlib import Path

from numcheck.errors import ReadError
from numcheck.model import Article
from numcheck.readers import SUFFIXES, read_source

__all__ = ["LARGEST_FILE", "read", "read_paths"]

# In bytes. A novel is one megabyte; what is larger than this is data and no article.
LARGEST_FILE = 10_000_000
STANDARD_INPUT = "-"
BYTE_ORDER_MARKS = (
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
    (b"\xef\xbb\xbf", "utf-8-sig"),
)


def read(*paths: str | os.PathLike[str]) -> tuple[Article, ...]:
    """The articles of files, folders and globs, folders walked in the order of their names.

    Raises ReadError for the first that cannot be read; ``read_paths`` goes on with the others.
    """

    def raise_it(error: ReadError) -> None:
        raise error

    return tuple(read_paths([os.fspath(path) for path in paths], raise_it))


def read_paths(
    paths: Iterable[str], on_error: Callable[[ReadError], None], exclude: Iterable[str] = ()
) -> Iterator[Article]:
    """The articles under ``paths``, each once; what cannot be read is handed to ``on_error``.

    ``exclude`` are shell patterns against a file's name or its path; a file that is named itself is
    read whatever they say.
    """
    patterns = tuple(exclude)
    seen: set[str] = set()
    for path in paths:
        try:
            files = list(_files(path, patterns, on_error))
        except ReadError as error:
            on_error(error)
            continue
        for file in files:
            key = os.path.realpath(file) if file != STANDARD_INPUT else file
            if key in seen:
                continue
            seen.add(key)
            try:
                yield read_source(_name(file), _decode(file, _load(file)))
            except ReadError as error:
                on_error(error)


def _name(file: str) -> str:
    return "<stdin>" if file == STANDARD_INPUT else Path(file).as_posix()


def _files(path: str, exclude: tuple[str, ...], on_error: Callable[[ReadError], None]) -> Iterator[str]:
    if path == STANDARD_INPUT or (os.path.exists(path) and not os.path.isdir(path)):
        yield path
        return
    if os.path.isdir(path):
        found = list(_walk(path, exclude, on_error))
        if not found:
            suffixes = ", ".join(sorted(SUFFIXES))
            raise ReadError(path, f"the folder holds no articles ({suffixes})")
        yield from found
        return
    matches = sorted(glob.glob(path, recursive=True)) if glob.has_magic(path) else []
    if not matches:
        kind = "nothing matches the pattern" if glob.has_magic(path) else "no such file or folder"
        raise ReadError(path, kind)
    for match in matches:
        if os.path.isdir(match):
            yield from _walk(match, exclude, on_error)
        elif not _is_excluded(
            os.path.dirname(match), os.path.dirname(match), os.path.basename(match), exclude
        ):
            yield match


def _walk(folder: str, exclude: tuple[str, ...], on_error: Callable[[ReadError], None]) -> Iterator[str]:
    """The articles below a folder in the order of their paths, without what is hidden."""

    def note(error: OSError) -> None:
        on_error(ReadError(str(error.filename), (error.strerror or str(error)).lower()))

    for parent, folders, names in os.walk(folder, onerror=note):
        folders[:] = sorted(
            name
            for name in folders
            if not name.startswith(".") and not _is_excluded(folder, parent, name, exclude)
        )
        for name in sorted(names):
            is_article = os.path.splitext(name)[1].lower() in SUFFIXES and not name.startswith(".")
            if is_article and not _is_excluded(folder, parent, name, exclude):
                yield os.path.join(parent, name)


def _is_excluded(folder: str, parent: str, name: str, exclude: tuple[str, ...]) -> bool:
    relative = os.path.relpath(os.path.join(parent, name), folder or ".").replace(os.sep, "/")
    return any(fnmatch(name, pattern) or fnmatch(relative, pattern) for pattern in exclude)


def _load(file: str) -> bytes:
    try:
        if file == STANDARD_INPUT:
            content = sys.stdin.buffer.read(LARGEST_FILE + 1)
        else:
            with open(file, "rb") as stream:
                content = stream.read(LARGEST_FILE + 1)
    except OSError as error:
        raise ReadError(_name(file), (error.strerror or str(error)).lower()) from error
    if len(content) > LARGEST_FILE:
        limit = LARGEST_FILE // 1_000_000
        raise ReadError(_name(file), f"larger than {limit} MB, which no article is; exclude it or split it")
    return content


def _decode(file: str, content: bytes) -> str:
    marks = [name for mark, name in BYTE_ORDER_MARKS if content.startswith(mark)]
    encoding = marks[0] if marks else "utf-8"
    if not marks and b"\0" in content[:8192]:
        raise ReadError(_name(file), "a binary file and no text")
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        byte = content[error.start : error.start + 1].hex()
        raise ReadError(
            _name(file), f"line {line}: not {encoding.upper()} (byte 0x{byte}); save it as UTF-8"
        ) from error
    if not text.strip():
        raise ReadError(_name(file), "the file is empty")
    return text
