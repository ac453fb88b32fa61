"""Markdown with front matter: what a reader sees is prose; code, link targets and comments are not.

The text of the article is put together from pieces of the source, so that an offset into it leads
back to the source by the piece that it falls into. Block structure follows CommonMark 0.31 as far
as it decides what is prose.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from html import unescape
from typing import Any

from numcheck.errors import ReadError
from numcheck.model import Article, Section, SourceMap

__all__ = ["read_markdown"]

# A fence, at any depth of lists and quotations.
FENCE = re.compile(r"[ \t]*(?:(?:[-*+>]|[0-9]{1,9}[.)])[ \t]*){0,8}(`{3,}|~{3,})")
# Blocks of HTML whose content is no prose, and formulas; each ends where its closing mark stands.
RAW = re.compile(r"[ \t]*(?:<(script|style|pre|textarea)\b|(\$\$))", re.I)
FRONT_MATTER = re.compile(r"---[ \t]*\r?\n")
KEY = re.compile(r"\s*[A-Za-z_-]+[ \t]*:")
FRONT_MATTER_END = re.compile(r"^(?:---|\.\.\.)[ \t]*\r?$", re.M)
HEADING = re.compile(r" {0,3}#{1,6}[ \t]+")
ITEM = re.compile(r"[ \t]*(?:[-*+]|[0-9]{1,9}[.)])[ \t]+(?=\S)")
QUOTE = re.compile(r"(?:[ \t]{0,3}>[ \t]?)+")
DEFINITION = re.compile(r" {0,3}\[[^\]\n]+\]:[ \t]*\S")
# What is cut out inside a line: code, images' and links' targets, autolinks, tags, emphasis,
# footnote marks, the backslash of an escape. Negated classes only, so that each is linear.
INLINE = re.compile(
    r"(?P<code>(?P<ticks>`+)[^`\n]*(?P=ticks))"
    r"|(?P<target>(?<=\])\([^()\n]*(?:\([^()\n]*\)[^()\n]*)?\)|(?<=\])\[[^\[\]\n]*\])"
    r"|(?P<note>(?<=[\w.,;%)])\[[0-9]{1,3}\](?!\()|<sup>[^<\n]{0,40}</sup>)"
    r"|(?P<entity>&(?:[A-Za-z]{2,8}|#[0-9]{1,6});)"
    r"|(?P<mark>\[\^[^\[\]\n]{1,40}\]|!\[|[\[\]](?=[^\n]))"
    r"|(?P<tag></?[A-Za-z][^<>\n]{0,500}>|<https?:[^<>\s]{1,2000}>)"
    r"|(?P<emphasis>\*{1,3}|(?<![^\W_])_{1,3}|_{1,3}(?![^\W_])|~~)"
    r"|(?P<escape>\\(?=[!-/:-@\[-`{-~]))"
)
KEYS = ("title", "source", "published", "story")


@dataclass(slots=True)
class _Pieces:
    """The text while it is put together, with where each piece came from."""

    source: str
    parts: list[str] = field(default_factory=list)
    text_offsets: list[int] = field(default_factory=list)
    source_offsets: list[int] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)
    length: int = 0

    def add(self, start: int, end: int) -> None:
        if start < end:
            self.text_offsets.append(self.length)
            self.source_offsets.append(start)
            self.parts.append(self.source[start:end])
            self.length += end - start

    def add_in_place_of(self, text: str, start: int) -> None:
        """A text of one character that stands for something else at ``start`` of the source."""
        self.text_offsets.append(self.length)
        self.source_offsets.append(start)
        self.parts.append(text)
        self.length += 1

    def add_section(self, kind: str, start: int, end: int) -> None:
        before = self.length
        _add_inline(self, start, end)
        self.sections.append(Section(kind, before, self.length))


def read_markdown(path: str, source: str) -> Article:
    """The article that a Markdown source holds.

    Raises ReadError where the front matter is no YAML mapping or ``published`` is no date.
    """
    metadata, title_span, body = _front_matter(path, source)
    pieces = _Pieces(source)
    if title_span[0] < title_span[1]:
        pieces.add_section("headline", *title_span)
        _add_line_end(pieces, title_span[1])
    for start, end in _prose_lines(source, body):
        _add_line(pieces, start, end)
    text = "".join(pieces.parts)
    line_starts = (0, *(match.end() for match in re.finditer(r"\n|\r(?!\n)", source)))
    title = metadata["title"] or _first_heading(pieces, text)
    return Article(
        id=path,
        text=text,
        title=title,
        source=metadata["source"],
        published=metadata["published"],
        story=metadata["story"],
        path=path,
        sections=tuple(pieces.sections),
        source_map=SourceMap(
            tuple(pieces.text_offsets) or (0,), tuple(pieces.source_offsets) or (0,), line_starts
        ),
    )


def _first_heading(pieces: _Pieces, text: str) -> str:
    for section in pieces.sections:
        if section.kind == "heading":
            return text[section.start : section.end].strip()
    return ""


def _add_line_end(pieces: _Pieces, offset: int) -> None:
    """A line end of the source, from ``offset`` on, so that a headline ends its sentence."""
    end = pieces.source.find("\n", offset)
    if end >= 0:
        pieces.add(end, end + 1)


def _front_matter(path: str, source: str) -> tuple[dict[str, Any], tuple[int, int], int]:
    """The metadata, the span of the title where it stands as it is read, and where the body is."""
    metadata: dict[str, Any] = {"title": "", "source": "", "published": None, "story": ""}
    opening = FRONT_MATTER.match(source)
    if not opening:
        return metadata, (0, 0), 0
    closing = FRONT_MATTER_END.search(source, opening.end())
    if not closing and not KEY.match(source, opening.end()):
        return metadata, (0, 0), 0  # a line across the page, and no front matter
    if not closing:
        raise ReadError(path, "line 1: the front matter is not closed; end it with a line of ---")
    block = source[opening.end() : closing.start()]
    values = _parse_yaml(path, block)
    for key in KEYS:
        value = values.get(key)
        if value is not None and key != "published":
            metadata[key] = str(value)
    metadata["published"] = _published(path, values.get("published"))
    return (
        metadata,
        _title_span(source, opening.end(), closing.start(), metadata["title"]),
        min(closing.end() + 1, len(source)),
    )


def _parse_yaml(path: str, block: str) -> dict[str, Any]:
    import yaml

    try:
        values = yaml.safe_load(block)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 2 if mark else 1
        problem = getattr(error, "problem", None) or "not readable"
        raise ReadError(
            path, f"line {line}: the front matter is not YAML ({problem}); put the value in quotes"
        ) from error
    except RecursionError as error:
        raise ReadError(path, "the front matter is nested too deeply to be read") from error
    except ValueError as error:
        raise ReadError(path, f"the front matter has a value that cannot be: {error}") from error
    if values is None:
        return {}
    if not isinstance(values, dict):
        raise ReadError(path, "line 2: the front matter is no list of `key: value` lines")
    return values


def _published(path: str, value: object) -> date | None:
    if value is None or value == "":
        return None
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    try:
        return datetime.fromisoformat(str(value)).date()
    except ValueError:
        raise ReadError(
            path, f"front matter: published: {value!r} is no ISO date such as 2022-12-23"
        ) from None


def _title_span(source: str, start: int, end: int, title: str) -> tuple[int, int]:
    if not title:
        return 0, 0
    line = re.compile(r"^title[ \t]*:[^\n]*", re.M).search(source, start, end)
    at = source.find(title, line.start(), line.end()) if line else -1
    return (at, at + len(title)) if at >= 0 else (0, 0)


def _prose_lines(source: str, offset: int) -> Iterator[tuple[int, int]]:
    """The spans of the lines, line ends included, that are no code, comment or definition."""
    fence = ""
    blank_before, in_list = True, False
    while offset < len(source):
        end = source.find("\n", offset) + 1 or len(source)
        line = source[offset:end]
        stripped = line.strip()
        if fence:
            inner = stripped.lstrip("> \t")
            if inner.startswith(fence) and not inner.strip(fence[0]):
                fence = ""
        elif (opening := FENCE.match(line)) is not None:
            fence = opening[1]
        elif (raw := RAW.match(line)) is not None:
            closing = re.compile(f"</{raw[1]}" if raw[1] else r"\$\$", re.I)
            found = closing.search(source, offset + raw.end())
            stop = found.start() if found else -1
            offset = (source.find("\n", stop) + 1 or len(source)) if stop >= 0 else len(source)
            continue
        elif blank_before and not in_list and line.startswith(("    ", "\t")) and stripped:
            offset = end
            continue
        elif (comment := source.find("<!--", offset, end)) >= 0:
            close = source.find("-->", comment)
            yield offset, comment
            offset = close + 3 if close >= 0 else len(source)
            continue
        elif not DEFINITION.match(line):
            in_list = bool(ITEM.match(line)) or (in_list and line[:1] in " \t\r\n")
            yield offset, end
        blank_before = not stripped
        offset = end


def _add_line(pieces: _Pieces, start: int, end: int) -> None:
    line = pieces.source[start:end]
    content = end - (len(line) - len(line.rstrip("\r\n")))
    if quote := QUOTE.match(line):
        start += quote.end()
        line = line[quote.end() :]
    if heading := HEADING.match(line):
        pieces.add_section("heading", start + heading.end(), content)
    elif item := ITEM.match(line):
        pieces.add_section("item", start + item.end(), content)
    elif line.count("|") > 1:
        pieces.add_section("table", start, content)
    else:
        _add_inline(pieces, start, content)
    pieces.add(content, end)


def _add_inline(pieces: _Pieces, start: int, end: int) -> None:
    for match in INLINE.finditer(pieces.source, start, end):
        pieces.add(start, match.start())
        start = match.end()
        if match["entity"]:
            _add_entity(pieces, match)
        elif not match["emphasis"] and not match["escape"] and _would_glue(pieces.source, match):
            pieces.add_in_place_of(" ", match.start())
    pieces.add(start, end)


def _add_entity(pieces: _Pieces, match: re.Match[str]) -> None:
    """A character that is written by name or number: a space for "&nbsp;", "£" for "&pound;"."""
    character = unescape(match[0])
    if len(character) == 1:
        pieces.add_in_place_of(character, match.start())
    else:
        pieces.add(match.start(), match.end())


def _would_glue(source: str, match: re.Match[str]) -> bool:
    """Whether what is cut out stood between two words: "10,000<br>20,000"."""
    before, after = source[match.start() - 1 : match.start()], source[match.end() : match.end() + 1]
    return (before.isalnum() or before in "<>]") and bool(after) and (after.isalnum() or after in "<[")
