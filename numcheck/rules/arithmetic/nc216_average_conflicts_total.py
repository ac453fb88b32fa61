"""An average is not the total divided by the number.

"30 goals in 20 games, an average of 2.5 a match" are one and a half. An average is worked out by hand and
last, and stays as it was when the total grows by a game or a month; the reader who can divide sees that the
desk did not.

The total, the number and the average are taken as intervals: each stands for what would honestly be printed
so, and a period counted in other units ("in the year", "eight weeks") for a few per cent to either side.

Silent where a sentence has two totals or two numbers, where something is left out or added ("including
overtime"), and on averages of other things.
"""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.model import Hit, Reading, Severity
from numcheck.rules.arithmetic.products import conflicts, is_average

SEVERITY: Severity = "error"

FLAGGED = (
    "He has scored [[30]] goals in 20 games, an average of 2.5 a match.",
    "In the past 12 months the hotline took [[4,800]] calls, averaging 600 a month.",
    "The firm paid out [[$90 million]] to 300 executives, an average of $500,000 each.",
    "Across five matches the cup drew [[210,000]] spectators, averaging 62,000 per game.",
    "The inspectors made [[96]] visits in eight weeks. That is an average of 16 visits a week.",
    "It took the crew four days to lay [[36 km]] of cable, averaging 12 km a day.",
)

SILENT = (
    "He has scored 30 goals in 20 games, an average of 1.5 a match.",
    "In the past 12 months the hotline took 4,800 calls, averaging 400 a month.",
    "The firm paid out about $90 million to 310 executives, an average of $290,000 each.",
    "He scored 30 goals in 20 games last year, and 12 in 10 this year, an average of 1.3 a match.",
    "He has scored 30 goals in 20 games and averages seven miles a match.",
    "Workers earn an average of $15 an hour, and 300 of them got $2,000 in all.",
    "The 12 buses carried 4,800 people including children, an average of 300 a bus.",
    "The average house costs £240,000, and 12 were sold for £4 million.",
    "He averages 20 points a game; in two games last week he had 51.",
)


def check(reading: Reading) -> Iterator[Hit]:
    """One hit for each total that its number and average cannot make."""
    return conflicts(reading, is_average)
