"""From mentions to figures: subject, attribution, period, and relations inside a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from numcheck.extract.attribute.nouns import find_complement, find_phrase
from numcheck.extract.attribute.open_units import settle_open_units
from numcheck.extract.attribute.owners import find_owner
from numcheck.extract.attribute.periods import date_period, find_period
from numcheck.extract.attribute.persons import find_person
from numcheck.extract.attribute.phrase import NO_PHRASE, Phrase
from numcheck.extract.attribute.predicates import (
    find_change,
    find_predicates,
    is_negated,
    nearest_predicate,
)
from numcheck.extract.attribute.relations import find_relations
from numcheck.extract.attribute.speakers import find_speaker
from numcheck.extract.attribute.word_forms import is_verb_like
from numcheck.extract.lists import is_listed
from numcheck.extract.normalize import normalize
from numcheck.extract.scan import ScannedSentence, scan
from numcheck.extract.words import is_plural, noun_class, singular, word_list
from numcheck.model import Article, Candidate, Figure, Mention, Reading, Subject

__all__ = ["attribute", "dateline_of", "read_article"]

NEGATIONS = word_list("negations")

# Characters of an article among which its dateline stands.
DATELINE = 200
# Names, and what a paper puts before its day; words of a sentence are in small letters, or open it.
AHEAD_OF_DATELINE = re.compile(
    r"(?:[\W\d_]|\b(?!(?:On|In|Since|From|Until|Till|Between|Before|After|Born|At|The|It|He|She)\b)[A-Z]\w*"
    r"|\b(?:[Pp]ublished|[Pp]osted|[Uu]pdated|[Ww]ritten|of|de|la|at|on|am|pm|p|m|a)\b)*"
)
KINDS_WITH_NO_NOUN = frozenset({"date", "time", "score", "age"})
# Between the amount of a change and the value before or after it: "by 3 points to 4".
CHANGED = re.compile(r"(?:w[yM]|wM,?y)?,?w?[tf]")


def read_article(article: Article, house_units: tuple[str, ...] = ()) -> Reading:
    """All the figures of an article, in the order of its text.

    ``house_units`` are what the house means by a form that the article leaves open: "AUD" by "$".
    """
    figures: list[Figure] = []
    day: date | None = None
    dated = article
    for scanned in scan(article.text):
        found = attribute(dated, scanned, day)
        figures += found
        day = _last_day(found) or day
        if dated.published is None and (dateline := dateline_of(article.text, found)):
            dated = replace(article, published=dateline)
    return Reading(article, tuple(settle_open_units(figures, house_units)))


def dateline_of(text: str, figures: Iterable[Figure]) -> date | None:
    """The day of an article without a day of publication: the full date at the beginning of its text, on a
    line of its own or after a name ("LONDON, June 3, 2019 -"), and not in a sentence ("Born on")."""
    for figure in figures:
        if figure.start > DATELINE:
            return None
        if figure.kind == "date" and figure.mention.date.year and figure.mention.date.day and figure.period:
            line = text.rfind("\n", 0, figure.start) + 1
            return figure.period.first if AHEAD_OF_DATELINE.fullmatch(text, line, figure.start) else None
    return None


def _last_day(figures: tuple[Figure, ...]) -> date | None:
    """The last day that some figures name, from which "the next day" is counted."""
    for figure in reversed(figures):
        period = figure.period
        if figure.mention.kind == "date" and period is not None and period.first == period.last:
            return period.first
    return None


def attribute(
    article: Article, scanned: ScannedSentence, day_before: date | None = None
) -> tuple[Figure, ...]:
    """The figures of one sentence of ``article``; ``day_before`` is the last day named before it."""
    sentence, mentions = scanned.sentence, scanned.mentions
    quantities = [*map(normalize, mentions)]
    subjects = _subjects(scanned)
    if len(mentions) > 1:
        for place, relations in find_relations(scanned, quantities).items():
            subjects[place] = subjects[place]._replace(relations=relations)
    speaker = find_speaker(sentence)
    start, end = scanned.start, scanned.end
    periods = [
        date_period(sentence, mention, first, article.published) if mention.kind == "date" else None
        for mention, (first, _) in zip(mentions, scanned.spans, strict=True)
    ]
    # What a sentence speaks of is its first date, or else its first relative day.
    period = next(filter(None, periods), None) or find_period(sentence, article.published, day_before)
    return tuple(
        [
            Figure(
                article.text[mention.start : mention.end],
                mention.start,
                mention.end,
                mention,
                quantities[place],
                subjects[place],
                speaker,
                periods[place] or period,
                article.id,
                start,
                end,
                _candidates(mention) if mention.flaws else (),
            )
            for place, mention in enumerate(mentions)
        ]
    )


def _subjects(scanned: ScannedSentence) -> list[Subject]:
    """The subject of each mention of a sentence, without relations."""
    sentence = scanned.sentence
    denies = not NEGATIONS.isdisjoint(sentence.vocabulary)
    predicates = find_predicates(sentence)
    subjects = []
    direction = ""
    phrases = _phrases(scanned)
    for mention, phrase, (first, stop) in zip(scanned.mentions, phrases, scanned.spans, strict=True):
        if mention.kind in KINDS_WITH_NO_NOUN:
            is_age = mention.kind == "age"
            owner = find_person(sentence, first, stop) if is_age else find_owner(sentence, NO_PHRASE, first)
            subjects.append(Subject(owner=owner))
            continue
        head = singular(phrase.head) if phrase.head else ""
        direction, role = find_change(sentence, predicates, first, direction)
        subjects.append(
            Subject(
                phrase.head,
                head,
                noun_class(head),
                phrase.qualifiers,
                find_complement(sentence, max(phrase.stop, stop)),
                nearest_predicate(sentence, predicates, phrase, first, stop),
                find_owner(sentence, phrase, first),
                (),
                direction,
                role,
                denies and is_negated(sentence, first),
            )
        )
    return subjects


def _phrases(scanned: ScannedSentence) -> list[Phrase]:
    """The noun phrase of each mention. The numbers of a list share the noun after the last, and a
    value after a change the noun of the change: "fell by 3 points to [4]"."""
    sentence = scanned.sentence
    phrases = [
        NO_PHRASE if mention.kind in KINDS_WITH_NO_NOUN else find_phrase(sentence, mention, first, stop)
        for mention, (first, stop) in zip(scanned.mentions, scanned.spans, strict=True)
    ]
    if len(phrases) > 1:
        _share_phrases(scanned, phrases)
    return phrases


def _share_phrases(scanned: ScannedSentence, phrases: list[Phrase]) -> None:
    """Gives the mentions of a list, of a change and of a contrast the phrase that only one of them has."""
    sentence, spans = scanned.sentence, scanned.spans
    for place in range(len(phrases) - 2, -1, -1):
        mention, other = scanned.mentions[place], scanned.mentions[place + 1]
        if mention.kind != other.kind or not is_listed(sentence, spans[place][1], spans[place + 1][0]):
            continue
        following = phrases[place + 1]
        if following.first >= spans[place + 1][1]:
            phrases[place] = following
        elif phrases[place].head and not following.head and "," not in sentence.classes[spans[place][1]]:
            phrases[place + 1] = phrases[place]
    for place in range(1, len(phrases)):
        if phrases[place].head:
            continue
        before = _changed_from(scanned, place)
        if before < 0 and _repeats_its_verb(scanned, place):
            before = place - 1
        if before >= 0:
            phrases[place] = phrases[before]
    for place in range(len(phrases) - 1):
        following = phrases[place + 1]
        if phrases[place].head and following.head and _modifies_the_next(scanned, phrases[place], place):
            phrases[place] = following


def _changed_from(scanned: ScannedSentence, place: int) -> int:
    """The figure that a value is before or after a change of, past a date: "from 7.9 percent in 2017 to
    [8.5 percent]", "to 27.5 million, up from [25.6 million]"; -1 where there is none."""
    mentions, spans = scanned.mentions, scanned.spans
    before = place - 1
    while before >= 0 and mentions[before].kind == "date":
        before -= 1
    if before < 0 or mentions[before].kind != mentions[place].kind:
        return -1
    between = scanned.sentence.classes[spans[before][1] : spans[place][0]]
    return before if CHANGED.fullmatch(between) else -1


