"""Parts that must add up to a stated total cannot.

"A package of £900 million, made up of £400 million for schools, £300 million for transport and £300
million for housing" gives away 100 million that it does not have. Readers add up, and so should the
desk: to copy editors numbers are the largest source of mistakes in print (Rich Holden of the Dow Jones
News Fund, to the American Copy Editors Society in 2011).

Where a text says that the parts are all there are ("made up of", "comprising", "consisting of", "a total
of", a colon), their sum must be able to equal the total. Where it only names some ("including", "of
whom"), no part and no sum of them can exceed it.

The tolerance is how the figures are written: each stands for every value that would honestly be
printed so, trailing zeros rounded away and hedges heeded, and only a sum that no such values allow is
reported. A total that was rounded from unrounded parts is silent.

Elsewhere ("nine men and four women, 14 in all", "the other 30") the words about the figures decide whether
they are told as a sum: each has a weight, fitted to sentences of ours and to public news, and how sure they
are makes an error, a warning or a note of it.

Suppress it where the parts overlap and the text says so ("some had both").

On 4,678 articles of public news with 86,000 figures it raised 3 warnings; one is real (19 million jobs, of
which 9 million and 12 million), the others are no sums. What it finds of planted errors is told by
`make score`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from functools import cache
from itertools import chain

from numcheck.extract.numbers import print_number
from numcheck.interval import Interval, total
from numcheck.lexicon import table
from numcheck.link.difference import possible_in
from numcheck.link.evidence import PERSON_CLASSES
from numcheck.model import Figure, Hit, Reading, Severity
from numcheck.rules.arithmetic.cues import severity
from numcheck.rules.arithmetic.sum_cues import are_opposites
from numcheck.rules.arithmetic.sums import can_equal, is_explained, sums
from numcheck.rules.arithmetic.tables import table_sums
from numcheck.rules.sentences import without_dates

SEVERITY: Severity = "error"

FLAGGED = (
    "The council has [[60]] members, made up of 31 Reform, 20 Labour and 12 Green councillors.",
    "She announced a package of [[£900 million]], made up of £400 million for schools, £300 million for "
    "transport and £300 million for housing.",
    "The force has [[50,000]] personnel, including 30,000 contractors and 40,000 convicts.",
    "The crew of [[23]] consisted of 12 Filipinos, eight Greeks and five Ukrainians.",
    "Rescuers saved 28 by lifeboat and 12 by helicopter, a total of [[50]].",
    "The fleet comprises [[11]] vessels: eight trawlers and five ferries.",
    "A [[12]]-member panel, comprising eight men and five women, will meet in June.",
    "The [[24]] members – 14 Labour, 8 Tory and 4 Liberal – voted for it.",
    "In all [[45]] people were hurt, 20 in Orlesk, 15 in Tavna and 12 in Brenik.",
    "She gave $200 to the church and $300 to the school, [[$600]] in all.",
    "The company has [[1,200]] employees, of whom 700 in Ohio and 600 in Texas.",
    "The total of [[300]] jobs includes 120 in sales, 110 in marketing and 90 in support.",
    "The class has [[30]] pupils, 16 girls and 18 boys.",
    "The delegation of [[30]] people included 18 officials and 15 reporters.",
)

SILENT = (
    "The council has 60 members, made up of 31 Reform, 19 Labour and 10 Green councillors.",
    "The force has about 50,000 personnel, including 10,000 contractors and 40,000 convicts.",
    "The force has 50,000 personnel, including 10,000 contractors.",
    "The fund holds $1.2 billion, made up of $0.75 billion in shares and $0.5 billion in bonds.",
    "Nine people died, including three children and two women, and 20 were hurt.",
    "The town of 12,000 has 4 schools, including two with 900 pupils.",
    "About 300 guests came, made up of 120 from Spain and 190 from France.",
    "The crew of 25 consisted of 12 Filipinos, eight Greeks and five Ukrainians.",
    "The budget is £14.6 billion, including £9 billion for health and 3,000 new posts.",
    "The 26 members – 14 Labour, 8 Tory and 4 Liberal – voted for it.",
    "In all 45 people were hurt, 20 in Orlesk, 15 in Tavna and 10 in Brenik.",
    "Of 45 towns, 20 in Orlesk, 15 in Tavna and 12 elsewhere had floods, and some twice.",
    "She gave $200 to the church and $300 to the school, $500 in all.",
    "The 24 songs – 14 minutes, 8 verses and 4 keys of them – were new.",
    "The total of 300 jobs includes 120 in sales, 90 in marketing and 90 in support.",
    "The class has 34 pupils, 16 girls and 18 boys.",
    "He has 12 neighbours, two sons and five daughters.",
    "He bought 12 apples and 30 pears, a total of 42.",
    "A fifth of the prisoners are over 50, including about 10,000 older than 60.",
)


# Parts that are more than ten times their whole are parts of something else.
LARGEST_SLIP = 10
# From so many parts on, of which a slip in one explains the sum, their nouns are not asked.
FEWEST_LISTED = 2
CLAUSE = re.compile(r" (?:were|was|have|had|are|is)\b")
# "1,200 employees, of whom 700 are in Ohio"
OF_WHOM = re.compile(r"[^.;:()0-9]{0,40},?\s+of\s(?:whom|which)\s+")


def check(reading: Reading) -> Iterator[Hit]:
    """One hit for each total that its parts cannot make."""
    figures = {figure.start: figure for figure in reading.figures}
    parts: dict[tuple[int, str], list[Figure]] = {}
    for figure in reading.figures:
        for relation in figure.subject.relations:
            if relation.is_of_a_whole and relation.other in figures:
                parts.setdefault((relation.other, relation.kind), []).append(figure)
    # Totals of which these words say all.
    related = {start for start, kind in parts if kind == "component"}
    for (start, kind), told_after in parts.items():
        whole, members = figures[start], _in_one_breath(reading, told_after)
        if is_explained(_beside(reading, whole), whole, members):
            continue
        if kind == "component" and len(members) > 1 and not can_equal(whole, members):
            yield _hit(whole, members, "not")
        elif kind == "part" and _exceeds(reading, whole, members):
            related.add(start)
            yield _hit(whole, members, "more than")
    for one in chain(sums(reading), table_sums(reading)):
        if one.whole.start not in related:
            hit = _hit(one.whole, list(one.parts), "not")
            yield replace(hit, severity=severity("sum", one.odds))


def _in_one_breath(reading: Reading, members: list[Figure]) -> list[Figure]:
    """Parts without the one behind them that begins a clause: "including two children, and 20 were hurt"."""
    text = reading.article.text
    begins = (
        len(members) > 1 and CLAUSE.match(text, members[-1].end) and not CLAUSE.match(text, members[0].end)
    )
    return members[:-1] if begins else members


def _beside(reading: Reading, whole: Figure) -> list[Figure]:
    """The figures of the sentence of a total."""
    return [figure for figure in reading.figures if figure.sentence_start == whole.sentence_start]


def _sum(members: list[Figure], unit: str) -> Interval:
    return total(possible_in(member.quantity, unit) for member in members)


def _exceeds(reading: Reading, whole: Figure, members: list[Figure]) -> bool:
    """Whether parts of the same kind of thing are more than their whole can be."""
    # "300 jobs, including 120 in sales and 90 in support": parts without a noun of their own.
    are_bare = len(members) > 1 and not any(member.subject.head for member in members)
    are_some_of_it = OF_WHOM.fullmatch(without_dates(reading, whole.end, members[0].start)) is not None or (
        are_bare and all(member.kind == whole.kind for member in members)
    )
    if len(members) > FEWEST_LISTED and _exclude_each_other(members) and _may_hold(whole, members):
        are_some_of_it = True
    elif any(member.subject.head in _overlapping() for member in members) and not are_opposites(
        reading, members
    ):
        return False
    if not are_some_of_it and not all(_are_of_one_kind(whole, member) for member in members):
        return False
    least, most = _sum(members, whole.unit).low, whole.quantity.possible.high
    return most < least <= LARGEST_SLIP * most


@cache
def _overlapping() -> frozenset[str]:
    return frozenset(table("kinds")["overlapping"])


def _exclude_each_other(members: list[Figure]) -> bool:
    """Whether parts are called by as many names, none of which leaves room for another: rifles and
    pistols."""
    heads = [member.subject.head for member in members]
    return "" not in heads and len(set(heads)) == len(heads) and _overlapping().isdisjoint(heads)


def _may_hold(whole: Figure, members: list[Figure]) -> bool:
    """Whether a whole is no other kind of thing than its parts: 35 nations are not 32 Kenyans."""
    kind = whole.subject.noun_class
    are_people = all(member.subject.noun[:1].isupper() for member in members)
    return kind in PERSON_CLASSES if are_people else not kind or kind in PERSON_CLASSES


def _are_of_one_kind(whole: Figure, part: Figure) -> bool:
    if whole.unit:
        return True
    classes = {whole.subject.noun_class, part.subject.noun_class}
    if whole.subject.head and whole.subject.head == part.subject.head:
        return True
    if whole.subject.noun_class in PERSON_CLASSES:
        # "30 people included 18 officials": people come under more names than any table has.
        return bool(part.subject.head) and classes <= PERSON_CLASSES | {""}
    return len(classes) == 1 and "" not in classes


def _hit(whole: Figure, members: list[Figure], relation: str) -> Hit:
    values = [member.low for member in members]
    makes = print_number(sum(values, Decimal(0)))
    terms = " + ".join(print_number(value) for value in values)
    unit = f" {whole.unit}" if whole.unit else ""
    stated = print_number(whole.low)
    return Hit(
        figures=(whole, *members),
        start=whole.start,
        end=whole.end,
        message=f"the parts make {makes}{unit}, {relation} {stated}",
        evidence=(f"{terms} = {makes}, {relation} {stated}",),
    )
