"""The report for a terminal: a table that can be read at a glance, 80 columns wide or wider."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from numcheck.engine import SEVERITY_ORDER, Report
from numcheck.model import Article, Evidence, Figure, Finding

__all__ = ["Style", "summary_line", "table_of_figures", "table_of_findings", "visible"]

NARROWEST, WIDEST = 60, 120
LABEL_WIDTH = len("warning")
# Figures that are quoted under a finding between articles.
QUOTED = 6
# The control characters of ASCII and Latin-1; line ends are dealt with before.
CONTROLS = dict.fromkeys([*range(32), *range(127, 160)], "\N{REPLACEMENT CHARACTER}")
COLOURS = {"error": "31;1", "warning": "33;1", "note": "36", "quote": "1", "dim": "2"}


@dataclass(frozen=True, slots=True)
class Style:
    """How wide the table may be, whether it has colour, whether links are explained."""

    width: int = 80
    colour: bool = False
    why: bool = False

    def paint(self, text: str, colour: str) -> str:
        """The text in a colour of the palette, where there is colour."""
        return f"\033[{COLOURS[colour]}m{text}\033[0m" if self.colour and text else text


def visible(text: str) -> str:
    """A line of an article as a terminal may show it: what could move its cursor or change its colours is
    replaced."""
    return text.translate(CONTROLS)


def table_of_findings(report: Report, findings: Iterable[Finding], style: Style) -> str:
    """The findings, each with its place, its quote, what is wrong, and both sides of a mismatch."""
    from tabulate import tabulate

    articles = {article.id: article for article in report.articles}
    evidence = _evidence_by_figure(report) if style.why else {}
    room = max(NARROWEST, min(style.width, WIDEST)) - LABEL_WIDTH - 2
    blocks = []
    for finding in findings:
        label = f"{style.paint(finding.severity.ljust(LABEL_WIDTH), finding.severity)}\n{finding.rule}"
        if finding.known:
            label += f"\n{style.paint('known', 'dim')}"
        lines = "\n".join(_lines(finding, articles, style, room, evidence))
        blocks.append(
            tabulate([[label, lines]], tablefmt="plain", disable_numparse=True, preserve_whitespace=True)
        )
    return "\n\n".join("\n".join(line.rstrip() for line in block.split("\n")) for block in blocks)


def _lines(
    finding: Finding,
    articles: dict[str, Article],
    style: Style,
    room: int,
    evidence: dict[tuple[str, int], str],
) -> list[str]:
    article = articles[finding.article]
    lines = [
        style.paint(_place(article, finding.start), "quote"),
        *_wrap(finding.message, room, style, f" ({finding.name})"),
        *_quote(article, finding.start, finding.end, style, room, "  "),
    ]
    for figure in _others(finding):
        other = articles[figure.article]
        lines += [style.paint(line, "dim") for line in _source(other, figure.start, room)]
        lines += _quote(other, figure.start, figure.end, style, room, "  ")
    hidden = len(finding.figures) - 1 - QUOTED
    if hidden > 0 and _is_between_articles(finding):
        lines.append(f"  … and {hidden} more")
    for line in finding.evidence:
        lines += _wrap(f"because {line}", room, style, "")
    if finding.suggestions:
        lines += _wrap("perhaps " + " or ".join(finding.suggestions), room, style, "")
    why = evidence.get((finding.article, finding.start))
    if why and _is_between_articles(finding):
        lines += _wrap(f"linked by {why}", room, style, "")
    return lines


def _place(article: Article, offset: int) -> str:
    place = article.place(offset)
    return f"{visible(article.path or article.id)}:{place.line}:{place.column}"


def _source(article: Article, offset: int, room: int) -> list[str]:
    """Who says it, when and where; on two lines where it does not fit on one."""
    who = visible(article.source or article.title)
    when = article.published.isoformat() if article.published else ""
    parts = [f"  {_place(article, offset)}", ", ".join(part for part in (who, when) if part)]
    line = "  ".join(part for part in parts if part.strip())
    if len(line) <= room:
        return [line]
    return [part for part in (parts[0], "  " + _short(parts[1], room - 2)) if part.strip()]


def _is_between_articles(finding: Finding) -> bool:
    return finding.rule.startswith("NC4")


def _others(finding: Finding) -> tuple[Figure, ...]:
    return finding.figures[1 : 1 + QUOTED] if _is_between_articles(finding) else ()


def _wrap(text: str, room: int, style: Style, tail: str) -> list[str]:
    lines = textwrap.wrap(visible(text) + tail, room, break_long_words=True, break_on_hyphens=False)
    if tail and lines and lines[-1].endswith(tail.strip()):
        cut = len(lines[-1]) - len(tail.strip())
        lines[-1] = lines[-1][:cut] + style.paint(tail.strip(), "dim")
    return lines


def _quote(article: Article, start: int, end: int, style: Style, room: int, indent: str) -> list[str]:
    """One line of the text around a span, the span in angle quotes or in bold."""
    text = article.text
    opening, closing = ("", "") if style.colour else ("»", "«")
    span = visible(" ".join(text[start:end].split()))
    spare = room - len(indent) - len(span) - len(opening + closing) - 2
    before = _tail(text[max(0, start - 200) : start], spare * 3 // 5)
    after = _head(text[end : end + 200], spare - len(before))
    return [f"{indent}{before}{opening}{style.paint(span, 'quote')}{closing}{after}"]


def _tail(text: str, room: int) -> str:
    """The end of a text, from a word on, in one line."""
    line = visible(" ".join(text.rpartition("\n")[2].split(" ")))
    if len(line) <= room:
        return line
    cut = line[-room:] if room > 0 else ""
    return "…" + cut.partition(" ")[2] if " " in cut else "…"


def _head(text: str, room: int) -> str:
    line = visible(" ".join(text.partition("\n")[0].split(" ")))
    if len(line) <= room:
        return line
    cut = line[: max(room - 1, 0)]
    return (cut.rpartition(" ")[0] if " " in cut else "") + "…"


def _evidence_by_figure(report: Report) -> dict[tuple[str, int], str]:
    """For each linked figure what its cluster is held together by: of a conflict what speaks for it, the
    strongest first, with the weights."""
    lines = {}
    for cluster in report.clusters:
        evidence = cluster.difference.evidence if cluster.difference else cluster.evidence
        pieces = sorted(evidence, key=lambda piece: -abs(piece.weight))
        line = ", ".join(map(_piece, pieces))
        lines.update({(figure.article, figure.start): line for figure in cluster.figures})
    return lines


def _piece(piece: Evidence) -> str:
    """A piece of evidence with its weight; what has none settles the matter by itself."""
    name = piece.name.replace("_", " ")
    return f"{name} {piece.weight:+.1f}" if piece.weight else name


def summary_line(report: Report) -> str:
    """The counts of articles, figures, stories and findings, in one line."""
    new = Counter(finding.severity for finding in report.findings if not finding.known)
    known = sum(finding.known for finding in report.findings)
    counts = ", ".join(_count(new[severity], severity) for severity in SEVERITY_ORDER if new[severity])
    line = (
        f"{_count(len(report.articles), 'article')}, {_count(len(report.figures), 'figure')}, "
        f"{_count(len(report.stories), 'story')}: {counts or 'no findings'}"
    )
    return f"{line}, {known} known" if known else line


def _count(number: int, noun: str) -> str:
    plural = noun[:-1] + "ies" if noun.endswith("y") else noun + "s"
    return f"{number:,} {noun if number == 1 else plural}"


def table_of_figures(rows: Iterable[tuple[Article, Figure]], style: Style) -> str:
    """The figures of articles, one a line: place, text, value with unit and rate, noun, hedge."""
    from tabulate import tabulate

    lines = [
        [
            _place(article, figure.start),
            _short(" ".join(figure.text.split()), 26),
            _value(figure),
            _short(" ".join((*figure.subject.qualifiers, figure.noun)), 24),
            figure.kind,
        ]
        for article, figure in rows
    ]
    if not lines:
        return ""
    headers = ["place", "text", "value", "noun", "kind"]
    taken = sum(max(len(row[i]) for row in [headers, *lines]) + 2 for i in range(1, 5))
    room = max(12, style.width - taken)
    for row in lines:
        row[0] = row[0] if len(row[0]) <= room else "…" + row[0][-(room - 1) :]
    return tabulate(lines, headers, tablefmt="simple", disable_numparse=True)


def _short(text: str, room: int) -> str:
    text = visible(text)
    return text if len(text) <= room else text[: room - 1] + "…"


def _value(figure: Figure) -> str:
    if figure.kind == "date" and figure.period:
        days = {figure.period.first.isoformat(), figure.period.last.isoformat()}
        return " – ".join(sorted(days))
    if figure.kind == "date":
        return ""
    if figure.kind == "time":
        return f"{int(figure.low) // 60:02}:{int(figure.low) % 60:02}"
    ends = dict.fromkeys(f"{end.normalize():,f}" for end in (figure.low, figure.high))
    rate = f"/{figure.per}" if figure.per else ""
    return f"{'–'.join(ends)} {figure.unit}{rate}".rstrip()
