"""A magnitude is given twice.

In "40,000 thousand convicts" the thousands are written out and then said again, in "$3bn billion" the
abbreviation and the word stand side by side. One of the two was left behind when the other was put
in, and read literally the figure is a thousand or a billion times too large.

The AP Stylebook ("millions, billions") and the Guardian's style guide ask for one form or the other:
figures with a magnitude word, or all the digits.

Flagged are a magnitude that follows itself or a larger one, and "thousand" after digits that are
grouped in whole thousands. Silent on products that print uses: "a hundred thousand", "ten thousand
million" of older British texts, "2 lakh crore", and "a million million", which explains a trillion.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from numcheck.model import Figure, Hit, Reading, Severity
from numcheck.rules.typo.flaws import hit_of

SEVERITY: Severity = "error"

FLAGGED = (
    "The force includes [[40,000 thousand]] convicts.",
    "The bank set aside $[[5 million million]] for bad loans.",
    "A $[[3bn billion]] buy-back will follow.",
    "Some [[10,000 thousand]] people marched through the city.",
    "The programme will cost £[[2.5m million]] a year.",
    "Exports fell to $[[7 billion million]] last year.",
)

SILENT = (
    "The force includes 40,000 convicts, the ministry said.",
    "A trillion is a million million, or a thousand billion.",
    "India will spend 2 lakh crore rupees on roads.",
    "Two hundred thousand people live there.",
    "The debt then stood at 10,000 million pounds.",
    "The plant made 450 thousand million units of gas.",
    "He offered 5 million, a million more than before.",
    "About five hundred million people use it.",
)


# "10 million million million particles": three are meant.
THRICE = re.compile(r"(?:\b(?:million|billion|trillion)\b ?){3}")
STATED_IN = re.compile(r"\bin thousands\b")
CODE = re.compile(r"[A-Z]{3}\b")
# Accounts and statistics count in thousands of these: "10,000 thousand tonnes".
OF_ACCOUNT = re.compile(
    r"\s+(?:tonnes?|tons?|hectares?|barrels?|yen|rupees|won|francs|euros?|dollars?|litres?)\b"
)


def check(reading: Reading) -> Iterator[Hit]:
    """One hit for each number with a magnitude too many."""
    for figure in reading.figures:
        for flaw in figure.mention.flaws:
            is_meant = _is_in_accounts(figure, reading) or THRICE.search(reading.article.text, flaw.start)
            if flaw.name == "doubled-magnitude" and not is_meant:
                written = reading.article.text[flaw.start : flaw.end]
                hit = hit_of(figure, flaw, f"{written} gives its magnitude twice")
                is_of_account = written.endswith("thousand") and OF_ACCOUNT.match(
                    reading.article.text, flaw.end
                )
                yield replace(hit, severity="note") if is_of_account else hit


def _is_in_accounts(figure: Figure, reading: Reading) -> bool:
    """ "EUR 274,000 thousand": accounts that are kept in thousands say so beside the code of a currency."""
    text = reading.article.text[figure.start : figure.end]
    is_stated = CODE.match(text) is not None or STATED_IN.search(reading.article.text) is not None
    return is_stated and "thousand" in reading.article.text[figure.start : figure.end + 10]
