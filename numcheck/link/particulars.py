"""Joins what articles say of the particulars of an event: on which day, at what hour, how old somebody is.

They say which and when, and measure nothing; so each is compared in its own way, and none with a quantity.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from numcheck.extract.words import word_list
from numcheck.lexicon import table
from numcheck.link.blocking import comparable_pairs
from numcheck.link.concepts import WORD
from numcheck.link.context import Context, day_of
from numcheck.link.difference import agree
from numcheck.link.evidence import score, threshold, words_of_name
from numcheck.link.groups import one_group_each
from numcheck.link.setting import Setting, setting_of
from numcheck.link.slips import observe_around, weighed
from numcheck.link.standing import Standings
from numcheck.model import Cluster, Difference, Evidence, Figure, Story

__all__ = ["clusters_of_particulars"]

# Days between two articles in which nobody has two birthdays.
YEAR = 300
# Birthdays that may lie between articles without a date.
BIRTHDAYS = 2
# Before an age that somebody had at another time: "when she was 23".
OTHER_TIME = re.compile(
    r"\b(?:when|then|since|after turning|at the time|was just|turns?|would have been)\b", re.I
)
FAR = 40
# Characters before and after a moment in which the verb stands that it is of.
FAR_BEFORE, FAR_AFTER = 90, 40
# Days by which a mistyped day is off at most.
WEEKS = 45
# What is no hour of an event: when a page was published, and what is left of a game.
STAMP = re.compile(r"\b(?:published|updated|posted|edited|modified|watched|watch|copyright)\b|©|\(@", re.I)
GAME = re.compile(r"\s*(?:left|remaining|to go|to play|in the (?:first|second|third|fourth))\b")
# What is seen of quantities, and says nothing of days and hours.
OF_MEASURES = frozenset(["no_noun", "untold", "other_period"])
# An hour is printed as roughly as it is round: by how many minutes it may be off, by what divides it.
ROUGHNESS = ((60, 15), (30, 10), (5, 5), (1, 2))
# Years by which one is off at most, unless its digits are exchanged.
YEARS = 4
HOUR = 60
# A year stands in every other sentence: one of these must speak for two being one.
TOLD_ALIKE = frozenset(["alike_sentences", "same_companion"])
LEAST_WORDS = 4


def clusters_of_particulars(story: Story) -> Iterator[Cluster]:
    """The clusters of two dates, two hours or the ages of one person that cannot both be right."""
    if len(story.readings) > 1:
        yield from _ages(story)
        yield from _moments(story)


def _ages(story: Story) -> Iterator[Cluster]:
    """For each person whose age two articles give differently, their ages."""
    persons: dict[str, list[tuple[int, Figure]]] = defaultdict(list)
    for place, reading in enumerate(story.readings):
        for figure in reading.figures:
            owner = figure.subject.owner
            if (
                figure.kind == "age"
                and owner
                and figure.value is not None
                and not _is_of_another_time(reading.article.text, figure)
            ):
                full = _full_name(reading.article.text, owner)
                named = figure._replace(subject=figure.subject._replace(owner=full))
                persons[_words(full)[-1]].append((place, named))
    for told in persons.values():
        if len({place for place, _ in told}) > 1:
            yield from _age_conflict(story, told)


def _is_of_another_time(text: str, figure: Figure) -> bool:
    before = text[max(figure.sentence_start, figure.start - FAR) : figure.end]
    return OTHER_TIME.search(before) is not None


def _full_name(text: str, owner: str) -> str:
    """A single name with the one before it, where its article has both: "Corinne Abeyta" for "Abeyta"."""
    if " " in owner:
        return owner
    match = re.search(rf"\b[A-Z][a-z]+ (?=({re.escape(owner)})\b)", text)
    is_name = match is not None and match[0].strip().lower() not in word_list("titles") | word_list("stops")
    return f"{match[0]}{owner}" if match is not None and is_name else owner


def _words(owner: str) -> list[str]:
    words = words_of_name(owner)
    return [word for word in words if word not in word_list("titles")] or words


def _age_conflict(story: Story, told: Sequence[tuple[int, Figure]]) -> Iterator[Cluster]:
    """The first two ages of one person in two articles that differ, with all that give either."""
    for index, (place, figure) in enumerate(told):
        for other, candidate in told[index + 1 :]:
            if place == other or not _are_one_person(figure, candidate):
                continue
            if agree(figure.quantity, candidate.quantity) or _may_be_older(
                story, place, other, figure, candidate
            ):
                continue
            if _has(story, told, place, candidate) or _has(story, told, other, figure):
                continue
            figures = tuple(age for _, age in told if _are_one_person(figure, age))
            evidence = (Evidence("same_person", 0.0),)
            yield Cluster(story.id, figures, evidence, Difference("age", (figure, candidate), evidence))
            return


def _may_be_older(story: Story, place: int, other: int, a: Figure, b: Figure) -> bool:
    """Whether birthdays between two articles explain two ages: one may be by a year where the day of an
    article is not known."""
    first, second = (day_of(story.readings[article]) for article in (place, other))
    if first is None or second is None:
        return abs(a.low - b.low) <= BIRTHDAYS
    return abs((first - second).days) >= YEAR


def _has(story: Story, told: Sequence[tuple[int, Figure]], place: int, age: Figure) -> bool:
    return any(other == place and figure.low == age.low for other, figure in told)


def _are_one_person(a: Figure, b: Figure) -> bool:
    """Whether two owners share two names, or are the same single one: "Ruben Claessen" is "Officer Ruben
    Claessen" and not "Marta Claessen"."""
    first, second = set(_words(a.subject.owner)), set(_words(b.subject.owner))
    return first == second or len(first & second) > 1


