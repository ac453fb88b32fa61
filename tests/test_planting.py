"""Errors planted in the stories of the corpus are found, and what means the same raises nothing.

The numbers on real stories are in ``make score``.
"""

from __future__ import annotations

import numcheck
from tests.planting import is_found, planted_in, rewritten, stories_of
from tests.shared_data import corpus_articles

STORIES = stories_of(corpus_articles())


def test_half_of_the_planted_errors_are_found() -> None:
    """Our articles share few words on purpose; in real stories of one day it is three in four."""
    planted = [error for story in STORIES for seed in range(3) for error in planted_in(story, seed)]
    found = [
        is_found(error, numcheck.check(error.articles).findings, ("error", "warning")) for error in planted
    ]
    assert len(planted) > 50
    assert 2 * sum(found) >= len(planted)


def test_a_planted_error_changes_one_article_at_one_place() -> None:
    for story in STORIES:
        for error in planted_in(story):
            changed = [new for new, old in zip(error.articles, story, strict=True) if new.text != old.text]
            assert [article.id for article in changed] == [error.article]
            assert changed[0].text[error.start : error.end] == error.after != error.before


def test_what_means_the_same_raises_nothing() -> None:
    kinds = set()
    for story in STORIES:
        known = len(numcheck.check(story).findings)
        for other in rewritten(story):
            kinds.add(other.kind)
            assert len(numcheck.check(other.articles).findings) <= known, (other.before, other.after)
    assert kinds == {"per cent", "written out", "converted", "in words"}
