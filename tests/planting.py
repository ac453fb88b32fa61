"""What the check finds of errors planted in real stories: a part of ``make score``.

One error of a named kind goes into one article of a story, into a figure that another article of it states
too; the story is checked again, and the error is found where an error or a warning names the changed figure.
Nothing is planted in a figure that no other article shares, and everything that is reported without any
planting is counted beside it. The choice of figures and errors is by a generator with a fixed seed.
"""

from __future__ import annotations

import math
import random
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

import numcheck
from numcheck.link.concepts import stem
from numcheck.model import Article, Figure, Finding
from tests.shared_data import data_files, load

__all__ = [
    "ERRORS",
    "Planted",
    "halves",
    "is_found",
    "plant",
    "planted_in",
    "rewritten",
    "shared_figures",
    "shared_with",
    "stories_of",
    "told_stories",
]

MOST_IN_A_STORY = 4
# Words of two sentences in common, as a share of all, from which a value shared without a noun is one.
ALIKE = 0.2
WORD = re.compile(r"[a-z]{3,}")
KINDS = frozenset({"count", "currency", "percent", "measure", "duration"})
SMALLEST = 10
OTHER_MAGNITUDES = {"million": "billion", "billion": "million", "thousand": "million", "m": "bn", "bn": "m"}
OTHER_UNITS = {
    "km": "miles", "kilometers": "miles", "kilometres": "miles", "miles": "kilometres", "mile": "kilometre",
    "metres": "feet", "meters": "feet", "feet": "metres", "minutes": "hours", "hours": "minutes",
    "days": "weeks", "weeks": "days", "months": "years", "years": "months", "tons": "pounds",
    "pounds": "tons", "percent": "percentage points", "knots": "mph", "mph": "km/h",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Planted:
    """A story with one changed article, and where in it the change stands."""

    kind: str
    articles: tuple[Article, ...]
    article: str
    start: int
    end: int
    before: str
    after: str


def _digits(number: str) -> str:
    return number.replace(",", "")


def _grouped(digits: str, like: str) -> str:
    """Digits with commas, where the number they come from had them or they are too long without."""
    whole, point, rest = digits.partition(".")
    if "," in like or len(whole) > 4:
        whole = f"{int(whole):,}"
    return whole + point + rest


def one_digit(number: str, chance: random.Random) -> str:
    """ "61" as "51"."""
    places = [place for place, char in enumerate(number) if char.isdigit()]
    if len(places) < 2:
        return ""
    place = chance.choice(places)
    others = [d for d in "0123456789" if d != number[place] and not (d == "0" and place == places[0])]
    return number[:place] + chance.choice(others) + number[place + 1 :]


def transposed(number: str, chance: random.Random) -> str:
    """ "129" as "192"."""
    digits = _digits(number)
    places = [
        place
        for place in range(len(digits) - 1)
        if digits[place] != digits[place + 1]
        and (digits[place] + digits[place + 1]).isdigit()
        and not (place == 0 and digits[1] == "0")
    ]
    if not places:
        return ""
    place = chance.choice(places)
    swapped = digits[:place] + digits[place + 1] + digits[place] + digits[place + 2 :]
    return _grouped(swapped, number)


def added_zero(number: str, chance: random.Random) -> str:
    """ "1,200" as "12,000"."""
    return "" if "." in number else _grouped(_digits(number) + "0", number)


def dropped_zero(number: str, chance: random.Random) -> str:
    """ "1,200" as "120"."""
    digits = _digits(number)
    is_round = "." not in number and digits.endswith("0") and len(digits) > 1
    return _grouped(digits[:-1], "") if is_round else ""


def moved_point(number: str, chance: random.Random) -> str:
    """ "1.8" as "18"."""
    whole, point, rest = number.partition(".")
    return f"{int(_digits(whole + rest))}" if point and len(rest) == 1 else ""


ERRORS: dict[str, Callable[[str, random.Random], str]] = {
    "one digit": one_digit,
    "transposed": transposed,
    "zero added": added_zero,
    "zero dropped": dropped_zero,
    "point lost": moved_point,
}


def _numeral(figure: Figure) -> tuple[int, int]:
    """Where the digits of a single figure stand in its text, the article's offsets; empty without any."""
    mention = figure.mention
    text = figure.text[mention.number_start - figure.start : mention.number_end - figure.start]
    match = re.match(r"[0-9][0-9,]*(?:\.[0-9]+)?", text)
    if match is None or match[0].endswith(","):
        return 0, 0
    return mention.number_start, mention.number_start + match.end()


def _changes(figure: Figure, article: Article, chance: random.Random) -> Iterator[tuple[str, int, int, str]]:
    """The errors that a figure can have: the kind, the span, and what stands there then."""
    start, end = _numeral(figure)
    if not end:
        return
    number = article.text[start:end]
    for kind, change in ERRORS.items():
        changed = change(number, chance)
        if changed and changed != number:
            yield kind, start, end, changed
    for kind, others in (("magnitude", OTHER_MAGNITUDES), ("unit", OTHER_UNITS)):
        for match in re.finditer(r"[A-Za-z]+", article.text[end : figure.end]):
            if match[0] in others:
                yield kind, end + match.start(), end + match.end(), others[match[0]]
                break
    if figure.unit == "percent" and "." not in number and 0 < int(_digits(number)) < 100:
        complement = str(100 - int(number))
        if complement != number:
            yield "percent", start, end, complement


def _words(article: Article, figure: Figure) -> set[str]:
    sentence = article.text[figure.sentence_start : figure.sentence_end].lower()
    return {stem(word) for word in WORD.findall(sentence)}


def _is_shared(article: Article, figure: Figure, other: Article, candidate: Figure) -> bool:
    """Whether two figures of two articles state one value of what looks like one thing."""
    is_equal = (
        figure.value == candidate.value and figure.unit == candidate.unit and figure.kind == candidate.kind
    )
    if not is_equal or figure.per != candidate.per:
        return False
    if figure.subject.head and figure.subject.head == candidate.subject.head:
        return True
    mine, theirs = _words(article, figure), _words(other, candidate)
    return len(mine & theirs) >= ALIKE * len(mine | theirs)


def _twins(
    story: Sequence[Article], read: Sequence[Sequence[Figure]], place: int, figure: Figure
) -> Iterator[tuple[int, Figure]]:
    """The figures of the other articles that state what one of an article does."""
    for other, candidates in enumerate(read):
        for candidate in candidates:
            if other != place and _is_shared(story[place], figure, story[other], candidate):
                yield other, candidate


def shared_with(story: Sequence[Article], place: int, offset: int) -> list[tuple[int, Figure]]:
    """The figures of the other articles that state what the figure at an offset of one of them does."""
    read = [numcheck.extract(article) for article in story]
    own = next(figure for figure in read[place] if figure.start <= offset < figure.end)
    return list(_twins(story, read, place, own))


def shared_figures(articles: Sequence[Article]) -> list[tuple[int, Figure]]:
    """The figures of a story that a second article states, and that stand once in their own article."""
    read = [numcheck.extract(article) for article in articles]
    found = []
    for place, figures in enumerate(read):
        counts = Counter((figure.value, figure.unit) for figure in figures)
        for figure in figures:
            is_plain = figure.kind in KINDS and figure.value is not None and not figure.is_malformed
            if not is_plain or counts[figure.value, figure.unit] > 1:
                continue
            if figure.kind in ("count", "percent") and figure.low < SMALLEST:
                continue
            if any(_twins(articles, read, place, figure)):
                found.append((place, figure))
    return found


def halves(stories: Sequence[Sequence[Article]]) -> dict[str, list[Sequence[Article]]]:
    """The stories in two halves, by their names: one to develop on and one for the figures to quote."""
    parts: dict[str, list[Sequence[Article]]] = {"develop": [], "held_out": []}
    for story in stories:
        name = story[0].story or story[0].id
        is_held = int(sha256(name.encode()).hexdigest(), 16) % 2
        parts["held_out" if is_held else "develop"].append(story)
    return parts


def told_stories() -> Iterator[tuple[str, dict[str, list[Sequence[Article]]]]]:
    """The stories of each file of real articles that names them, in their two halves, by the file's name."""
    for file in data_files():
        articles = load(file)
        if all(article.story for article in articles):
            yield file.stem, halves(stories_of(articles))


def stories_of(articles: Sequence[Article]) -> list[list[Article]]:
    """The stories of two articles and more, as the metadata or else the check groups them."""
    groups: dict[str, list[Article]] = defaultdict(list)
    if all(article.story for article in articles):
        for article in articles:
            groups[article.story].append(article)
    else:
        for story in numcheck.check(articles).stories:
            groups[story.id] = [replace(reading.article, story=story.id) for reading in story.readings]
    return [group for group in groups.values() if len(group) > 1]


def planted_in(story: Sequence[Article], seed: int = 0) -> list[Planted]:
    """Some errors planted in a story, each in a copy of it."""
    chance = random.Random(f"{seed} {story[0].id}")
    figures = shared_figures(story)
    chance.shuffle(figures)
    planted = []
    for place, figure in figures[:MOST_IN_A_STORY]:
        changes = list(_changes(figure, story[place], chance))
        if changes:
            planted.append(plant(story, place, *chance.choice(changes)))
    return planted


def plant(story: Sequence[Article], place: int, kind: str, start: int, end: int, changed: str) -> Planted:
    """The story with one span of one article changed."""
    article = story[place]
    text = article.text[:start] + changed + article.text[end:]
    articles = (*story[:place], replace(article, text=text), *story[place + 1 :])
    return Planted(kind, articles, article.id, start, start + len(changed), article.text[start:end], changed)


def is_found(planted: Planted, findings: Sequence[Finding], severities: Sequence[str]) -> bool:
    """Whether a finding between two articles names the changed figure, on either side."""
    return any(
        finding.severity in severities
        and any(
            figure.article == planted.article and figure.start < planted.end and planted.start < figure.end
            for figure in finding.figures
        )
        for finding in findings
    )


def _as_per_cent(figure: Figure) -> str:
    match = re.fullmatch(r"([0-9.]+) ?(?:%|percent)", figure.text)
    return f"{match[1]} per cent" if match else ""


def _written_out(figure: Figure) -> str:
    match = re.fullmatch(r"([$£€])([0-9]+) million", figure.text)
    return f"{match[1]}{int(match[2]) * 1_000_000:,}" if match else ""


def _converted(figure: Figure) -> str:
    """ "12 miles" as "19 km", with as many digits as it had."""
    match = re.fullmatch(r"([0-9]+) miles", figure.text)
    if not match:
        return ""
    exact = int(match[1]) * 1.609344
    digits = len(match[1].rstrip("0")) - 1 - math.floor(math.log10(exact))
    return f"{round(exact, max(digits, 1 - math.floor(math.log10(exact)))):g} km" if exact >= 1 else ""


def _in_words(figure: Figure) -> str:
    words = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
    is_count = figure.kind == "count" and figure.text.isdigit() and 2 <= int(figure.text) <= 12
    return words[int(figure.text) - 2] if is_count else ""


REWRITES: dict[str, Callable[[Figure], str]] = {
    "per cent": _as_per_cent,
    "written out": _written_out,
    "converted": _converted,
    "in words": _in_words,
}


def rewritten(story: Sequence[Article]) -> Iterator[Planted]:
    """The story with one figure of one article told otherwise and meaning the same, for each that can be."""
    for place, article in enumerate(story):
        for figure in numcheck.extract(article):
            for kind, rewrite in REWRITES.items():
                if changed := rewrite(figure):
                    yield plant(story, place, kind, figure.start, figure.end, changed)
