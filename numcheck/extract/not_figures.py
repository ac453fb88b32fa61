"""Claims what looks like a figure and is none, each with the text that forced it."""

from __future__ import annotations

import re
from functools import cache

from numcheck.extract.recogniser import Claim, Recogniser
from numcheck.extract.tokens import Sentence
from numcheck.extract.words import is_plural
from numcheck.lexicon import table

__all__ = ["NOT_FIGURES", "link_claims"]

LINK = re.compile(r"(?:https?://|www\.)[^\s<>\"]+|[^\s@<>\"]{1,64}@[\w.-]+|[#@]\w+")
CALLING = frozenset(
    {"caller", "callers", "operator", "operators", "dispatcher", "dispatchers"}
    | {"call", "calls", "called", "calling", "dial", "dials", "dialed", "dialled", "dialing", "phone", "tel"}
)
EMERGENCY = frozenset({"911", "999", "112", "111", "101", "100"})
LINK_SIGNS = ("://", "www.", "@", "#")


@cache
def _labels() -> frozenset[str]:
    return frozenset(table("identifiers")["labels"])


def link_claims(sentence: Sentence) -> list[Claim]:
    """Claims web addresses, e-mail addresses, hashtags and handles: "#Gaza2014"."""
    if not sentence.starts:
        return []
    start, end = sentence.starts[0], sentence.ends[-1]
    if not any(sentence.text.find(sign, start, end) >= 0 for sign in LINK_SIGNS):
        return []
    claims = []
    for match in LINK.finditer(sentence.text, start, end):
        inside = [
            index for index, begin in enumerate(sentence.starts) if match.start() <= begin < match.end()
        ]
        if inside:
            claims.append(Claim(inside[0], inside[-1] + 1))
    return claims


def _claim(sentence: Sentence, match: re.Match[str]) -> Claim:
    return Claim(match.start(), match.end())


def _labelled(sentence: Sentence, match: re.Match[str]) -> Claim | None:
    """ "Route 66", "Section 230", "Beta V.1.0", "Flight 370"; not "the group 30 people joined"."""
    index = match.start()
    label = sentence.words[index]
    if label.lower() not in _labels():
        return None
    number = sentence.numbers.get(match.end() - 1)
    if number is None or number.form == "grouped":
        return None
    if label.lower() in ("no", "nos") and not (label[0] == "N" or "." in match[0]):
        return None
    following = sentence.classes[match.end() : match.end() + 1]
    counts = following in ("u", "T", "c", "%", "m") or is_plural(sentence.lower(match.end()))
    is_name = label[0].isupper() and index > 0
    return _claim(sentence, match) if is_name or not counts else None


def _hyphenated_name(sentence: Sentence, match: re.Match[str]) -> Claim | None:
    """ "F-16", "MH-17", "COVID-19", "Sputnik-5"; not "pre-1990" nor "Sept-20"."""
    first, stop = match.span()
    if sentence.words[first][0].islower() and sentence.lower(first) not in ("foot", "ft", "lb"):
        return None
    is_glued = all(sentence.is_adjacent(index) for index in range(first + 1, stop))
    return _claim(sentence, match) if is_glued else None


def _named_pair(sentence: Sentence, match: re.Match[str]) -> Claim | None:
    """ "9/11", "24/7"."""
    text = "".join(sentence.words[match.start() : match.end()])
    return _claim(sentence, match) if text in table("identifiers")["pairs"] else None


def _telephone(sentence: Sentence, match: re.Match[str]) -> Claim | None:
    """ "555-123-4567", "(202) 555-0143", "020 7946 0958"."""
    groups = [
        sentence.words[index]
        for index in range(match.start(), match.end())
        if sentence.words[index].isdigit()
    ]
    widths = [len(group) for group in groups]
    is_american = widths[-2:] == [3, 4] and match[0][-2] == "-"
    before = sentence.lower(match.start() - 1)
    is_short = widths == [3, 4] and (groups[1][0] == "0" or before in CALLING)
    if len(widths) == 2:
        return _claim(sentence, match) if is_short else None
    is_international = len(widths) >= 3 and groups[0].startswith(("0", "44"))
    return _claim(sentence, match) if is_american or is_international else None


def _emergency(sentence: Sentence, match: re.Match[str]) -> Claim | None:
    """ "dialed 911", "call 999", "a 911 call"."""
    words = {sentence.lower(match.start()), sentence.lower(match.start() + 1)}
    is_call = not words.isdisjoint(CALLING) and not words.isdisjoint(EMERGENCY)
    return _claim(sentence, match) if is_call else None


