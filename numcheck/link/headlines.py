"""Joins a figure of a headline with what its article says of the same thing, where no figure of the article
bears the headline out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from numcheck.extract.attribute import read_article
from numcheck.link.blocking import measure_of
from numcheck.link.context import LINKABLE, Context, contexts_of
from numcheck.link.difference import agree, kind_of_slip, significant_digits
from numcheck.link.evidence import score, threshold, weigh
from numcheck.link.groups import Groups, Pair
from numcheck.link.setting import Setting
from numcheck.model import Article, Cluster, Difference, Evidence, Figure, Reading, Story

__all__ = ["clusters_of_titles", "join_headlines"]

LONGEST_HEADLINE = 150
# Of a headline's thing the text speaks soon.
FIGURES_COMPARED = 12
# A headline has few words, and drops what the text spells out.
LOOSE = frozenset(["other_words", "other_complement", "other_qualifiers", "other_predicate"])
RARE_SLIPS = frozenset(["transposed", "zero", "point", "magnitude"])


def join_headlines(setting: Setting, groups: Groups) -> None:
    """Joins each figure of a headline that its article contradicts with the figure that does."""
    for article, places in enumerate(setting.by_article):
        end = _end_of_headline(setting.readings[article].article)
        body = [place for place in places if setting.contexts[place].figure.start >= end]
        for place in places:
            if setting.contexts[place].figure.end <= end:
                found = _contradiction(setting, setting.contexts[place], body, end)
                if found is not None:
                    other, evidence = found
                    groups.join(Pair(place, other, evidence, score(evidence), "headline"))


def clusters_of_titles(story: Story, setting: Setting) -> Iterator[Cluster]:
    """The figures of texts that contradict the title of their article, where the title stands in the metadata
    alone; each in a cluster of its own, because a title is no part of the text."""
    for article, places in enumerate(setting.by_article):
        titled = setting.readings[article].article
        if not places or not titled.title or titled.text.lstrip().startswith(titled.title):
            continue
        title = read_article(replace(titled, text=titled.title, sections=(), source_map=None))
        for headline in contexts_of(title, article):
            found = _contradiction(setting, headline, places, 0)
            if found is not None:
                figure, evidence = setting.contexts[found[0]].figure, found[1]
                difference = Difference("headline", (headline.figure, figure), evidence)
                yield Cluster(story.id, (figure,), evidence, difference)


def _end_of_headline(article: Article) -> int:
    """Where the headline of an article ends; 0 where it has none. A text without sections has one where its
    first line is short and no sentence."""
    for section in article.sections:
        if section.kind == "headline":
            return section.end
    line, newline, rest = article.text.partition("\n")
    is_headline = len(line) <= LONGEST_HEADLINE and not line.rstrip().endswith((".", ":"))
    return len(line) if newline and rest.strip() and is_headline else 0


def _contradiction(
    setting: Setting, headline: Context, body: Sequence[int], end: int
) -> tuple[int, tuple[Evidence, ...]] | None:
    """The place of the figure after ``end`` that measures the same as a headline's and differs, with what
    speaks for it; None where the text has the headline's value, or two figures that make it."""
    figure = headline.figure
    if figure.value is None or _is_borne_out(figure, setting.readings[headline.article], end):
        return None
    measure = measure_of(figure.quantity)
    peers = [place for place in body if measure_of(setting.contexts[place].figure.quantity) == measure]
    found: list[tuple[int, tuple[Evidence, ...]]] = []
    for place in peers[:FIGURES_COMPARED]:
        context = setting.contexts[place]
        is_alike = context.figure.value is not None and context.figure.unit == figure.unit
        if is_alike and not context.is_share:
            evidence = _without_owner(weigh(headline, context, setting.rarity))
            if _tells_the_same(headline, context, evidence):
                found.append((place, evidence))
    return max(found, key=lambda entry: score(entry[1]), default=None)


def _without_owner(evidence: tuple[Evidence, ...]) -> tuple[Evidence, ...]:
    """In a headline every word may have a capital, so that its names cannot be told."""
    return tuple(piece for piece in evidence if piece.name != "other_owner")


def _is_borne_out(headline: Figure, reading: Reading, end: int) -> bool:
    """Whether the text has a headline's value, or two figures of a sentence that make it: "nine dead" above
    eight and "one more"."""
    peers = [
        figure
        for figure in reading.figures
        if figure.start >= end
        and figure.kind in LINKABLE
        and measure_of(figure.quantity) == measure_of(headline.quantity)
    ]
    if any(_is_same(headline, figure) for figure in peers):
        return True
    values = {(figure.sentence_start, figure.low) for figure in peers}
    return any((sentence, headline.low - value) in values for sentence, value in values)


def _is_same(headline: Figure, figure: Figure) -> bool:
    """Whether a figure of the text bears a headline out; "at least 16" does not bear out 26."""
    if headline.low == figure.low:
        return True
    is_more = headline.approx == "exact" and figure.approx == "at_least" and headline.low > figure.low
    return not is_more and agree(headline.quantity, figure.quantity)


def _tells_the_same(headline: Context, context: Context, evidence: tuple[Evidence, ...]) -> bool:
    """Whether both say that the same happened, or a slip that few pairs show by chance is between them."""
    names = {piece.name for piece in evidence}
    if any(name.startswith("other_") and name not in LOOSE for name in names):
        return False
    if "same_predicate" in names and score(evidence) >= threshold("headline"):
        return True
    digits = min(significant_digits(headline.figure), significant_digits(context.figure))
    is_rare = kind_of_slip(headline.figure, context.figure) in RARE_SLIPS and digits > 1
    return is_rare and score(evidence) >= threshold("headline_slip")