def _moments(story: Story) -> Iterator[Cluster]:
    """The surest pairs of days, and of hours, that two articles give for one event."""
    kinds = frozenset(["date", "time"])
    setting = setting_of(story.readings, kinds)
    groups = one_group_each(setting.contexts)
    standings = Standings(setting, groups)
    found: list[tuple[float, int, int, tuple[Evidence, ...]]] = []
    days = _days_told(story)
    for a, b in comparable_pairs(setting.contexts):
        first, second = setting.contexts[a], setting.contexts[b]
        if first.article == second.article or not _are_two_moments(story, days, setting, a, b):
            continue
        seen = observe_around(first, second, setting.rarity, standings.of(a, b))
        seen = {name: amount for name, amount in seen.items() if name not in OF_MEASURES}
        if _is_of_an_occurrence(story, first) and _is_of_an_occurrence(story, second):
            seen["same_occurrence"] = 1.0
        evidence = weighed(seen)
        if _is_year(first.figure) and TOLD_ALIKE.isdisjoint(seen):
            continue
        if score(evidence) >= threshold("year" if _is_year(first.figure) else first.figure.kind):
            found.append((score(evidence), a, b, evidence))
    told: set[tuple[str, object]] = set()
    for _, a, b, evidence in sorted(found, key=lambda entry: (-entry[0], entry[1], entry[2])):
        pair = setting.contexts[a].figure, setting.contexts[b].figure
        moments = {(figure.kind, _day(figure) or figure.low) for figure in pair}
        # A moment is told once, however many articles give it.
        if not told & moments:
            told |= moments
            yield Cluster(story.id, pair, evidence, Difference(pair[0].kind, pair, evidence))


def _days_told(story: Story) -> list[set[date]]:
    """The days that each article names in any way."""
    return [
        {figure.period.first for figure in reading.figures if figure.period is not None}
        for reading in story.readings
    ]


def _are_two_moments(story: Story, days: Sequence[set[date]], setting: Setting, a: int, b: int) -> bool:
    """Whether two days or two hours differ, and neither article has the other's."""
    first, second = setting.contexts[a], setting.contexts[b]
    if first.figure.kind != second.figure.kind:
        return False
    texts = [story.readings[context.article].article.text for context in (first, second)]
    if any(_is_a_stamp(text, context.figure) for text, context in zip(texts, (first, second), strict=True)):
        return False
    if first.figure.kind == "date":
        if _is_year(first.figure) and _is_year(second.figure):
            return _are_two_years(story, first, second)
        mine, theirs = _day(first.figure), _day(second.figure)
        return (
            mine is not None
            and theirs is not None
            and mine not in days[second.article]
            and theirs not in days[first.article]
            and _are_near(mine, theirs)
        )
    if not all(_is_an_hour(text, context) for text, context in zip(texts, (first, second), strict=True)):
        return False
    return not any(
        figure.kind == "time" and _may_be_one_hour(figure, wanted.figure)
        for own, wanted in ((first, second), (second, first))
        for figure in (setting.contexts[place].figure for place in setting.by_article[own.article])
    )


