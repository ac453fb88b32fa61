"""Groups articles that report one event.

TF-IDF vectors over the most telling terms of each article, an inverted index over them for
candidates, cosine similarity, and average linkage: an article joins a story when it is near enough
to the story as a whole, so that a chain of likenesses cannot tie two events together.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import islice
from typing import Literal

from numcheck.link.rarity import rarity_of_words, words_of
from numcheck.model import Article, Reading, Story

__all__ = ["StoryMode", "group"]

StoryMode = Literal["auto", "folder", "one"]

# An article is known by this many of its most telling terms, and looked up by the rarest of them.
TERMS_KEPT = 100
TERMS_INDEXED = 40
# A term that more articles share than this brings no candidate: it is the topic, not the event.
LONGEST_POSTING = 200
# What the terms that two articles are looked up by add to their similarity, before the rest is compared.
LEAST_SHARED = 0.03
# Cosine similarity from which two articles are about one event, with and without dates. On the
# stories of two public collections these join nine pairs in ten of one event; without dates half,
# because then two events of one kind look the same.
SIMILAR_WITH_DATES = 0.15
SIMILAR_WITHOUT = 0.28
# Days between two articles about one event; later ones must be the more alike, by this much a day.
LONGEST_RUN = 4
LONGEST_STORY = 7
STRICTER_BY_DAY = 0.05
TITLE_WEIGHT = 2
# Names tell an event: who and where.
NAME_WEIGHT = 1.5


def group(readings: Sequence[Reading], mode: StoryMode = "auto") -> tuple[Story, ...]:
    """The stories of a corpus, in the order of their first articles.

    ``story`` in an article's metadata decides for it in every mode. "folder" takes each folder as
    one story, "one" the whole corpus, "auto" finds the stories from texts and dates.
    """
    named: dict[str, list[int]] = defaultdict(list)
    unnamed: list[int] = []
    for index, reading in enumerate(readings):
        name = reading.article.story
        if not name and mode == "folder":
            name = reading.article.path.rpartition("/")[0]
        if name or mode != "auto":
            named[name or "corpus"].append(index)
        else:
            unnamed.append(index)
    groups = [(name, indices, 1.0) for name, indices in named.items()]
    for members, likeness in _similar_articles([readings[index].article for index in unnamed]):
        indices = [unnamed[member] for member in members]
        groups.append((readings[indices[0]].article.id, indices, likeness))
    groups.sort(key=lambda entry: entry[1][0])
    return tuple(
        Story(name, tuple(readings[index] for index in indices), likeness)
        for name, indices, likeness in groups
    )


def _similar_articles(articles: Sequence[Article]) -> list[tuple[list[int], float]]:
    """The groups of articles that are alike, and how alike they are."""
    vectors = _vectors(articles)
    similar = sorted(_similar_pairs(articles, vectors), key=lambda pair: (-pair[0], pair[1], pair[2]))
    groups = _average_linkage(len(articles), similar, articles, vectors)
    return [(members, _average_likeness([vectors[member] for member in members])) for members in groups]


def _average_likeness(vectors: Sequence[Mapping[str, float]]) -> float:
    """The average cosine similarity of unit vectors with each other: from the length of their sum."""
    number = len(vectors)
    if number < 2:
        return 1.0
    total: dict[str, float] = defaultdict(float)
    for vector in vectors:
        for term, weight in vector.items():
            total[term] += weight
    length = math.fsum(weight * weight for weight in total.values())
    return (length - number) / (number * (number - 1))


def _vectors(articles: Sequence[Article]) -> list[dict[str, float]]:
    """The unit vectors of the articles over their most telling terms, those first."""
    counted = [_count_terms(article) for article in articles]
    rarity = rarity_of_words(counts for counts, _ in counted)
    vectors = []
    for counts, capitals in counted:
        weights = {
            word: (1 + math.log(count)) * rarity[word] * (NAME_WEIGHT if 2 * capitals[word] > count else 1)
            for word, count in counts.items()
        }
        kept = sorted(weights, key=lambda word: (-weights[word], word))[:TERMS_KEPT]
        norm = math.sqrt(sum(weights[word] ** 2 for word in kept)) or 1.0
        vectors.append({word: weights[word] / norm for word in kept})
    return vectors


def _count_terms(article: Article) -> tuple[Counter[str], Counter[str]]:
    """How often each word stands in an article, and how often with a capital."""
    counts: Counter[str] = Counter()
    capitals: Counter[str] = Counter()
    for text, weight in ((article.text, 1), (article.title, TITLE_WEIGHT)):
        for word in words_of(text):
            lower = word.lower()
            counts[lower] += weight
            if word != lower:
                capitals[lower] += weight
    return counts, capitals


def _similar_pairs(
    articles: Sequence[Article], vectors: Sequence[Mapping[str, float]]
) -> Iterable[tuple[float, int, int]]:
    postings: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for index, vector in enumerate(vectors):
        shared: dict[int, float] = defaultdict(float)
        for term, weight in islice(vector.items(), TERMS_INDEXED):
            posting = postings[term]
            if len(posting) <= LONGEST_POSTING:
                for other, its_weight in posting:
                    shared[other] += weight * its_weight
                posting.append((index, weight))
        for other in sorted([other for other, likeness in shared.items() if likeness >= LEAST_SHARED]):
            likeness = _likeness(articles, vectors, other, index)
            if likeness > 0:
                yield likeness, other, index


def _likeness(articles: Sequence[Article], vectors: Sequence[Mapping[str, float]], a: int, b: int) -> float:
    """The cosine similarity less the threshold for the pair; far-off dates are never alike."""
    apart = _days_apart(articles[a].published, articles[b].published)
    if apart is None:
        threshold = SIMILAR_WITHOUT
    elif apart > LONGEST_STORY:
        return -1.0
    else:
        threshold = SIMILAR_WITH_DATES + STRICTER_BY_DAY * max(0, apart - LONGEST_RUN)
    short, long = sorted((vectors[a], vectors[b]), key=len)
    return sum(weight * long[term] for term, weight in short.items() if term in long) - threshold


def _days_apart(first: date | None, second: date | None) -> int | None:
    return None if first is None or second is None else abs((first - second).days)


def _average_linkage(
    number: int,
    similar: Sequence[tuple[float, int, int]],
    articles: Sequence[Article],
    vectors: Sequence[Mapping[str, float]],
) -> list[list[int]]:
    """Groups from the most alike pair down; two groups join where they are alike on average."""
    members: dict[int, list[int]] = {index: [index] for index in range(number)}
    group_of = list(range(number))
    for _, a, b in similar:
        first, second = group_of[a], group_of[b]
        if first == second:
            continue
        pairs = [(i, j) for i in members[first] for j in members[second]]
        likeness = sum(_likeness(articles, vectors, i, j) for i, j in pairs)
        if likeness > 0:
            joined = members.pop(max(first, second))
            members[min(first, second)].extend(joined)
            for index in joined:
                group_of[index] = min(first, second)
    return [sorted(group) for _, group in sorted(members.items())]
