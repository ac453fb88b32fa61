"""The shared types: frozen values that the stages hand to each other.

Mention, Quantity and Figure are three types because they are three states of knowledge: what is
written, what it means, and what it measures. Every offset is a half-open position, in code points,
into ``Article.text``.

What is made for every figure of a text is a named tuple, because making them is much of what reading
costs: a third of a microsecond for a dozen fields, where a frozen dataclass takes one and a half.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal, NamedTuple

from numcheck.interval import Interval

__all__ = [
    "Approx",
    "Article",
    "CalendarDate",
    "Candidate",
    "Cluster",
    "Difference",
    "Evidence",
    "Figure",
    "Finding",
    "Flaw",
    "Hit",
    "Kind",
    "Mention",
    "Number",
    "Period",
    "Place",
    "Quantity",
    "Reading",
    "Relation",
    "Section",
    "Severity",
    "SourceMap",
    "Story",
    "Subject",
]

Kind = Literal[
    "count",
    "currency",
    "percent",
    "measure",
    "duration",
    "date",
    "time",
    "ordinal",
    "fraction",
    "ratio",
    "score",
    "age",
]
Approx = Literal["exact", "about", "over", "under", "at_least", "at_most"]
Severity = Literal["error", "warning", "note"]


@dataclass(frozen=True, slots=True)
class Place:
    """A position in a source file: line and column, both counted from 1, in code points."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class SourceMap:
    """Leads an offset in an article's text back to the file it was read from.

    ``text_offsets`` are the ascending offsets at which a copied piece begins in the text,
    ``source_offsets`` where that piece begins in the file, ``line_starts`` where the file's lines
    begin.
    """

    text_offsets: tuple[int, ...]
    source_offsets: tuple[int, ...]
    line_starts: tuple[int, ...]

    def place(self, offset: int) -> Place:
        """The line and column in the file of the text's character at ``offset``."""
        piece = max(bisect_right(self.text_offsets, offset) - 1, 0)
        source = self.source_offsets[piece] + offset - self.text_offsets[piece]
        line = bisect_right(self.line_starts, source)
        return Place(line, source - self.line_starts[line - 1] + 1)


@dataclass(frozen=True, slots=True)
class Section:
    """A region of the text that is not running prose: "headline", "heading", "item" or "table"."""

    kind: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Article:
    """One text with its metadata; everything but ``id`` and ``text`` may be missing.

    ``path`` is the file it was read from, as the user named it; ``story`` is the event that the
    article says it belongs to, empty where numcheck is to find out. Figures are read in ``text`` only:
    the readers put the title of a file's front matter at its beginning.
    """

    id: str
    text: str
    title: str = ""
    source: str = ""
    published: date | None = None
    story: str = ""
    path: str = ""
    sections: tuple[Section, ...] = ()
    source_map: SourceMap | None = None

    def place(self, offset: int) -> Place:
        """The line and column, in the source file where there is one, of a character's offset."""
        if self.source_map is not None:
            return self.source_map.place(offset)
        line_start = self.text.rfind("\n", 0, offset) + 1
        return Place(self.text.count("\n", 0, offset) + 1, offset - line_start + 1)


class Number(NamedTuple):
    """A numeral with its magnitude words, read.

    ``quantum`` is the place value of the last digit written: 100,000 in "1.2 million".
    ``magnitude`` is what its magnitude words multiply it by. ``form`` is "plain", "grouped",
    "indian", "continental", "decimal", "word", "fraction", "broken" for digits that no style groups
    so, "doubled" for a magnitude given twice. ``readings`` are the values that a malformed number
    may have been meant for, the likeliest by its form first; empty for a well-formed one.
    """

    value: Decimal
    quantum: Decimal
    form: str
    readings: tuple[Decimal, ...] = ()
    magnitude: Decimal = Decimal(1)

    def times(self, magnitude: Decimal) -> Number:
        """The number multiplied by a magnitude word: 1.2 times a million is 1.2 million."""
        return Number(
            self.value * magnitude,
            self.quantum * magnitude,
            self.form,
            tuple(reading * magnitude for reading in self.readings),
            self.magnitude * magnitude,
        )


@dataclass(frozen=True, slots=True)
class CalendarDate:
    """The parts of a date that are written: year, month, day, weekday (1 is Monday); 0 where absent.

    They are kept as written, so that a date that no calendar has can be told.
    """

    year: int = 0
    month: int = 0
    day: int = 0
    weekday: int = 0


