"""What the README shows is what happens."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

from numcheck.config import load_settings
from numcheck.engine import check_house_units

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w*)\n(.*?)^```", README, re.S | re.M)


def _block(language: str, holding: str) -> str:
    (block,) = [text for name, text in BLOCKS if name == language and holding in text]
    return str(block)


def _run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(arguments, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)


def test_the_report_is_a_real_one() -> None:
    done = _run(sys.executable, "-m", "numcheck", "check", "--show-known", "corpus")
    printed = set(done.stdout.splitlines())
    shown = _block("", "NC401").splitlines()
    assert [line for line in shown if line not in printed and line.strip() != "…"] == []
    assert done.returncode == 0


def test_the_library_example_runs() -> None:
    done = _run(sys.executable, "-c", _block("python", "import numcheck"))
    assert done.stderr == ""
    assert "about 50,000 50000   personnel about" in done.stdout
    assert (
        "NC401 error £15.2 million here, but £12.5 million in 3 other articles ('£12.5 million',)"
        in done.stdout
    )


def test_the_settings_shown_are_settings(tmp_path: Path) -> None:
    block = _block("toml", "fail-on")
    (tmp_path / "numcheck.toml").write_text(block)
    settings = load_settings(tmp_path)
    assert (settings.fail_on, settings.ignore) == ("error", ("differing-hedges",))
    assert check_house_units(settings.house_units) == ("AUD",)
    assert set(tomllib.loads(block)) == {"fail-on", "ignore", "exclude", "baseline", "stories", "house-units"}


def test_the_make_targets_exist() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in re.findall(r"make ([a-z-]+)", README):
        if target != "and":
            assert re.search(rf"^{target}:", makefile, re.M), target
