"""The figures of an article sentence by sentence: what a rule about neighbours in a text walks over."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import wraps
from itertools import groupby
from re import Pattern
from typing import TypeVar

from numcheck.model import Figure, Reading

__all__ = [
    "after",
    "are_neighbours",
    "before",
    "between",
    "by_sentence",
    "remembered",
    "remembered_of_each",
    "runs",
    "sentence_of",
    "with_next",
    "without_dates",
]

FAR = 80
T = TypeVar("T")


def remembered(function: Callable[[Reading], Iterable[T]]) -> Callable[[Reading], tuple[T, ...]]:
    """What a function finds in a reading, found once where several rules ask for it one after the other."""
    last: list[tuple[Reading, tuple[T, ...]]] = []

    @wraps(function)
    def found(reading: Reading) -> tuple[T, ...]:
        if not last or last[0][0] is not reading:
            last[:] = [(reading, tuple(function(reading)))]
        return last[0][1]

    return found


def remembered_of_each(function: Callable[[Reading, Figure], T]) -> Callable[[Reading, Figure], T]:
    """What a function says of a figure, asked once of each that is there at the time; ``T`` is seldom more
    than a flag."""
    last: list[Reading] = []
    known: dict[tuple[int, int], T] = {}

    @wraps(function)
    def found(reading: Reading, figure: Figure) -> T:
        if not last or last[0] is not reading:
            last[:] = [reading]
            known.clear()
        place = figure.start, figure.end
        if place not in known:
            known[place] = function(reading, figure)
        return known[place]

    return found


@remembered
def by_sentence(reading: Reading) -> Iterator[tuple[Figure, ...]]:
    """The figures of each sentence that has any."""
    for _, group in groupby(reading.figures, key=lambda figure: figure.sentence_start):
        yield tuple(group)


def with_next(reading: Reading, cue: Pattern[str]) -> Iterator[tuple[tuple[Figure, ...], tuple[Figure, ...]]]:
    """The figures of each sentence, and those of the next one where that follows at once and begins with a
    cue."""
    sentences, text = by_sentence(reading), reading.article.text
    for place, figures in enumerate(sentences):
        following = sentences[place + 1] if place + 1 < len(sentences) else ()
        goes_on = following and cue.match(text, following[0].sentence_start)
        yield figures, following if goes_on and are_neighbours(reading, figures, following) else ()


def are_neighbours(reading: Reading, figures: Sequence[Figure], following: Sequence[Figure]) -> bool:
    """Whether no other sentence stands between those of two groups of figures."""
    return not reading.article.text[figures[0].sentence_end : following[0].sentence_start].strip()


def runs(reading: Reading, length: int, *, with_dates: bool = True) -> Iterator[tuple[Figure, ...]]:
    """Every ``length`` figures that follow each other in one sentence, dates left out where told so."""
    for group in by_sentence(reading):
        figures = tuple(figure for figure in group if with_dates or figure.kind != "date")
        for first in range(len(figures) - length + 1):
            yield figures[first : first + length]


def sentence_of(reading: Reading, figure: Figure) -> str:
    """The sentence that a figure stands in."""
    return reading.article.text[figure.sentence_start : figure.sentence_end]


def between(reading: Reading, first: Figure, second: Figure) -> str:
    """The text between two figures."""
    return reading.article.text[first.end : second.start]


def without_dates(reading: Reading, start: int, end: int) -> str:
    """The text from one offset to another without the dates that stand there: "20 [in 2000] to 30"."""
    text, parts = reading.article.text, []
    for figure in _dates(reading):
        if start <= figure.start and figure.end <= end:
            parts.append(text[start : figure.start])
            start = figure.end
    return "".join([*parts, text[start:end]])


@remembered
def _dates(reading: Reading) -> Iterator[Figure]:
    return (figure for figure in reading.figures if figure.kind == "date")


def before(reading: Reading, figure: Figure) -> str:
    """What stands before a figure in its sentence, as far as it may matter."""
    return reading.article.text[max(figure.sentence_start, figure.start - FAR) : figure.start]


def after(reading: Reading, figure: Figure) -> str:
    """What stands after a figure, as far as it may matter."""
    return reading.article.text[figure.end : figure.end + FAR]
