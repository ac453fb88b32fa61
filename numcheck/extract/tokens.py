"""Cuts a sentence into tokens, each with one class character: the lexer of the grammar.

What stands between two spaces is cut once and looked up ever after.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from itertools import accumulate, chain
from operator import sub
from sys import intern
from typing import Any

from numcheck.extract.classes import class_of
from numcheck.extract.currencies import hundredths, letters, names, symbols
from numcheck.lexicon import table
from numcheck.model import Number

__all__ = ["MARGIN", "TOKEN", "Sentence", "merge", "split", "tokenize"]

# Possessive, so that no input makes it backtrack: a plain word, which is most of them; a dotted
# abbreviation; a word with what is glued to it by digits or an apostrophe; a numeral; any other
# character. The group is what `split` keeps.
TOKEN = re.compile(
    r"([a-z]++(?![.'’\w])"
    rf"|(?:{'|'.join([*table('calendar')['weekdays'], *table('calendar')['months']])})(?=['’]s?\b)"
    r"|[^\W\d_](?:\.[^\W\d_])+\.?"
    rf"|(?:{'|'.join(form for form in letters() if len(form) > 1)})(?=[0-9])"
    # One letter is a currency only before what is surely money: "R5m", "N1,500".
    rf"|[{''.join(form for form in letters() if len(form) == 1)}]"
    r"(?=[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+(?:\.[0-9]+)?(?:m|bn|tn|trn)(?![a-z]))"
    r"|[^\W\d_]++(?:[0-9][\w]*+(?:\.[0-9]++)*+|['’][^\W\d_]++)*+"
    r"|[0-9]++(?:[.,:'’\u00a0\u202f\u2009][0-9]++)*+"
    # Not the day of "Aug.6".
    rf"|{''.join(f'(?<!{month[-3:]})' for month in table('calendar')['months'])}"
    r"\.[0-9]++(?![0-9.,:]*[.,:][0-9])"
    r"|[^\w\s]|_+"
    r"|[^\W])"
)
MEMO_LIMIT = 200_000
LONGEST_REMEMBERED = 40


# Beyond either end of a sentence `lowers` holds empty words, as far as any recogniser looks.
MARGIN = ("",) * 16


@dataclass(slots=True)
class Sentence:
    """The tokens of one sentence while the recognisers work on it.

    ``starts`` and ``ends`` are offsets into ``text``, the whole article's; ``lowers`` are the tokens in
    lower case, with empty ones beyond the end, so that an index a little outside reads as nothing;
    ``vocabulary`` is the set of them as they were cut; ``numbers`` holds what the number tokens read as,
    ``ranges`` what the vague ones do.
    """

    text: str
    words: list[str]
    lowers: list[str]
    vocabulary: frozenset[str]
    starts: list[int]
    ends: list[int]
    classes: str
    numbers: dict[int, Number] = field(default_factory=dict)
    ranges: dict[int, tuple[Number, Number]] = field(default_factory=dict)
    _is_headline: bool | None = None

    def is_headline(self) -> bool:
        """Whether most words have a capital, which then tells nothing; found once, as it costs them all."""
        if self._is_headline is None:
            words = [word for word in self.words if len(word) > 3 and word[0].isalpha()]
            capitals = sum([word[0].isupper() for word in words])
            self._is_headline = len(words) > 2 and capitals > 0.75 * len(words)
        return self._is_headline

    def is_adjacent(self, index: int) -> bool:
        """Whether nothing stands between the token at ``index`` and the one before it."""
        return 0 < index < len(self.starts) and self.ends[index - 1] == self.starts[index]

    def is_glued(self, first: int, stop: int) -> bool:
        """Whether no space stands between the tokens ``first`` to ``stop``."""
        return stop <= len(self.starts) and all(
            self.ends[index - 1] == self.starts[index] for index in range(first + 1, stop)
        )


# What stands between two spaces, cut into tokens, "(2.5" and ")," as their parts. In one tuple five entries
# a token: the word, the word in lower case, its class, how far its end lies from the end of the one before
# (the space before the chunk included), and its length. Flat, because the words of a corpus are more than
# the processor's cache holds, and each further object is another wait for the memory.
_Chunk = tuple[Any, ...]
FIELDS = 5
# Instead of a chunk in which a space of another kind stands, or nothing: the sentence is cut as a whole.
SPACED = "\0"
_SPACED_CHUNK = ("", "", SPACED, 0, 0)


class _Chunks(dict[str, _Chunk]):
    """The chunks met so far; forgets everything when a corpus's vocabulary outgrows it."""

    def __missing__(self, text: str) -> _Chunk:
        if len(self) > MEMO_LIMIT:
            self.clear()
        # Most are one word, with a comma or a full stop after it or without, and need no cutting.
        if text.isalpha() and text.isascii():
            chunk = _token(text, 1)
        elif text[-1:] in _MARKS and text[:-1].isalpha() and text.isascii():
            chunk = (*self[text[:-1]], *_MARKS[text[-1]])
        else:
            pieces = TOKEN.split(text)
            chunk = _flat(pieces) if text and not pieces[-1] else _SPACED_CHUNK
        if len(text) <= LONGEST_REMEMBERED:
            self[text] = chunk
        return chunk


def _flat(pieces: list[str]) -> _Chunk:
    """The chunk of what `TOKEN` splits: gaps and words in turns."""
    chunk: list[Any] = []
    space = 1
    for gap, word in zip(pieces[::2], pieces[1::2], strict=False):
        chunk += _token(word, space + len(gap))
        space = 0
    return tuple(chunk)


