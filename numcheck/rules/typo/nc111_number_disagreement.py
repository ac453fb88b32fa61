"""A number and its noun disagree.

"1 contractors", "two person were hurt": the number was changed and the noun was not, so that one of them is
out of date and nobody knows which.

That one takes the singular and more take the plural is grammar; that it is worth a look is the lesson of
every desk that corrects a toll.

Silent on names and ranks ("No. 1 songs", "Formula 1 drivers"), on adjectives ("a 20-year sentence", "a 12
member panel"), and on nouns that have no plural of their own. A warning, because English makes a compound
of anything.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from numcheck.extract.words import is_plural, noun_class, singular
from numcheck.model import Hit, Reading, Severity

SEVERITY: Severity = "warning"

FLAGGED = (
    "The blast killed [[1 workers]] and hurt four.",
    "In all [[two person]] were hurt in the fire.",
    "The firm hired [[1 contractors]] for the job.",
    "Police said [[three child]] had died.",
)

SILENT = (
    "The blast killed one worker and hurt four.",
    "In all two people were hurt in the fire.",
    "The No. 1 songs of the year were his.",
    "Formula 1 drivers and League 1 fans met.",
    "A two person tent was found.",
    "The 1 percent and the 99 percent met.",
    "He was given a 20-year sentence.",
    "Phase 1 workers went first.",
    "A two man crew sailed it.",
    "Imagine candidate 1 supporters and candidate 2 supporters in a square.",
    "But P5+1 members are wary of it.",
)

ONE = re.compile(
    r"(?<![\w.,:/$£€#+-])(?P<before>[A-Za-z.]+ )?(?P<pair>1 (?P<noun>[a-z]{3,14}))"
    r"(?= (?:and|were|was|are|in|on|at|from|for|who|of|had|have)\b|[,.;])"
)
MORE = re.compile(
    r"\b(?P<pair>(?:two|three|four|five|six|seven|eight|nine|ten|[2-9]|[1-9][0-9]) "
    r"(?P<noun>person|man|woman|child|worker|soldier|victim|passenger|student|prisoner|officer))"
    r"(?= (?:were|are|had|have|died|who)\b)"
)
PLURALS = {"person": "people", "man": "men", "woman": "women", "child": "children"}


def check(reading: Reading) -> Iterator[Hit]:
    """One hit for each number whose noun is in the other number."""
    for match in ONE.finditer(reading.article.text):
        noun, lead = match["noun"], (match["before"] or "").strip()
        is_one_of_two = bool(lead) and f"{lead} 2 " in reading.article.text
        if is_plural(noun) and noun_class(singular(noun)) and not _is_a_rank(lead) and not is_one_of_two:
            yield _hit(match, f"1 {singular(noun)}")
    for match in MORE.finditer(reading.article.text):
        number, noun = match["pair"].split(" ")
        yield _hit(match, f"{number} {PLURALS.get(noun, noun + 's')}")


def _is_a_rank(word: str) -> bool:
    """ "No. 1", "Formula 1", "Phase 1"."""
    return word[:1].isupper() and word not in ("In", "At", "On", "Some", "About", "Only", "The", "And")


def _hit(match: re.Match[str], right: str) -> Hit:
    return Hit(
        figures=(),
        start=match.start("pair"),
        end=match.end("pair"),
        message=f"{match['pair']}: the number and its noun disagree",
        suggestions=(right,),
    )
