"""The article before a figure is that of another figure.

"A 8-year-old girl", "a 11-7 vote", "an 7-year sentence": the number was changed and the article was not, so
that the figure that stands there is not the one that was written first. A reader who says the sentence aloud
stumbles, and the desk should look which figure is meant.

The AP Stylebook ("a, an") goes by the sound: eight, eleven, eighteen and all that begins with eighty or with
eight hundred take "an".

Reported is "a" before such a number and "an" before any other. Silent on numbers of four digits that may be
read in two ways ("an 1100-seat hall", "a 1100-seat hall"), behind a sign ("an £8 ticket" is said in another
order than it is written), on letters (vitamin A) and in capitals.

On 4,678 articles of public news with 86,000 figures it raised 3 warnings, all real ("a 81 percent rate hike",
"a 11-7 vote").
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from numcheck.model import Hit, Reading, Severity

SEVERITY: Severity = "warning"

FLAGGED = (
    "The court heard that [[a 8]]-year-old girl had raised the alarm.",
    "The bill was sent on by [[a 11]]-7 vote.",
    "She was given [[an 7]]-year sentence.",
    "It was indexed on [[a 8]] year old laptop.",
    "He balked at [[a 81]] percent rise in his premium.",
    "Police offered [[an 10]],000-dollar reward.",
    "They bought [[a 18]]th-century house.",
)

SILENT = (
    "The court heard that an 8-year-old girl had raised the alarm.",
    "The bill was sent on by an 11-7 vote, after a 10-8 one.",
    "She was given a 7-year sentence and an 18-month one.",
    "The hall has an 1100-seat balcony, or a 1100-seat one.",
    "An £8 ticket and a $8 one are the same.",
    "Take vitamin A 8 times a month; plan A 11 failed.",
    "It was a 1,100-seat hall of an 1,100-year-old town.",
    "A map of a 180-mile road and an 1890 photograph hung there.",
    "He took a 0.8 per cent cut and an 80 per cent share.",
)

# "an" is right before eight, eleven and eighteen, alone or in front of thousands, and before 18xx as a year.
VOWEL = r"(?:8[0-9]*(?:,[0-9]{3})*|1[18](?:,[0-9]{3})*|18[0-9]{2})"
WRONG = re.compile(
    rf"\b(?:a (?={VOWEL}(?![0-9,]*[0-9])(?!:[0-9]))(?P<vowel>[0-9]+)"
    rf"|[Aa]n (?!{VOWEL}(?![0-9,]*[0-9])|0|1,?[0-9]{{3}}(?![0-9,]))(?P<other>[0-9]+))"
)
# Letters that are no articles, and what makes a numeral a name or a code.
LABELS = re.compile(
    r"\b(?:[Vv]itamin|[Pp]lan|[Gg]rade|[Hh]epatitis|[Ii]nfluenza|[Tt]ype|[Ll]eague|[Cc]lass) $"
)
LONGEST = 12


def check(reading: Reading) -> Iterator[Hit]:
    """One hit for each article that its number does not take."""
    text = reading.article.text
    for figure in reading.figures:
        start = figure.mention.number_start
        lead = text[max(0, start - 3) : start]
        if not lead.endswith((" a ", "an ")):
            continue
        first = start - (2 if lead.endswith(" a ") else 3)
        match = WRONG.match(text, first)
        if match and not LABELS.search(text[max(0, first - LONGEST) : first]):
            right = "an" if match["vowel"] else "a"
            number = match["vowel"] or match["other"]
            yield Hit(
                figures=(figure,),
                start=first,
                end=match.end(),
                message=f"{number} takes {right}",
                suggestions=(f"{right} {number}",),
            )
