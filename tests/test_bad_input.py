"""Bad input costs nothing else: a clear message, the right exit code, the other files still checked."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from datetime import date, datetime
from pathlib import Path

import pytest

import numcheck

NUMCHECK = [sys.executable, "-m", "numcheck"]
GOOD = "The storm left 10,0000 people without power.\n"


def run(*arguments: str | Path, **options: object) -> subprocess.CompletedProcess[str]:
    """Runs the command line as a user would."""
    command = [*NUMCHECK, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, errors="replace", timeout=120, **options)  # type: ignore[call-overload,no-any-return]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "good.md").write_text(GOOD)
    return tmp_path


BROKEN = {
    "empty.md": (b"", "the file is empty"),
    "blank.md": (b" \r\n\t\n", "the file is empty"),
    "binary.md": (b"\x00\x01\x02 12 boats", "a binary file"),
    "latin.md": ("Zwölf\nwären 12 Boote".encode("latin-1"), "line 1: not UTF-8 (byte 0xf6)"),
    "open.md": (b"---\ntitle: T\n\nText", "the front matter is not closed"),
    "yaml.md": (b"---\ntitle: [a\nsource: b: c\n---\nText", "the front matter is not YAML"),
    "list.md": (b"---\n- a\n---\nText", "no list of `key: value` lines"),
    "date.md": (b"---\npublished: 4 May\n---\nText", "published: '4 May' is no ISO date"),
    "deep.md": (b"---\ntitle: " + b"[" * 5000 + b"\n---\nText", "nested too deeply"),
    "day.md": (b"---\npublished: 2023-02-30\n---\nText", "a value that cannot be"),
}


@pytest.mark.parametrize("name", sorted(BROKEN))
def test_one_bad_file_does_not_cost_the_others(folder: Path, name: str) -> None:
    content, message = BROKEN[name]
    (folder / name).write_bytes(content)
    done = run("check", folder)
    assert done.returncode == 2
    assert f"{name}: {message}" in done.stderr or (name in done.stderr and message in done.stderr)
    assert "10,0000 is grouped" in done.stdout
    assert "Traceback" not in done.stderr


def test_a_missing_path_is_named_and_the_others_are_checked(folder: Path) -> None:
    done = run("check", folder, folder / "nowhere")
    assert done.returncode == 2
    assert "nowhere: no such file or folder" in done.stderr
    assert "10,0000 is grouped" in done.stdout


def test_a_folder_without_articles_is_named(tmp_path: Path) -> None:
    done = run("check", tmp_path)
    assert (done.returncode, "holds no articles" in done.stderr) == (2, True)
    assert done.stdout == ""


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may read everything")
def test_an_unreadable_file_is_named(folder: Path) -> None:
    (folder / "secret.md").write_text("12")
    (folder / "secret.md").chmod(0)
    done = run("check", folder)
    assert (done.returncode, "secret.md: permission denied" in done.stderr) == (2, True)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("fail-onn = 'error'", "unknown key 'fail-onn'; did you mean 'fail-on'?"),
        ("fail-on = 'erorr'", "'erorr' is none of error, warning, note, never; did you mean 'error'?"),
        ("select = 'NC101'", "select: 'NC101' is no list of strings"),
        ("select = ['NC999']", "there is no rule 'NC999'"),
        ("baseline = 3", "baseline: 3 is no path"),
        ("baseline = 'none.json'", "none.json: no such file"),
        ("select = [", "not TOML"),
    ],
)
def test_a_broken_setting_is_named(folder: Path, content: str, message: str) -> None:
    (folder / "numcheck.toml").write_text(content)
    done = run("check", folder)
    assert done.returncode == 2
    assert message in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == ""


def test_a_broken_baseline_is_named(folder: Path) -> None:
    (folder / "accepted.json").write_text('{"version": 1}')
    done = run("check", folder, "--baseline", folder / "accepted.json")
    assert (done.returncode, "no file of accepted findings" in done.stderr) == (2, True)


@pytest.mark.parametrize("content", ["[tool]\nnumcheck = 5", "tool = 5", "[tool]\nnumcheck = ['a']"])
def test_a_pyproject_of_another_shape_is_no_crash(folder: Path, content: str) -> None:
    (folder / "pyproject.toml").write_text(content)
    done = run("check", folder)
    assert done.returncode in (1, 2)
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-8:strict"])
def test_an_output_of_another_encoding_is_escaped(folder: Path, encoding: str) -> None:
    done = run("check", folder, env={**os.environ, "PYTHONIOENCODING": encoding})
    assert done.returncode == 1
    assert "10,0000" in done.stdout


@pytest.mark.parametrize("width", ["10", "25", "40"])
@pytest.mark.parametrize("command", [("rules",), ("explain", "NC101"), ("check",)])
def test_no_terminal_is_too_narrow(folder: Path, width: str, command: tuple[str, ...]) -> None:
    paths = [folder] if command == ("check",) else []
    done = run(*command, *paths, env={**os.environ, "COLUMNS": width})
    assert done.returncode in (0, 1)
    assert done.stderr == ""


@pytest.mark.parametrize(
    "text",
    [
        "It owes 999999999999999 trillion trillion dollars.",
        "Last week and last year were bad; yesterday 12 men left.",
        "5 men \udcff $5 dollars",
        "\x00\x00 12 \ufffe boats",
    ],
)
@pytest.mark.parametrize("day", [date(1, 1, 1), date(9999, 12, 31), datetime(2022, 1, 1, 12), None])
def test_no_article_is_too_odd(text: str, day: date | None) -> None:
    articles = [numcheck.Article(name, text, published=day) for name in "ab"]
    numcheck.check([*articles, numcheck.Article("c", text, published=date(2022, 1, 2))])


def test_one_text_is_not_a_list_of_letters() -> None:
    with pytest.raises(numcheck.NumcheckError, match=r"check\(\[text\]\)"):
        numcheck.check("A ticket costs $5 dollars.")


def test_line_ends_and_a_byte_order_mark_are_no_fault(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"\xef\xbb\xbf---\r\ntitle: T\r\n---\r\n" + GOOD.encode())
    done = run("check", tmp_path)
    assert done.returncode == 1
    assert "a.md:4:16" in done.stdout


def test_a_huge_file_is_named_and_costs_nothing(folder: Path) -> None:
    with (folder / "data.txt").open("wb") as stream:
        stream.write(b"12,34,5" * 7_500_000)
    started = time.monotonic()
    done = run("check", folder)
    assert done.returncode == 2
    assert "data.txt: larger than 10 MB" in done.stderr
    assert "10,0000 is grouped" in done.stdout
    assert time.monotonic() - started < 60, "not a benchmark: only that it comes back at all"


@pytest.mark.parametrize(
    "piece",
    ["1,", "12,34,5", "12,34,5 ", "1.", "$5 million ", "a of ", "<!--", "((", "1-", "“", "including 5 "],
)
def test_no_line_takes_more_than_linear_time(piece: str) -> None:
    """Ten times the text takes about ten times as long; a quadratic step would take a hundred."""

    def cost(size: int) -> float:
        text = piece * (size // len(piece))
        started = time.process_time()
        numcheck.check([numcheck.Article("a", text)])
        return time.process_time() - started

    cost(500)
    small = max(min(cost(2_000) for _ in range(3)), 0.004)
    assert cost(20_000) < 35 * small


def test_a_closed_pipe_is_no_fault(folder: Path) -> None:
    for number in range(300):
        (folder / f"{number}.md").write_text(GOOD * 20)
    command = f"{sys.executable} -m numcheck extract --format jsonl {folder} | head -n 1"
    done = subprocess.run(command, shell=True, capture_output=True, text=True, timeout=120, check=False)
    assert done.stdout.startswith("{")
    assert done.stderr == ""


@pytest.mark.skipif(os.name != "posix", reason="signals")
def test_ctrl_c_ends_it_quietly() -> None:
    started = subprocess.Popen(
        [*NUMCHECK, "check", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    time.sleep(1.5)
    started.send_signal(signal.SIGINT)
    _, errors = started.communicate(timeout=60)
    assert started.returncode == 130
    assert errors == "numcheck: interrupted\n"


@pytest.mark.parametrize("command", ["check", "extract", "compare"])
def test_what_moves_a_cursor_never_reaches_the_terminal(command: str, tmp_path: Path) -> None:
    head = '---\ntitle: "Red \\x1b[31m"\nstory: s\nsource: "\\x1b]0;Wire\\a"\n---\n'
    body = "It \x1b[2J hired 10,0000 \x9bpeople and 1,234 cooks \x1b[1m.\n"
    for name in ("a.md", "b.md"):
        (tmp_path / name).write_text(head + body, encoding="utf-8")
    done = subprocess.run(
        [*NUMCHECK, command, str(tmp_path)],
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
    )
    assert "10,0000" in done.stdout or "1,234" in done.stdout
    controls = {*range(32), *range(127, 160)} - {ord("\n")}
    assert not controls & set(map(ord, done.stdout))
