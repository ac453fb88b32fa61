"""Finds the hedge before or after a figure: the longest that the table has."""

from __future__ import annotations

from functools import cache

from numcheck.extract.tokens import TOKEN, Sentence
from numcheck.lexicon import table

__all__ = ["hedge_after", "hedge_before"]

# Words of a hedge that belong to the verb before them: "the fines added up to €17,000", "the price went up to
# £18", "handed over $40".
PARTICLES = {
    ("up", "to"): frozenset(
        {"added", "adds", "add", "adding", "summed", "go", "goes", "going", "went", "gone", "moved", "moves"}
        | {"inched", "ticked", "crept", "creep", "edged", "shot", "jumped", "climbed", "rose", "pushed"}
    ),
    ("over",): frozenset({"hand", "hands", "handed", "handing", "fork", "forked", "forking", "turned"}),
}
NO_VERBS: frozenset[str] = frozenset()


@cache
def _hedges(place: str) -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """The hedges by the word beside the figure: their words and their key, the longest first."""
    hedges: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for name, row in table("hedges").items():
        for form in row[place]:
            words = tuple(TOKEN.findall(form))
            hedges.setdefault(words[-1 if place == "before" else 0], []).append((words, name))
    return {word: tuple(sorted(rows, key=lambda row: -len(row[0]))) for word, rows in hedges.items()}


def hedge_before(sentence: Sentence, first: int, taken: bytearray) -> tuple[int, str]:
    """Where the hedge begins that ends before the token ``first``, and its key; empty without one."""
    if first:
        for words, name in _hedges("before").get(sentence.lowers[first - 1], ()):
            start = first - len(words)
            if start < 0 or tuple(sentence.lowers[start:first]) != words:
                continue
            is_particle = start > 0 and sentence.lowers[start - 1] in PARTICLES.get(words, NO_VERBS)
            if not is_particle and not any(taken[start:first]):
                return start, name
    return first, ""


def hedge_after(sentence: Sentence, stop: int) -> tuple[str, int]:
    """The key of the hedge that begins at the token ``stop``, and where it ends; empty without one."""
    for words, name in _hedges("after").get(sentence.lowers[stop], ()):
        if tuple(sentence.lowers[stop : stop + len(words)]) == words and _belongs(sentence, stop, words[0]):
            return name, stop + len(words)
    return "", stop


def _belongs(sentence: Sentence, stop: int, word: str) -> bool:
    """ "20 plus", "20+"; not "£5 a month plus a charge", "£60 + fees"."""
    if word == "+":
        return sentence.is_adjacent(stop)
    return word != "plus" or sentence.classes[stop + 1 : stop + 2] not in tuple("aO$dNyC")
