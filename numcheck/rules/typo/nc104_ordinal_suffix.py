"""An ordinal has another number's ending.

"The 21th century", "his 2rd goal", "the 112nd session": the ending belongs to the spoken number,
twenty-first, second, hundred and twelfth. It is what is left when the number was changed and the ending was
not.

Numbers that end in 11, 12 and 13 take -th; other numbers take -st, -nd and -rd after 1, 2 and 3 and -th
after the rest (Chicago Manual of Style, "ordinals"; the AP Stylebook, "numerals").

Silent on weights in stone ("11st 4lb", "a 13st fighter"), on legal citations, which have -d ("42d Cong."),
and inside names of files and codes. Reported too is an ordinal that is parted from its ending or
has lost it ("the 19 th mile", "the 19 century").

On 4,678 articles of public news with 86,000 figures it raised 1 error, which is real ("for 11 th year").
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from numcheck.extract.numbers import ordinal_ending
from numcheck.model import Hit, Reading, Severity
from numcheck.rules.day_names import MONTHS
from numcheck.rules.numerals import near_numerals, near_odd_numerals

SEVERITY: Severity = "error"

FLAGGED = (
    "It is the town of the [[21th]] century.",
    "He scored his [[2rd]] goal in the last minute.",
    "The [[112nd]] session opened on Monday.",
    "She came in [[33th]] of 400 runners.",
    "They met on the [[3th]] of May in Orlesk.",
    "The club is in its [[11st]] season.",
    "The marathon's hill comes in the [[19 th]] mile.",
    "The report is due on the [[3 0th]] of June.",
    "She came [[42st]] of 380 runners.",
)

SILENT = (
    "It is the town of the 21st century.",
    "He scored his 2nd goal in the last minute.",
    "The 112th session opened on the 11th, 12th and 13th.",
    "The fighter weighs 11st and his rival 12st 4lb.",
    "See 42d Cong., 2d Sess., on the matter.",
    "He bought a 13st pumpkin at the fair.",
    "The file is called 2th-copy_3th.txt on the disk.",
    "In the 1st and the 103rd minute they scored.",
    "Route A21th is no road that we know.",
    "The fighter was 9st 6lb when he was weighed.",
)

ENDING = re.compile(r"[0-9](st|nd|rd|th)(?![\w-]|\.\w)")
NUMBER = re.compile(r"(?:(?<=^)|(?<=[\s(\[“\"'‘—–]))(?:[0-9]{1,4}|[0-9]{1,3}(?:,[0-9]{3})+)$")
# "the 19 th mile", "on the 3 0th of June"
APART = re.compile(
    r"\b(?:the|finished|came|placed) "
    r"(?P<ordinal>[0-9]{1,3} (?:th|nd|rd)(?= [a-z])|[1-3] [0-9](?:st|nd|rd|th)\b)"
    r"|(?<![\w.,])(?P<tenth>[0-9]{1,3} th)(?= [a-z])"
)

# "was 9st 6lb"
POUNDS = re.compile(r" [0-9]{1,2} ?lbs?\b| \(")
LONGEST = 12
# "its 11st storm of the season"
OWNED = re.compile(r"\b(?:its|their|our) $")
RANKED = (" century", " anniversary", " birthday")
# "from the 19 century", "her 30 birthday"
BARE = re.compile(
    r"\b(?:the|his|her|its|their|a) (?P<number>[0-9]{1,2})(?= (?:century|anniversary|birthday)\b)"
)
NAMED = re.compile(r"\b(?:called|named|user|handle|nickname) $")
# No person or beast of sport is told to weigh more stone.
HEAVIEST = 40
# "11st" is a weight unless it counts one of these.
COUNTED = re.compile(
    r"\s+(?:century|floor|season|time|place|position|spot|rank|row|attempt|annual|consecutive|straight|version|minute|day|week|month|year|edition|round|birthday|anniversary|"
    r"goal|win|"
    r"session|street|hour|district|amendment|congress|of\s[A-Z]|"
    r"(?:in|on)\sthe\s(?:table|standings|league|poll|world|rankings?|list|chart|championship))\b"
)


# "He finished 11st", "on April 11st"
MONTH = rf"(?:{MONTHS}|Jan\.|Feb\.|Aug\.|Sept\.|Oct\.|Nov\.|Dec\.)"
PLACED = re.compile(rf"\b(?:(?:finished|came|placed|ranked|was) (?:in )?|{MONTH} )$")
OF_A_MONTH = re.compile(rf"\s+(?:of\s+)?{MONTH}(?!\w)")


def _is_a_rank(text: str, start: int, end: int) -> bool:
    lead = text[max(0, start - LONGEST * 2) : start].rstrip("0123456789,")
    is_counted = COUNTED.match(text, end) or OF_A_MONTH.match(text, end)
    is_owned = OWNED.search(lead) is not None and text[end : end + 2].strip().islower()
    return is_counted is not None or is_owned or PLACED.search(lead) is not None


def check(reading: Reading) -> Iterator[Hit]:
    """One hit for each ordinal with an ending that its number does not have."""
    text = reading.article.text
    for match in near_odd_numerals(reading, ENDING):
        stop = match.start(1)
        number = NUMBER.search(text[max(0, stop - LONGEST) : stop])
        if number is None:
            continue
        value, ending = int(number[0].replace(",", "")), match[1]
        right = ordinal_ending(value)
        is_weight = ending == "st" and value <= HEAVIEST
        if (
            ending == right
            or NAMED.search(text[: stop - len(number[0])][-LONGEST:])
            or POUNDS.match(text, match.end())
            or (is_weight and not _is_a_rank(text, stop, match.end()))
        ):
            continue
        yield _hit(stop - len(number[0]), match.end(), number[0], right)
    for match in near_numerals(reading, BARE) if any(word in text for word in RANKED) else ():
        bare = match["number"]
        yield _hit(match.start("number"), match.end("number"), bare, ordinal_ending(int(bare)))
    for match in near_odd_numerals(reading, APART):
        group = match.lastgroup or "ordinal"
        written = match[group]
        yield Hit(
            figures=(),
            start=match.start(group),
            end=match.end(group),
            message=f"{written} has a space in it",
            suggestions=(written.replace(" ", ""),),
        )


def _hit(start: int, end: int, number: str, ending: str) -> Hit:
    return Hit(
        figures=(),
        start=start,
        end=end,
        message=f"the ordinal of {number} is {number}{ending}",
        suggestions=(f"{number}{ending}",),
    )
