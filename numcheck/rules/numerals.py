"""Where the numerals of an article are: what a pattern of a mistyped one has to be looked for in.

Most of a text has no number near, and a pattern that is tried at each of its characters costs more than all
the rest of a rule. The stretches around numerals are found once for each article, and those around the few
that are no plain number, as most are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from numcheck.model import Reading

__all__ = ["is_near_numerals", "near_numerals", "near_odd_numerals"]

Span = tuple[int, int]

# From the first digit of a word on.
NUMERAL = re.compile(r"[0-9]\S*")
# A word that is a year, an age, a rank or a plain sum; not a year that has lost a digit or got a comma.
PLAIN = re.compile(
    r"[(“\"‘'\[]?(?:[$£€]?(?!(?:19|20)(?:[0-9]\b|\.)|[12],[0-9]{3}\b|2[1-9][0-9]{2}\b)"
    r"(?:[1-9][0-9]{0,2}(?:,[0-9]{3})+|[1-9][0-9]{0,3}|0)(?:\.[0-9]{1,2})?%?|"
    r"(?:1[1-3]|[0-9]?[04-9]|1?[4-9])th|[2-9]?(?:1st|2nd|3rd)|"
    r"[1-9][0-9]?-(?:year|day|month|hour|week|minute)s?(?:-olds?)?)[.,;:!?)”\"’'\]]{0,2}"
)
# What makes more of a numeral before it or behind it.
SIGNS = frozenset(f"{sign} " for sign in ",.:;$£€#–-")
SIGN_BESIDE = re.compile(r" (?:[,.:;%$£€#–-]|(?:st|nd|rd|th|[ap]\.?m)\b|(?<=\. )[a-z])")
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


def near_odd_numerals(
    reading: Reading, pattern: re.Pattern[str], *, having: str = ""
) -> Iterator[re.Match[str]]:
    """The matches of a pattern at or beside a numeral that is no plain one, or that another numeral or a sign
    stands beside; ``having`` are characters of which its word has one."""
    for start, end in _odd_stretches(reading.article.text, having):
        yield from pattern.finditer(reading.article.text, start, end)


def is_near_numerals(reading: Reading, pattern: re.Pattern[str]) -> bool:
    """Whether a pattern matches at or beside a numeral: asked first of what is rare."""
    return next(near_numerals(reading, pattern), None) is not None


# The rules ask one after the other about one article.
@lru_cache(maxsize=4)
def _stretches(text: str, before: int, behind: int) -> tuple[Span, ...]:
    """The stretches around the numerals of a text, up to a blank, none touching the next."""
    return tuple(_joined(text, _numerals(text), before, behind))


@lru_cache(maxsize=4)
def _odd_stretches(text: str, having: str) -> tuple[Span, ...]:
    odd = _odd(text, _numerals(text))
    if having:
        odd = ((start, end) for start, end in odd if not set(having).isdisjoint(text[start:end]))
    return tuple(_joined(text, odd, *CLOSE))


@lru_cache(maxsize=4)
def _numerals(text: str) -> tuple[Span, ...]:
    """The words with a digit."""
    spans = []
    for match in NUMERAL.finditer(text):
        start, end = match.span()
        while start and not text[start - 1].isspace():
            start -= 1
        spans.append((start, end))
    return tuple(spans)


def _odd(text: str, numerals: Iterable[Span]) -> Iterator[Span]:
    last = -1
    for start, end in numerals:
        has_sign = text[start - 2 : start] in SIGNS and text[max(0, start - 3) : start - 2].isspace()
        is_alone = start > last + 1 and not has_sign
        if not is_alone or not PLAIN.fullmatch(text, start, end) or SIGN_BESIDE.match(text, end):
            yield start, end
        last = end


def _joined(text: str, numerals: Iterable[Span], before: int, behind: int) -> Iterator[Span]:
    first, last = -1, -1
    for start, end in numerals:
        if first >= 0 and start - before <= last:
            last = end + behind
            continue
        if first >= 0:
            yield first, _end_of_word(text, last)
        first, last = max(0, start - before), end + behind
    if first >= 0:
        yield first, _end_of_word(text, last)


def _end_of_word(text: str, place: int) -> int:
    blank = text.find(" ", place)
    return len(text) if blank < 0 else min(blank, len(text))
