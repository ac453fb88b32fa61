"""Joins names that hold a number to one token, so that no later step sees the number: "Boeing 737".

Each kind of name is a pattern over classes and a predicate with the text that forced it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache
from typing import Any, NamedTuple

from numcheck.extract.currencies import hundredths
from numcheck.extract.tokens import Sentence, merge
from numcheck.extract.words import is_plural, noun_class, singular, word_list
from numcheck.lexicon import table
from numcheck.model import Flaw

__all__ = ["NAMES", "Name", "join_names"]

BEFORE_A_COUNT = word_list("before_a_count")
PLACES_AFTER = word_list("places_after")
STOPS = word_list("stops")
WORDED_LABELS = word_list("worded_labels")

LONGEST_PLAIN = 4
# What follows a number that counts or measures, whatever stands before it.
COUNTING = tuple("uTc%mk$-h/MW")
# What stands before and behind a name and its number where the verb is told once, and behind the number of
# the first name.
GAP_BEGINS, GAP_ENDS = frozenset(",;&("), ",;.&)"
GAPPED_ARTICLES = frozenset({"the", "those", "that", "its", "his", "her", "their"})
COUNTING_BEFORE = frozenset("wuTc%$C")


@cache
def _labels() -> frozenset[str]:
    return frozenset(table("identifiers")["labels"])


def _is_labelled(sentence: Sentence, first: int, stop: int) -> bool:
    """ "Route 66", "Section 230", "Beta V.1.0", "Flight 370"; not "the group 30 people joined"."""
    label = sentence.words[first]
    if sentence.lowers[first] not in _labels():
        return False
    number = sentence.numbers.get(stop - 1)
    if number is None or number.form == "grouped":
        return False
    if sentence.classes[stop - 1] == "y" and sentence.lowers[first] in table("identifiers")["dated"]:
        return False
    if sentence.lowers[first] in ("no", "nos") and not (
        label[0] == "N" or "." in sentence.classes[first:stop]
    ):
        return False
    following = sentence.classes[stop : stop + 1]
    counts = following in COUNTING or is_plural(sentence.words[stop] if following else "")
    return (label[0].isupper() and first > 0) or not counts


def _is_labelled_in_words(sentence: Sentence, first: int, stop: int) -> bool:
    """ "phase one", "on day two"; not "the part two men played"."""
    number = sentence.numbers.get(stop - 1)
    is_label = sentence.lowers[first] in WORDED_LABELS and number is not None
    following = sentence.classes[stop : stop + 1]
    counts = following in COUNTING or (following == "w" and is_plural(sentence.words[stop]))
    return is_label and not counts and sentence.lowers[first - 1] not in ("every", "each", "a")


def _is_hyphenated(sentence: Sentence, first: int, stop: int) -> bool:
    """ "F-16", "MH-17", "COVID-19", "omega-3"; not "pre-1990" nor "magnitude-6.4"."""
    word = sentence.words[first]
    is_name = word[0].isupper() or sentence.lowers[first] in table("identifiers")["hyphenated"]
    return is_name and sentence.is_glued(first, stop)


def _is_glued_number(sentence: Sentence, first: int, stop: int) -> bool:
    """ "16-I", "7-Eleven": digits that a hyphen ties to letters or to a capital."""
    last = sentence.words[stop - 1]
    return sentence.is_glued(first, stop) and (sentence.classes[stop - 1] == "I" or last[0].isupper())


def _is_index(sentence: Sentence, first: int, stop: int) -> bool:
    """ "the S&P 500"."""
    return sentence.is_adjacent(first + 1)


def _is_capital_number(sentence: Sentence, first: int, stop: int) -> bool:
    """ "Fifty Shades of Grey", "Formula One", "the Big Ten"; not "Ten months after", which begins its
    sentence, nor "“Two of them”"."""
    index = first if sentence.classes[first] == "n" else stop - 1
    if not sentence.words[index][0].isupper() or sentence.is_headline():
        return False
    opens = index == 0 or sentence.classes[index - 1] in "\"':-.("
    if not opens:
        return True
    is_quoted = index > 0 and sentence.classes[index - 1] in "\"'"
    return is_quoted and index == first and sentence.classes[stop : stop + 1] in ("C", "O")


def _is_numbered_name(sentence: Sentence, first: int, stop: int) -> bool:
    """ "the FTSE 100", "Falcon 9", "Maroon 5", "Web 2.0"; not "In Kabul 12 soldiers", "Some 40"."""
    word, lower = sentence.words[first], sentence.lowers[first]
    number = sentence.numbers.get(stop - 1)
    if number is None or number.form not in ("plain", "decimal") or number.magnitude != 1:
        return False
    if len(sentence.words[stop - 1]) > LONGEST_PLAIN:
        return len(sentence.words[stop - 1]) == 5 and len(word) == 2 and word.isupper()  # "MO 64801"
    if sentence.is_headline():
        return False
    if lower in STOPS or lower in BEFORE_A_COUNT or lower.endswith("ly"):
        return False
    if lower in table("identifiers")["years_of_school"]:
        return True  # "Year 6 pupils"
    following = sentence.classes[stop : stop + 1]
    if following in COUNTING or (len(word) > 1 and following == "," and number.form == "decimal"):
        return False
    if following == "w" and is_plural(sentence.words[stop]):
        before = first
        while before and sentence.classes[before - 1] in "C":
            before -= 1
        head = singular(sentence.words[stop])
        if noun_class(head) or head == "point" or sentence.lowers[before - 1] in PLACES_AFTER:
            return False
    return not _is_gapped(sentence, first, stop)


def _is_gapped(sentence: Sentence, first: int, stop: int) -> bool:
    """ "handed over 735 jets and Boeing 528,", "won 31 seats, the Greens 16": a count whose verb and noun are
    told once, of the first of several names."""
    if sentence.classes[stop : stop + 1] not in ("", *GAP_ENDS):
        return False
    before = first
    while before and sentence.classes[before - 1] in "CO":
        before -= 1
    if before > 1 and sentence.lowers[before - 2] in ("those", "that"):
        before -= 1  # "those in Turin 44"
    if sentence.lowers[before - 1] in GAPPED_ARTICLES:
        before -= 1
    if before < 1 or sentence.classes[before - 1] not in GAP_BEGINS:
        return False
    return any(
        sentence.classes[index + 1 : index + 2] in COUNTING_BEFORE and sentence.classes[index] in "dNn%"
        for index in sentence.numbers
        if index < before - 1
    )


def _is_titled(sentence: Sentence, first: int, stop: int) -> bool:
    """ "60 Minutes", "50 Cent", "12 Years a Slave": a unit or a common noun with a capital, in a
    sentence that has none elsewhere."""
    if not sentence.words[stop - 1].istitle() or " " in sentence.words[stop - 1] or sentence.is_headline():
        return False
    head = sentence.lowers[stop - 1]
    is_common = head in table("rates")["units"] or singular(head) in table("rates")["units"]
    return is_common or head in hundredths()


def _is_group(sentence: Sentence, first: int, stop: int) -> bool:
    """ "the Group of 77"."""
    return sentence.words[first] in table("identifiers")["groups"]


def _is_model(sentence: Sentence, first: int, stop: int) -> bool:
    """ "four 737s"; not "in her 30s", "the 1990s"."""
    number = sentence.numbers.get(first)
    return (
        sentence.words[stop - 1] == "s"
        and sentence.is_adjacent(stop - 1)
        and number is not None
        and (number.value > 100 or number.value % 10 != 0)
    )


def _is_citation(sentence: Sentence, first: int, stop: int) -> bool:
    """ "410 U.S. 113", "42 U.S.C. § 1983", "§ 230"."""
    return sentence.words[first] == "§" or sentence.words[first + 1] in table("identifiers")["reporters"]


def _is_chain(sentence: Sentence, first: int, stop: int) -> bool:
    """ "978-0-306-40615-7", "the P5+1"."""
    return sentence.is_glued(first, stop)


class Name(NamedTuple):
    """A kind of name: its pattern over classes, what tells that a match is one, and how many tokens before
    the match it begins.

    The pattern begins at the number, which is rare, and looks behind for the word before it, which is not.
    """

    pattern: re.Pattern[str]
    is_name: Callable[[Sentence, int, int], bool]
    before: int


NAMES = tuple(
    (needs, words, Name(re.compile(pattern), is_name, before))
    for needs, words, pattern, is_name, before in (
        ("dyN -", (), r"[dyN](?:-[dyN]){3,}", _is_chain, 0),
        ("dyN x", (), r"[dyN]Cx[dyN]|x[dyN]", _is_citation, 0),
        ("dyN", map(str.lower, table("identifiers")["reporters"]), r"[dyN][CI][dyN]", _is_citation, 0),
        ("dyN", _labels(), r"[dyN](?<=[wCTuIo].)", _is_labelled, 1),
        ("dyN .#", _labels(), r"[.#](?<=[wCTuIo].)[dyN]", _is_labelled, 1),
        ("dyN -", (), r"-(?<=[CIuw]-)[dyN]", _is_hyphenated, 1),
        ("dN I +", (), r"\+(?<=I\+)[dN]", _is_chain, 1),
        ("dyN -", (), r"[dyN]-[In]", _is_glued_number, 0),
        ("dyN &", (), r"&(?<=C&)C[dyN]", _is_index, 1),
        ("dN", map(str.lower, table("identifiers")["groups"]), r"O(?<=CO)[dN]", _is_group, 1),
        ("n", WORDED_LABELS, r"n(?<=[wCT]n)", _is_labelled_in_words, 1),
        ("n", (), r"nC", _is_capital_number, 0),
        ("n", (), r"n(?<=Cn)", _is_capital_number, 1),
        ("n", (), r"O(?<=CO)n", _is_capital_number, 1),
        ("dN", (), r"[dN](?<=C.)", _is_numbered_name, 1),
        ("dNn", (), r"[dNn][Cc]", _is_titled, 0),
        ("dN", ("s",), r"[dN]w", _is_model, 0),
    )
)


def join_names(sentence: Sentence, flaws: dict[int, Flaw], names: Iterable[Name]) -> None:
    """Makes each name that holds a number one token of letters and digits; ``names`` are the kinds of
    names of the table that the sentence can hold."""
    for pattern, is_name, before in names:
        match = pattern.search(sentence.classes)
        while match:
            first, stop = match.start() - before, match.end()
            if is_name(sentence, first, stop):
                is_plural_form = sentence.is_adjacent(stop) and sentence.words[stop] == "s"
                _join(sentence, first, stop + is_plural_form, flaws)  # "F-16s"
                stop = first + 1
            match = pattern.search(sentence.classes, stop)


def _join(sentence: Sentence, first: int, stop: int, flaws: dict[int, Flaw]) -> None:
    merge(sentence, first, stop, "I")
    shift = stop - first - 1
    for by_token in (sentence.numbers, sentence.ranges, flaws):
        _shift(by_token, first, stop, shift)


def _shift(by_token: dict[int, Any], first: int, stop: int, shift: int) -> None:
    """Keeps what is known of the tokens after ``stop`` at their new places, and forgets those before."""
    moved = {
        index - shift if index >= stop else index: value
        for index, value in by_token.items()
        if not first <= index < stop
    }
    by_token.clear()
    by_token.update(moved)
