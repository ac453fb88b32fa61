"""Reads texts with another library, in its own environment: no line of numcheck's is imported here.

    python reader.py quantulum3|recognizers < texts.json > readings.json

In come JSON texts, out go, for each text, its figures as [start, end, value, unit, kind] with the library's
own name of the unit, and the seconds that the reading took, without imports and one warm-up.
"""

from __future__ import annotations

import json
import sys
import time
import warnings
from collections.abc import Callable

Reading = list[list[object]]


def quantulum() -> Callable[[str], Reading]:
    from quantulum3 import parser

    def read(text: str) -> Reading:
        return [
            [*quantity.span, repr(quantity.value), quantity.unit.name, "quantity"]
            for quantity in parser.parse(text)
        ]

    return read


def recognizers() -> Callable[[str], Reading]:
    from recognizers_number import recognize_number, recognize_ordinal, recognize_percentage
    from recognizers_number_with_unit import (
        recognize_age,
        recognize_currency,
        recognize_dimension,
        recognize_temperature,
    )

    # Each finds what the others find too; of overlapping ones the longest is kept, as its own suite does.
    models = (
        recognize_currency,
        recognize_dimension,
        recognize_age,
        recognize_temperature,
        recognize_percentage,
        recognize_ordinal,
        recognize_number,
    )

    def read(text: str) -> Reading:
        found = []
        for model in models:
            for result in model(text, "en-us"):
                resolution = result.resolution or {}
                unit = resolution.get("isoCurrency") or resolution.get("unit") or ""
                value = resolution.get("value") or ""
                if result.type_name == "percentage":
                    value, unit = value.rstrip("%"), "percentage"
                found.append([result.start, result.end + 1, value, unit, result.type_name])
        found.sort(key=lambda row: row[0] - row[1])
        kept: Reading = []
        for row in found:
            if all(row[1] <= other[0] or other[1] <= row[0] for other in kept):
                kept.append(row)
        return sorted(kept)

    return read


def main() -> None:
    warnings.filterwarnings("ignore")
    read = {"quantulum3": quantulum, "recognizers": recognizers}[sys.argv[1]]()
    texts = json.load(sys.stdin)
    read("Two men paid $5 million for 20 km of road, 3% of it dry, on 4 May.")
    readings, faults = [], 0
    started = time.perf_counter()
    for text in texts:
        try:
            readings.append(read(text))
        except Exception:
            # What a library raises on real text is its own affair; the text counts as read without a figure.
            faults += 1
            readings.append([])
    seconds = time.perf_counter() - started
    json.dump({"readings": readings, "seconds": seconds, "faults": faults}, sys.stdout)


if __name__ == "__main__":
    main()
