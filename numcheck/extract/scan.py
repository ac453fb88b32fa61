"""Composes the recognisers: from a text to its mentions, in order and disjoint."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from numcheck.extract.amounts import hedge_before, read_amount
from numcheck.extract.dates import DATES_AND_TIMES
from numcheck.extract.not_figures import NOT_FIGURES, link_claims
from numcheck.extract.numbers import join_numbers
from numcheck.extract.parts import FRACTIONS_AND_SCORES
from numcheck.extract.recogniser import Claim, Recogniser
from numcheck.extract.sentences import anchored_spans
from numcheck.extract.tokens import Sentence, tokenize
from numcheck.model import Mention

__all__ = ["ScannedSentence", "scan"]

# In the order of precedence; amounts take what the others leave.
RECOGNISERS: tuple[Recogniser, ...] = (*NOT_FIGURES, *DATES_AND_TIMES, *FRACTIONS_AND_SCORES)
NUMBER_TOKEN = re.compile(r"[dyNnv]")


@dataclass(frozen=True, slots=True)
class ScannedSentence:
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
    for start, end in anchored_spans(text):
        sentence = tokenize(text, start, end)
        claims = _claims(sentence)
        if claims:
            yield ScannedSentence(
                sentence,
                tuple(mention for claim in claims for mention in claim.mentions),
                tuple((claim.first, claim.stop) for claim in claims for _ in claim.mentions),
            )


def _claims(sentence: Sentence) -> list[Claim]:
    """What the recognisers take of a sentence, in order, without what is claimed as no figure."""
    flaws = join_numbers(sentence)
    taken = bytearray(len(sentence.words))
    claims: list[Claim] = []

    def take(claim: Claim) -> None:
        taken[claim.first : claim.stop] = b"\x01" * (claim.stop - claim.first)
        claims.append(claim)

    for claim in link_claims(sentence):
        take(claim)
    for recogniser in RECOGNISERS:
        for match in recogniser.pattern.finditer(sentence.classes):
            if any(taken[match.start() : match.end()]):
                continue
            read = recogniser.read(sentence, match)
            if read is not None:
                take(_with_hedge(sentence, read, taken))
    for match in NUMBER_TOKEN.finditer(sentence.classes):
        if not taken[match.start()]:
            read = read_amount(sentence, match.start(), flaws, taken)
            if read is not None:
                take(read)
    return sorted((claim for claim in claims if claim.mentions), key=lambda claim: claim.first)


# What is read whole by a recogniser and may still be hedged: "nearly half", "about 11:40 p.m.".
HEDGED = frozenset({"fraction", "time"})


def _with_hedge(sentence: Sentence, claim: Claim, taken: bytearray) -> Claim:
    """The claim widened by the hedge before it, where it is one mention that takes a hedge."""
    if len(claim.mentions) != 1 or claim.mentions[0].kind not in HEDGED:
        return claim
    first, hedge = hedge_before(sentence, claim.first, taken)
    if not hedge:
        return claim
    mention = replace(claim.mentions[0], start=sentence.starts[first], hedge=hedge)
    return Claim(first, claim.stop, (mention,))
