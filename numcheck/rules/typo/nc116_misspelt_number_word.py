"""A number in words is misspelt.

"Fourty", "ninty", "twelveth", "5 milion": spell checkers find these too, but the desk that runs none on its
tables and captions prints them, and whoever searches the archive for "forty" does not find the figure.

Reported are the spellings that one slip makes of a number word: a letter left out, doubled or exchanged
with its neighbour, a vowel for another, and those that are common by themselves ("fourty", "nineth"). The
forms are made from the words, in lower case, so that names (Millon, Billon) are never meant.

Silent on forms that are words ("forth", "mullion") and on foreign words with an accent. Suppress it in
quotations that keep a writer's spelling.

Reported too is "then" or "that" for "than" before a figure ("more then 1,400 people").

On 4,678 articles of public news with 86,000 figures it raised 3 errors, all real ("$63 billon", "4.25
precent").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from numcheck.model import Hit, Reading, Severity

SEVERITY: Severity = "error"

FLAGGED = (
    "Her house stands at [[fourty]] five Mill Lane.",
    "The crew saved [[ninty]] hectares of forest from the fire.",
    "Every [[twelveth]] page of the ledger is blank.",
    "The video passed 5 [[milion]] views overnight.",
    "He worked there for [[eigth]] years, or so he said.",
    "About two [[thousnad]] people came to the fair.",
    "The firm, [[fourty]]-five years old, was sold.",
    "Orders fell in the [[forth]] quarter of the year.",
    "The hall can seat [[more then]] 1,400 people.",
)

SILENT = (
    "Her house stands at forty-five Mill Lane.",
    "He came forth and gave a fifth of it away, and a sixth.",
    "The painter Millon sold the mullions of the window.",
    "Billon is an alloy of silver; a billion is a number.",
    "The eighth of eight brothers weighed ninety kilos at ninety.",
    "She has seven hundreds of them, he said, and a seventh.",
    "The height of the weight was eighty, then eighteen.",
    "Fortieth, fiftieth and sixtieth anniversaries were kept.",
    "In the twenties a thousandth of it was twentyfold.",
    "Nobody minded any more that 40 people had come, or once more that Tuesday was lost.",
)

WORDS = (
    "eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty "
    "sixty seventy eighty ninety hundred thousand million billion trillion millions billions thousands "
    "hundreds sixteenth seventeenth eighteenth nineteenth "
    "fourth eighth twelfth thirteenth fourteenth fifteenth twentieth thirtieth fortieth hundredth"
).split()
# Common by themselves, where one slip is not what makes them.
KNOWN = {
    "eigth": "eight", "fourty": "forty", "fourtieth": "fortieth", "fivety": "fifty", "fivth": "fifth",
    "nineth": "ninth", "ninethy": "ninety", "nineteeen": "nineteen", "twelveth": "twelfth",
    "twelth": "twelfth", "eightteen": "eighteen", "eigthy": "eighty", "eigthteen": "eighteen",
    "threety": "thirty", "thirthy": "thirty", "fiveteen": "fifteen", "hunderd": "hundred",
    "hundered": "hundred", "hundread": "hundred", "thousend": "thousand", "twenteeth": "twentieth",
    "twenthy": "twenty", "fith": "fifth", "precent": "percent", "pecent": "percent", "percet": "percent",
    "perecnt": "percent", "tweleve": "twelve", "sevety": "seventy",
}  # fmt: skip
# What a slip makes of a number word and is another word.
OTHER_WORDS = frozenset(
    "forth eight eighth eighty mullion mullions bullion billon billons pillion trilling sixth sixths fort "
    "fifty fifth forts hundred twelve eleve fity".split()
)
# "more then 1,400 people", "in less that 8 seconds"
THEN = re.compile(
    r"(?<!any )(?<!once )\b(more|less|fewer|greater|higher|lower|larger|smaller|longer|later|older|younger|"
    r"heavier|rather) (?:then|that) $"
)
LEAD = 16
# Words by themselves that are none in their place: an alloy behind a number, forth before what has a rank.
IN_PLACE = {
    "billon": re.compile(r"(?<=[0-9] )billon\b"),
    "forth": re.compile(
        r"\bforth(?= (?:quarter|floor|time|place|year|day|week|month|round|game|season|century|largest|"
        r"biggest|most|edition|term|straight|consecutive|grade|child|son|daughter)\b)"
    ),
}
VOWELS = "aeiou"
# Signs that may stand right behind a word.
TAILS = ("", ",", ".", ";", ":", ")", "?", "!", "”", '"')


def check(reading: Reading) -> Iterator[Hit]:
    """One hit for each number word that is misspelt."""
    text, forms = reading.article.text, _forms()
    for figure in reading.figures:
        start = figure.start
        is_slip = text[start - 5 : start] in ("then ", "that ") and figure.kind not in ("date", "time")
        if is_slip and (match := THEN.search(text[max(0, start - LEAD) : start])):
            yield Hit(
                figures=(figure,),
                start=start - len(match[0]),
                end=start - 1,
                message=f"{match[0].strip()} should be {match[1]} than",
                suggestions=(f"{match[1]} than",),
            )
    words = text.replace("-", " ").split()
    if _all_forms().isdisjoint(words):
        return
    for written in dict.fromkeys(word.rstrip("".join(TAILS)) for word in words if word in forms):
        pattern = IN_PLACE.get(written) or re.compile(rf"(?<![\w’']){re.escape(written)}(?![\w’'])")
        for match in pattern.finditer(text):
            yield Hit(
                figures=(),
                start=match.start(),
                end=match.end(),
                message=f"{written} is no number word",
                suggestions=(forms[written],),
            )


@cache
def _forms() -> dict[str, str]:
    """Each misspelling, bare and with a sign behind it, with the word that it is of."""
    found = {slip: word for word in WORDS for slip in _slips(word)} | KNOWN
    found |= {"billon": "billion", "forth": "fourth"}
    return {
        f"{slip}{tail}": word
        for slip, word in found.items()
        if slip not in WORDS and (slip not in OTHER_WORDS or slip in IN_PLACE)
        for tail in TAILS
    }


@cache
def _all_forms() -> frozenset[str]:
    return frozenset(_forms())


def _slips(word: str) -> Iterator[str]:
    for place in range(1, len(word)):
        yield word[:place] + word[place + 1 :]
        yield word[:place] + word[place] + word[place:]
        yield word[: place - 1] + word[place] + word[place - 1] + word[place + 1 :]
        if word[place] in VOWELS:
            yield from (word[:place] + vowel + word[place + 1 :] for vowel in VOWELS)
