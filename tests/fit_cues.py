"""Fits the weights of ``data/en/relating_weights.toml``: ``make fit``, with NUMCHECK_DATA.

What figures are told as one sum, difference, share or change is decided by cues with weights. An example is a
sentence of ours of which one figure was changed (``tests/cases/alone``), with the figures that were right
before; every other candidate that does not hold, there or in an article of public news, is a counter-example.
Logistic regression with a ridge gives the weights, in nats; those below a twentieth are left out.

Printed are the rows for the table, and what a tenth of the examples that the rest did not see says of them:
how many errors are found, and in how many articles something is raised, by how far the sum of weights is
above the prior.
"""

from __future__ import annotations

import json
import re
import sys
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from tabulate import tabulate

from numcheck.extract.attribute import read_article
from numcheck.model import Article, Figure, Reading
from numcheck.rules import all_rules
from numcheck.rules.arithmetic import comparison_cues, comparisons, span_cues, spans, sum_cues, sums
from numcheck.rules.arithmetic.slips import made_by
from tests import scoring
from tests.alone import FILES, cases
from tests.shared_data import data_files, load

# How strongly weights are drawn to nothing, what an error counts beside a look-alike, one in a text of
# ours that is checked to be silent, and an article of news.
RIDGE = 0.1
ERROR, FAR, LOOK_ALIKE, OUR_COPY, NEWS = 3.0, 0.2, 1.5, 4.0, 2.0
SLIP = re.compile(r"\b(?:long|short) slip\b")
NEAR = re.compile(r"\bnear (?:share|rise|fall|difference)|\bnot far|\bslip of")
SMALLEST = 0.05
FOLDS = 10
# Kinds of cases by what a figure of theirs is changed in.
SUMS = frozenset({"parts-conflict-total", "sum"})
CHANGES = frozenset({"change-conflicts-values", "change"})
SPANS = frozenset(
    "duration-conflicts-dates age-conflicts-birth anniversary-conflicts-years anniversary dates duration age "
    "age_birth".split()
)
SHARES = frozenset({"share-conflicts-counts", "share"})
HEADER = """\
# How much each cue about some figures says for (above nought) and against their being told as one, in nats.
# Fitted by ``make fit`` to sentences of ours and to articles of public news; nothing here is set by hand.
"""
STORIES = Path(__file__).parent / "cases" / "stories.jsonl"
CORPUS = Path(__file__).parent.parent / "corpus"
LEVELS = (-1.0, -0.5, 0.0, 0.5, 1.0, 1.5, 2.0, 2.5, 3.0)


class Example(NamedTuple):
    """The cues of figures that do not hold as a relation, whether they should, and the text they are from."""

    relation: str
    cues: frozenset[str]
    is_error: bool
    text: str
    is_news: bool = False
    is_far: bool = False
    is_ours: bool = False


def _places(reading: Reading, *figures: Figure) -> tuple[int, ...]:
    """The places of figures among those of a text, the second end of one that is told as two behind its
    first."""
    starts = [figure.start for figure in reading.figures]
    found = [bisect_right(starts, figure.start) - 1 for figure in figures]
    return tuple(
        2 * place + (figure.end == reading.figures[place].end and figure.start > starts[place])
        for place, figure in zip(found, figures, strict=True)
    )


def _wrong(reading: Reading) -> Iterator[tuple[str, tuple[int, ...], frozenset[str]]]:
    """The relation, the places of the figures and the cues of everything that does not hold."""
    for total in sums.wrong_candidates(reading):
        key = _places(reading, total.whole, *total.parts)
        yield "sum", key, frozenset(sum_cues.cues_of(reading, total))
    for three, relation in comparisons.wrong_candidates(reading):
        key = _places(reading, three.told, three.first, three.second)
        yield relation, key, frozenset(comparison_cues.cues_of(reading, three))
    for span in spans.wrong_candidates(reading):
        key = _places(reading, span.told, *sorted((span.first, span.last), key=lambda figure: figure.start))
        yield "span", key, frozenset(span_cues.cues_of(reading, span))


def _right(reading: Reading) -> set[tuple[str, tuple[int, ...]]]:
    """What holds in a text: the relations that an error in one of their figures would break."""
    found = {
        ("sum", _places(reading, one.whole, *one.parts))
        for one in sums.candidates(reading)
        if made_by(one.parts) == one.whole.low
    }
    for three in comparisons.candidates(reading):
        key = _places(reading, three.told, three.first, three.second)
        found.update((name, key) for name in comparisons.RELATIONS if comparisons.holds(three, name))
    for span in spans.candidates(reading):
        if spans.holds(span):
            dates = sorted((span.first, span.last), key=lambda figure: figure.start)
            found.add(("span", _places(reading, span.told, *dates)))
    return found


