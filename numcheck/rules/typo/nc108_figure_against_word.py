"""A number in words and the figure behind it differ.

"Five (6) days": contracts and notices give a number twice so that nobody can mistake it, and then it is
mistaken. The Chicago Manual of Style ("numbers, repetition of") advises against the habit for that reason.

Reported is a whole number in words that a numeral in brackets follows at once and does not repeat.

Silent on notes and references ("the seven (10) sons" of a footnote is no running copy), on years, on ages
behind a name and where the bracket has more than a numeral.

On 4,678 articles of public news with 86,000 figures it raised nothing; what it finds of planted errors is
told by `make score`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from numcheck.lexicon import table
from numcheck.model import Figure, Hit, Reading, Severity
from numcheck.rules.sentences import runs

SEVERITY: Severity = "error"

FLAGGED = (
    "The tenant has [[five (6)]] days to leave.",
    "A fine of [[twenty (25)]] dollars is due.",
    "It takes [[three (2)]] members to call a vote.",
    "The council has [[forty-two (24)]] seats.",
    "The lease runs for [[ten (12)]] years from May.",
)

SILENT = (
    "The tenant has five (5) days to leave.",
    "A crew of twelve (12) thousand built it.",
    "All seven (10 in the first draft) were named.",
    "Her sons Seven (12) and Nine (10) are at school.",
    "Five (2019) was his last album.",
    "He was one (1) of them.",
    "The two (see note 3) never met.",
    "They waited two (2) hours for a bus.",
)

BRACKET = re.compile(r" \(([0-9]{1,3}(?:,[0-9]{3})*)\)(?= [a-z])")


# "9 (eight) members"
BRACKETED_WORD = re.compile(r" \(([a-z]+(?:-[a-z]+)?)\)(?= [a-z])")


def check(reading: Reading) -> Iterator[Hit]:
    """One hit for each number in words whose figure is another."""
    text = reading.article.text
    for figure in reading.figures:
        number = figure.mention.low
        word = BRACKETED_WORD.match(text, figure.mention.number_end) if number.form == "plain" else None
        if word and word[1] in table("numerals")["cardinals"]:
            if table("numerals")["cardinals"][word[1]] != number.value:
                yield _hit(figure, word, text)
            continue
        if number.form != "word" or figure.value is None or figure.kind == "fraction":
            continue
        match = BRACKET.match(text, figure.mention.number_end)
        if match is None or text[figure.mention.number_start].isupper():
            continue
        value = Decimal(match[1].replace(",", ""))
        if value not in (number.value, number.value / number.magnitude):
            yield _hit(figure, match, text)
    yield from _amounts(reading)


def _amounts(reading: Reading) -> Iterator[Hit]:
    """ "one hundred and fifty pounds (£115)": the same sum in words and in figures."""
    text = reading.article.text
    for first, second in runs(reading, 2):
        is_pair = first.mention.low.form == "word" and first.kind == second.kind == "currency"
        if not is_pair or first.unit != second.unit or first.value is None or second.value is None:
            continue
        if (
            text[first.end : second.start] == " ("
            and text.startswith(")", second.end)
            and first.low != second.low
        ):
            yield Hit(
                figures=(first, second),
                start=first.start,
                end=second.end + 1,
                message=f"{first.text} is not {second.text}",
                suggestions=(first.text, second.text),
            )


def _hit(figure: Figure, match: re.Match[str], text: str) -> Hit:
    start = figure.mention.number_start
    word = text[start : figure.mention.number_end]
    return Hit(
        figures=(figure,),
        start=start,
        end=match.end(),
        message=f"{word} is not {match[1]}",
        suggestions=(word, match[1]),
    )
