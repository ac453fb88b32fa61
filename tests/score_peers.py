"""The same scorer on the libraries that people install: ``make score-peers``.

They have no nouns and no hedges, and treat dates elsewhere, so the columns to compare are value and unit; a
figure counts as found where the spans overlap and the values are equal, whatever else the library takes in.
"""

from __future__ import annotations

import sys
from collections.abc import Callable

from tabulate import tabulate

import numcheck
from tests.peers import PEERS, documented_examples, python_of_peers, read_with_peer
from tests.score import HEADERS, row, samples
from tests.scoring import Item, Sample, case_samples, read_with_numcheck, score


def _reader(name: str, texts: list[Sample]) -> Callable[[str], list[Item]]:
    readings, _, faults = read_with_peer(name, [sample.text for sample in texts])
    if faults:
        print(f"{PEERS[name]} raised on {faults} of {len(texts)} texts.")
    by_text = {sample.text: reading for sample, reading in zip(texts, readings, strict=True)}
    return lambda text: by_text[text]


def print_examples() -> None:
    """The documented examples of the others, read by numcheck: quantulum3's from its installed package; the
    packages of Recognizers-Text hold none, and its forms stand among our cases in our own words."""
    examples = documented_examples()
    right = 0
    for text, expected in examples:
        figures = numcheck.extract(text)
        values = {(end, figure.unit) for figure in figures for end in (figure.low, figure.high)}
        if all((value, unit) in values for value, unit in expected):
            right += 1
        else:
            print(
                f"  numcheck reads {text!r} as {[(f.text, f.value, f.unit) for f in figures]}, not {expected}"
            )
    print(f"Of quantulum3's {len(examples)} documented examples, numcheck reads {right} as documented.")
    forms = case_samples("documented")
    share = score(forms, read_with_numcheck).sentences
    print(
        f"Of {len(forms)} sentences with the documented forms of Recognizers-Text, numcheck reads "
        f"{share:.0%} entirely right."
    )


def main() -> None:
    if not python_of_peers():
        sys.exit("NUMCHECK_PEERS names no interpreter; `make score-peers` sets one up")
    table = []
    for name, texts in samples().items():
        table.append([name, "numcheck", *row("", texts, read_with_numcheck)[1:]])
        for peer, title in PEERS.items():
            table.append(["", title, *row("", texts, _reader(peer, texts))[1:]])
    print(tabulate(table, [HEADERS[0], "reader", *HEADERS[1:]], disable_numparse=True))
    print()
    print_examples()


if __name__ == "__main__":
    main()
