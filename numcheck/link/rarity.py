"""How rare a word is: shared rare words tell an event, shared common ones tell nothing.

A corpus of five articles cannot tell which of its words are rare, so its own counts are added to a
background: the document frequencies of the commonest words in general news, ``data/en/rarity.txt``.
``python -m numcheck.link.rarity ARTICLES.jsonl`` makes that table from articles with a ``text``.
"""

from __future__ import annotations

import json
import math
import re
import sys
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path

from numcheck.link.concepts import concept

__all__ = ["rarity_of_concepts", "rarity_of_words", "words_of"]

WORD = re.compile(r"[A-Za-zÀ-ɏ][A-Za-zÀ-ɏ]{2,}")
# A word in fewer documents than one in this many is not listed: it is as rare as a name.
RAREST_LISTED = 400
# As many documents as the background counts for.
DOCUMENTS = 1000


def words_of(text: str) -> list[str]:
    """The words of a text that can tell what it is about, as written."""
    return WORD.findall(text)


@cache
def _background() -> dict[str, float]:
    """The share of background documents that hold each listed word."""
    table = (files("numcheck") / "data" / "en" / "rarity.txt").read_text(encoding="utf-8")
    shares: dict[str, float] = {}
    for line in table.splitlines():
        if line and not line.startswith("#"):
            share, words = line.split("\t")
            shares.update(dict.fromkeys(words.split(), float(share)))
    return shares


@cache
def _background_of_concepts() -> dict[str, float]:
    """The share of background documents that hold a word of each concept, as if its words stood in documents
    independently of each other."""
    shares: dict[str, float] = {}
    for word, share in _background().items():
        name = concept(word)
        shares[name] = 1 - (1 - shares.get(name, 0.0)) * (1 - share)
    return shares


def rarity_of_words(documents: Iterable[Iterable[str]]) -> dict[str, float]:
    """The inverse document frequency, in nats, of every word of ``documents``, in lower case.

    The background counts as much as a thousand documents would.
    """
    return _rarity(documents, _background())


def rarity_of_concepts(documents: Iterable[Iterable[str]]) -> dict[str, float]:
    """The same of every concept of ``documents``."""
    return _rarity(documents, _background_of_concepts())


def _rarity(documents: Iterable[Iterable[str]], background: Mapping[str, float]) -> dict[str, float]:
    counts: Counter[str] = Counter()
    number = 0
    for words in documents:
        counts.update(set(words))
        number += 1
    unlisted = 0.5 / RAREST_LISTED
    return {
        word: math.log((number + DOCUMENTS) / (count + DOCUMENTS * background.get(word, unlisted)))
        for word, count in counts.items()
    }


def _make_table(paths: Iterable[str]) -> str:
    counts: Counter[str] = Counter()
    number = 0
    for path in paths:
        with Path(path).open(encoding="utf-8") as lines:
            for line in lines:
                counts.update(set(words_of(json.loads(line)["text"].lower())))
                number += 1
    rows: dict[str, list[str]] = {}
    for word, count in counts.items():
        if count * RAREST_LISTED >= number:
            # Steps of a quarter of a doubling: finer differences are noise.
            share = 2 ** (round(4 * math.log2(count / number)) / 4)
            rows.setdefault(f"{share:.4f}", []).append(word)
    header = (
        "# The share of general news articles that hold a word, then the words, commonest first.\n"
        "# A word that is not listed is rarer than all of these.\n"
    )
    body = (f"{share}\t{' '.join(sorted(rows[share]))}\n" for share in sorted(rows, reverse=True))
    return header + "".join(body)


if __name__ == "__main__":
    sys.stdout.write(_make_table(sys.argv[1:]))
