"""A unit is given twice.

"$100 dollars" reads as "a hundred dollars dollars"; "90% percent" and "5 km kilometres" keep both the
sign and the word. It is what remains when one form is replaced by the other and the old one stays.

The AP Stylebook ("dollars", "percent") and the Guardian's style guide ("money") ask for the sign or the
word, not both.

Flagged is a unit that directly follows itself in another form or the same. Silent where a code or a
country tells one dollar from another ("$100 USD", "$5 Canadian"), where a symbol and a name are of
different currencies (another rule's matter), and on compounds ("a 5-km kilometre race" is no figure of
speech that print knows).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from numcheck.model import Flaw, Hit, Reading, Severity

SEVERITY: Severity = "error"

FLAGGED = (
    "A ticket costs [[$100 dollars]] at the door.",
    "Across the country [[90% percent]] of children had the vaccine.",
    "Households will pay [[£5 pounds]] more a week.",
    "Rocks cover the road for [[5 km kilometres]].",
    "He was fined [[€250 euros]] and banned.",
    "The programme cost [[$3 million dollars]] in its first year.",
    "Turnout rose to [[61 per cent percent]] in the north.",
)

SILENT = (
    "A ticket costs 100 dollars, or $110 at the door.",
    "It costs $100 USD, about $137 Canadian.",
    "Across the country 90% of children had the vaccine; 5 percent had none.",
    "The 5 km race raised £500; pounds and pence were counted by hand.",
    "She ran 5 km; kilometres later he gave up.",
    "Prices start at €250, euros being accepted everywhere.",
    "They drove 20 miles. Miles Davis was on the radio.",
    "Each of the 12 units, unit 4 apart, was let.",
)


# In a format string a sign for percent is written twice.
FORMAT = re.compile(r"\b(?:printf|format|escaped?|literal|template|string)\b|\\")
NEAR = 60


def check(reading: Reading) -> Iterator[Hit]:
    """One hit for each figure whose unit stands there twice."""
    for figure in reading.figures:
        for flaw in figure.mention.flaws:
            if flaw.name == "doubled-unit" and not _is_escaped(reading, flaw):
                written = reading.article.text[flaw.start : flaw.end]
                yield Hit(
                    figures=(figure,),
                    start=flaw.start,
                    end=flaw.end,
                    message=f"{written} gives its unit twice",
                    suggestions=tuple(dict.fromkeys(flaw.corrections)),
                )


def _is_escaped(reading: Reading, flaw: Flaw) -> bool:
    text = reading.article.text
    near = text[max(0, flaw.start - NEAR) : flaw.end + NEAR]
    return text[flaw.start : flaw.end].endswith("%%") and FORMAT.search(near) is not None
