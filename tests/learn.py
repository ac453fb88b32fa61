"""Learns what the table of evidence says of slips between articles: ``make learn``, with NUMCHECK_DATA.

Errors are planted in the first half of the stories of real articles, in figures that two articles share;
the pair of the changed figure and its unchanged twin is an example, and so is each real conflict that a
reader marked in those stories (``tests/labels``). Every other pair that differs so in the stories as they
were printed is a counter-example. Logistic regression over what is seen of a pair, each weight kept on the
side that its name claims, gives weights in nats. Printed beside those of the table; what the table marks as
set by hand stays as it is.
"""

from __future__ import annotations

import math
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from tabulate import tabulate

from numcheck.extract.attribute import read_article
from numcheck.lexicon import table
from numcheck.link.agreements import join_agreements
from numcheck.link.conflicts import unexplained_pairs
from numcheck.link.context import Context
from numcheck.link.difference import SLIPS
from numcheck.link.groups import one_group_each
from numcheck.link.setting import setting_of
from numcheck.link.slips import observe
from numcheck.link.standing import Standings
from numcheck.model import Article, Reading
from tests.pair_labels import PairLabel, names_both, pair_labels
from tests.planting import Planted, planted_in, shared_with, told_stories

SEEDS = 2
ROUNDS = 3000
STEP = 2.0
# How strongly a weight is drawn to nothing.
RIDGE = 1.5
# Names that may weigh on either side; any other says on which by "other_", "no_" or their absence.
EITHER = ("prior", "slip_", "digits_of_")
AGAINST = ("other_", "no_", "untold", "in_sport")

Example = tuple[dict[str, float], float, float]


def _pairs(readings: Sequence[Reading]) -> Iterator[tuple[Context, Context, dict[str, float]]]:
    setting = setting_of(readings)
    contexts, rarity = setting.contexts, setting.rarity
    groups = one_group_each(contexts)
    join_agreements(setting, groups)
    standings = Standings(setting, groups)
    for a, b, kind in unexplained_pairs(setting, groups):
        if kind in SLIPS and contexts[a].article != contexts[b].article:
            yield contexts[a], contexts[b], observe(contexts[a], contexts[b], rarity, standings.of(a, b))


def _examples(story: Sequence[Article]) -> Iterator[Example]:
    """What is seen of each pair of a story, whether one is a slip for the other, and what it counts."""
    read = [read_article(article) for article in story]
    marked = [
        label
        for label in pair_labels("develop")
        if label.label == "conflict" and label.story == story[0].story
    ]
    pairs = [(_conflict(marked, first, second), seen) for first, second, seen in _pairs(read)]
    told = Counter(conflict for conflict, _ in pairs)
    for conflict, seen in pairs:
        yield seen, float(bool(conflict)), 1 / told[conflict] if conflict else 1.0
    for seed in range(SEEDS):
        for planted in planted_in(story, seed):
            twins = list(_twins(story, read, planted))
            for seen in twins:
                yield seen, 1.0, 1 / len(twins)


def _conflict(marked: Sequence[PairLabel], a: Context, b: Context) -> frozenset[str]:
    """The two values of the marked conflict that a pair shows; empty where it shows none. However many pairs
    of articles show it, it counts once."""
    figures = a.figure, b.figure
    if not any(names_both(figures, label) for label in marked):
        return frozenset()
    return frozenset([figure.text.lower() for figure in figures])


def _twins(story: Sequence[Article], read: Sequence[Reading], planted: Planted) -> Iterator[dict[str, float]]:
    """What is seen of the changed figure and of each that states what it was."""
    place = [article.id for article in story].index(planted.article)
    changed = [*read[:place], read_article(planted.articles[place]), *read[place + 1 :]]
    twins = {(other, figure.start) for other, figure in shared_with(story, place, planted.start)}
    for first, second, seen in _pairs(changed):
        for own, other in ((first, second), (second, first)):
            is_changed = own.article == place and own.figure.start < planted.end
            if is_changed and planted.start < own.figure.end and (other.article, other.figure.start) in twins:
                yield seen


def _side(name: str) -> int:
    """On which side a weight must stay: 1 for, -1 against, 0 on either."""
    if name.startswith(EITHER):
        return 0
    return -1 if name.startswith(AGAINST) else 1


def learn(examples: Sequence[Example], fixed: Mapping[str, float]) -> dict[str, float]:
    """The weights of a logistic regression by gradient descent; those of ``fixed`` are not learnt."""
    names = sorted({name for seen, _, _ in examples for name in seen} - fixed.keys())
    places = {name: place for place, name in enumerate(names)}
    rows = [
        (
            [(places[name], amount) for name, amount in seen.items() if name in places and amount],
            sum(fixed[name] * amount for name, amount in seen.items() if name in fixed),
            is_slip,
            counts,
        )
        for seen, is_slip, counts in examples
    ]
    total = sum(counts for *_, counts in rows)
    sides = [_side(name) for name in names]
    weights = [0.0] * len(names)
    for turn in range(ROUNDS):
        slope = [RIDGE * weight * (name != "prior") for name, weight in zip(names, weights, strict=True)]
        for row, given, is_slip, counts in rows:
            odds = given + sum([weights[place] * amount for place, amount in row])
            error = counts * (1 / (1 + math.exp(-max(-30.0, min(30.0, odds)))) - is_slip)
            for place, amount in row:
                slope[place] += error * amount
        step = STEP / total / (1 + turn / ROUNDS)
        for place, side in enumerate(sides):
            weight = weights[place] - step * slope[place]
            weights[place] = max(weight, 0.0) if side > 0 else min(weight, 0.0) if side < 0 else weight
    return dict(zip(names, weights, strict=True))


def main() -> None:
    stories = [story for _, parts in told_stories() for story in parts["develop"]]
    if not stories:
        sys.exit("NUMCHECK_DATA names no folder with stories to learn from")
    examples = [example for story in stories for example in _examples(story)]
    known = {name: float(weight) for name, weight in table("evidence")["mismatch"].items()}
    by_hand = set(table("evidence")["by_hand"]["mismatch"])
    # Only what the table asks for: evidence that says the same twice would share its weight.
    examples = [
        ({name: amount for name, amount in seen.items() if name in known}, is_slip, counts)
        for seen, is_slip, counts in examples
    ]
    learnt = learn(examples, {name: weight for name, weight in known.items() if name in by_hand})
    slips = sum(is_slip for _, is_slip, _ in examples)
    print(f"{len(stories)} stories, {len(examples):,} pairs, {slips:.0f} of them with a planted slip\n")
    rows = [
        [name, f"{weight:.2f}", f"{known[name]:.2f}" if name in known else ""]
        for name, weight in sorted(learnt.items(), key=lambda entry: -entry[1])
    ]
    print(tabulate(rows, ["evidence", "learnt", "in the table"], disable_numparse=True))


if __name__ == "__main__":
    main()
