"""Golden runs of the command line: arguments, expected output and exit status, side by side.

A folder of ``golden`` is a run in that folder: ``run.toml`` holds the arguments and the status,
``stdout`` and ``stderr`` what must be printed. ``make golden`` writes the outputs anew; the
commit that does so explains the difference.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

GOLDEN = Path(__file__).parent / "golden"
RUNS = sorted(path.parent for path in GOLDEN.glob("*/run.toml"))


@pytest.mark.parametrize("folder", RUNS, ids=lambda folder: folder.name)
def test_golden_run(folder: Path, request: pytest.FixtureRequest) -> None:
    expected = tomllib.loads((folder / "run.toml").read_text(encoding="utf-8"))
    done = subprocess.run(
        [sys.executable, "-m", "numcheck", *expected["arguments"]],
        cwd=folder,
        env={**os.environ, "COLUMNS": "80", "PYTHONIOENCODING": "utf-8"},
        input=expected.get("stdin", ""),
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    for name, printed in (("stdout", done.stdout), ("stderr", done.stderr)):
        file = folder / name
        if request.config.getoption("--rewrite-golden"):
            file.unlink(missing_ok=True)
            if printed:
                file.write_text(printed, encoding="utf-8")
        assert printed == (file.read_text(encoding="utf-8") if file.exists() else "")
    assert done.returncode == expected["status"]
    if not folder.name.endswith(("json", "jsonl", "csv")):
        assert max((len(line) for line in done.stdout.splitlines()), default=0) <= 80


def test_there_are_golden_runs() -> None:
    assert len(RUNS) >= 10
