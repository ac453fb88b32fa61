"""Finds the sentences that hold a figure, and cuts only those into tokens.

Most of an article holds no figure. A scan for anchors (digits and number words) decides which
sentences are worth the cost of tokens; the rest is never looked at again.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache

import regex

from numcheck.extract.words import word_list
from numcheck.lexicon import table

__all__ = ["anchored_spans"]

# No sentence that an editor would print is longer; a longer one (a table, a run of data) is cut at
# a space, so that no later step meets more than this.
LONGEST_SENTENCE = 1200

# A full stop ends a sentence where a space and a capital, a digit or an opening quote follow.
# A line end always does: headlines and captions carry no full stop.
# Number words that are hardly ever a figure by themselves, and stand in every tenth sentence.
UNTELLING = frozenset({"first", "second"})

BOUNDARY = regex.compile(r"[.!?…][\"”’')\]]*+[ \t]++(?=[\"“‘'(\[]?[\p{Lu}0-9])|[\r\n]\s*+")
LAST_WORD = re.compile(r"([A-Za-z]+)\.$")


@cache
def _anchor() -> re.Pattern[str]:
    """Digits, or a number word after a separator; a trie keeps each character's cost to one step."""
    numerals = table("numerals")
    words = {
        word
        for name in ("cardinals", "tens", "vague", "fractions", "groups", "ordinals")
        for word in numerals[name]
        if word not in UNTELLING
    } | {"hundred", "thousand", "million", "billion", "trillion"}
    forms = words | {word.capitalize() for word in words}
    return re.compile(rf"[0-9½¼¾⅓⅔]|(?:^|(?<=[\s\"“‘'(\[—–/-]))(?:{_trie(forms)})(?![a-z])")


def _trie(words: set[str]) -> str:
    """A pattern that matches any of ``words``, factored by their common beginnings."""
    tails: dict[str, set[str]] = {}
    for word in words:
        if word:
            tails.setdefault(word[0], set()).add(word[1:])
    branches = [re.escape(head) + _trie(rest) for head, rest in sorted(tails.items())]
    if not branches:
        return ""
    body = branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"
    return f"(?:{body})?" if "" in words else body


def anchored_spans(text: str) -> Iterator[tuple[int, int]]:
    """The spans of the sentences that hold at least one digit or number word, in order."""
    anchors = _anchor().finditer(text)
    anchor = next(anchors, None)
    if anchor is None:
        return
    ends = _sentence_ends(text)
    while anchor is not None:
        place = bisect_right(ends, anchor.start())
        start = ends[place - 1] if place else 0
        end = ends[place]
        if end - start > LONGEST_SENTENCE:
            start, end = _window(text, anchor.start(), start, end)
        yield start, end
        anchor = next((later for later in anchors if later.start() >= end), None)


def _sentence_ends(text: str) -> list[int]:
    """Where each sentence ends, the last of them at the end of the text."""
    ends = []
    abbreviations = word_list("abbreviations")
    for boundary in BOUNDARY.finditer(text):
        start = boundary.start()
        if text[start] == ".":
            word = LAST_WORD.search(text, max(0, start - 8), start + 1)
            if word and (word[1] in abbreviations or len(word[1]) == 1):
                continue
        ends.append(boundary.end())
    if not ends or ends[-1] < len(text):
        ends.append(len(text))
    return ends


def _window(text: str, anchor: int, start: int, end: int) -> tuple[int, int]:
    """A part of an overlong sentence that holds ``anchor``, cut at spaces where there are any."""
    steps = (anchor - start) // LONGEST_SENTENCE
    low = start + steps * LONGEST_SENTENCE
    high = min(low + LONGEST_SENTENCE, end)
    if low > start:
        space = text.rfind(" ", low - LONGEST_SENTENCE // 2, anchor)
        low = max(low, space + 1) if space >= low else low
    if high < end:
        space = text.rfind(" ", anchor, high)
        high = space if space > anchor else high
    return low, high
