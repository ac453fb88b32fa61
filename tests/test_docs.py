"""What docs/extraction.md teaches works: each row that it shows is added to a copy of the tables and read."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from numcheck.reporters.manual import book_of_rules

ROOT = Path(__file__).parents[1]
DOCUMENT = (ROOT / "docs" / "extraction.md").read_text(encoding="utf-8")
LESSONS = re.findall(r"^```toml (\S+)\n(.*?)^```\n\n> (.*?)\n> (.*?)\n", DOCUMENT, re.S | re.M)
SHOW = (
    "import sys, numcheck\n"
    "for f in numcheck.extract(sys.argv[1]):\n"
    "    hedge = '' if f.approx == 'exact' else f.approx\n"
    "    print(f.text, ' '.join(filter(None, (hedge, str(f.value), f.unit))), f.noun, sep=', ')\n"
)


@pytest.mark.parametrize(("file", "row", "sentence", "reading"), LESSONS)
def test_a_row_is_all_it_takes(tmp_path: Path, file: str, row: str, sentence: str, reading: str) -> None:
    copy = tmp_path / "numcheck"
    shutil.copytree(ROOT / "numcheck", copy, ignore=shutil.ignore_patterns("__pycache__"))
    with (tmp_path / file).open("a", encoding="utf-8") as table:
        table.write(f"\n{row}")
    environment = {**os.environ, "PYTHONPATH": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-c", SHOW, sentence],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == reading


def test_the_modules_named_are_there() -> None:
    for line in re.findall(r"^\| (`.*?) \|", DOCUMENT, re.M):
        for name in re.findall(r"`([a-z_/]+)`", line):
            path = ROOT / "numcheck" / "extract" / name
            assert path.with_suffix(".py").is_file() or path.is_dir() or name.startswith("make"), name


def test_both_lessons_are_tried() -> None:
    assert [Path(file).name for file, *_ in LESSONS] == ["units.toml", "hedges.toml"]


def test_the_book_of_rules_is_in_step() -> None:
    assert (ROOT / "docs" / "rules.md").read_text(encoding="utf-8") == book_of_rules(), "make docs"