def _plan(sentence: Sentence, match: re.Match[str]) -> Claim | None:
    """ "a 401(k)"."""
    is_glued = all(sentence.is_adjacent(index) for index in range(match.start() + 1, match.end()))
    return _claim(sentence, match) if is_glued else None


def _index(sentence: Sentence, match: re.Match[str]) -> Claim | None:
    """ "the S&P 500"."""
    return _claim(sentence, match) if sentence.is_adjacent(match.start() + 1) else None


def _address(sentence: Sentence, match: re.Match[str]) -> Claim | None:
    """ "10 Downing Street", "1600 Pennsylvania Ave."."""
    last = sentence.lower(match.end() - 1)
    return _claim(sentence, match) if last in table("identifiers")["streets"] else None


def _capital_number(sentence: Sentence, match: re.Match[str]) -> Claim | None:
    """ "Fifty Shades of Grey", "Three Mile Island", "the Big Ten"; not "Ten months after", which
    begins its sentence, nor "“Two of them”"."""
    index = match.start() if match[0][0] == "n" else match.end() - 1
    opens = index == 0 or sentence.classes[index - 1] in "\"':-.("
    is_name = sentence.words[index][0].isupper() and not opens
    is_title = opens and match[0].startswith("nC") and sentence.classes[match.end() :][:1] in "CO"
    return _claim(sentence, match) if is_name or is_title else None


def _chemical(sentence: Sentence, match: re.Match[str]) -> Claim | None:
    """ "3,1-benzoxazine": digits with a comma that are glued to a lower-case word."""
    number = sentence.numbers.get(match.start())
    is_glued = sentence.is_adjacent(match.start() + 1) and sentence.is_adjacent(match.start() + 2)
    return _claim(sentence, match) if number and number.form == "broken" and is_glued else None


def _enumeration(sentence: Sentence, match: re.Match[str]) -> Claim | None:
    """A crossword's "(5,4)"; a list's "1." or "2)" at the beginning of a line."""
    number = sentence.numbers.get(match.start() + match[0].startswith("("))
    if match[0].startswith("("):
        return _claim(sentence, match) if number and number.form == "broken" else None
    is_marker = number is not None and number.form == "plain" and number.value < 1000
    return _claim(sentence, match) if is_marker else None


def _inline_marker(sentence: Sentence, match: re.Match[str]) -> Claim | None:
    """ "into two parts: 1) whether, and 2) how"; not where a parenthesis may end."""
    return None if "(" in sentence.classes[: match.start()] else _claim(sentence, match)


def _possessive(sentence: Sentence, match: re.Match[str]) -> Claim | None:
    """ "100's of premium titles", "the 737's engines"."""
    is_glued = all(sentence.is_adjacent(i) for i in range(match.start() + 1, match.end()))
    return _claim(sentence, match) if is_glued and sentence.words[match.end() - 1] == "s" else None


# In the order of precedence: what claims its tokens first keeps them.
NOT_FIGURES = tuple(
    Recogniser(re.compile(pattern), read)
    for pattern, read in (
        (r"^[dyN][.)](?=.|$)", _enumeration),
        (r"(?<=[:,;&])d\)", _inline_marker),
        (r"\([N]\)", _enumeration),
        (r"[dyN]/[dyN]", _named_pair),
        (r"\(?[dyN]\)?[-.]?(?:[dyN]-)?[dyN]-[yN]|[dyN][dyN]{2,4}", _telephone),
        (r"N-[yN]", _telephone),
        (r"wN", _emergency),
        (r"Nw", _emergency),
        # "8 of 45", the counter of a picture gallery; not "8 of 45 people".
        (r"^[dN]O[dN](?!w)", _claim),
        (r"[dyN]\([wC]\)", _plan),
        (r"C&C[dyN]", _index),
        (r"[wCTuIo][.#]?[dyN]", _labelled),
        (r"[CIu]-[dyN]", _hyphenated_name),
        (r"[dyN]-[I]", _hyphenated_name),
        # "6-foot-8", of which the eight are inches.
        (r"(?<=-)[uT]-[dyN]", _hyphenated_name),
        (r"[dyN]C{1,3}", _address),
        (r"nC|Cn|COn", _capital_number),
        (r"N-w", _chemical),
        (r"[dyN](?:'?w)", _possessive),
    )
)
