"""Digits are grouped as no style groups them.

"10,0000 contractors" has a digit too many or a comma in the wrong place, "1,00 people" a digit too few. The
eye takes the commas for thousands and passes over it, a spelling checker knows no numbers, and the reader
is left with a value ten times too large or too small.

Groups of three digits are what the Chicago Manual of Style (chapter 9), the AP Stylebook ("numerals") and
the Guardian's style guide ask for, and ISO 80000-1 (clause 7.3) with a space. Indian English groups by two
after the first three ("12,34,567"), and numerals so grouped are well formed; one alone among numerals in
threes, in an article that has nothing to do with India, is not.

The candidates are the well-formed values that one slip of the pen turns into what is printed: a digit too
many or too few in one group, a comma one place off, a decimal point that became a comma. They are ranked by
what the rest of the article and the other articles of the story say, and by the sums that they complete.

Silent on lists without spaces ("1,2,3"), chemical names ("1,3-butadiene"), crossword clues ("(5,4)"), and
on decimal commas in an article that is not in English or quotes one that is not. Suppress it where house
style groups digits in a way of its own.

On 4,678 articles of public news with 86,000 figures it raised 4 errors, all as printed there; three of them
("2, 000ft") in a collection whose spacing was restored by a program.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from numcheck.extract.classes import unit_of
from numcheck.extract.numbers import print_number
from numcheck.extract.numerals import read_digits
from numcheck.model import Figure, Hit, Reading, Severity
from numcheck.rules.numerals import near_odd_numerals
from numcheck.rules.typo.flaws import SUGGESTED, hit_of

SEVERITY: Severity = "error"

FLAGGED = (
    "Wagner has 50,000 men in Ukraine, including [[10,0000]] contractors.",
    "The storm left [[1,00]] people without a roof.",
    "A crowd of [[41,32]] watched the final.",
    "The council counted [[12,34,5]] signatures on the petition.",
    "The fund lost $[[7,418,0000]] in a single quarter.",
    "Officials registered [[2,45,00]] refugees at the border in May.",
    "Debt rose to $[[2,914,6]] billion, the treasury said.",
    "The council paid £[[240, 000]] to the firm.",
    "About [[15, 000]] people fled the city.",
    "Debt fell to [[1.000,00]] pounds last year.",
    "The storm drove [[10.000]] people from their homes.",
    "The firm shed [[12,,500]] jobs after the merger.",
    "Turnout was 41,233, compared with [[38 ,940]] in May.",
    "Police in Leeds counted [[1,00,000]] marchers; organisers spoke of 250,000.",
)

SILENT = (
    "The army of 10,000 men crossed the river.",
    "The district has 12,34,567 voters and 1,00,000 new ones.",
    "Of 250,000 pilgrims in Delhi 1,00,000 came by train.",
    "The fund paid 2 lakh to each of 1,50,000 families and 120,000 farmers.",
    "Rooms 300, 400, 500 and 600 were flooded.",
    "Choose options 1,2,3 or 4,5,6 in the form.",
    "The plant makes 1,3-butadiene and 2,4-dinitrotoluene.",
    "River in France (5,4) was the first clue.",
    "The report covers 2010,2011 and 2012.",
    "Sie sagte: „Das kostet 1,50 Euro und dauert 2,5 Stunden.“",
    "The fund lost $7,418,000 in the first quarter and 1,234.56 euros in fees.",
    "Mr Weber wrote that inflation had reached “2,4 Prozent” in May.",
    "The score stood at 6,4 6,3 after two sets.",
    "On June 15, 300 people came, and in 2010, 400.",
    "Rooms 12, 300 and 410 were flooded.",
    "The time was 9.987 seconds, a record.",
    "Sie verdient 1.000,00 Euro und er nicht.",
)

# Words of the languages that write a decimal comma, near a numeral: the text quotes one of them.
FOREIGN = re.compile(
    r"\b(?:der|die|das|und|ist|nicht|Prozent|Euro|Uhr|les?|des|une?|est|pour(?:cent)?|et|los|las|del|"
    r"por|de|di|que|dans|avec|janvier|miles|statt|nur|ciento|una|mil(?:lones|iardi|ioni)|per cento|het|een|"
    r"procent|miljoen|och|på|til|ogs?å?)\b"
)
# "The German invoice put it at 1.250,00 euros": what is printed there is told as it is.
NATION = re.compile(
    r"\b(?:German|French|Italian|Spanish|Dutch|Polish|Portuguese|Danish|Swedish|Norwegian|Finnish|Brazilian|"
    r"Belgian|Austrian|Swiss|Turkish|Russian|Greek|Czech|Hungarian|European|Continental)\b"
)
DOCUMENT = re.compile(
    r"\b(?:invoice|receipt|label|bill|menu|tag|sign|manner|notation|form|format|ticket|note|page|till|ledger|"
    r"statement|notice|contract|caption|brochure|poster|headline|leaflet|style|read|reads|wrote|printed)\b"
)
NEAR = 60
# Signs that an article may group digits as India does.
INDIAN = re.compile(
    r"\b(?:India|Indian|Delhi|Mumbai|Kolkata|Chennai|Bengaluru|Pakistan|Bangladesh|Nepal|Lanka|lakhs?|"
    r"crores?|"
    r"rupees?|Rs|taka)\b|₹"
)
# Signs that it does not.
WESTERN = re.compile(
    r"\b(?:Germany|German|Berlin|France|French|Paris|Spain|Spanish|Italy|Italian|Sweden|Swedish|Norway|"
    r"Norwegian|Denmark|Danish|Ireland|Irish|Scotland|Scottish|Wales|England|English|London|Ohio|Texas|"
    r"California|Florida|Canada|Canadian|Australia|Australian|American|Washington)\b"
)
# "£240, 000": three digits behind a comma and a space.
SPLIT = re.compile(r"[0-9](?<![\w.,][0-9])[0-9]{0,2}, (?P<rest>[0-9]{3})(?![0-9,]|\.[0-9])")
HEDGED = re.compile(r"\b(?:estimated|about|nearly|almost|roughly|around|least|some|than|over) $", re.I)
STOOD = re.compile(r"\b(?:stood|stands|stand|standing) at $")
# "is 1, 500 feet tall"
IS = re.compile(
    r"\b(?:is|was|are|were|to|of|costs?|weighs?|measures?|over|cut|raised|sold|lost|paid|employs?|"
    r"produced|drew|attracted|killed|injured|hired|earned|has|have|had) $"
)
LONGEST_LEAD = 12
MEASURED = re.compile(
    r" (?:feet|met(?:re|er)s|miles|km|kilomet\w{3,5}|tons?|tonnes|acres|hectares|square|pounds|kg|dollars|"
    r"euros|people|years)\b"
)
COUNTED = re.compile(r" (?:[a-z]{3,}s|people|men|women|children|sheep|cattle|fish|deer|troops|staff)\b")
# "at least 1 2 people"
APART = re.compile(
    r"\b(?:least|about|nearly|some|than|over|by|to|of|at) (?P<digits>[1-9] [0-9]) "
    r"(?=per ?cent\b|percent\b|people\b|men\b|women\b|children\b|"
    r"[a-z]+s\b)"
)
# "£12,50,000" where no rupees are meant, "$1.250,000", "1,000.000 copies"
OTHER_MONEY = re.compile(
    r"[$£€][0-9]{1,2}(?:,[0-9]{1,2})+,[0-9]{3}(?![\w,])|[$£€][0-9]{1,3}\.[0-9]{3},[0-9]{3}(?![\w,])"
)
# "25 0,000 copies"
MIXED = re.compile(
    r"(?=[0-9,])(?:"
    r"[0-9](?<![\w.,$£€][0-9])[0-9]{0,2}(?:,[0-9]{3}\.000(?= (?:people|[a-z]{3,12}s)\b)|"
    r"\.[0-9]{3},[0-9]{3}(?=[,;)] | [a-z])| 00?,[0-9]{3}(?= [a-z])|;[0-9]{3}(?= (?:people|[a-z]{3,}s)\b))"
    r"|(?<=[$£€])[0-9]{1,2} [0-9]{2,3},[0-9]{3}(?![\w,])"
    r"|(?<![\w.,])[0-9]{1,3}\.000(?= (?:million|billion)\b)"
    r"|(?<=[$£€])[0-9]{4},[0-9]{3}(?![\w,])|(?<![\w.,])(?!(?:19|20)[0-9]{2},)[1-9][0-9]{3},[0-9]{3}(?= [a-z])"
    r"|(?<![\w.,])[0-9]{1,3}(?:\.[0-9]{3})*\.(?:000\.0000|0000\.000)(?![\w.,]?[0-9])"
    r"|(?<![\w.,])[0-9]{1,3}(?:\.[0-9]{3}){2,}\.[0-9]{2}(?![\w.,]?[0-9])"
    r"|(?<![\w.,])[0-9]{1,3}, [0-9]{3},[0-9]{3}(?![\w,.]?[0-9])"
    r"|(?<![\w.,])[0-9]{1,3},[0-9]{3}\.[0-9]{3},[0-9]{2}(?![\w.,]?[0-9])"
    r"|(?<![\w.,])[0-9]{1,3}(?:\.[0-9]{3}){2,}(?= (?:people|[a-z]{4,12}s)\b)"
    r"|(?<![\w.,])[0-9]{1,3},[0-9] [0-9]{2}(?= [a-z]{3,})|(?<=[a-z] ),[0-9]{3}(?= (?:people|[a-z]{3,}s)\b)"
    r"|(?<![\w.,-])[1-9][0-9]{0,2} 0{1,3}(?= (?:people|[a-z]{3,}s)\b)"
    r"|(?<=population of )[0-9]{1,3}(?:, [0-9]{3}){2,}(?![\w,.]?[0-9])"
    r"|(?<=[$£€])[0-9]{1,3},[0-9] [0-9]{2}(?![\w,])|(?<=[$£€])[0-9],[0-9],[0-9]{3}(?![\w,]))"
)
# "2,5 million", "12,5 per cent", "12,34 runners" in English copy
DECIMAL_COMMA = re.compile(
    r"[0-9](?<![\w.,/-][0-9])[0-9]{0,2},(?:[0-9]{1,2}(?= (?:million|billion|trillion|per ?cent|percent)\b)|"
    r"[0-9]{2}(?= (?:[a-z]{3,}s|people)\b))"
)
# "48 per 100,0000 people", "between 20,000 and 30,0000 dollars": what is read as no figure of its own.
UNREAD = re.compile(
    r"(?:\bper |[0-9] (?:and|to|or) [$£€]?)"
    r"(?P<digits>[1-9][0-9]{0,2}(?:,[0-9]{3})*,(?:[0-9]{4}|00))(?= [a-z]|[.;)])"
)
# "12,,500", "38 ,940", "1 , 000"
EXTRA = re.compile(r"[0-9](?<![\w.,][0-9])[0-9]{0,2}(?:,,| ,| , )[0-9]{3}(?!\w|,[0-9])")
CONTINENTAL = re.compile(
    r"[0-9](?<![\w.,][0-9])[0-9]{0,2}(?:(?:\.[0-9]{3})+,[0-9]{1,2}(?![0-9])"
    r"|\.000(?= (?:people|[a-z]{3,12}s)\b))(?![\w,])"
)
COUNTED_NOUN = re.compile(r" ([a-z]{3,12}s|people)\b")
NOT_WHOLE = frozenset({"points", "times", "units", "percents", "parts", "seconds", "degrees"})
GROUPED = re.compile(r"(?<![\w.,])[0-9]{1,3}(?:,[0-9]{3})+(?![\w,.]?[0-9])")
UNGROUPED = "{} is grouped as no style groups digits"
# "6,4" with one digit on each side is a set of tennis, a version or a decimal comma.
TOO_SHORT = re.compile(r"[0-9],[0-9]")


def check(reading: Reading) -> Iterator[Hit]:
    """One hit for each numeral whose digits are grouped as no style groups them."""
    for figure in reading.figures:
        yield from _broken(figure, reading)
        yield from _indian(figure, reading)
    yield from _split(reading)
    yield from _mixed(reading)
    for match in near_odd_numerals(reading, EXTRA):
        yield Hit(
            figures=(),
            start=match.start(),
            end=match.end(),
            message=f"{match[0]} has a sign too many between its digits",
            suggestions=(re.sub(r"[ ,]+", ",", match[0]),),
        )
    yield from _continental(reading)


def _mixed(reading: Reading) -> Iterator[Hit]:
    """ "£12,50,000", "1,000.000 copies", "at least 1 2 people"."""
    text = reading.article.text
    for match in near_odd_numerals(reading, OTHER_MONEY, having=",."):
        if not INDIAN.search(text):
            yield _odd(match.start() + 1, match[0][1:])
    for match in near_odd_numerals(reading, MIXED, having=",.;"):
        if _is_foreign(text, match.start(), match.end()):
            continue
        yield _odd(match.start(), match[0])
    read = {flaw.start for figure in reading.figures for flaw in figure.mention.flaws}
    for match in near_odd_numerals(reading, UNREAD, having=","):
        if match.start("digits") not in read:
            yield _unread(match.start("digits"), match["digits"])
    for match in near_odd_numerals(reading, DECIMAL_COMMA, having=","):
        if match.start() not in read and not _is_foreign(text, match.start(), match.end()):
            yield _ungrouped(match.start(), match[0], match[0].replace(",", "."))
    for match in near_odd_numerals(reading, APART):
        yield _odd(match.start("digits"), match["digits"])


def _unread(start: int, written: str) -> Hit:
    number = read_digits(written)
    values = number.readings if number else ()
    return _ungrouped(start, written, *(print_number(value) for value in values[:SUGGESTED]))


def _odd(start: int, written: str) -> Hit:
    digits = re.sub(r"\D", "", written)
    return _ungrouped(start, written, f"{int(digits):,}")


def _ungrouped(start: int, written: str, *meant: str) -> Hit:
    return Hit(
        figures=(),
        start=start,
        end=start + len(written),
        message=UNGROUPED.format(written),
        suggestions=meant,
    )


def _split(reading: Reading) -> Iterator[Hit]:
    """ "£240, 000", "about 15, 000 people": a space behind the comma."""
    text = reading.article.text
    for match in near_odd_numerals(reading, SPLIT):
        is_money = text[match.start() - 1 : match.start()] in ("$", "£", "€")
        is_count = HEDGED.search(text[: match.start()][-11:]) and COUNTED.match(text, match.end())
        is_level = STOOD.search(text[: match.start()][-14:]) is not None
        is_told = IS.search(text[: match.start()][-LONGEST_LEAD:]) is not None
        is_measure = is_told and (MEASURED.match(text, match.end()) or COUNTED.match(text, match.end()))
        if is_money or match["rest"] == "000" or is_count or is_level or is_measure:
            yield Hit(
                figures=(),
                start=match.start(),
                end=match.end(),
                message=f"{match[0]} has a space between its digits",
                suggestions=(match[0].replace(" ", ""),),
            )


def _continental(reading: Reading) -> Iterator[Hit]:
    """ "1.000,00": points for the thousands and a comma for the point, in English copy; "10.000 people" may
    be ten, and is a note."""
    text = reading.article.text
    for match in near_odd_numerals(reading, CONTINENTAL, having="."):
        if _is_foreign(text, match.start(), match.end()):
            continue
        written, is_sure = match[0], "," in match[0]
        english = written.translate(str.maketrans(".,", ",."))
        yield Hit(
            figures=(),
            start=match.start(),
            end=match.end(),
            message=f"{written} is grouped as on the Continent" + ("" if is_sure else ", or has decimals"),
            suggestions=(english,),
            severity="" if is_sure or _has_commas(text) or _is_of_whole_things(text, match.end()) else "note",
        )


def _is_of_whole_things(text: str, end: int) -> bool:
    """Whether what a number counts comes whole, so that it has no decimals: "12.000 workers"."""
    noun = COUNTED_NOUN.match(text, end)
    return noun is not None and not unit_of(noun[1]) and noun[1] not in NOT_WHOLE


def _has_commas(text: str) -> bool:
    """Whether an article groups other numbers with commas: then a point groups none."""
    return GROUPED.search(text) is not None


def _indian(figure: Figure, reading: Reading) -> Iterator[Hit]:
    is_alone = figure.mention.low.form == "indian" and _is_alone(reading)
    if is_alone and _is_western(reading):
        value = figure.mention.low.value
        start, end = figure.mention.number_start, figure.mention.number_end
        written = reading.article.text[start:end]
        yield Hit(
            figures=(figure,),
            start=start,
            end=end,
            message=f"{written} is grouped as in India, and the article's other numerals are not",
            suggestions=(print_number(value), print_number(value * 10)),
        )


def _is_western(reading: Reading) -> bool:
    """Whether an article groups other numerals in threes, or is of a country that does and of none that does
    not."""
    text = reading.article.text
    return _groups_by_thousands(reading) or (WESTERN.search(text) is not None and INDIAN.search(text) is None)


def _is_alone(reading: Reading) -> bool:
    """Whether no other numeral of an article is grouped as in India."""
    return sum(figure.mention.low.form == "indian" for figure in reading.figures) == 1


def _groups_by_thousands(reading: Reading) -> bool:
    """Whether an article groups long numerals in threes and nothing in it comes from where they are
    grouped otherwise."""
    forms = [figure.mention.low for figure in reading.figures]
    is_western = any(number.form == "grouped" and number.value >= 100_000 for number in forms)
    return is_western and not INDIAN.search(reading.article.text)


def _broken(figure: Figure, reading: Reading) -> Iterator[Hit]:
    for flaw in figure.mention.flaws:
        if flaw.name != "broken-grouping":
            continue
        text = reading.article.text
        written = text[flaw.start : flaw.end]
        if TOO_SHORT.fullmatch(written) or _is_foreign(text, flaw.start, flaw.end):
            continue
        yield hit_of(figure, flaw, UNGROUPED.format(written))


def _is_foreign(text: str, start: int, end: int) -> bool:
    """Whether two words of another language stand near: decimal commas are right there."""
    near = text[max(0, start - NEAR) : end + NEAR]
    if re.match(r"\s[€$]", text[end : end + 2]):
        return True  # "3,50 €": the sign behind, as on the Continent and in Quebec
    if text[max(0, start - 3) : start].rstrip().endswith("R$"):
        return True
    if NATION.search(near) and DOCUMENT.search(near):
        return True
    is_quoted = text[max(0, start - NEAR) : start].count('"') % 2 == 1 or (
        text.rfind("“", max(0, start - NEAR), start) > text.rfind("”", max(0, start - NEAR), start)
    )
    if is_quoted and DOCUMENT.search(near):
        return True
    return len({match[0] for match in FOREIGN.finditer(near)}) >= (1 if is_quoted else 2)
