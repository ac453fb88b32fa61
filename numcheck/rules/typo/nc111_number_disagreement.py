"""A number and its noun disagree.

"1 contractors", "two person were hurt": the number was changed and the noun was not, so that one of them is
out of date and nobody knows which.

That one takes the singular and more take the plural is grammar; that it is worth a look is the lesson of
every desk that corrects a toll.

Reported too are a magnitude in the plural behind its number ("5 millions of cycles"), an article before a
plural ("a 3 years contract") and a fraction whose parts disagree ("two-third of the fires").

Silent on names and ranks ("No. 1 songs", "Formula 1 drivers"), on adjectives ("a 20-year sentence", "a 12
member panel"), and on nouns that have no plural of their own. A warning, because English makes a compound
of anything.

On 4,678 articles of public news with 86,000 figures it raised 8 warnings, all real ("for six month",
"at least 22 millions Americans", "hundred of thousands").
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from numcheck.extract.words import is_plural, noun_class, singular
from numcheck.model import Figure, Hit, Reading, Severity
from numcheck.rules.numerals import near_numerals

SEVERITY: Severity = "warning"

FLAGGED = (
    "The blast killed [[1 workers]] and hurt four.",
    "In all [[two person]] were hurt in the fire.",
    "The firm hired [[1 contractors]] for the job.",
    "Police said [[three child]] had died.",
    "Only [[1 soldiers]] and two guards were on duty.",
    "Interest is paid after [[1 months]], the bank said.",
    "These [[two person]] were among the guests.",
    "The choir sang before [[three hundreds]] guests.",
    "The pump ran for [[5 millions]] of cycles without a fault.",
    "He signed a [[3 years]] contract on Friday.",
    "Wiring caused [[two-third]] of the fires.",
    "The job runs every [[2 day]] and takes an hour.",
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
    "Hundreds of thousands marched, in the early two thousands too.",
    "In 2007, millions of homes were worth less than their loans.",
    "A 3 years' contract was signed, for a 100 people.",
    "All of the other n - 1 people know of it.",
    "A quarter of the two third-party claims were paid.",
)

SEVERAL_WORDS = "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
NOUN = re.compile(r" (?P<noun>[a-z]{3,14})(?= [a-z]|[,.;])")
COUNTED = re.compile(
    r" (?P<noun>person|man|woman|child|worker|soldier|victim|passenger|student|prisoner|officer|house|"
    r"ticket|operation|patient|"
    r"vote|seat|arrest|death|case|job|employee|resident|building|vehicle|country|team|game)"
    r"(?= (?:were|are|had|have|died|who|from|since|and a|sold|questioned|in the|on the|of the|for)\b|[.;])"
    r"| (?P<young>child)(?=, )"
    r"| (?P<time>day|week|month|hour|minute)(?= of [a-z]|[.;])"
)
# "1 years old", "one months after"
# "two mile from the camp", "three week ago", "for 12 year and has", "six dollar each way"
SEVERAL = re.compile(
    rf"(?P<number>[2-9]|[1-9][0-9]+|{SEVERAL_WORDS}) "
    r"(?P<noun>mile|week|year|month|day|hour|minute|dollar)"
    r"(?= (?:ago|of experience|of [a-z]+ing|from|in a row|later|earlier|away|each way|before|after|when|"
    r"while|until|since|"
    r"and (?:has|had|was|is))\b|[.;])",
    re.I,
)
# "has not changed in 140 year, he insists"
SEVERAL_THEN = re.compile(r"(?P<number>[2-9]|[1-9][0-9]+) (?P<noun>year|month|week|day|hour)(?=, )", re.I)
SPAN = re.compile(r"\b(?:in|for|after|within|nearly|almost|than|about|over|past|last) $")
# "1 years old", "one months after", "1 people voted", "by one weeks"
ONE_OF_TIME = re.compile(
    r"(?P<number>1|one) (?P<noun>years|months|weeks|days|hours|minutes)"
    r"(?=[.,;)]| (?:old|older|younger|longer|ago|after|before|later|earlier|in prison|short|left|late|"
    r"early|ahead|behind|and|or|from|of|each|at|"
    r"to)\b)",
    re.I,
)
ONE_PEOPLE = re.compile(
    r"(?P<number>one) (?P<noun>people|men|women|children)(?= (?:was|were|died|voted|at|in|from|of|on|who)\b)|"
    r"(?P<digit>1) (?P<things>people|men|women|children|others|millions|billions|weeks|months|hours)\b"
    r"(?= (?:voted|was|were|to|in|from|of|per|on|at|with|who|had|has|are|have|for|is|plays)\b|[.;])",
    re.I,
)
# "a 12-years-old prodigy", "40 percents over two years"
COMPOUND = re.compile(
    r"(?:(?<=\b[Aa] )|(?<=\b[Aa]n )|(?<=\b[Tt]he ))(?P<number>[0-9]{1,3})(?P<rest>-years-old)(?= [a-z])"
    r"|(?<![\w.,])(?P<count>[0-9]{1,3})(?P<percents> percents)\b"
)
NUMBER = rf"(?:[0-9](?:[0-9,.]*[0-9])?|{SEVERAL_WORDS})"
# What no context makes right, at a number, with how it is put right; without, as an adjective.
ALWAYS_WRONG = (
    # "5 millions of cycles", "two hundreds and twenty"; not "the two thousands"
    (
        re.compile(
            rf"(?<!the )(?<!early )(?<!mid )(?<!late )(?<!low )(?<!high )(?P<number>{NUMBER}) "
            r"(?P<noun>hundred|thousand|million|billion|trillion)s\b"
            r"(?! (?:d['’]|and thousands|digit|place|column|upon))",
            re.I,
        ),
        r"\g<number> \g<noun>",
    ),
    # "a 3 years contract", "an 11 days trip"; "a 100 people" is a hundred
    (
        re.compile(
            rf"(?:(?<=\b[Aa] )|(?<=\b[Aa]n ))(?P<number>(?!1(?:00)?(?:,?000)* ){NUMBER}) "
            r"(?P<noun>years|days|months|weeks|hours|minutes|seconds|miles|metres|meters|kilometres|kilometers|"
            r"feet|inches|pounds|dollars|euros|acres|pages|seats|members|people)\b(?=(?:-old)? [a-z]|[.,;])"
        ),
        "",
    ),
    # "two-third of the fires", "one-thirds of their chips"
    (
        re.compile(
            rf"(?P<number>{SEVERAL_WORDS})(?P<dash>[- ])"
            r"(?P<noun>third|quarter|fifth|sixth|seventh|eighth|ninth|tenth)(?= of\b)"
        ),
        r"\g<number>\g<dash>\g<noun>s",
    ),
    # "every 2 day", "1.5 time faster", "10 feets", "20 percentage of"
    (
        re.compile(rf"(?<=[Ee]very )(?P<number>{NUMBER}) (?P<noun>day|week|month|year|hour|minute)\b"),
        r"\g<number> \g<noun>s",
    ),
    (
        re.compile(rf"(?P<number>{NUMBER}) (?P<noun>time)(?= (?:faster|more|as|larger|bigger|higher)\b)"),
        r"\g<number> \g<noun>s",
    ),
    (
        re.compile(rf"(?P<number>{NUMBER}) (?P<noun>feet|men|women|children|mice|geese|teeth)s\b"),
        r"\g<number> \g<noun>",
    ),
    (re.compile(r"(?P<number>[0-9]+(?:\.[0-9]+)?) percentage(?= of\b)"), r"\g<number> percent"),
)
ONE_THIRDS = re.compile(r"\b[Oo]ne[- ](?:third|quarter|fifth|sixth|eighth|tenth)s(?= of\b)")
# "3 million of people"
MAGNITUDE_OF = re.compile(
    rf"(?<![$£€])(?P<number>{NUMBER} (?:hundred|thousand|million|billion)) of"
    r"(?= (?:people|men|women|users|voters|dollars|euros|pounds)\b)"
)
# "hundred of thousands of routers"
TENS_OF = re.compile(
    r"\b(?P<tens>ten|hundred|thousand) of (?P<of>hundreds|thousands|millions|billions)\b", re.I
)
# The words behind a number that one of them has.
NEXT = re.compile(rf"(?:{NUMBER}|one)[- ]([a-z]+)", re.I)
SUSPECTS = frozenset(
    "hundreds thousands millions billions trillions years days months weeks hours minutes seconds miles "
    "metres meters kilometres kilometers feet inches pounds dollars euros acres pages seats members people "
    "third quarter fifth sixth seventh eighth ninth tenth thirds quarters fifths sixths eighths tenths "
    "day week month year hour minute mile dollar time others men women children hundred thousand million "
    "billion feets mens womens childrens mices geeses teeths percentage".split()
)
# Before a one that is a rank: "level 1 courses".
RANKS = frozenset(
    "page level type tier step stage chapter grade class category phase day number game round lane line room "
    "gate channel version series season part item figure table appendix article group team division league "
    "formula under over minus plus zone area unit platform volume book act scene question option".split()
)
# Before a one that is the end of a larger number, or a rank.
OF_MANY = re.compile(r"(?:\band|[-–−+.,]|\bNo\.|\b[A-Z]\w+|[0-9]) ?$")
MEMBER = re.compile(r"(?:\b(?:(?:a|an|another|every|each|per|to|number|No\.)|(?P<name>[A-Z][a-z]+)) |[-–])$")
# Words that begin a sentence and name nothing.
NO_NAMES = frozenset(
    "In At On Some About Only The And These Those All Nearly Almost Over Just Of For".split()
)
# "has 1 bathrooms", "Showing 1 results"
ALONE = re.compile(r"\b(?:only|just) $", re.I)
HOLDING = frozenset("has have had with showing found bought sold scored got includes contains needs".split())
NEAR = 12
LEAD = re.compile(r"([A-Za-z.]+) $")
APART = re.compile(r"(?:^|(?<![-–−+/])[\s(])$")
PLURALS = {"person": "people", "man": "men", "woman": "women", "child": "children", "country": "countries"}


def check(reading: Reading) -> Iterator[Hit]:
    """One hit for each number whose noun is in the other number."""
    text = reading.article.text
    for figure in reading.figures:
        if figure.kind != "count" or figure.value is None or figure.mention.low is not figure.mention.high:
            continue
        start, end = figure.mention.number_start, figure.mention.number_end
        written = text[start:end]
        if written == "1" or (written == "one" and ALONE.search(text[max(0, start - NEAR) : start])):
            match = NOUN.match(text, end)
            if match and is_plural(match["noun"]) and _is_one(text, start, match["noun"]):
                yield _hit(figure, start, match.end(), written, singular(match["noun"]))
        elif figure.value > 1 and (match := COUNTED.match(text, end)):
            noun = match["noun"] or match["young"] or match["time"]
            if not _is_a_member(text, start):
                yield _hit(figure, start, match.end(), written, PLURALS.get(noun, noun + "s"))
    yield from _without_figures(reading)
    for figure in reading.figures:
        start = figure.mention.number_start
        following = NEXT.match(text, start)
        if following is None or following[1].lower() not in SUSPECTS:
            continue
        yield from _always_wrong(figure, text, start)
        lead = text[max(0, start - NEAR) : start]
        match = SEVERAL.match(text, start) or (SPAN.search(lead) and SEVERAL_THEN.match(text, start))
        if match and not _is_a_member(text, start):
            yield _hit(figure, start, match.end(), match["number"], match["noun"] + "s")
            continue
        match = ONE_OF_TIME.match(text, start) or ONE_PEOPLE.match(text, start)
        if match and not OF_MANY.search(lead):
            number, noun = match[1] or match[3], match[2] or match[4]
            yield _hit(figure, start, match.end(), number, singular(noun))


def _without_figures(reading: Reading) -> Iterator[Hit]:
    """ "a 12-years-old prodigy", "one-thirds of them", "hundred of thousands": read as no figure."""
    text = reading.article.text
    if "-years-old" in text or " percents" in text:
        for match in near_numerals(reading, COMPOUND):
            right = f"{match['number']}-year-old" if match["rest"] else f"{match['count']} percent"
            yield _disagreement((), match.start(), match.end(), right)
    if any(words in text for words in ("one-", "one th", "one q")):
        for match in ONE_THIRDS.finditer(text):
            yield _disagreement((), match.start(), match.end(), match[0][:-1])
    if any(words in text for words in (" of thou", " of mill")):
        for match in TENS_OF.finditer(text):
            yield _disagreement((), match.start(), match.end(), f"{match['tens']}s of {match['of']}")


def _always_wrong(figure: Figure, text: str, start: int) -> Iterator[Hit]:
    for pattern, right in ALWAYS_WRONG:
        if match := pattern.match(text, start):
            written = match.expand(right) if right else f"{match['number']}-{singular(match['noun'])}"
            yield _disagreement((figure,), start, match.end(), written)
    if of := MAGNITUDE_OF.match(text, start):
        yield _disagreement((figure,), start, of.end(), of["number"])


def _is_a_member(text: str, start: int) -> bool:
    """ "a 12 person", "number 2 seat", "Apollo 2 person": an adjective or a rank, and no count."""
    match = MEMBER.search(text[max(0, start - NEAR) : start])
    return match is not None and (not match["name"] or _is_a_rank(match["name"]))


def _is_one(text: str, start: int, noun: str) -> bool:
    """Whether a 1 counts what a noun names, and is no rank and none of several."""
    lead = text[max(0, start - 20) : start]
    word = LEAD.search(lead)
    is_one_of_two = word is not None and f"{word[1]} 2 " in text
    is_rank = word is not None and word[1].lower() not in HOLDING and _is_a_rank(word[1])
    return (
        (bool(noun_class(singular(noun))) or (word is not None and word[1].lower() in HOLDING))
        and APART.search(lead) is not None
        and not is_one_of_two
        and not is_rank
    )


def _is_a_rank(word: str) -> bool:
    """ "No. 1", "Formula 1", "Phase 1"."""
    return (word[:1].isupper() and word not in NO_NAMES) or word in RANKS


def _hit(figure: Figure, start: int, end: int, number: str, right: str) -> Hit:
    return _disagreement((figure,), start, end, f"{number} {right}")


def _disagreement(figures: tuple[Figure, ...], start: int, end: int, right: str) -> Hit:
    return Hit(
        figures=figures,
        start=start,
        end=end,
        message="the number and its noun disagree",
        suggestions=(right,),
    )