@dataclass(frozen=True, slots=True)
class Flaw:
    """What is wrong with the way a mention is written, at its span; a typo rule reports it.

    ``name`` is "broken-grouping", "doubled-magnitude" or "doubled-unit"; ``corrections`` are
    replacements for the text of the span, in step with the readings of the number where the flaw
    leaves its value in doubt.
    """

    name: str
    start: int
    end: int
    corrections: tuple[str, ...]


class Mention(NamedTuple):
    """A figure as written, from its hedge to its rate: "about $100 million a month".

    ``high`` is the second end of a range, and the same object as ``low`` where there is none.
    ``unit`` is a canonical unit name or empty, ``hedge`` a key of the table of hedges or empty.
    ``number_start`` and ``number_end`` bound the numeral itself with its magnitude words.
    ``date`` holds what a date says; a clock time is the minutes since midnight. ``alternatives`` are the
    other units that the words may mean: a bare "$" is one of many dollars.
    """

    start: int
    end: int
    kind: Kind
    low: Number
    high: Number
    number_start: int
    number_end: int
    unit: str = ""
    hedge: str = ""
    per: str = ""
    date: CalendarDate = CalendarDate()
    flaws: tuple[Flaw, ...] = ()
    alternatives: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Quantity:
    """What a mention means.

    ``value`` is None for a range and for a date; ``low`` and ``high`` are its ends, or both the
    value. ``stated`` takes the last written digit at face value, ``possible`` is what the writer
    may have meant: trailing zeros rounded away, and the hedge. Both are in ``unit``; ``alternatives`` are
    the other units that the words may mean, where neither the article nor the settings tell.
    """

    kind: Kind
    value: Decimal | None
    low: Decimal
    high: Decimal
    unit: str
    dimension: str
    per: str
    approx: Approx
    stated: Interval
    possible: Interval
    alternatives: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Relation:
    """How a figure relates to the figure that begins at ``other`` in the same article.

    ``kind`` is "part" (one of the parts that are named after a whole: "50,000, including 10,000"),
    "component" (the parts are all there are: "made up of", a total given after its parts),
    "share" ("90% of those 1,000"), "rest" (what is left beside that figure: "the other three", "the
    remaining 40%").
    """

    kind: str
    other: int

    @property
    def is_of_a_whole(self) -> bool:
        """Whether the other figure is a whole that this one is a part of."""
        return self.kind in ("part", "component")


class Subject(NamedTuple):
    """What a figure measures.

    ``noun`` is the counted noun as written, ``head`` its last word in the singular, ``noun_class``
    the class of the noun table it belongs to ("person"), ``predicate`` the class of the
    governing verb or noun ("kill"), ``owner`` the nearest governing name. ``direction`` is "rise" or
    "fall" where the figure is part of a change, and ``role`` what it is of it: "by" (how much), "from" (the
    value before) or "to" (the value after). ``is_negated`` is whether the sentence denies it.
    """

    noun: str = ""
    head: str = ""
    noun_class: str = ""
    qualifiers: tuple[str, ...] = ()
    complement: str = ""
    predicate: str = ""
    owner: str = ""
    relations: tuple[Relation, ...] = ()
    direction: str = ""
    role: str = ""
    is_negated: bool = False


