"""The command line. What only some commands need is imported where they need it."""

from __future__ import annotations

import os
import sys

from numcheck import __version__
from numcheck.errors import ConfigError, NumcheckError, ReadError

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path
    from typing import TextIO

    from numcheck.config import Settings
    from numcheck.engine import Report
    from numcheck.model import Article, Reading
    from numcheck.reporters.table import Style

__all__ = ["main"]

CLEAN, FOUND, FAILED, INTERRUPTED = 0, 1, 2, 130

EXIT_CODES = """\
exit codes: 0 nothing at or above --fail-on, 1 findings, 2 something could not be read or done
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command line and returns its exit code."""
    if (sys.argv[1:] if arguments is None else list(arguments)) == ["--version"]:
        # Asked by every tool that looks whether it is installed: no parser is needed to answer.
        print(f"numcheck {__version__}")
        return CLEAN
    for stream in (sys.stdout, sys.stderr):
        # What the terminal's encoding lacks is printed as an escape: "\u2026".
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    try:
        return _run(arguments)
    except BrokenPipeError:
        # The reader of our output has seen enough; keep the interpreter from complaining at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED
    except KeyboardInterrupt:
        print("numcheck: interrupted", file=sys.stderr)
        return INTERRUPTED
    except OSError as error:
        if not _is_full(error):
            raise
        print(f"numcheck: the output cannot be written: {error.strerror}", file=sys.stderr)
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED


def _run(arguments: Sequence[str] | None) -> int:
    options = _parser().parse_args(arguments)
    try:
        code: int = options.command(options)
        sys.stdout.flush()
        return code
    except NumcheckError as error:
        _complain(error)
        return FAILED


def _is_full(error: OSError) -> bool:
    from errno import EDQUOT, EIO, ENOSPC

    return error.errno in (EDQUOT, EIO, ENOSPC)


def _complain(error: NumcheckError) -> None:
    print(f"numcheck: {error}", file=sys.stderr)


def _parser() -> argparse.ArgumentParser:
    import argparse

    parser = argparse.ArgumentParser(
        prog="numcheck",
        description="Finds the figures in articles that cannot all be true.",
        epilog=EXIT_CODES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"numcheck {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    _add_check(commands)
    _add_extract(commands)
    _add_compare(commands)
    _add_baseline(commands)
    explain = _add_command(commands, "explain", "print a rule's manual page", _explain)
    explain.add_argument("rule", help="a rule's code or name: NC101, broken-digit-grouping")
    _add_command(commands, "rules", "list the rules", _rules)
    return parser


def _add_command(
    commands: argparse._SubParsersAction[argparse.ArgumentParser],
    name: str,
    text: str,
    command: Callable[[argparse.Namespace], int],
    example: str = "",
) -> argparse.ArgumentParser:
    from argparse import RawDescriptionHelpFormatter

    parser = commands.add_parser(
        name,
        help=text,
        description=text[0].upper() + text[1:] + ".",
        epilog=example + EXIT_CODES,
        formatter_class=RawDescriptionHelpFormatter,
    )
    parser.set_defaults(command=command)
    return parser


def _add_inputs(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "paths",
        nargs="*",
        default=["."],
        metavar="PATH",
        help="files, folders or globs; - is standard input (default: this folder)",
    )
    parser.add_argument(
        "--config",
        metavar="FILE",
        help="settings to use (default: the nearest numcheck.toml or pyproject.toml upward)",
    )
    parser.add_argument(
        "--exclude",
        metavar="GLOB",
        action="append",
        default=[],
        help="leave files out (repeatable)",
    )


def _add_rule_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--select", metavar="RULES", help="only these rules: codes, NC1, or names, with commas"
    )
    parser.add_argument("--ignore", metavar="RULES", help="not these rules")
    _add_stories_option(parser)


def _add_stories_option(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--stories",
        choices=("auto", "folder", "one"),
        help="how articles are grouped by event (default: auto)",
    )


