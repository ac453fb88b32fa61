"""A figure is printed twice.

"Some 250 250 people", "in 2012 2012": a word doubled by cut and paste is found by every spelling checker, a
number by none.

Reported is a numeral of two digits and more that follows itself after one space, between words of a
sentence, and a word or a hedge beside a figure that does ("in in 1982", "more than more than 40").

Silent on "50 50" and "20 20", on years that are followed by what they count ("in 2012 2,012 people"), on
tables and lists of numbers, on telephone numbers and on scores.

On 4,678 articles of public news with 86,000 figures it raised 7 warnings, all real ("born in in 1982",
"the the three teams").
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from numcheck.model import Figure, Hit, Reading, Severity
from numcheck.rules.day_names import MONTHS
from numcheck.rules.numerals import is_near_numerals, near_numerals

SEVERITY: Severity = "warning"

FLAGGED = (
    "Some [[250 250]] people came to the fair.",
    "The firm was founded in [[2012 2012]] by two brothers.",
    "They lost about [[1,200 1,200]] euros on the sale.",
    "He paid [[$45 $45]] for the ticket.",
    "The bridge is [[340 340]] metres long.",
    "The school opened [[in in]] 1982, the year of the flood.",
    "Some 56 million [[people people]] live in the valley.",
    "Only 8 [[of of]] the 13 wells hold water.",
    "The choir has raised [[more than more than]] £9,000 for the roof.",
    "They took [[two two]] quad bikes from the barn.",
)

SILENT = (
    "Some 250 people came to the fair; 250 people left.",
    "It was a 50 50 chance, he said.",
    "In 2012 2,012 people lived there.",
    "Call 020 020 4400 for tickets.",
    "12 12 14 15",
    "The scores were 21 21 and 19.",
    "The Twenty20 20 20 league starts in May.",
    "Hindsight is 20 20 for everyone.",
    "By then the 12 had had enough, and that that 40 went unnoticed.",
    "It was 40 long long years ago.",
    "The march she took part in in 1968 is the one they had looked for for 12 years.",
    "The tenants who moved in in 2019 logged on on 3 May; at 6 ft 7 in in 1987 they were the tallest.",
)

TWICE = re.compile(
    r"([0-9](?<![\w.,][0-9])[0-9,.]*[0-9]|(?<=[a-z] )[0-9](?= [0-9] (?:people|[a-z]{3,}s)\b)) ([$£€]?)\1"
    r"(?= [a-z]|[.;,]?$|[.;,] )",
    re.M,
)
# "Windows 10 10 years after"
NAMED = re.compile(r"[a-z,] ([A-Z][a-z]+) $")
BEFORE = re.compile(r"[a-z,] [$£€]?$")
# "in in 2012", "to to £2.40", "8 of of the 13", "56 million people people": a word beside a figure twice.
WORD_TWICE = re.compile(
    r"\b(?P<ahead>(?!had|that|was|is|very|bye|no|ha|tick|knock)[a-z]+) (?P=ahead)(?= [$£€]?[0-9])"
    r"|(?<=[0-9] )(?<!:[0-9]{2} )(?:(?:thousand|million|billion) )?"
    r"(?P<behind>(?!had|that|very|bye|no|ha|long|so|many|tick|knock)[a-z]{2,}) (?P=behind)\b(?![-'’])"
)
MAGNITUDES = frozenset({"thousand", "million", "billion", "trillion"})
PARTICLES = frozenset({"in", "on", "by", "over", "up", "out"})
# After these verbs an adverb and a preposition are one word: "moved in in 2019", "logged on on 3 May".
PHRASAL = re.compile(
    r"(?:\b(?:all|br(?:ing|ings|inging|ought)|mov(?:e|ed|es|ing)|buy|bought|buys|log(?:s|ged|ging)?|sign(?:s|ed|ing)?|check(?:s|ed|ing)?|"
    r"came|come|comes|coming|carr(?:y|ied|ying)|fl(?:y|ew|own|ying)|pass(?:ed|es|ing)?|step(?:s|ped|ping)?|"
    r"drop(?:s|ped|ping)?|opt(?:s|ed|ing)?|tun(?:e|ed|ing)|phon(?:e|ed|ing)|dial(?:s|led|ing)?|"
    r"call(?:s|ed|ing)?|hand(?:s|ed|ing)?|turn(?:s|ed|ing)?|switch(?:ed|es)?|roll(?:s|ed|ing)?|go|goes|going|"
    r"went|stopp?(?:s|ed|ing)?|set|kick(?:s|ed|ing)?|met|meet|walk(?:s|ed|ing)?|liv(?:e|ed|es)|locked|broke|barge[ds]?|stood|"
    r"stand|let|put) |"
    r"[0-9] )$"
)
# After these an adverb, or a preposition whose noun stands before them, is followed by another: "the march he
# took part in in 1968", "looked for for years".
OPEN_ENDED = re.compile(
    r"\b(?:(?:took|take|takes|taking) part|(?:interest|involv|believ|invest)ed|work(?:s|ed|ing)?|"
    r"sle(?:ep|pt)s?|(?:look|wait|search|ask|pa(?:y|id)|car|hop|voted?)(?:s|ed|ing)?) $"
)
# "more than more than £9,000", "two two quad bikes"
HEDGES_AND_NUMBERS = ("more than", "at least", "up to", "two", "three")
IN_WORDS = tuple((f" {words} {words} ", words) for words in HEDGES_AND_NUMBERS)
# "killed at at least 30", "planned on on July 4": a small word twice, a word or two before.
AHEAD_TWICE = re.compile(
    r"\b(?P<small>at|on|of|to|for|the|from|with) (?P=small)(?= [A-Za-z]+\.? [$£€]?[0-9])"
    r"|(?<=[0-9](?:st|nd|rd|th) )(?P<rank>of|in|at|on|for|and) (?P=rank)\b"
    r"|(?<=[a-z] )(?P<rate>per) per\b|[0-9](?P<ending>st|nd|rd|th) (?P=ending)\b"
    r"|(?<=\b[Aa] )(?P<age>[0-9]{1,2}|two|three|four|five|six) (?P=age)(?=-[a-z]+(?:-old)? (?!olds\b))"
    r"|(?<![\w.,:])(?P<hour>[0-9]{1,2}[.:][0-9]{2}) (?P=hour)(?=\s?[ap]\.?m)"
)
# "$1.2 billion $1.2 billion", "3-1 3-1"
MONEY_TWICE = re.compile(
    r"([$£€][0-9][0-9.,]*(?: (?:thousand|million|billion|trillion)|bn|m)) \1(?![\w.,][0-9])"
    r"|(?<![\w.,])([0-9]{1,9}(?:\.[0-9]{1,9})?%) \2(?![\w.,][0-9])"
    r"|(?<![\w.,-])([0-9]{1,3}[-–][0-9]{1,3}) \3(?![\w-])"
)
# "on a the 30-year-old keyboard"
TWO_ARTICLES = re.compile(r"\b([Aa]n?|[Tt]he) (?:an?|the) $")
LONGEST_ARTICLES = 9
# "for for three hours": a word twice before a number in words
WORD_AGAIN = re.compile(r"\b(?!had|that|very|so|many|long|one|ha|no|bye|far|out)([a-z]{2,}) \1 $")
COUNTING = frozenset({"count", "duration", "measure"})
# "the 2nd second largest"; a second is a time as well
SUPERLATIVE = re.compile(r" [a-z]{3,}est\b")
# What anything that stands there twice has.
LIKELY = re.compile(r"(?<![^\s(])([^\s(]+) (?:[a-z]+ )?\1(?![a-z])")
# What stands before numbers that are no counts.
LABELS = re.compile(
    r"\b(?:is|are|code|line|dial|call|number|box|pin|phone|rooms?|pages?|channel|bus|route|size|sizes) $"
)
UNITS = re.compile(r"\s+(?:met(?:re|er)s|miles|km|feet|years|days|hours|people|per ?cent)\b")
# Characters before a doubled word that are looked at.
LEAD = 14
IDIOMS = frozenset(["50", "20", "24", "10", "21"])
COUNTS = re.compile(r"\s+(?:[a-z-]+s|people|men|women|children)\b")


def check(reading: Reading) -> Iterator[Hit]:
    """One hit for each numeral that stands there twice."""
    text = reading.article.text
    yield from _said_twice(reading)
    for doubled, words in IN_WORDS:
        if doubled in text:
            start = text.index(doubled) + 1
            yield _hit(start, start + len(doubled) - 2, words)
    if not is_near_numerals(reading, LIKELY):
        return
    for match in near_numerals(reading, TWICE):
        is_year = len(match[1]) == 4 and match[1].isdigit()
        lead = text[max(0, match.start() - 3) : match.start()]
        named = NAMED.search(text[max(0, match.start() - 16) : match.start()])
        is_name = named is not None and named[1] not in MONTHS
        if is_name or not BEFORE.search(lead) or (match[2] and not lead.endswith(match[2])):
            continue
        before = text[max(0, match.start() - 12) : match.start()]
        is_idiom = match[1] in IDIOMS and not COUNTS.match(text, match.end())
        is_label = LABELS.search(before) and not UNITS.match(text, match.end())
        if is_idiom or is_label or (is_year and COUNTS.match(text, match.end())):
            continue
        yield _hit(match.start() - len(match[2]), match.end(), match[2] + match[1])
    seen: set[int] = set()
    for pattern in (WORD_TWICE, MONEY_TWICE, AHEAD_TWICE):
        for match in near_numerals(reading, pattern):
            group = match.lastindex or 0
            if match[group] in MAGNITUDES:
                continue  # of another rule
            lead = text[max(0, match.start() - LEAD) : match.start()]
            if match[0].split()[0] in PARTICLES and PHRASAL.search(lead):
                continue
            if match[0].split()[0] in ("in", "for") and OPEN_ENDED.search(lead):
                continue
            if match.start(group) not in seen:
                seen.add(match.start(group))
                yield _hit(match.start(group), match.end(), match[group])


def _said_twice(reading: Reading) -> Iterator[Hit]:
    """ "two 2 people", "the first 3 three lessons", and no bracket of a contract; "the 2nd second largest";
    "for for three hours", "a the 30 students"."""
    text, last = reading.article.text, None
    for figure in reading.figures:
        start = figure.mention.number_start
        if last is not None and start == last.mention.number_end + 1 and _are_one_number(text, last, figure):
            yield _hit(
                last.mention.number_start,
                figure.mention.number_end,
                text[last.mention.number_start : start - 1],
            )
        elif text[start : start + 1].isalpha():
            again = WORD_AGAIN.search(text[max(0, start - LEAD) : start])
            if again and again[1] not in PARTICLES:
                yield _hit(start - len(again[0]), start - 1, again[1])
        elif text[start - 2 : start] in ("a ", "n ", "e "):
            articles = TWO_ARTICLES.search(text[max(0, start - LONGEST_ARTICLES) : start])
            if articles:
                yield _hit(start - len(articles[0]), start - 1, articles[1])
        last = figure


def _are_one_number(text: str, first: Figure, second: Figure) -> bool:
    """Whether two numbers that follow each other are one, in words and in digits."""
    start, end = second.mention.number_start, second.mention.number_end
    if first.value != second.value or text[first.mention.number_start].isdigit() is text[start].isdigit():
        return False
    if first.kind == second.kind == "ordinal":
        return SUPERLATIVE.match(text, end) is not None
    return {first.kind, second.kind} <= COUNTING and COUNTS.match(text, end) is not None


def _hit(start: int, end: int, twice: str) -> Hit:
    return Hit(
        figures=(),
        start=start,
        end=end,
        message=f"{twice} stands there twice",
        suggestions=(twice,),
    )