def _token(word: str, gap: int) -> _Chunk:
    """One token, so many characters after the end of the one before."""
    lower = word.lower()
    return intern(word), intern(lower), class_of(word), gap + len(word), len(word)


_MARKS = {mark: _token(mark, 0) for mark in ",."}
_chunk_of = _Chunks().__getitem__


Phrases = dict[str, tuple[tuple[tuple[str, ...], str], ...]]


@cache
def _phrases() -> Phrases:
    """Forms of several words by their first word, of units and of currencies: the words that follow, and
    the class of all."""
    units = [
        (form, "T" if unit["dimension"] == "time" else "%" if name == "percent" else "u")
        for name, unit in table("units").items()
        for form in unit["forms"]
    ]
    currencies = [
        (form, letter)
        for forms, letter in ((symbols(), "$"), (names(), "c"), (hundredths(), "c"))
        for form in forms
    ]
    return _by_first_word([*units, *currencies])


@cache
def _phrase_words() -> tuple[frozenset[str], frozenset[str]]:
    """The first word of each phrase and the longest of the others: without both no phrase is there."""
    phrases = _phrases()
    others = {
        first if rest == (".",) else max(rest, key=len) for first, rows in phrases.items() for rest, _ in rows
    }
    return frozenset(phrases), frozenset(others)


def _by_first_word(forms: Iterable[tuple[str, str]]) -> Phrases:
    phrases: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for form, letter in forms:
        tokens = TOKEN.findall(form)
        if len(tokens) > 1:
            phrases.setdefault(tokens[0], []).append((tuple(tokens[1:]), letter))
    return {first: tuple(sorted(rest, key=lambda entry: -len(entry[0]))) for first, rest in phrases.items()}


def tokenize(text: str, start: int, end: int) -> Sentence:
    """The tokens of ``text[start:end]`` with their classes, phrases of the tables merged to one.

    Print repeats what stands between two spaces, so that most of it is looked up and not cut again.
    """
    segment = text[start:end].rstrip()
    tokens = [*chain.from_iterable(map(_chunk_of, segment.split(" ")))]
    classes = "".join(tokens[2::FIELDS])
    if SPACED in classes:
        tokens = [*_flat(TOKEN.split(segment))]
        classes = "".join(tokens[2::FIELDS])
    words, lowers = tokens[::FIELDS], tokens[1::FIELDS]
    vocabulary = frozenset(lowers)
    lowers += MARGIN
    ends = [*accumulate(tokens[3::FIELDS], initial=start - 1)]
    del ends[0]
    starts = [*map(sub, ends, tokens[4::FIELDS])]
    sentence = Sentence(text, words, lowers, vocabulary, starts, ends, classes)
    firsts, others = _phrase_words()
    if not firsts.isdisjoint(words) and not others.isdisjoint(words):
        _merge_phrases(sentence, _phrases())
    return sentence


def _merge_phrases(sentence: Sentence, phrases: Phrases) -> None:
    merged = read = 0
    for place in [place for place, word in enumerate(sentence.words) if word in phrases]:
        index = place - merged
        if index < read:
            continue
        for rest, letter in phrases[sentence.words[index]]:
            stop = _phrase_end(sentence, index + 1, rest)
            is_full_stop = stop == len(sentence.words) and rest[-1] == "."
            if stop and not is_full_stop and _is_joined(sentence, index, letter):
                merge(sentence, index, stop, letter)
                merged += stop - index - 1
                read = index + 1
                break


def _phrase_end(sentence: Sentence, index: int, rest: tuple[str, ...]) -> int:
    """The token after the words ``rest`` from ``index`` on, which hyphens may join; 0 without them."""
    words = sentence.words
    for word in rest:
        if index < len(words) and words[index] == "-" and word != "-":
            index += 1
        if index >= len(words) or words[index] != word:
            return 0
        index += 1
    return index


def _is_joined(sentence: Sentence, index: int, letter: str) -> bool:
    """A currency symbol of several characters holds no space: "US$5", but not "in the US $5"."""
    return letter != "$" or sentence.ends[index] == sentence.starts[index + 1]


def split(sentence: Sentence, index: int, length: int, letters_of_both: str) -> None:
    """Makes two tokens of the one at ``index``, the first ``length`` characters long."""
    word, start = sentence.words[index], sentence.starts[index]
    sentence.words[index : index + 1] = [word[:length], word[length:]]
    sentence.lowers[index : index + 1] = [word[:length].lower(), word[length:].lower()]
    sentence.starts[index : index + 1] = [start, start + length]
    sentence.ends[index : index + 1] = [start + length, sentence.ends[index]]
    sentence.classes = sentence.classes[:index] + letters_of_both + sentence.classes[index + 1 :]


def merge(sentence: Sentence, first: int, stop: int, letter: str) -> None:
    """Makes the tokens ``first`` to ``stop`` one token of the class ``letter``."""
    start, end = sentence.starts[first], sentence.ends[stop - 1]
    word = (
        " ".join(sentence.text[start:end].replace("-", " ").split())
        if letter in "u%T"
        else (" ".join(sentence.text[start:end].split()))
    )
    sentence.words[first:stop] = [word]
    sentence.lowers[first:stop] = [word.lower()]
    sentence.starts[first:stop] = [start]
    sentence.ends[first:stop] = [end]
    sentence.classes = sentence.classes[:first] + letter + sentence.classes[stop:]
