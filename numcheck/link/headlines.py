"""Joins a figure of a headline with what its article says of the same thing, where no figure of the article
bears the headline out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from numcheck.link.blocking import measure_of
from numcheck.link.context import LINKABLE, Context
from numcheck.link.difference import agree, kind_of_slip, significant_digits
from numcheck.link.evidence import score, threshold, weigh
from numcheck.link.groups import Groups, Pair
from numcheck.link.setting import Setting
from numcheck.model import Article, Evidence, Reading

__all__ = ["join_headlines"]

LONGEST_HEADLINE = 150
# Of a headline's thing the text speaks soon.
FIGURES_COMPARED = 12
# A headline has few words, and drops what the text spells out.
LOOSE = frozenset(["other_words", "other_complement", "other_qualifiers", "other_predicate"])
RARE_SLIPS = frozenset(["transposed", "zero", "point", "magnitude"])


def join_headlines(setting: Setting, groups: Groups) -> None:
    """Joins each figure of a headline that its article contradicts with the figure that does."""
    by_article: dict[int, list[int]] = {}
    for place, context in enumerate(setting.contexts):
        by_article.setdefault(context.article, []).append(place)
    for article, places in by_article.items():
        end = _end_of_headline(setting.readings[article].article)
        body = [place for place in places if setting.contexts[place].figure.start >= end]
        for place in places:
            if setting.contexts[place].figure.end <= end:
                pairs = list(_contradictions(setting, place, body))
                if pairs:
                    groups.join(max(pairs, key=lambda pair: pair.total))


def _end_of_headline(article: Article) -> int:
    """Where the headline of an article ends; 0 where it has none. A text without sections has one where its
    first line is short and no sentence."""
    for section in article.sections:
        if section.kind == "headline":
            return section.end
    line, newline, rest = article.text.partition("\n")
    is_headline = len(line) <= LONGEST_HEADLINE and not line.rstrip().endswith((".", ":"))
    return len(line) if newline and rest.strip() and is_headline else 0


def _contradictions(setting: Setting, place: int, body: Sequence[int]) -> Iterator[Pair]:
    """The pairs of a headline's figure with one of the text that measures the same and differs; none where
    the text has the headline's value, or two figures that make it."""
    headline = setting.contexts[place]
    if headline.figure.value is None or _is_borne_out(headline, setting.readings[headline.article]):
        return
    measure = measure_of(headline.figure.quantity)
    peers = [other for other in body if measure_of(setting.contexts[other].figure.quantity) == measure]
    for other in peers[:FIGURES_COMPARED]:
        context = setting.contexts[other]
        if context.figure.value is None or context.is_share:
            continue
        evidence = weigh(headline, context, setting.rarity)
        if _tells_the_same(headline, context, evidence):
            yield Pair(place, other, evidence, score(evidence), "headline")


def _is_borne_out(headline: Context, reading: Reading) -> bool:
    """Whether the text has a headline's value, or two figures of a sentence that make it: "nine dead" above
    eight and "one more"."""
    own = headline.figure
    peers = [
        figure
        for figure in reading.figures
        if figure.start > own.end
        and figure.kind in LINKABLE
        and measure_of(figure.quantity) == measure_of(own.quantity)
    ]
    if any(own.low == figure.low or agree(own.quantity, figure.quantity) for figure in peers):
        return True
    values = {(figure.sentence_start, figure.low) for figure in peers}
    return any((sentence, own.low - value) in values for sentence, value in values)


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
