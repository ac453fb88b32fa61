"""A decimal point stands twice, or beside a comma.

"3..5 per cent", "12,.5 million", "3.5.2 million", "3 .5 million": one key too many, and nobody can tell
whether a digit went with it.

A numeral has one decimal sign (ISO 80000-1, clause 7.3.2).

Silent on versions and addresses ("3.5.2", "192.168.0.1"), on dates ("12.5.2010"), on ellipses ("he counted
3...5") and on ranges in code ("1..5"): reported is what has a magnitude, a unit or a currency.

On 4,678 articles of public news with 86,000 figures it raised nothing; what it finds of planted errors is
told by `make score`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from numcheck.model import Hit, Reading, Severity
from numcheck.rules.numerals import near_odd_numerals

SEVERITY: Severity = "error"

FLAGGED = (
    "Prices rose by [[3..5]] per cent in May.",
    "The fund holds [[12,.5]] million euros.",
    "It has [[3.5.2]] million users, the firm says.",
    "He paid $[[4.,20]] for it.",
    "The pipe is [[2..4]] metres wide.",
    "The plant made [[3 .5]] million cars.",
    "The town has [[1.,300]] people.",
    "The index closed at [[7,412..6]], a record.",
    "Newborns weigh [[3.4.]]kg on average.",
)

SILENT = (
    "Prices rose by 3.5 per cent in May.",
    "Version 3.5.2 of the program is out.",
    "The address is 192.168.0.1, he said.",
    "On 12.5.2010 they met again.",
    "He counted 3...5 and ran.",
    "Loop over 1..5 in the script.",
    "It costs $4.20, or $3.",
    "Section 3.5.2 has 12 rows.",
    "The town had 1,300, the index 7,412.6, it said.",
    "The newborns weigh 3.4kg on average.",
)

UNITS = (
    r"\s?(?:%|per ?cent|percent|percentage|million|billion|trillion|bn|m|thousand|met(?:re|er)s?|km|"
    r"kilomet\w+|miles?|kg|kilograms?|kilos?|tons?|tonnes?|lit(?:re|er)s?|degrees?|dollars?|pounds?|euros?|"
    r"years?|"
    r"hours?|minutes?|seconds?|days?|points?|p)\b"
)
BROKEN = (
    r"[0-9]{1,3}(?:\.\.|,\.|\.,| \.|\. (?=[0-9] ))[0-9]+|[0-9]+\.[0-9]+\.[0-9]+|"
    r"[0-9]{1,3},[0-9]{1,2}\.[0-9]+|"
    r"[0-9]{1,3}\.[0-9]+\.(?= (?:per ?cent|million|billion)\b)"
)
# ".5.3"
LEADING = re.compile(
    r"(?=[0-9.,])(?:"
    r"(?<![\w.])\.[0-9]\.[0-9]+(?![\w.])|(?<![\w.,])[0-9]+,\.[0-9]+(?![\w.])|"
    r"(?<=[$£€])[0-9]{1,3}\. [0-9]{2}(?= (?:a|per|each|an) )|"
    r"(?:(?<= of )|(?<= at )|(?<= by )|(?<= to )|(?<= than ))[0-9]{1,3}\.\.[0-9]{1,2}(?= [a-z])|"
    r"(?<=[a-z] )[0-9]{1,2} \.[0-9](?=%| [a-z])|(?<![\w.,])00\.[0-9]+(?=\s?(?:%|per ?cent\b))|"
    r"(?<=[$£€])[0-9]{1,4}\.[0-9] [0-9](?![0-9.,:%/])(?= [a-z])|"
    r"(?<![\w.,])[0-9]{1,3}(?:\.[0-9]+)?\.(?=%| per ?cent\b| percent\b| [mb]illion\b)|"
    r"(?<=[a-z] ),[0-9]{1,2}(?= (?:million|billion|per ?cent|percent)\b)|"
    r"(?<![\w.,])[0-9]{1,3}(?:\.,[0-9]{3}(?![0-9.,])|(?:,[0-9]{3}){1,4}\.\.[0-9]{1,2}(?![\w.]))|"
    r"(?<![\w.,;])[0-9]{1,3};[0-9](?=\s?(?:%|per ?cent\b|million\b|billion\b|inches\b|feet\b|miles\b|"
    r"met(?:re|er)s\b|km\b|kg\b|degrees\b))|"
    r"(?<![\w.,])[0-9]{1,3}(?:\.,[0-9]{1,2}(?![\w.,]?[0-9])|\.[0-9]+\.(?=(?:kg|km|cm|mm|lb|m)\b)))"
)
PATTERN = re.compile(
    rf"(?<![\w.,$£€])(?:(?P<money>[$£€])(?P<sum>{BROKEN})(?![\w.])|(?P<number>{BROKEN})(?={UNITS}))"
)


def check(reading: Reading) -> Iterator[Hit]:
    """One hit for each numeral with a decimal sign too many."""
    found: set[int] = set()
    for match in near_odd_numerals(reading, PATTERN):
        group = "sum" if match["sum"] else "number"
        written = match[group]
        found.add(match.start(group))
        yield Hit(
            figures=(),
            start=match.start(group),
            end=match.end(group),
            message=f"{written} has a decimal sign too many",
            suggestions=tuple(dict.fromkeys(_corrections(written))),
        )
    for match in near_odd_numerals(reading, LEADING):
        if match.start() in found:
            continue
        yield Hit(
            figures=(),
            start=match.start(),
            end=match.end(),
            message=f"{match[0]} has a decimal sign too many",
            suggestions=(_corrected(match[0]),),
        )


def _corrected(written: str) -> str:
    plain = written.strip(".").replace(".,", ",").replace(";", ".").replace("..", ".")
    if re.fullmatch(r"[0-9]+(?:,[0-9]{3})+(?:\.[0-9]+)?", plain):
        return plain
    return re.sub(r"[, ]", "", re.sub(r"^00", "0", plain))


def _corrections(written: str) -> Iterator[str]:
    parts = [part for part in re.split(r"[ .,]+", written) if part]
    yield parts[0] + "." + "".join(parts[1:])
    if len(parts) > 2:
        yield "".join(parts[:-1]) + "." + parts[-1]