@dataclass(frozen=True, slots=True)
class Period:
    """The days that a figure or a date speaks of, both included; ``text`` is how it was put."""

    first: date
    last: date
    text: str = ""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A value that a malformed figure may have been meant for, and what speaks for it.

    ``text`` is the correction as it would be printed in place of the flaw.
    """

    value: Decimal
    text: str
    evidence: tuple[str, ...] = ()


class Figure(NamedTuple):
    """A mention with its quantity, subject, attribution and period: what ``extract`` returns.

    ``text`` is the slice ``[start:end]`` of the article's text; ``article`` is the article's id.
    """

    text: str
    start: int
    end: int
    mention: Mention
    quantity: Quantity
    subject: Subject
    attribution: str = ""
    period: Period | None = None
    article: str = ""
    sentence_start: int = 0
    sentence_end: int = 0
    candidates: tuple[Candidate, ...] = ()

    @property
    def value(self) -> Decimal | None:
        """The value in ``unit``, or None for a range, a date or a time."""
        return self.quantity.value

    @property
    def low(self) -> Decimal:
        """The lower end of a range, or the value."""
        return self.quantity.low

    @property
    def high(self) -> Decimal:
        """The upper end of a range, or the value."""
        return self.quantity.high

    @property
    def unit(self) -> str:
        """The canonical unit: "" for a count, "percent", an ISO 4217 code, or a pint name."""
        return self.quantity.unit

    @property
    def noun(self) -> str:
        """The counted or measured noun as written, without its qualifiers."""
        return self.subject.noun

    @property
    def per(self) -> str:
        """The unit of the rate ("month"), or empty."""
        return self.quantity.per

    @property
    def approx(self) -> Approx:
        """How the figure is hedged."""
        return self.quantity.approx

    @property
    def kind(self) -> Kind:
        """The kind of quantity."""
        return self.quantity.kind

    @property
    def is_malformed(self) -> bool:
        """Whether its value is one of several readings of something mistyped."""
        return bool(self.candidates)


@dataclass(frozen=True, slots=True)
class Reading:
    """An article with the figures that were found in it, in the order of the text."""

    article: Article
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Story:
    """The readings of the articles about one event, in the order in which they were given; ``likeness``
    is how alike they are on average where that alone made them one, from 0 to 1, and 1 where somebody who
    knows has said so."""

    id: str
    readings: tuple[Reading, ...]
    likeness: float = 1.0


@dataclass(frozen=True, slots=True)
class Evidence:
    """One reason to believe that two figures measure the same thing, or that they do not.

    ``weight`` is a natural log-likelihood ratio, as in Fellegi and Sunter's model of record
    linkage ("A Theory for Record Linkage", 1969).
    """

    name: str
    weight: float


@dataclass(frozen=True, slots=True)
class Difference:
    """Two figures that measure one thing and cannot both be right as printed, in the order of the corpus, of
    an update the older first, of a part and a whole the part first.

    ``kind`` is how they differ: the slip of the pen that is between them ("zero", "point", "magnitude",
    "transposed", "digit", "round", "dropped", "unit", "rate", "complement"), "plain" where there is none,
    "source" where one named source is quoted with both, "dispute" where two sources give one each, "update"
    where the later of two articles has the higher count of what only grows, "headline" where a headline
    differs from its text (a title in the metadata alone has its offsets in the title), "swapped" where two
    figures stand in each other's place, "part" where a part exceeds its whole, "age", "date" and "time"
    where a person's age or an event's day or hour differs. ``evidence`` is what speaks for their being one
    thing.
    """

    kind: str
    figures: tuple[Figure, Figure]
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Cluster:
    """Figures that measure the same thing, in the order of articles and text.

    ``evidence`` is what spoke for the weakest link that holds the cluster together, ``difference`` the
    surest of the links between two of its figures that differ; None where all agree.
    """

    story: str
    figures: tuple[Figure, ...]
    evidence: tuple[Evidence, ...] = ()
    difference: Difference | None = None

    @property
    def label(self) -> str:
        """A short name for what is measured, taken from the first figure that has one."""
        for figure in self.figures:
            if figure.subject.noun:
                words = (*figure.subject.qualifiers, figure.subject.noun)
                return " ".join(words)
        return self.figures[0].unit or self.figures[0].kind

    @property
    def articles(self) -> tuple[str, ...]:
        """The ids of the articles it spans, each once."""
        return tuple(dict.fromkeys(figure.article for figure in self.figures))


@dataclass(frozen=True, slots=True)
class Hit:
    """What a rule yields; the engine makes a finding of it.

    ``figures`` take part, the primary one first, and ``[start:end]`` is the place in its article; none where
    what is mistyped was read as no figure, and then the engine sets ``article``. ``severity`` is empty where
    the rule's own holds.
    """

    figures: tuple[Figure, ...]
    start: int
    end: int
    message: str
    suggestions: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    severity: Severity | Literal[""] = ""
    article: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule found, as SARIF's result has it.

    The primary place is ``[start:end]`` of the text of ``article``; ``figures`` are the figures
    that take part, the primary one first. ``evidence`` are lines that show why, among them the
    recomputation where there was one. ``fingerprint`` stays the same when text is inserted
    elsewhere or an unrelated article is added. ``known`` marks a finding that the accepted-findings
    file holds.
    """

    rule: str
    name: str
    severity: Severity
    message: str
    figures: tuple[Figure, ...]
    article: str
    start: int
    end: int
    suggestions: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    fingerprint: str = ""
    known: bool = False
