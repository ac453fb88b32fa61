"""A fuzz target for extraction: ``make fuzz SECONDS=60``, or `one_input` from a coverage-guided fuzzer.

For any Unicode text at all: nothing is raised; the figures are disjoint, in order, and each is the slice at
its span; and the work grows no faster than the text. Work is counted in calls of functions and not in
seconds, so that a slow machine fails nothing; a pattern that backtracks is seen by the clock of the run.
"""

from __future__ import annotations

import random
import sys
import time
from types import FrameType

import numcheck

__all__ = ["PIECES", "check_text", "one_input", "work"]

_PIECES = (
    "12 3,4 10,0000 $ £ % . , ; : ( ) [ ] - – — million bn thousand per a an each of including total half "
    "third dozen about more than between and to from km pounds Sept. May 2019 Monday at 7:30 p.m. aged "
    "year-old ' “ ’ 1st no. <!-- #7 one in five twice times 3-2 ± × 10⁸ 1.2e6 6ft 2in 5lb several hundred "
    "couple pair every two days R5m US$ Swiss francs cents ½ & / | ° C + १२ ٣ Ⅳ ﬁve 10_0000 2_500"
).split(" ")
# A no-break space inside a number is no gap between pieces.
PIECES = tuple(piece.replace("_", "\u00a0") for piece in _PIECES)
JOINTS = (" ", "", "\n", " , ")
TIMES = 8
# Calls of functions at eight times the text, at most, beside those at one time.
MOST_CALLS = TIMES * 1.5


def check_text(text: str) -> None:
    """The laws that hold for any text."""
    end = 0
    for figure in numcheck.extract(text):
        assert figure.text == text[figure.start : figure.end]
        assert end <= figure.start < figure.end <= len(text)
        assert figure.low <= figure.high or figure.kind == "score"
        end = figure.end


def work(text: str) -> int:
    """How many functions are called in the reading of a text, ours and the interpreter's own."""
    calls = 0

    def count(frame: FrameType, event: str, argument: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    numcheck.extract(text)  # what is remembered of words and numbers is remembered by now
    sys.setprofile(count)
    try:
        numcheck.extract(text)
    finally:
        sys.setprofile(None)
    return calls


def one_input(data: bytes) -> None:
    """The target as fuzzers call it: any bytes, read as UTF-8 with what is none replaced."""
    check_text(data.decode("utf-8", "replace"))


def _random_character(dice: random.Random) -> str:
    """One that print may hold, or any below the surrogates."""
    return chr(dice.choice((dice.randrange(32, 0x250), dice.randrange(0xD800))))


def _random_text(dice: random.Random) -> str:
    words = [
        dice.choice(PIECES) if dice.random() < 0.8 else _random_character(dice)
        for _ in range(dice.randrange(1, 120))
    ]
    return dice.choice(JOINTS).join(words)


def main() -> None:
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 60
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else time.time_ns()
    dice, texts, slowest = random.Random(seed), 0, (0.0, "")
    check_text("One of the two tables that the first text waits for.")
    stop = time.monotonic() + seconds
    while time.monotonic() < stop:
        text = _random_text(dice)
        started = time.perf_counter()
        try:
            check_text(text)
        except BaseException as error:
            error.add_note(f"seed {seed}, text {text!r}")
            raise
        slowest = max(slowest, ((time.perf_counter() - started) / max(len(text), 50), text))
        texts += 1
    speed = f"{1e6 * slowest[0]:.0f} µs a character"
    print(f"{texts:,} texts, seed {seed}; the slowest took {speed}: {slowest[1][:70]!r}")


if __name__ == "__main__":
    main()