def _repeats_its_verb(scanned: ScannedSentence, place: int) -> bool:
    """ "Pryce received 297 votes, while Amaro received [241]"."""
    sentence, spans = scanned.sentence, scanned.spans
    verb = sentence.lowers[spans[place][0] - 1]
    return (
        scanned.mentions[place].kind == scanned.mentions[place - 1].kind == "count"
        and verb == sentence.lowers[spans[place - 1][0] - 1]
        and is_verb_like(verb)
        and not verb.endswith("ly")
    )


def _modifies_the_next(scanned: ScannedSentence, phrase: Phrase, place: int) -> bool:
    """ "1,247 animal and 747 plant [species]": a singular after a number above one, and then another."""
    mention, other = scanned.mentions[place], scanned.mentions[place + 1]
    return (
        mention.kind == other.kind == "count"
        and mention.low.value > 1
        and not is_plural(phrase.head)
        and not noun_class(phrase.head.lower())
        and scanned.sentence.classes[scanned.spans[place + 1][1] :][:1] != "O"
        and phrase.first >= scanned.spans[place][1]
        and scanned.sentence.classes[phrase.stop : scanned.spans[place + 1][0]] == "&"
    )


def _candidates(mention: Mention) -> tuple[Candidate, ...]:
    """The readings of a malformed number, as values and as they would be printed."""
    for flaw in mention.flaws:
        if flaw.name != "doubled-unit":
            return tuple(
                Candidate(value, text)
                for value, text in zip(mention.low.readings, flaw.corrections, strict=True)
            )
    return ()
