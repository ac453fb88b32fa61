"""Readers: what is prose, and where each character of it came from."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

import numcheck
from numcheck.readers import read_source

MARKDOWN = """---
title: "The “12” who stayed"
source: Harbour Gazette
published: 2023-05-04
story: rescue
---
# A heading with 3 words

The *crew* of **12** came home. See [the 14 boats](https://example.org/99/boats) and ![7 flags](a77.png).

<!-- 55 hidden -->
Left <!-- 56
hidden --> and `57 code` right, price \\$100.

```python
count = 58
```

    indented = 59

1. First of 60 items
2. Second

| town | dead |
|------|------|
| Orlesk | 61 |

[ref]: https://example.org/62
Footnote[^63] and <span class="x64">65 people</span>.
"""


def _numbers(article: numcheck.Article) -> list[str]:
    return [figure.text for figure in numcheck.extract(article)]


def test_markdown_keeps_prose_and_nothing_else() -> None:
    article = read_source("a.md", MARKDOWN)
    assert (article.title, article.source) == ("The “12” who stayed", "Harbour Gazette")
    assert (article.published, article.story) == (date(2023, 5, 4), "rescue")
    assert _numbers(article) == ["12", "3", "12", "14", "7", "$100", "60", "61", "65"]


def test_offsets_lead_back_to_the_file() -> None:
    article = read_source("a.md", MARKDOWN)
    lines = MARKDOWN.split("\n")
    for figure in numcheck.extract(article):
        place = article.place(figure.start)
        in_file = lines[place.line - 1][place.column - 1 :]
        assert in_file.replace("\\", "").startswith(figure.text), figure.text


def test_sections_are_named() -> None:
    article = read_source("a.md", MARKDOWN)
    found = {section.kind: article.text[section.start : section.end] for section in article.sections}
    assert found["headline"] == "The “12” who stayed"
    assert found["heading"] == "A heading with 3 words"
    assert {"item", "table"} <= set(found)


def test_markdown_without_front_matter_takes_its_title_from_the_first_heading() -> None:
    article = read_source("a.md", "# Nine saved\n\nNine people were saved.\n")
    assert (article.title, article.source, article.published) == ("Nine saved", "", None)


def test_plain_text_is_its_own_text() -> None:
    source = "Nine saved off Senna\n\nNine people were saved on Sunday.\n"
    article = read_source("a.txt", source)
    assert article.text == source
    assert article.title == "Nine saved off Senna"
    assert article.place(22) == numcheck.model.Place(3, 1)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_of_every_kind_keep_line_and_column(tmp_path: Path, end: str) -> None:
    path = tmp_path / "a.md"
    text = "---\ntitle: T\n---\nFirst line.\nThen 12 boats.\n".replace("\n", end)
    if end == "\r":
        text = "First line.\rThen 12 boats.\r"
    path.write_bytes(text.encode())
    (article,) = numcheck.read(path)
    (figure,) = numcheck.extract(article)
    assert article.place(figure.start).column == 6


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_byte_order_mark_is_heeded_and_no_character(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("£12 million was raised.".encode(encoding))
    (article,) = numcheck.read(path)
    assert article.text == "£12 million was raised."


def test_folders_are_walked_in_order_and_hidden_files_left_out(tmp_path: Path) -> None:
    for name in ("b/2.md", "a/1.txt", ".hidden/3.md", "b/.4.md", "b/5.png", "b/README.md"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("Twelve boats.")
    names = [Path(article.id).name for article in numcheck.read(tmp_path)]
    assert names == ["1.txt", "2.md", "README.md"]


def test_globs_are_expanded_and_nothing_is_read_twice(tmp_path: Path) -> None:
    for name in ("1.md", "2.md"):
        (tmp_path / name).write_text("Twelve boats.")
    assert len(numcheck.read(tmp_path / "*.md", tmp_path, tmp_path / "1.md")) == 2


@pytest.mark.parametrize(
    ("source", "numbers"),
    [
        ("Some 10,000[1] people and 5,200[^2] houses.", ["Some 10,000", "5,200"]),
        ("It is 5,000<sup>1</sup> feet<br>20 miles.", ["5,000 feet", "20 miles"]),
        ("<td>50</td><td>60</td>", ["50", "60"]),
        ("It cost $5&nbsp;million, or &pound;4 million.", ["$5 million", "£4 million"]),
        ("- a list\n\n  - ```\n    x = 77\n    ```\n\nNine boats.", ["Nine"]),
        ("> ```\n> x = 77\n> ```\n\nNine boats.", ["Nine"]),
        ("<script>\nvar x = 77;\n</script>\nNine boats.", ["Nine"]),
        ("$$\nx = 77\n$$\nNine boats.", ["Nine"]),
        ("---\nNine boats.\n", ["Nine"]),
        ("[Nine boats](https://example.org/a_(77)/78) left.", ["Nine"]),
    ],
)
def test_marks_are_cut_out_and_glue_nothing(source: str, numbers: list[str]) -> None:
    article = read_source("a.md", source)
    found = [" ".join(figure.text.split()) for figure in numcheck.extract(article)]
    assert found == numbers
