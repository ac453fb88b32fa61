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

from numcheck.extract.classes import GLYPHS
from numcheck.extract.currencies import letters, symbols
from numcheck.extract.words import word_list
from numcheck.lexicon import table

__all__ = ["anchored_spans"]

# No sentence that an editor would print is longer; a longer one (a table, a run of data) is cut at
# a space, so that no later step meets more than this.
LONGEST_SENTENCE = 1200

# A full stop ends a sentence where a space and a capital, a digit or an opening quote follow.
# A line end always does: headlines and captions carry no full stop.
BOUNDARY = re.compile(r"[.!?…\r\n](?:[\"”’')\]]*+[ \t]++(?=[\"“‘'(\[]?[^\W_a-z])|(?<=[\r\n])\s*+)")
# The same of what follows, for the capitals of all alphabets, which only `regex` has as a class.
OPENING = regex.compile(r"[\"“‘'(\[]?[\p{Lu}0-9]")
LAST_WORD = re.compile(r"([^\W\d_]+)\.$")
ABBREVIATIONS = word_list("abbreviations")
LONGEST = max(map(len, ABBREVIATIONS))
SEPARATORS = " \t\n\r\u00a0\u2009\u202f\"“‘'’([{—–−‑/~+<>=≈≤≥×*,.;:&|#_?!-"


@cache
def _anchors() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Digits or a number word, as a text's first word and after a separator.

    One class of separators leads the pattern and a trie follows, so that most characters cost one
    comparison. A letter before a digit ("MH17") makes it an identifier, and no anchor.
    """
    numerals, calendar = table("numerals"), table("calendar")
    words = {
        word
        for name in ("cardinals", "tens", "vague", "fractions", "groups", "ordinals", "multiples", "pairs")
        for word in numerals[name]
    } | {"hundred", "thousand", "million", "billion", "trillion"}
    words |= {f"{'an' if unit[0] in 'a' else 'a'} {unit} of" for unit in word_list("told_as_one")}
    forms = (
        words | {word.capitalize() for word in words} | set(calendar["weekdays"]) | set(calendar["months"])
    )
    # One class instead of each name, which every capital would have to fail: "Rs500", and "R2".
    heads = "".join(sorted({form[0] for form in letters()}))
    coins = rf"[{heads}][A-Za-z]{{0,3}}\.?[0-9]"
    begins = rf"(?:[0-9{''.join(GLYPHS)}]|(?:{_trie(forms)})(?![a-z])|{coins})"
    signs = "".join(symbol[-1] for symbol in symbols() if not symbol[-1].isalpha())
    return re.compile(begins), re.compile(rf"[{re.escape(SEPARATORS + signs)}]{begins}")


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
    opening, later = _anchors()
    anchor = opening.match(text) or later.search(text)
    if anchor is None:
        return
    ends = _sentence_ends(text)
    while anchor is not None:
        place = bisect_right(ends, anchor.end() - 1)
        start = ends[place - 1] if place else 0
        end = ends[place]
        if end - start > LONGEST_SENTENCE:
            start, end = _window(text, anchor.end() - 1, start, end)
        yield start, end
        # The separator before a sentence's first word is the last character of the one before.
        anchor = later.search(text, end - 1)


def _sentence_ends(text: str) -> list[int]:
    """Where each sentence ends, the last of them at the end of the text."""
    ends = []
    for boundary in BOUNDARY.finditer(text):
        start, end = boundary.span()
        mark = text[start]
        is_long = start > LONGEST and text[start - LONGEST - 1 : start].isalpha()
        if mark == "." and not is_long:
            word = LAST_WORD.search(text, max(0, start - LONGEST - 2), start + 1)
            if word and (word[1] in ABBREVIATIONS or len(word[1]) == 1):
                continue
        if not "0" <= text[end : end + 1] <= "Z" and mark not in "\r\n" and not OPENING.match(text, end):
            continue
        ends.append(end)
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