def _is_year(figure: Figure) -> bool:
    written = figure.mention.date
    return figure.kind == "date" and bool(written.year) and not written.month and not written.day


def _are_two_years(story: Story, a: Context, b: Context) -> bool:
    """Whether two years differ, and neither article has the other's."""
    years = [context.figure.mention.date.year for context in (a, b)]
    told = [
        {figure.mention.date.year for figure in story.readings[context.article].figures} for context in (a, b)
    ]
    is_slip = 0 < abs(years[0] - years[1]) <= YEARS or sorted(f"{years[0]}") == sorted(f"{years[1]}")
    return is_slip and years[0] != years[1] and years[1] not in told[0] and years[0] not in told[1]


def _are_near(a: date, b: date) -> bool:
    """Whether two days may be one mistyped: some weeks apart, or the same day of two years."""
    return abs((a - b).days) <= WEEKS or (a.month, a.day) == (b.month, b.day)


def _is_of_an_occurrence(story: Story, context: Context) -> bool:
    """Whether a moment is that at which something happened, and not one of its programme."""
    figure = context.figure
    text = story.readings[context.article].article.text
    before = text[max(figure.sentence_start, figure.start - FAR_BEFORE) : figure.start]
    after = text[figure.end : min(figure.sentence_end, figure.end + FAR_AFTER)]
    return not word_list("occurrences").isdisjoint([*map(str.lower, WORD.findall(before + " " + after))])


def _is_a_stamp(text: str, figure: Figure) -> bool:
    """Whether a moment is that of a page: named so, or in a line of its own."""
    first, last = text.rfind("\n", 0, figure.start) + 1, text.find("\n", figure.end)
    rest = text[first : figure.start] + text[figure.end : last if last >= 0 else len(text)]
    is_alone = len(WORD.findall(rest)) < LEAST_WORDS
    return is_alone or STAMP.search(text, figure.sentence_start, figure.sentence_end) is not None


def _day(figure: Figure) -> date | None:
    """The day of a date that names its month; None where it leaves the day open."""
    period, written = figure.period, figure.mention.date
    is_whole = period is not None and period.first == period.last and written.month and written.day
    return period.first if period is not None and is_whole else None


def _is_an_hour(text: str, context: Context) -> bool:
    """Whether a time stands in prose and is not what is left of a game."""
    figure = context.figure
    sentence = text[figure.sentence_start : figure.sentence_end]
    is_prose = len(context.words) >= LEAST_WORDS and sentence.rstrip('"”’) ').endswith((".", "!", "?"))
    return is_prose and not GAME.match(text, figure.end)


def _may_be_one_hour(a: Figure, b: Figure) -> bool:
    """Whether two clock times may be one: roughly the same, in their zones, where they tell them."""
    ahead = table("calendar")["clock"]["ahead"]
    zones = [figure.text.rpartition(" ")[2] for figure in (a, b)]
    apart = abs(a.low - b.low)
    if zones[0] != zones[1]:
        if all(zone in ahead for zone in zones):
            apart = abs((a.low - ahead[zones[0]]) - (b.low - ahead[zones[1]])) % (24 * HOUR)
        elif any(zone in table("calendar")["clock"]["zones"] for zone in zones):
            apart %= HOUR  # the zone of one is not told, or changes with the season
            apart = min(apart, HOUR - apart)
    return apart <= _roughness(a) + _roughness(b)


def _roughness(figure: Figure) -> int:
    minutes = int(figure.low)
    rough = next(off for step, off in ROUGHNESS if minutes % step == 0)
    return 2 * rough if figure.approx != "exact" else rough
