"""Joins the figures that measure one thing and differ: nothing but a mistake, a dispute or the time between
them explains it.

Between two articles a slip of the pen is weighed with its surroundings (`numcheck.link.slips`); a plain
difference, for which honest reasons abound, needs surroundings that speak strongly by themselves, and a
difference by more than a factor of two is two different things, unless it is a count that has grown.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from decimal import Decimal

from numcheck.lexicon import table
from numcheck.link.blocking import comparable_pairs
from numcheck.link.changes import has_grown, in_order, may_have_changed
from numcheck.link.context import Context
from numcheck.link.difference import (
    SLIPS,
    agree,
    differ,
    kind_of_slip,
    significant_digits,
)
from numcheck.link.evidence import SUBJECT, names_in, score, threshold, weigh
from numcheck.link.groups import SAMPLED, Groups, Pair, mutual_best
from numcheck.link.setting import Setting
from numcheck.link.slips import suspect
from numcheck.link.standing import Standing, Standings
from numcheck.model import Evidence, Figure

__all__ = ["join_conflicts", "unexplained_pairs"]

# Significant digits from which a slip inside one article is told from two different figures.
DIGITS_OF_A_SLIP = 4
DIGITS_OF_A_TRANSPOSITION = 3
# Small counts differ for a hundred reasons.
DIGITS_OF_A_DISPUTE = 2
# Two sources may differ by this factor about one thing; beyond, they tell of two.
HALF = Decimal("0.5")
INFINITE = float("inf")
# Sources that give more than this many times the figure speak of something else.
LARGEST_RETOLD = 3
# Words that two reporters of one source choose differently.
LOOSE = frozenset(["other_words", "other_complement", "other_qualifiers"])
# A count that has grown by more than this is one of something else.
LARGEST_GROWTH = 10
# What a conflict needs further where nothing but place and company speaks for the pair.
WITHOUT_SUBJECT = 2.0
# By how much the average over two groups may fall short of what a pair needs.
SLACK = 3.0
# What stands among words like these is another thing of the same value.
FOREIGN = -3.0
# How alike the articles of an event are.
ALIKE = 0.35
# By how much an equal figure may be less like one than the figure that it is held against.
NEARLY_AS_LIKE = 1.0
# The places of the contexts that give a value in a unit, by article.
_Values = Mapping[tuple[int, str, Decimal | None], Sequence[int]]


def join_conflicts(setting: Setting, groups: Groups) -> None:
    """Joins the groups of figures that give different values of one thing."""
    slips: list[tuple[Pair, Standing]] = []
    others: list[Pair] = []
    standings = Standings(setting, groups)
    for a, b, kind in unexplained_pairs(setting, groups):
        if kind in SLIPS and setting.contexts[a].article != setting.contexts[b].article:
            stands = standings.of(a, b)
            evidence = suspect(setting.contexts[a], setting.contexts[b], setting.rarity, stands)
            if score(evidence) >= _needed_of_a_slip(setting, stands):
                slips.append((Pair(a, b, evidence, score(evidence), kind), stands))
        elif pair := _sure_pair(setting, groups, a, b, kind):
            others.append(pair)
    sure = [pair for pair, stands in slips if _is_shared_by_all(setting, groups, pair, stands)]
    # What the two kinds of pairs total cannot be compared: the slips come first.
    for found in (sure, others):
        for pair in sorted(mutual_best(setting.contexts, found), key=lambda pair: -pair.total):
            if _keeps_articles_apart(setting.contexts, groups, pair):
                groups.join(pair)


def unexplained_pairs(setting: Setting, groups: Groups) -> Iterator[tuple[int, int, str]]:
    """The pairs of different figures of one kind of quantity that neither agreement nor another figure of
    either article explains, with how they differ, as `Difference` has it, an update's older first; from the
    same article only slips in long numbers."""
    values = _values(setting.contexts)
    for a, b in comparable_pairs(setting.contexts):
        first, second = setting.contexts[a].figure, setting.contexts[b].figure
        if first.article == second.article and not _may_be_told_twice(first, second):
            continue
        kind = kind_of_slip(first, second) or "plain"
        if first.unit != second.unit and kind != "unit":
            continue
        if _is_explained(setting, groups, values, a, b, kind):
            continue
        ordered = in_order(setting, groups, a, b)
        if has_grown(ordered, kind):
            yield (a, b, "update") if ordered and ordered.before is setting.contexts[a] else (b, a, "update")
        # For a slip of the pen another day is weighed with the rest.
        elif kind in SLIPS or not may_have_changed(ordered):
            yield a, b, kind


def _needed_of_a_slip(setting: Setting, stands: Standing) -> float:
    """What must speak for a slip before it is told; more where the articles are one story only by their
    likeness, the less alike they are, and less for each further article that gives one of the two values."""
    needed = threshold("slip_warning")
    if setting.likeness < 1:
        needed += threshold("slip_found")
        needed += threshold("slip_found_unlike") * max(0.0, ALIKE - setting.likeness)
        needed -= threshold("slip_found_further") * stands.further
    return max(needed, threshold("slip_warning"))


def _sure_pair(setting: Setting, groups: Groups, a: int, b: int, kind: str) -> Pair | None:
    """The pair, where its surroundings are so sure that no slip need speak for it."""
    contexts, rarity = setting.contexts, setting.rarity
    if kind == "plain":
        kind = _by_sources(contexts[a].figure.attribution, contexts[b].figure.attribution)
    needed = _needed(contexts[a], contexts[b], kind)
    if needed == INFINITE:
        return None
    evidence = weigh(contexts[a], contexts[b], rarity)
    if further := _corroboration(groups, a, b):
        evidence = (*evidence, Evidence("further_articles", further))
    names = {piece.name for piece in evidence}
    if not names & SUBJECT:
        needed += WITHOUT_SUBJECT
    if kind == "update" and not _counts_one_thing(names):
        return None
    if kind in ("source", "dispute") and any(name.startswith("other_") for name in names - LOOSE):
        return None
    if score(evidence) < needed:
        return None
    average = _on_average(groups, a, b, lambda i, j: weigh(contexts[i], contexts[j], rarity))
    return Pair(a, b, evidence, score(evidence), kind) if average >= needed - SLACK else None


def _by_sources(first: str, second: str) -> str:
    """How a plain difference is told: "source" where one person or body, by name, gives both values,
    "dispute" where two sources openly give one each, and else "plain"."""
    mine, theirs = names_in(first), names_in(second)
    if not mine or not theirs:
        return "plain"
    if mine & theirs:
        return "source" if first[0].isupper() and second[0].isupper() else "plain"
    return "dispute"


def _counts_one_thing(names: Collection[str]) -> bool:
    """Whether the same is said to have happened, and nothing speaks against it; that it is told of another
    day says nothing of what has grown."""
    against = {name for name in names if name.startswith("other_")} - {"other_period", "other_words"}
    return "same_predicate" in names and not against


def _needed(a: Context, b: Context, kind: str) -> float:
    """What the surroundings must say before figures that differ so are believed to measure one thing."""
    if a.article == b.article:
        return threshold("slip_inside_article")
    if kind == "update":
        is_whole = not a.is_share and not b.is_share
        grown = max(a.figure.low, b.figure.low) <= LARGEST_GROWTH * min(a.figure.low, b.figure.low)
        return threshold("update") if is_whole and grown else INFINITE
    if kind in ("source", "dispute"):
        low, high = sorted((abs(a.figure.low), abs(b.figure.low)))
        return threshold(kind) if high <= LARGEST_RETOLD * low else INFINITE
    if min(significant_digits(a.figure), significant_digits(b.figure)) < DIGITS_OF_A_DISPUTE:
        return INFINITE
    ratio = a.figure.low / b.figure.low if b.figure.low else Decimal(0)
    return threshold("disagreement") if HALF <= ratio <= 1 / HALF else INFINITE


def _is_shared_by_all(setting: Setting, groups: Groups, pair: Pair, stands: Standing) -> bool:
    """Whether those that agree with the two figures of a slip are on average nearly as sure of it."""
    contexts = setting.contexts

    def weigh_pair(i: int, j: int) -> tuple[Evidence, ...]:
        return suspect(contexts[i], contexts[j], setting.rarity, stands)

    return _on_average(groups, pair.a, pair.b, weigh_pair) >= threshold("slip_warning") - SLACK


def _on_average(
    groups: Groups, a: int, b: int, weigh_pair: Callable[[int, int], tuple[Evidence, ...]]
) -> float:
    """What the surroundings say on average of all that stand behind the two values: one member of a
    group that happens to look alike must not speak for the others."""
    first = groups.members[groups.group_of[a]][:SAMPLED]
    second = groups.members[groups.group_of[b]][:SAMPLED]
    scores = [score(weigh_pair(i, j)) for i in first for j in second]
    return sum(scores) / len(scores)


def _corroboration(groups: Groups, a: int, b: int) -> float:
    """What it says that further articles give one of the two values."""
    articles = [len(groups.articles[groups.group_of[place]]) for place in (a, b)]
    rows = table("evidence")["corroboration"]
    return float(min(rows["most"], rows["each"] * (max(articles) - 1)))


def _is_explained(setting: Setting, groups: Groups, values: _Values, a: int, b: int, kind: str) -> bool:
    """Whether the difference needs neither a mistake nor time: they agree, one is a range's end, or the
    value of one stands in the other article too."""
    first, second = setting.contexts[a], setting.contexts[b]
    is_between = first.article != second.article
    # One number in two units is never the same, and asking would load pint.
    if first.figure.unit == second.figure.unit:
        pair = first.figure.quantity, second.figure.quantity
        if not differ(*pair) if is_between and kind in SLIPS else agree(*pair):
            return True
    if first.figure.value is None or second.figure.value is None:
        return True
    if not is_between:
        return not _is_slip_inside(first.figure, second.figure, kind)
    if kind == "rate":
        return False
    likeness = score(weigh(first, second, setting.rarity))
    return _stands_in(setting, groups, values, a, second.article, likeness) or _stands_in(
        setting, groups, values, b, first.article, likeness
    )


def _may_be_told_twice(a: Figure, b: Figure) -> bool:
    """Whether two figures of one article have the same plain noun and unit, in two sentences."""
    return a.subject.head == b.subject.head and a.unit == b.unit and a.sentence_start != b.sentence_start


def _is_slip_inside(a: Figure, b: Figure, kind: str) -> bool:
    """A slip between two figures of one article, in so many digits that no two things would differ so by
    chance."""
    digits = min(significant_digits(a), significant_digits(b))
    needed = DIGITS_OF_A_TRANSPOSITION if kind == "transposed" else DIGITS_OF_A_SLIP
    return kind in SLIPS and digits >= needed


def _values(contexts: Sequence[Context]) -> _Values:
    values: dict[tuple[int, str, Decimal | None], list[int]] = defaultdict(list)
    for place, context in enumerate(contexts):
        values[context.article, context.figure.unit, context.figure.value].append(place)
    return values


def _stands_in(
    setting: Setting, groups: Groups, values: _Values, place: int, article: int, likeness: float
) -> bool:
    """Whether the article has a figure that is linked to this one, or one that equals it, is linked to
    no other of this one's article, and stands among words that are nearly as like its own as those of the
    figure it is held against; quite other words are those of another thing."""
    if article in groups.articles[groups.group_of[place]]:
        return True
    own = setting.contexts[place]
    return any(
        own.article not in groups.articles[groups.group_of[other]]
        and score(weigh(own, setting.contexts[other], setting.rarity))
        >= max(FOREIGN, likeness - NEARLY_AS_LIKE)
        for other in values.get((article, own.figure.unit, own.figure.value), ())
    )


def _keeps_articles_apart(contexts: Sequence[Context], groups: Groups, pair: Pair) -> bool:
    """Whether no article would state both values, unless the slip is inside one article."""
    if contexts[pair.a].article == contexts[pair.b].article:
        return True
    first = groups.articles[groups.group_of[pair.a]]
    second = groups.articles[groups.group_of[pair.b]]
    return not first & second