def _add_check(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = _add_command(
        commands,
        "check",
        "check the figures inside and between articles",
        _check,
        "examples:\n  numcheck check corpus/\n  numcheck check --fail-on error *.md\n"
        "  cat draft.txt | numcheck check -\n\n",
    )
    _add_inputs(parser)
    _add_rule_options(parser)
    parser.add_argument("--format", choices=("table", "json"), default="table", help="(default: table)")
    parser.add_argument(
        "--fail-on",
        choices=("error", "warning", "note", "never"),
        help="the least severity that makes the exit code 1 (default: warning)",
    )
    parser.add_argument("--baseline", metavar="FILE", help="the accepted findings")
    parser.add_argument("--show-known", action="store_true", help="print accepted findings too")
    parser.add_argument("--why", action="store_true", help="print what links the figures compared")


def _add_extract(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = _add_command(
        commands,
        "extract",
        "print the figures of articles",
        _extract,
        "examples:\n  numcheck extract article.md\n  numcheck extract --format csv corpus/\n\n",
    )
    _add_inputs(parser)
    parser.add_argument("--format", choices=("table", "jsonl", "csv"), default="table")


def _add_compare(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = _add_command(
        commands,
        "compare",
        "print the figures of each story side by side",
        _compare,
        "examples:\n  numcheck compare corpus/\n  numcheck compare --stories one a.md b.md\n\n",
    )
    _add_inputs(parser)
    _add_stories_option(parser)
    parser.add_argument("--format", choices=("table", "json"), default="table", help="(default: table)")


def _add_baseline(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = _add_command(
        commands,
        "baseline",
        "accept the findings of today, so that only new ones fail the gate",
        _baseline,
        "example:\n  numcheck baseline write corpus/\n\n",
    )
    parser.add_argument("action", choices=("write",))
    _add_inputs(parser)
    _add_rule_options(parser)
    parser.add_argument("--baseline", metavar="FILE", help="the file to write")


def _settings(options: argparse.Namespace) -> Settings:
    """The settings of the file that holds for the first path, changed by the options."""
    from dataclasses import replace
    from pathlib import Path

    from numcheck.config import load_settings

    first = Path(options.paths[0] if options.paths[0] != "-" else ".")
    settings = load_settings(first, Path(options.config) if options.config else None)
    changes: dict[str, object] = {}
    if options.exclude:
        changes["exclude"] = (*settings.exclude, *options.exclude)
    for name in ("select", "ignore"):
        words = getattr(options, name, None)
        if words:
            changes[name] = tuple(word for word in words.split(",") if word.strip())
    for name in ("fail_on", "stories"):
        if getattr(options, name, None):
            changes[name] = getattr(options, name)
    return replace(settings, **changes) if changes else settings  # type: ignore[arg-type]


def _read(options: argparse.Namespace, settings: Settings) -> tuple[list[Article], list[ReadError]]:
    """The articles that could be read, and why the others could not, which is told at once."""
    from numcheck.readers.files import read_paths

    errors: list[ReadError] = []

    def note(error: ReadError) -> None:
        errors.append(error)
        _complain(error)

    return list(read_paths(options.paths, note, settings.exclude)), errors


def _check_articles(options: argparse.Namespace, settings: Settings) -> tuple[Report, list[ReadError]]:
    from numcheck.engine import check, check_house_units
    from numcheck.rules import select_rules

    # A rule or a unit that is none is told before any reading.
    select_rules(settings.select, settings.ignore)
    check_house_units(settings.house_units)
    articles, errors = _read(options, settings)
    report = check(
        articles,
        select=settings.select,
        ignore=settings.ignore,
        stories=settings.stories,
        house_units=settings.house_units,
        progress=_progress if sys.stderr.isatty() else None,
    )
    return report, errors


def _progress(readings: Iterable[Reading], number: int) -> Iterable[Reading]:
    """A bar on standard error, once the work has taken a second."""
    from tqdm import tqdm

    return tqdm(readings, total=number, unit="article", delay=1, leave=False, file=sys.stderr)


def _check(options: argparse.Namespace) -> int:
    from dataclasses import replace

    from numcheck.baseline import load_baseline, mark_known

    settings = _settings(options)
    baseline = _baseline_file(options, settings)
    accepted = load_baseline(baseline) if baseline else frozenset()
    report, errors = _check_articles(options, settings)
    report = replace(report, findings=tuple(mark_known(report.findings, accepted)))
    if errors and not report.articles and options.format == "table":
        return FAILED  # what could not be read has been told, and there is nothing else to tell
    if options.format == "json":
        from numcheck.reporters.data import json_of_report

        print(json_of_report(report, tuple(str(error) for error in errors)))
    else:
        _print_table(report, options)
    if errors:
        return FAILED
    return FOUND if _fails(report, settings.fail_on) else CLEAN


def _print_table(report: Report, options: argparse.Namespace) -> None:
    from numcheck.reporters.table import summary_line, table_of_findings

    shown = [f for f in report.findings if options.show_known or not f.known]
    table = table_of_findings(report, shown, _style(sys.stdout, why=options.why))
    if table:
        print(table + "\n")
    print(summary_line(report))


def _style(stream: TextIO, *, why: bool = False) -> Style:
    """Colour on a terminal unless NO_COLOR is set (no-color.org); as wide as the terminal."""
    from shutil import get_terminal_size

    from numcheck.reporters.table import Style

    colour = stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return Style(width=get_terminal_size((80, 24)).columns, colour=colour, why=why)


def _fails(report: Report, fail_on: str) -> bool:
    from numcheck.engine import SEVERITY_ORDER

    if fail_on == "never":
        return False
    failing = SEVERITY_ORDER[: SEVERITY_ORDER.index(fail_on) + 1]
    return any(not f.known and f.severity in failing for f in report.findings)


def _extract(options: argparse.Namespace) -> int:
    from numcheck.engine import check_house_units, extract
    from numcheck.reporters.data import csv_of_figures, lines_of_figures
    from numcheck.reporters.table import table_of_figures

    settings = _settings(options)
    check_house_units(settings.house_units)
    articles, errors = _read(options, settings)
    rows = (
        (article, figure)
        for article in articles
        for figure in extract(article, house_units=settings.house_units)
    )
    if options.format == "table":
        table = table_of_figures(rows, _style(sys.stdout))
        if table:
            print(table)
    else:
        make_lines = lines_of_figures if options.format == "jsonl" else csv_of_figures
        for line in make_lines(rows):
            print(line)
    return FAILED if errors else CLEAN


def _compare(options: argparse.Namespace) -> int:
    from numcheck.reporters.comparison import json_of_comparison, tables_of_comparison

    report, errors = _check_articles(options, _settings(options))
    if options.format == "json":
        print(json_of_comparison(report))
    elif tables := tables_of_comparison(report, _style(sys.stdout)):
        print(tables)
    elif report.articles:
        print("no two articles state the same thing")
    return FAILED if errors else CLEAN


def _baseline(options: argparse.Namespace) -> int:
    from numcheck.baseline import write_baseline

    settings = _settings(options)
    file = _baseline_file(options, settings)
    if file is None:
        raise ConfigError("where to? name the file with --baseline FILE, or as `baseline` in numcheck.toml")
    report, errors = _check_articles(options, settings)
    if errors:
        return FAILED
    number = write_baseline(file, report.findings)
    print(f"{file}: {number} accepted {'finding' if number == 1 else 'findings'}")
    return CLEAN


def _baseline_file(options: argparse.Namespace, settings: Settings) -> Path | None:
    """The accepted-findings file of the command line, or else of the settings."""
    from pathlib import Path

    if options.baseline:
        return Path(options.baseline)
    return settings.folder / settings.baseline if settings.baseline else None


def _explain(options: argparse.Namespace) -> int:
    from numcheck.reporters.manual import manual_page
    from numcheck.rules import find_rule

    print(manual_page(find_rule(options.rule), _style(sys.stdout).width))
    return CLEAN


def _rules(_: argparse.Namespace) -> int:
    from numcheck.reporters.manual import table_of_rules

    print(table_of_rules(_style(sys.stdout).width))
    return CLEAN
