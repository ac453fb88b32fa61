"""The words of a text in the form in which two texts are compared: without their endings, synonyms and the
forms of a name as one."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from numcheck.extract.words import word_list
from numcheck.lexicon import table

__all__ = ["WORD", "Wording", "concept", "short_forms_in", "stem", "wording_of"]

WORD = re.compile(r"[A-Za-zÀ-ɏ][A-Za-zÀ-ɏ'’]*")
# The endings of inflected words, behind as many letters as they leave at least.
ENDING = re.compile(r"(?<=.{4})(?:ations?|ings|ers?|ly)$|(?<=.{3})(?:ing|ed|(?<!s)s)$")
LEAST = 3
# Letters from which a silent "e" at the end is left off.
SILENT = 5
# Consonants that an ending doubles: "stopped".
DOUBLED = re.compile(r"(bb|dd|gg|mm|nn|pp|rr|tt)$")


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """A word without its commonest endings.

    >>> stem("spends"), stem("spending"), stem("stopped"), stem("planes"), stem("casualties")
    ('spend', 'spend', 'stop', 'plane', 'casualti')
    """
    lower = word.lower().replace("’", "'").removesuffix("'s")
    match = ENDING.search(lower)
    if match is not None:
        ending, lower = match[0], lower[: match.start()]
        if ending == "s" and lower.endswith(("sse", "xe", "che", "she")):
            lower = lower[:-1]
        elif lower.endswith("ie"):
            lower = lower[:-2] + "y"
        if ending in ("ed", "ing") and len(lower) > LEAST and DOUBLED.search(lower):
            lower = lower[:-1]
    if len(lower) > SILENT:
        lower = lower.removesuffix("e")
    return lower[:-1] + "i" if lower.endswith("y") and len(lower) > LEAST else lower


@lru_cache(maxsize=100_000)
def concept(word: str) -> str:
    """What a word names: its stem, or that of the word that stands for its synonyms.

    >>> concept("killed") == concept("fatalities"), concept("arrested") == concept("charged")
    (True, False)
    """
    stemmed = stem(word)
    return _concepts().get(stemmed, stemmed)


@cache
def _concepts() -> dict[str, str]:
    found: dict[str, str] = {}
    for row in table("concepts")["synonyms"]:
        words = row.split()
        for word in words:
            found[stem(word)] = stem(words[0])
    return found


@cache
def _forms_of_names() -> dict[str, str]:
    """The forms of names that have several, with the one that stands for all."""
    return {form: row[0] for row in table("concepts")["names"] for form in row}


# Three ways to write a sign tell nothing of what is measured.
PERCENT = frozenset(["percent", "per", "cent"])
# Letters from which a word tells something.
SHORTEST = 3
# A word of a longer name that is told by its first.
NOTHING = ("", "", "")


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of a text, in their order: where each begins and ends, its concept, the concept again where
    it tells something and else nothing, and in lower case where it is a name."""

    starts: list[int]
    ends: list[int]
    concepts: tuple[str, ...]
    telling: tuple[str, ...]
    names: tuple[str, ...]

    def between(self, start: int, end: int) -> slice:
        """The places of the words between two offsets."""
        return slice(bisect_left(self.starts, start), bisect_left(self.ends, end + 1))


@cache
def _long_names() -> dict[str, str]:
    """The forms of names that are no single word, the longest first: "United States of America", "U.S."."""
    forms = _forms_of_names()
    long = [form for form in forms if not form.isalpha()]
    return {form: forms[form] for form in sorted(long, key=len, reverse=True)}


@cache
def _silent() -> frozenset[str]:
    """What stands in any sentence."""
    return word_list("stops") | PERCENT


@lru_cache(maxsize=100_000)
def _read(word: str) -> tuple[str, str, str]:
    """The concept of a word or name, the same where it tells something, and the name."""
    plain = _forms_of_names().get(word, word)
    found = concept(plain)
    if plain.lower() in _silent() or len(plain) < SHORTEST:
        return found, "", ""
    return found, found, plain.lower() if plain[0].isupper() else ""


def wording_of(text: str, short_forms: Mapping[str, str]) -> Wording:
    """The words of a text; ``short_forms`` of longer names stand for those: "FAA" for "Federal Aviation
    Administration"."""
    words = WORD.findall(text)
    read = [*map(_read, words)]
    # Four times as fast as asking a match for each word where it begins.
    starts, ends, end = [], [], 0
    for word in words:
        start = text.index(word, end)
        end = start + len(word)
        starts.append(start)
        ends.append(end)
    for long, short in {**_long_names(), **short_forms}.items():
        place = text.find(long)
        while place >= 0:
            first, stop = bisect_left(starts, place), bisect_left(starts, place + len(long))
            if stop > first and read[first] != NOTHING:
                read[first:stop] = [_read(short), *[NOTHING] * (stop - first - 1)]
            place = text.find(long, place + len(long))
    concepts, telling, names = zip(*read, strict=True) if read else ((), (), ())
    return Wording(starts, ends, concepts, telling, names)


# A short form where it is introduced: "the Federal Aviation Administration (FAA)".
INTRODUCED = re.compile(r"\(([A-Z]{3,6})\)")
# Characters before a short form in which the long one stands.
LONGEST_NAME = 90


def short_forms_in(text: str) -> dict[str, str]:
    """The names that a text gives a short form of, with it.

    >>> short_forms_in("The Federal Aviation Administration (FAA) said so.")
    {'Federal Aviation Administration': 'FAA'}
    """
    found = {}
    for match in INTRODUCED.finditer(text):
        before = text[max(0, match.start() - LONGEST_NAME) : match.start()].rstrip()
        capitals = [word for word in WORD.finditer(before) if word[0][0].isupper()]
        initials = "".join([word[0][0] for word in capitals])
        if initials.endswith(match[1]):
            first = capitals[len(capitals) - len(match[1])].start()
            found[before[first:]] = match[1]
    return found
