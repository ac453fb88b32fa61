"""Claims what looks like a figure and is none, each with the text that forced it."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache

from numcheck.extract.recogniser import Claim, claim_nothing, recognisers
from numcheck.extract.tokens import Sentence
from numcheck.extract.words import word_list
from numcheck.lexicon import table

__all__ = ["NOT_FIGURES", "link_claims"]

LINK = re.compile(
    r"(?:https?://|www\.)[^\s<>\"]+|[^\s@<>\"]{1,64}@[\w.-]+|[#@]\w+|[\w-]+\.(?:com|org|net|gov|edu)\b"
)
CALLING = frozenset(
    {"caller", "callers", "operator", "operators", "dispatcher", "dispatchers"}
    | {"centre", "center", "system", "tape", "tapes", "recording", "recordings", "emergency", "line", "lines"}
    | {"call", "calls", "called", "calling", "dial", "dials", "dialed", "dialled", "dialing", "phone", "tel"}
)
EMERGENCY = frozenset({"911", "999", "112", "111", "101", "100"})
LINK_SIGNS = frozenset({"/", "@", "#", "www", "com", "org", "net", "gov", "edu"})


def link_claims(sentence: Sentence) -> list[Claim]:
    """Claims web addresses, e-mail addresses, hashtags and handles: "#Gaza2014"."""
    if sentence.vocabulary.isdisjoint(LINK_SIGNS):
        return []
    start, end = sentence.starts[0], sentence.ends[-1]
    claims = []
    for match in LINK.finditer(sentence.text, start, end):
        first = bisect_left(sentence.starts, match.start())
        after = bisect_left(sentence.starts, match.end())
        if first < after:
            claims.append(Claim(first, after))
    return claims


def _named_pair(sentence: Sentence, match: re.Match[str]) -> Claim | None:
    """ "9/11", "24/7"."""
    text = "".join(sentence.words[match.start() : match.end()])
    return claim_nothing(sentence, match) if text in table("identifiers")["pairs"] else None


def _telephone(sentence: Sentence, match: re.Match[str]) -> Claim | None:
    """ "555-123-4567", "(202) 555-0143", "020 7946 0958"."""
    groups = [
        sentence.words[index]
        for index in range(match.start(), match.end())
        if sentence.words[index].isdigit()
    ]
    widths = [len(group) for group in groups]
    is_american = widths[-2:] == [3, 4] and match[0][-2] == "-"
    before = sentence.lowers[match.start() - 1]
    is_short = widths == [3, 4] and (groups[1][0] == "0" or before in CALLING)
    if len(widths) == 2:
        return claim_nothing(sentence, match) if is_short else None
    is_international = len(widths) >= 3 and groups[0].startswith(("0", "44"))
    first = match.start()
    if sentence.classes[first - 1 : first] == "(" and sentence.words[first - 2] == "1" and first > 1:
        first -= 2  # "1 (202) 555-0143"
    return Claim(first, match.end()) if is_american or is_international else None


def _telephone_abroad(sentence: Sentence, match: re.Match[str]) -> Claim | None:
    """ "+44 20 7946 0958", "+1 (202) 555-0143": a plus that touches its digits, 8 to 15 of them (E.164)."""
    digits = "".join(filter(str.isdigit, sentence.words[match.start() : match.end()]))
    is_number = sentence.is_adjacent(match.start() + 1) and 8 <= len(digits) <= 15
    return claim_nothing(sentence, match) if is_number else None


def _emergency(sentence: Sentence, match: re.Match[str]) -> Claim | None:
    """ "dialed 911", "call 999", "a 911 call"."""
    words = set(sentence.lowers[max(0, match.start() - 1) : match.start() + 2])
    is_call = not words.isdisjoint(CALLING) and not words.isdisjoint(EMERGENCY)
    return claim_nothing(sentence, match) if is_call else None


def _plan(sentence: Sentence, match: re.Match[str]) -> Claim | None:
    """ "a 401(k)", "a 501(c)(4) group", "Section 13(3)"."""
    return claim_nothing(sentence, match) if sentence.is_glued(*match.span()) else None


def _address(sentence: Sentence, match: re.Match[str]) -> Claim | None:
    """ "10 Downing Street", "1600 Pennsylvania Ave."."""
    last = sentence.lowers[match.end() - 1]
    return claim_nothing(sentence, match) if last in table("identifiers")["streets"] else None


def _chemical(sentence: Sentence, match: re.Match[str]) -> Claim | None:
    """ "3,1-benzoxazine": digits with a comma that are glued to a lower-case word."""
    number = sentence.numbers.get(match.start())
    is_glued = sentence.is_adjacent(match.start() + 1) and sentence.is_adjacent(match.start() + 2)
    return claim_nothing(sentence, match) if number and number.form == "broken" and is_glued else None


def _enumeration(sentence: Sentence, match: re.Match[str]) -> Claim | None:
    """A crossword's "(5,4)"; a list's "1." or "2)" at the beginning of a line."""
    number = sentence.numbers.get(match.start() + match[0].startswith("("))
    if match[0].startswith("("):
        return claim_nothing(sentence, match) if number and number.form == "broken" else None
    is_marker = number is not None and number.form == "plain" and number.value < 1000
    return claim_nothing(sentence, match) if is_marker else None


def _inline_marker(sentence: Sentence, match: re.Match[str]) -> Claim | None:
    """ "into two parts: 1) whether, and 2) how"; not where a parenthesis may end."""
    return None if "(" in sentence.classes[: match.start()] else claim_nothing(sentence, match)


def _possessive(sentence: Sentence, match: re.Match[str]) -> Claim | None:
    """ "100's of premium titles", "the 737's engines"."""
    is_glued = sentence.words[match.end() - 1] == "s" and sentence.is_glued(*match.span())
    return claim_nothing(sentence, match) if is_glued else None


# The rarest word of each idiom, without which it cannot be there: the longest that is no function word.
IDIOM_WORDS = frozenset(
    max(idiom.split(), key=lambda word: (word not in word_list("stops"), len(word)))
    for idiom in table("identifiers")["idioms"]
)


def _named_rank(sentence: Sentence, match: re.Match[str]) -> Claim | None:
    """ "Fifth Avenue", "42nd Street", "the 9th U.S. Circuit", "the 10th Amendment"."""
    words = sentence.words[match.start() + 1 : match.end()]
    is_name = any(word.rstrip(".") in table("identifiers")["ranked"] for word in words)
    return claim_nothing(sentence, match) if is_name else None


def _bracketed_mark(sentence: Sentence, match: re.Match[str]) -> Claim | None:
    """ "[3]" as a footnote, "(2) The minister" and "; (3) the report" as a list, "Capital of Peru (4)"."""
    if match[0][0] == "[":
        return claim_nothing(sentence, match)
    before = sentence.classes[match.start() - 1 : match.start()]
    is_marker = before in ("", *";:.,") or match.end() == len(sentence.classes)
    return claim_nothing(sentence, match) if is_marker and before not in ("n", "C") else None


def _postcode(sentence: Sentence, match: re.Match[str]) -> Claim | None:
    """ "the 90210 ZIP code", "the 212 area code"."""
    words = sentence.lowers[match.start() + 1 : match.end()]
    is_code = words[0] in ("zip", "area", "postal", "dialling", "dialing") and words[1] in ("code", "codes")
    return claim_nothing(sentence, match) if is_code else None


def _counter(sentence: Sentence, match: re.Match[str]) -> Claim | None:
    """ "Photo 3 of 12", "8 of 45" at the beginning: of a gallery; not "8 of 45 people"."""
    first = match.start()
    label = sentence.lowers[first - (match[0][0] != "I")].split()
    is_label = first == 0 or (label != [] and label[0] in table("identifiers")["labels"])
    return claim_nothing(sentence, match) if is_label else None


def _named_by_what_follows(sentence: Sentence, match: re.Match[str]) -> Claim | None:
    """ "14 Across", "a .223 caliber rifle"; not "14 across the county"."""
    word = sentence.words[match.end() - 1]
    is_name = word.lower() in table("identifiers")["after_numbers"] and (
        word[0].isupper() or word not in ("across", "down")
    )
    return claim_nothing(sentence, match) if is_name else None


def _idiom(sentence: Sentence, match: re.Match[str]) -> Claim | None:
    """ "zero tolerance", "two-faced", "the nine-to-five", "fifty-fifty", "a high five"."""
    words = [word for word in sentence.lowers[match.start() : match.end()] if word != "-"]
    return claim_nothing(sentence, match) if " ".join(words) in _idioms() else None


def _plank(sentence: Sentence, match: re.Match[str]) -> Claim | None:
    """ "a two-by-four"."""
    is_plank = sentence.lowers[match.start() + 2] == "by" and sentence.is_glued(*match.span())
    return claim_nothing(sentence, match) if is_plank else None


def _idiom_before(sentence: Sentence, match: re.Match[str]) -> Claim | None:
    """ "a high five", "the lower 48"."""
    words = sentence.lowers[match.start() - 1 : match.end()]
    return claim_nothing(sentence, match) if " ".join(words) in _idioms() else None


@cache
def _idioms() -> frozenset[str]:
    return frozenset(table("identifiers")["idioms"])


# In the order of precedence: what claims its tokens first keeps them.
NOT_FIGURES = recognisers(
    ("dyN", (), r"^[dyN][.)](?=.|$)", _enumeration),
    ("d )", (), r"d(?<=[:,;&]d)\)", _inline_marker),
    ("N (", (), r"\([N]\)", _enumeration),
    ("d (", (), r"\(d\)", _bracketed_mark),
    ("dN [", (), r"\[[dN]\]", _bracketed_mark),
    ("dyN /", (), r"[dyN]/[dyN]", _named_pair),
    ("yN -", (), r"[dyN]\)?[-.]?(?:[dyN]-)?[dyN]-[yN]", _telephone),
    ("dyN", (), r"[dyN][dyN]{2,4}", _telephone),
    ("dyN +", (), r"\+[dyN](?:[-.]?\(?[dyN]\)?){1,5}", _telephone_abroad),
    ("N -", (), r"N-[yN]", _telephone),
    ("N", CALLING, r"N(?<=wN)", _emergency),
    ("N", CALLING, r"N(?=w)", _emergency),
    ("dN", ("of",), r"[dNI]O[dN](?!w)", _counter),
    ("dN", ("code", "codes"), r"[dN]?[dN][wC]w", _postcode),
    ("dyNI (", (), r"(?:[dyN]\([wC]|I\([wCdN])\)(?:\([wCdN]\))*", _plan),
    ("dyN", table("identifiers")["streets"], r"[dyN]C{1,3}", _address),
    ("dN", table("identifiers")["after_numbers"], r"[dN][wC]", _named_by_what_follows),
    ("o", map(str.lower, table("identifiers")["ranked"]), r"oC{1,2}", _named_rank),
    ("nd", IDIOM_WORDS, r"[nd]-?w", _idiom),
    ("n", IDIOM_WORDS, r"n(?<=wn)", _idiom_before),
    ("n", IDIOM_WORDS, r"n-&-w", _idiom),
    ("n -", ("by",), r"n-w-n", _plank),
    ("N", IDIOM_WORDS, r"N(?<=wN)", _idiom_before),
    ("nN -", IDIOM_WORDS, r"[nN]-[nN]", _idiom),
    ("nd -", IDIOM_WORDS, r"[nd]-t-[nd]", _idiom),
    ("N -", (), r"N-w", _chemical),
    ("dyN '", ("s",), r"[dyN]'w", _possessive),
)
