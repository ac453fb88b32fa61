"""Where the numerals of an article are: what a pattern of a mistyped one has to be looked for in.

Most of a text has no number near, and a pattern that is tried at each of its characters costs more than all
the rest of a rule. The stretches around numerals are found once for each article.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from numcheck.model import Reading

__all__ = ["is_near_numerals", "near_numerals"]

NUMERAL = re.compile(r"[0-9]+")
# Characters before and behind a numeral that a pattern of one may need, and one of the words about it.
CLOSE, WIDE = (16, 26), (40, 70)


def near_numerals(
    reading: Reading, pattern: re.Pattern[str], *, with_words: bool = False
) -> Iterator[re.Match[str]]:
    """The matches of a pattern that has a numeral in it or next to it; ``with_words`` where more than a
    word or two before or behind belongs to it."""
    text = reading.article.text
    for start, end in _stretches(text, *(WIDE if with_words else CLOSE)):
        yield from pattern.finditer(text, start, end)


def is_near_numerals(reading: Reading, pattern: re.Pattern[str]) -> bool:
    """Whether a pattern matches at or beside a numeral: asked first of what is rare."""
    return next(near_numerals(reading, pattern), None) is not None


# The rules ask one after the other about one article.
@lru_cache(maxsize=4)
def _stretches(text: str, before: int, behind: int) -> tuple[tuple[int, int], ...]:
    """The stretches around the numerals of a text, up to a blank, none touching the next."""
    stretches: list[list[int]] = []
    for match in NUMERAL.finditer(text):
        start, end = max(0, match.start() - before), match.end() + behind
        if stretches and start <= stretches[-1][1]:
            stretches[-1][1] = end
        else:
            stretches.append([start, end])
    return tuple((start, _end_of_word(text, end)) for start, end in stretches)


def _end_of_word(text: str, place: int) -> int:
    blank = text.find(" ", place)
    return len(text) if blank < 0 else min(blank, len(text))
