"""A part is larger than its whole.

"Forty people were injured, 55 of them seriously" cannot be. One of the two was changed when the count rose
and the other was not, or a digit was doubled; it is the plainest of all contradictions, and readers write
in about it.

The part is what stands before "of them", "of whom", "of the 40", or behind "including" and "of the 40,";
the whole is the count it is one of. Both are taken as intervals, so that rounding and hedges are silent.

Silent on money and measures in two units, on what may be counted more than once ("60 medals for 50
athletes"), and where the words between the two begin another clause.
"""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.extract.numbers import print_number
from numcheck.model import Hit, Reading, Severity
from numcheck.rules.arithmetic.parts import parts_of_wholes

SEVERITY: Severity = "error"

FLAGGED = (
    "Forty people were injured in the stampede, [[55]] of them seriously.",
    "The avalanche buried eight skiers, [[eleven]] of whom have since died.",
    "Of the 36 schools inspected, [[41]] were rated good.",
    "Only [[26]] of the 14 lifeboats could be launched, the inquiry was told.",
    "The bank set aside $60m for legal costs, of which [[$75m]] has already been paid out.",
    "A crowd of 2,500 turned out, including [[4,000]] who had travelled from abroad.",
)

SILENT = (
    "Forty people were injured in the stampede, 15 of them seriously.",
    "Of the 36 schools inspected, 31 were rated good.",
    "Only 12 of the 14 lifeboats could be launched, the inquiry was told.",
    "About 40 people were injured, 42 of them slightly.",
    "The two teams brought 4,000 of the 3 million inhabitants to the ground.",
    "Of the three brothers, 12 sons survive.",
    "He ate 14 of his two trees' apples.",
    "The bank set aside $60m, of which 75 per cent has been paid out.",
    "It has 60 wards, including 900 beds.",
)


def check(reading: Reading) -> Iterator[Hit]:
    """One hit for each part that is more than its whole can be."""
    for part, whole in parts_of_wholes(reading):
        if part.quantity.possible.low > whole.quantity.possible.high:
            yield Hit(
                figures=(part, whole),
                start=part.start,
                end=part.end,
                message=f"{part.text} is more than the {whole.text} it is a part of",
                evidence=(f"{print_number(part.low)} > {print_number(whole.low)}",),
            )
