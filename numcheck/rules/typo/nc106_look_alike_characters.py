"""A letter stands for a digit.

"1O,000 people", "l5 houses", "2O15": an O for a nought and an l for a one, which many typewriters had no
other key for and which scanned copy still makes. On the page nobody sees it; a search, a sum and a speech
program do.

Unicode counts the pairs among its confusables (Technical Standard 39). Reported are numerals of which one
character is a letter that looks like a digit, and digits of another width in a text of Latin letters.

Silent on units that touch a number ("20l", "5l"), on chemical formulas, model names and codes, and on Roman
numerals.

On 4,678 articles of public news with 86,000 figures it raised 3 errors, all real.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from unicodedata import normalize

from numcheck.model import Hit, Reading, Severity
from numcheck.rules.numerals import near_odd_numerals

SEVERITY: Severity = "error"

FLAGGED = (
    "About [[1O,000]] people came to the fair.",
    "The storm damaged [[l5]] houses in the village.",
    "The law of [[2O15]] was never used.",
    "It costs $[[3,5OO]] a year, the school says.",
    "They found [[I,200]] coins under the floor.",
    "The road is [[１２]] kilometres long.",
)

SILENT = (
    "About 10,000 people came to the fair.",
    "The tank holds 20l, the bottle 5l.",
    "H2O and CO2 were found in the sample.",
    "He drove down the I5 and the A10 in an O2 van.",
    "Louis XIV and Henry VIII had no say.",
    "The LG G2O and the l2tp protocol are old.",
    "Flight BO15 and seat 1O were booked.",
    "He is an O1 visa holder of 15 years.",
    "The I-95 and the I,5 sign are gone.",
)

# A nought: "1O,000", "2O15", "3,5OO"; whether it is a number is asked of what is found.
LETTER_O = re.compile(r"[0-9](?<![\w.,-][0-9])[0-9,]*[Oo][0-9Oo]*(?:,[0-9Oo]+)*(?![\w-])")
ALONE = (" lO ", " lo ")
# "38% 0f the population"
IN_A_WORD = re.compile(
    r"(?<![\w.,-])(?:0f|0n|t0|0r|0ver|0nly|tw0|m0re|f0r|fr0m)(?![\w.,-]?[0-9A-Z])(?= [a-z0-9$£€])"
)
# "lO years", without a digit: a small L that no word begins with.
LETTERS_ALONE = re.compile(
    r"(?<![\w.,/-])l[Oo](?= (?:years|people|days|weeks|months|miles|minutes|hours|percent)\b)"
)
# A one: "l5 houses", "I,200".
LETTER_L = re.compile(
    r"[lI](?<![\w.,/-][lI])(?:(?<=l)[0-9]{1,3}|,[0-9]{3})(?:,[0-9]{3})*(?![\w-])(?= [a-z]{3})"
)
# Where only a number can stand: "a further I2 people", "in l884", "4I per cent", "3.l percent", "aged 6l,",
# "in 1l97".
PLACED = re.compile(
    r"(?=[0-9IlSBOoОоΟο])(?:"
    r"(?:(?<=further )|(?<=another )|(?<=about )|(?<=nearly )|(?<=some ))[Il][0-9]{1,3}(?= (?:people\b|"
    r"[a-z]+s\b))"
    r"|(?<=\bin )(?:[lI][5-9][0-9]{2}|1[lI][0-9]{2}|[12][0-9][lIoO][0-9]|20[0-9][lI])\b"
    r"|(?<![\w.,-])[0-9]{1,3}[Il](?=\s?(?:%|per ?cent\b))"
    r"|(?<![\w.,-])[0-9]{1,3}\.[lI](?=\s?(?:%|per ?cent\b|million\b|billion\b))"
    r"|(?<=aged )[Il][0-9]\b|(?<![\w.,-])[0-9]{1,2}[Il]\.[0-9](?=\s?(?:%|per ?cent\b))"
    r"|(?<=[$£€])[0-9]*[SB][0-9]+(?:,[0-9]{3})+(?![\w])|(?<= at )[12]?[Oo]:[0-5][0-9]\b"
    r"|(?<=[a-z], )[2-9][lI](?=, (?:who|had|has|was|is|of|from|lived|said)\b)"
    r"|(?<![\w.,-])(?:[1l][89]|2[0O])[0-9O][0Oo]s\b"
    r"|(?<![\w.,-])[1lI2][0-9]?(?:th|st)(?= (?:century|anniversary|floor|hour|time|minute|century)\b)"
    r"|(?<=[$£€])[0-9OolI]{1,3}(?:,[0-9OolI]{3})*(?= (?:million|billion|trillion)\b)"
    r"|(?<![\w.,-])(?:[SB]?[0-9]|[1-9][OolI])(?=\s?(?:per ?cent\b|%))"
    r"|(?:(?<= with )|(?<= some )|(?<= than ))S[0-9]{2}(?= [a-z]+s\b)"
    r"|(?<![\w.,-])[0-9]{1,3}(?:,[oO0]{3})+(?![\w,])|(?<=[$£€])[1-9]\.[SlIO](?= [mbt]r?illion\b)"
    r"|(?<= at )[0-9]{1,2}:[0-5][Oo]\b|(?:(?<= has )|(?<= have )|(?<= had ))S[0-9]{1,2}(?= [a-z]{3,}s\b)"
    r"|(?<=[$£€])[1-9][0-9]?[Oo](?= [a-z])|(?<![\w.,-])[1-9][SB],[0-9]{3}(?![\w,])"
    r"|(?<![\w.,-])[Il][0-9](?= (?:hours|minutes|years|days|weeks|months|miles|people|percent)\b)"
    r"|(?<![\w.,-])[1-9][Oo](?= (?:[a-z]{3,} )?(?!was\b|has\b|is\b|as\b)[a-z]{3,}s\b)"
    r"|(?<= was )[Il][0-9](?= when\b)|(?<![\w.,-])[0-9lIO]{1,2}[:.][0-9O]{2}(?=\s?[ap]\.?m\b)"
    r"|(?<=[$£€])[0-9]{1,3}[lI][0-9]{1,2}(?:,[0-9]{3})*(?![\w])"
    r"|(?<=[$£€])[0-9]{1,2}[lI](?:,[0-9]{3})+(?![\w])"
    r"|(?<![\w.,-])[0-9]{0,2}(?:[0-9][SIlO]|[SIl][0-9])[0-9]{0,2}\.[0-9]+(?=\s?"
    r"(?:%|per ?cent\b|feet\b|inches\b|"
    r"miles\b|met(?:re|er)s\b|million\b|billion\b|points\b|degrees\b))"
    r"|(?<![\w.,-])[0-9]{1,3}[ОоΟο][0-9ОоΟο]*(?:,[0-9ОоΟο]{3})*(?![\w]))"
)
WIDE_DIGITS = "０１２３４５６７８９"
WIDE = re.compile(r"[０-９]+(?:[，．,.][０-９]+)*")
LETTERS = "OoIlОоΟοSB"
DIGITS = str.maketrans(LETTERS, "0011000058")
SHORTEST = 3
# "2oo3": two out of three, in manuals.
VOTING = re.compile(r"[1-9]oo[1-9]")
# What is called by letters and digits.
LABELS = re.compile(
    r"\b(?:train|flight|route|bus|unit|model|platform|locomotive|engine|serial|part|code|licence) $"
)


def check(reading: Reading) -> Iterator[Hit]:
    """One hit for each numeral with a letter or a wide digit in it."""
    text = reading.article.text
    seen: set[int] = set()
    for match in _suspects(reading):
        written = match[0]
        meant = normalize("NFKC", written).translate(DIGITS)
        if match.re is IN_A_WORD:
            meant = written.replace("0", "o")
        is_label = LABELS.search(text[max(0, match.start() - 12) : match.start()])
        is_short = match.re is LETTER_O and (
            len(written) < SHORTEST or not _is_number(meant) or VOTING.fullmatch(written) is not None
        )
        if meant != written and not is_short and not is_label and match.start() not in seen:
            seen.add(match.start())
            yield Hit(
                figures=(),
                start=match.start(),
                end=match.end(),
                message=f"{written} is written with what only looks like a digit",
                suggestions=(meant,),
            )


def _suspects(reading: Reading) -> Iterator[re.Match[str]]:
    text = reading.article.text
    for pattern in (LETTER_O, LETTER_L, PLACED):
        yield from near_odd_numerals(reading, pattern, having=LETTERS)
    yield from near_odd_numerals(reading, IN_A_WORD, having="0")
    if any(digit in text for digit in WIDE_DIGITS):
        yield from WIDE.finditer(text)
    if any(word in text for word in ALONE):
        yield from LETTERS_ALONE.finditer(text)


def _is_number(text: str) -> bool:
    """Whether digits are grouped in threes, or not at all."""
    return re.fullmatch(r"[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+", text) is not None
