"""From mentions to figures: subject, attribution, period, and relations inside a sentence."""

from __future__ import annotations

from dataclasses import replace

from numcheck.extract.attribute.nouns import find_subject
from numcheck.extract.attribute.periods import day_range, find_period
from numcheck.extract.attribute.relations import find_relations
from numcheck.extract.attribute.speakers import find_speaker
from numcheck.extract.normalize import normalize
from numcheck.extract.scan import ScannedSentence, scan
from numcheck.model import Article, Candidate, Figure, Mention, Period, Reading

__all__ = ["attribute", "read_article"]


def read_article(article: Article) -> Reading:
    """All the figures of an article, in the order of its text."""
    return Reading(
        article,
        tuple(figure for scanned in scan(article.text) for figure in attribute(article, scanned)),
    )


def attribute(article: Article, scanned: ScannedSentence) -> tuple[Figure, ...]:
    """The figures of one sentence of ``article``."""
    sentence, mentions = scanned.sentence, scanned.mentions
    quantities = [normalize(mention) for mention in mentions]
    relations = find_relations(scanned, quantities)
    speaker = find_speaker(sentence)
    period = find_period(article.text, scanned.start, scanned.end, mentions, article.published)
    figures = []
    for place, mention in enumerate(mentions):
        first, stop = scanned.spans[place]
        subject = find_subject(sentence, mention, first, stop)
        if place in relations:
            subject = replace(subject, relations=relations[place])
        figures.append(
            Figure(
                text=article.text[mention.start : mention.end],
                start=mention.start,
                end=mention.end,
                mention=mention,
                quantity=quantities[place],
                subject=subject,
                attribution=speaker,
                period=_period(mention, article) or period,
                article=article.id,
                sentence_start=scanned.start,
                sentence_end=scanned.end,
                candidates=_candidates(mention),
            )
        )
    return tuple(figures)


def _period(mention: Mention, article: Article) -> Period | None:
    if mention.kind != "date":
        return None
    days = day_range(mention.date, article.published)
    text = article.text[mention.start : mention.end]
    return Period(days.first, days.last, text) if days else None


def _candidates(mention: Mention) -> tuple[Candidate, ...]:
    """The readings of a malformed number, as values and as they would be printed."""
    for flaw in mention.flaws:
        if flaw.name != "doubled-unit":
            return tuple(
                Candidate(value, text)
                for value, text in zip(mention.low.readings, flaw.corrections, strict=True)
            )
    return ()
