"""On a terminal: colour unless NO_COLOR says otherwise, the width there is, a bar for long work."""

from __future__ import annotations

import os
import struct
import sys
from pathlib import Path

import pytest

pty = pytest.importorskip("pty")
fcntl = pytest.importorskip("fcntl")
termios = pytest.importorskip("termios")
GOLDEN = Path(__file__).parent / "golden"
RED = "\033[31;1m"


def _on_a_terminal(folder: Path, width: int, **variables: str) -> str:
    """What `numcheck check` prints where both outputs are a terminal."""
    child, terminal = pty.fork()
    if child == 0:  # pragma: no cover
        os.environ.update(variables, COLUMNS=str(width), TERM="xterm")
        os.execv(sys.executable, [sys.executable, "-m", "numcheck", "check", str(folder)])
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, width, 0, 0))
    printed = b""
    while True:
        try:
            piece = os.read(terminal, 65536)
        except OSError:
            break
        if not piece:
            break
        printed += piece
    os.waitpid(child, 0)
    os.close(terminal)
    return printed.decode()


def test_a_terminal_has_colour() -> None:
    assert RED in _on_a_terminal(GOLDEN / "check-typo", 80)


def test_no_color_is_respected() -> None:
    assert "\033[" not in _on_a_terminal(GOLDEN / "check-typo", 80, NO_COLOR="1")


def test_a_wider_terminal_is_used() -> None:
    narrow = _on_a_terminal(GOLDEN / "check-story", 80, NO_COLOR="1")
    wide = _on_a_terminal(GOLDEN / "check-story", 120, NO_COLOR="1")
    assert max(map(len, narrow.splitlines())) <= 80
    assert 80 < max(map(len, wide.splitlines())) <= 120


def test_long_work_shows_how_far_it_is(tmp_path: Path) -> None:
    text = "On Monday, 4 May 2020, at 7:56 AM she went to sea.\n\n" * 4000
    for number in range(6):
        (tmp_path / f"{number}.md").write_text(text)
    assert "article/s" in _on_a_terminal(tmp_path, 80)


def test_short_work_shows_no_bar() -> None:
    assert "article/s" not in _on_a_terminal(GOLDEN / "check-story", 80)
