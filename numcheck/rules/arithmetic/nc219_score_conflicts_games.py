"""A score does not end its series, or its parts do not make it.

Nobody wins a best-of-seven series 3-2: it takes four. A match of straight sets has no lost set, a team that
stands at 10-6 has played 16 games and not 19, and two legs of 2-1 and 3-1 are 5-2 on aggregate. Scores are
typed by the dozen and late at night.

How many wins end a series follows from its length: more than half of its games.

Silent where the series is not over ("lead the best-of-seven series 3-2"), on ties, walk-overs and
retirements, and where other scores stand between.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from numcheck.model import Figure, Hit, Reading, Severity
from numcheck.rules.sentences import by_sentence, sentence_of

SEVERITY: Severity = "error"

FLAGGED = (
    "The Hawks won the best-of-seven series [[3-2]] and go through to the final.",
    "She took the title in straight sets, winning 6-4, [[5-7]].",
    "They clinched the best-of-five play-off [[2-1]].",
    "The team stands at [[10-6]] after 19 games.",
    "A first-leg 2-1 win and a 3-1 victory in the return sent them through [[7-2]] on aggregate.",
    "The Knights lead the best-of-seven series [[3-2]] after six games.",
)

SILENT = (
    "The Hawks won the best-of-seven series 4-2 and go through to the final.",
    "The Hawks lead the best-of-seven series 3-2.",
    "She took the title in straight sets, winning 6-4, 7-5.",
    "She won 6-4, 5-7, 6-2.",
    "They clinched the best-of-five play-off 3-1.",
    "The team stands at 10-6 after 16 games.",
    "A first-leg 2-1 win and a 3-1 victory in the return sent them through 5-2 on aggregate.",
    "They won 3-2 to level the best-of-seven series at 2-2.",
    "The best-of-seven series, which they won 3-2 on penalties in game six, is over.",
)

SERIES = re.compile(r"\bbest[- ]of[- ](?P<length>three|five|seven|nine|3|5|7|9)\b", re.I)
LENGTHS = {"three": 3, "five": 5, "seven": 7, "nine": 9}
WON = re.compile(
    r"\b(?:won|win|wins|winning|clinch\w*|took|takes|taking|sealed|beat|beating|swept|captured|eliminated)\b"
)
NOT_OVER = re.compile(
    r"\b(?:lead\w*|led|ahead|trail\w*|tied|level\w*|down|up|force\w*|game (?:one|two|three|four|five|six|"
    r"seven|\d)|penalties|"
    r"overtime|opener|first game|so far)\b",
    re.I,
)
STRAIGHT = re.compile(r"\bstraight (?:sets|games|frames)\b")
AFTER_GAMES = re.compile(r"\s+(?:after|from|in|through)\s+$")
AGGREGATE = re.compile(r"\s+on aggregate\b")
OUT = re.compile(
    r"\b(?:draws?|drawn|ties?|tied|overtime|retired|walk-?over|bye|no-result|penalties|away goals)\b", re.I
)


def check(reading: Reading) -> Iterator[Hit]:
    """One hit for each score that its series, its games or its legs do not allow."""
    for group in by_sentence(reading):
        figures = [figure for figure in group if figure.kind != "date"]
        scores = [figure for figure in figures if figure.kind == "score"]
        if scores and not OUT.search(sentence := sentence_of(reading, scores[0])):
            yield from _series(sentence, scores)
            yield from _straight(sentence, scores)
            yield from _games(reading, figures)
            yield from _aggregate(reading, scores)


def _series(sentence: str, scores: list[Figure]) -> Iterator[Hit]:
    match = SERIES.search(sentence)
    if match is None or len(scores) != 1 or NOT_OVER.search(sentence) or not WON.search(sentence):
        return
    length = LENGTHS.get(match["length"].lower()) or int(match["length"])
    needed, won = length // 2 + 1, int(max(scores[0].low, scores[0].high))
    if won != needed:
        message = f"a best-of-{length} series is won with {needed}, not {won}"
        yield _hit(scores[0], message, f"{needed} of {length} are the first majority")


def _straight(sentence: str, scores: list[Figure]) -> Iterator[Hit]:
    """In straight sets the first number of every set is the larger."""
    if STRAIGHT.search(sentence) is None or len(scores) < 2:
        return
    first = scores[0].low > scores[0].high
    for score in scores[1:]:
        if (score.low > score.high) != first:
            yield _hit(score, f"a set of {score.text} is lost, and straight sets have none", "")


def _games(reading: Reading, figures: list[Figure]) -> Iterator[Hit]:
    """ "10-6 after 19 games", "3-2 after six games"."""
    for score, games in pairwise(figures):
        gap = reading.article.text[score.end : games.start]
        is_told = score.kind == "score" and games.kind == "count" and games.subject.head in ("game", "match")
        if is_told and games.approx == "exact" and AFTER_GAMES.fullmatch(gap):
            played = int(score.low + score.high)
            if played != games.low:
                message = f"{score.text} are {played} games, not {games.text}"
                yield _hit(score, message, f"{score.low:f} + {score.high:f} = {played}", games)


def _aggregate(reading: Reading, scores: list[Figure]) -> Iterator[Hit]:
    """Two legs make their aggregate, the goals of one side as those of the other."""
    if len(scores) != 3 or not AGGREGATE.match(reading.article.text, scores[2].end):
        return
    made = [
        (int(scores[0].low + one), int(scores[0].high + other))
        for one, other in ((scores[1].low, scores[1].high), (scores[1].high, scores[1].low))
    ]
    told = (int(scores[2].low), int(scores[2].high))
    if not any(told in (pair, pair[::-1]) for pair in made):
        shown = "-".join(str(number) for number in made[0])
        yield _hit(scores[2], f"{scores[0].text} and {scores[1].text} are {shown} on aggregate", "")


def _hit(score: Figure, message: str, sum_told: str, *others: Figure) -> Hit:
    return Hit(
        figures=(score, *others),
        start=score.start,
        end=score.end,
        message=message,
        evidence=(sum_told,) if sum_told else (),
    )