def _is_meant(kind: str, relation: str) -> bool:
    kinds = {"sum": SUMS, "difference": CHANGES, "share": SHARES, "change": CHANGES, "span": SPANS}
    return kind in kinds[relation]


def _examples() -> Iterator[Example]:
    for case in (case for name in FILES for case in cases(name)):
        silent = case.get("silent") or case.get("right")
        right: set[tuple[str, tuple[int, ...]]] = set()
        if silent:
            reading = read_article(Article("right", silent))
            right = _right(reading)
            yield from _of(reading, silent)
        if "right" in case:
            reading = read_article(Article("wrong", case["wrong"]))
            for relation, key, cues in _wrong(reading):
                if (relation, key) in right and _is_meant(case["kind"], relation):
                    yield Example(relation, cues, True, case["wrong"])
                    yield Example(relation, _far_off(cues), True, case["wrong"], is_far=True)
    for text in _silent_texts():
        yield from _of(read_article(Article("silent", text)), text, is_ours=True)
    for article in (article for file in data_files() for article in load(file)):
        yield from _of(read_article(article), article.id, is_news=True)


def _silent_texts() -> Iterator[str]:
    """Texts of ours without a wrong sum: those of the rules, of extraction, of stories and of the corpus."""
    for rule in all_rules():
        if rule.family == "arithmetic":
            yield from (text for text in rule.silent if isinstance(text, str))
    for name in ("wild", "synthetic", "negative"):
        yield from (case["text"] for case in scoring.cases(name))
    for story in STORIES.read_text(encoding="utf-8").splitlines():
        yield from (article["text"] for article in json.loads(story)["articles"])
    for path in sorted(CORPUS.glob("*/*.md")):
        if path.parent.name != "council":  # each rule has its fault there
            yield path.read_text(encoding="utf-8")


def _of(reading: Reading, text: str, *, is_news: bool = False, is_ours: bool = False) -> Iterator[Example]:
    for relation, _, cues in _wrong(reading):
        yield Example(relation, cues, False, text, is_news, is_ours=is_ours)


def _far_off(cues: Iterable[str]) -> frozenset[str]:
    """The cues of the same words where no slip of the pen explains the error: a figure of another table."""
    told = {SLIP.sub("no slip", cue) for cue in cues}
    return frozenset(cue for cue in told if not NEAR.search(cue))


def _weight(example: Example) -> float:
    if example.is_error:
        return FAR if example.is_far else ERROR
    if example.is_ours:
        return OUR_COPY
    return NEWS if example.is_news else LOOK_ALIKE


def _fitted(examples: list[Example]) -> tuple[Any, Any]:
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression

    names = DictVectorizer()
    table = names.fit_transform([dict.fromkeys(example.cues, 1.0) for example in examples])
    model = LogisticRegression(C=RIDGE, max_iter=5000)
    model.fit(table, [example.is_error for example in examples], [_weight(example) for example in examples])
    return names, model


def _unseen(examples: list[Example]) -> Iterator[tuple[float, Example]]:
    """Each example with what those say of it that are of other texts."""
    texts = sorted({example.text for example in examples})
    fold = {text: number % FOLDS for number, text in enumerate(texts)}
    for number in range(FOLDS):
        names, model = _fitted([example for example in examples if fold[example.text] != number])
        others = [example for example in examples if fold[example.text] == number]
        table = names.transform([dict.fromkeys(example.cues, 1.0) for example in others])
        yield from zip(model.decision_function(table), others, strict=True)


def _levels(scored: Iterable[tuple[float, Example]]) -> Iterator[list[str]]:
    best: dict[tuple[bool, int, str], float] = defaultdict(lambda: -99.0)
    for found, example in scored:
        if example.is_far:
            continue
        key = (example.is_error, example.is_news + 2 * example.is_ours, example.text)
        best[key] = max(best[key], found)
    sizes = Counter(key[:2] for key in best)
    for level in LEVELS:
        above = Counter(key[:2] for key, found in best.items() if found > level)
        yield [
            f"{level:.1f}",
            f"{above[True, 0] / max(sizes[True, 0], 1):.2f}",
            *(str(above[False, kind]) for kind in (0, 2, 1)),
        ]


def main() -> int:
    """Prints the rows of the table and what they find of texts that they were not fitted to."""
    examples = list(_examples())
    print(HEADER)
    for relation in ("sum", "difference", "share", "change", "span"):
        own = [example for example in examples if example.relation == relation]
        names, model = _fitted(own)
        print(f"[{relation}]\nprior = {model.intercept_[0]:.2f}")
        for name, weight in sorted(zip(names.get_feature_names_out(), model.coef_[0], strict=True)):
            if abs(weight) >= SMALLEST:
                print(f'"{name}" = {weight:.2f}')
        print()
        rows = tabulate(list(_levels(_unseen(own))), ["above", "found", "look-alikes", "our copy", "news"])
        print(f"{relation}, of texts not seen\n{rows}\n", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
