"""The house as design.md draws it: imports go one way, names say where a line belongs."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import numcheck

PACKAGE = Path(numcheck.__file__).parent
# From the bottom up: a room may import from those before it, and from itself.
ROOMS = (
    "errors",
    "interval",
    "model",
    "lexicon",
    "units",
    "readers",
    "extract",
    "link",
    "rules",
    "engine",
    "config",
    "baseline",
    "reporters",
    "cli",
)


def _room(module: str) -> str:
    return module.split(".")[1]


def _imports() -> Iterator[tuple[str, str]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        module = ".".join(("numcheck", *path.relative_to(PACKAGE).with_suffix("").parts))
        if module in ("numcheck.__init__", "numcheck.__main__"):
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = []
            if isinstance(node, ast.ImportFrom) and node.module:
                names = [node.module]
            elif isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            for name in names:
                if name.startswith("numcheck."):
                    yield module, name


def test_every_room_has_its_place() -> None:
    found = {
        path.stem for path in PACKAGE.iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()
    }
    assert found - {"__init__", "__main__"} == set(ROOMS)


def test_imports_go_one_way() -> None:
    against = [
        (module, name) for module, name in _imports() if ROOMS.index(_room(name)) > ROOMS.index(_room(module))
    ]
    assert against == []


def test_only_units_knows_pint() -> None:
    users = {
        path.name
        for path in PACKAGE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Import) and any(alias.name == "pint" for alias in node.names)
    }
    assert users == {"units.py"}


def test_the_public_names_are_there_and_documented() -> None:
    for name in numcheck.__all__:
        assert getattr(numcheck, name).__doc__, name


def test_the_command_line_starts_without_what_it_does_not_need() -> None:
    """Start-up stays light: asking for the version loads neither the pipeline nor any dependency."""
    code = (
        "import sys, numcheck.cli\n"
        "numcheck.cli.main(['--version'])\n"
        "heavy = {'pint', 'tabulate', 'regex', 'yaml', 'tqdm', 'typing', 'decimal', 'argparse'}\n"
        "heavy |= {'numcheck.engine', 'numcheck.model'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == [f"numcheck {numcheck.__version__}", "[]"]


def test_a_corpus_in_one_system_of_units_never_waits_for_pint() -> None:
    code = (
        "import sys, numcheck\n"
        "numcheck.check(['The camp is 5 km from the border and holds 4,000 people.',"
        " 'About 4,000 people live 5 km from the border, in a camp.'])\n"
        "print('pint' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
