"""Composes the recognisers: from a text to its mentions, in order and disjoint."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from operator import attrgetter
from typing import NamedTuple

from numcheck.extract.ages import AGES
from numcheck.extract.amounts import read_amount
from numcheck.extract.clock import CLOCK_TIMES
from numcheck.extract.dates import DATES, PARTS_OF_DATES
from numcheck.extract.fractions import FRACTIONS
from numcheck.extract.hedges import hedge_after, hedge_before
from numcheck.extract.lists import share_units
from numcheck.extract.names import NAMES, join_names
from numcheck.extract.not_figures import NOT_FIGURES, link_claims
from numcheck.extract.numbers import join_numbers
from numcheck.extract.ratios import RATIOS_AND_RANKS
from numcheck.extract.recogniser import Claim, Dispatch, Read
from numcheck.extract.sentences import anchored_spans
from numcheck.extract.tokens import Sentence, tokenize
from numcheck.model import Flaw, Mention

__all__ = ["ScannedSentence", "scan"]

# In the order of precedence; amounts take what the others leave.
RECOGNISERS = [
    (needs, words, (recogniser.pattern.search, recogniser.read))
    for needs, words, recogniser in (
        *NOT_FIGURES,
        *DATES,
        *CLOCK_TIMES,
        *AGES,
        *PARTS_OF_DATES,
        *FRACTIONS,
        *RATIOS_AND_RANKS,
    )
]
RULES = Dispatch(NAMES, RECOGNISERS)
# Each step goes over so many sentences before the next begins: it finds its own code and tables in the
# processor's cache, which is worth a twelfth of the time, and no text fills the memory.
BATCH = 64
NUMBER_TOKEN = re.compile(r"[dyNnv]")
Rule = tuple[Callable[..., re.Match[str] | None], Read]


class ScannedSentence(NamedTuple):
    """A sentence that holds a figure: its tokens, and its mentions with the tokens they take."""

    sentence: Sentence
    mentions: tuple[Mention, ...]
    spans: tuple[tuple[int, int], ...]

    @property
    def start(self) -> int:
        """Where its first token begins in the article's text."""
        return self.sentence.starts[0]

    @property
    def end(self) -> int:
        """Where its last token ends in the article's text."""
        return self.sentence.ends[-1]


def scan(text: str) -> Iterator[ScannedSentence]:
    """The sentences of ``text`` that hold mentions, in order.

    Takes any string and raises nothing; the time is linear in its length.
    """
    spans = anchored_spans(text)
    while batch := [tokenize(text, start, end) for start, end in islice(spans, BATCH)]:
        flaws = [join_numbers(sentence) for sentence in batch]
        rules = [RULES.rules_for(frozenset(sentence.classes), sentence.vocabulary) for sentence in batch]
        for sentence, found, (names, _) in zip(batch, flaws, rules, strict=True):
            join_names(sentence, found, names)
        claimed = [
            _claims(sentence, found, recognisers)
            for sentence, found, (_, recognisers) in zip(batch, flaws, rules, strict=True)
        ]
        for sentence, claims in zip(batch, claimed, strict=True):
            if claims:
                yield ScannedSentence(
                    sentence,
                    tuple([mention for claim in claims for mention in claim.mentions]),
                    tuple([(claim.first, claim.stop) for claim in claims for _ in claim.mentions]),
                )


def _claims(sentence: Sentence, flaws: dict[int, Flaw], recognisers: Iterable[Rule]) -> list[Claim]:
    """What the recognisers take of a sentence, in order, without what is claimed as no figure."""
    classes = sentence.classes
    taken = bytearray(len(classes))
    claims: list[Claim] = []

    def take(claim: Claim) -> None:
        if taken.find(1, claim.first, claim.stop) >= 0:
            return  # it grew over what another has: "twice per 2019"
        taken[claim.first : claim.stop] = b"\x01" * (claim.stop - claim.first)
        if claim.mentions:
            claims.append(claim)

    for claim in link_claims(sentence):
        take(claim)
    for search, read in recognisers:
        match = search(classes)
        while match:
            first, stop = match.span()
            if taken.find(1, first, stop) < 0:
                found = read(sentence, match)
                if found is not None:
                    take(_with_hedge(sentence, found, taken))
            match = search(classes, stop)
    for match in NUMBER_TOKEN.finditer(classes):
        if not taken[match.start()]:
            found = read_amount(sentence, match.start(), flaws, taken)
            if found is not None:
                take(found)
    return _in_order(sentence, claims)


def _in_order(sentence: Sentence, claims: list[Claim]) -> list[Claim]:
    """The claims in the order of the text, with the units that lists share."""
    if len(claims) < 2:
        return claims
    claims.sort(key=attrgetter("first"))
    return share_units(sentence, claims)


# What is read whole by a recogniser and may still be hedged: "nearly half", "about 11:40 p.m.".
HEDGED = frozenset({"fraction", "time", "ratio", "age", "measure", "duration", "percent"})


def _with_hedge(sentence: Sentence, claim: Claim, taken: bytearray) -> Claim:
    """The claim widened by the hedge beside it, where it is one mention that takes a hedge."""
    if len(claim.mentions) != 1 or claim.mentions[0].kind not in HEDGED:
        return claim
    found = claim.mentions[0]
    # "under the age of 30": the hedge stands before the article.
    is_of_an_age = found.kind == "age" and sentence.lowers[claim.first - 1] == "the"
    first, hedge = hedge_before(sentence, claim.first - is_of_an_age, taken)
    first = first if hedge else claim.first
    stop = claim.stop
    if not hedge and found.kind != "time":
        hedge, stop = hedge_after(sentence, stop)
    if not hedge:
        return claim
    widened = found._replace(start=sentence.starts[first], end=sentence.ends[stop - 1], hedge=hedge)
    return Claim(first, stop, (widened,))
