"""What other libraries read of the same texts, in terms of our own scorer."""

from __future__ import annotations

import json
import os
import re
import subprocess
from collections.abc import Sequence
from decimal import Decimal, InvalidOperation
from importlib import metadata
from pathlib import Path

from numcheck.extract.classes import unit_of
from numcheck.extract.currencies import currency_of
from tests.scoring import Item, rounded

__all__ = ["PEERS", "documented_examples", "python_of_peers", "read_with_peer"]

PEERS = {"quantulum3": "quantulum3", "recognizers": "Recognizers-Text"}
FOLDER = Path(__file__).parent
# Names of units that our tables write otherwise; the rest are looked up among the forms of our tables.
SAME_UNITS = {
    "dimensionless": "",
    "percentage": "percent",
    "dollar": "USD",
    "united states dollar": "USD",
    "pound sterling": "GBP",
    "pound-mass": "pound",
    "cent": "USD",
    "degree celsius": "degree_Celsius",
    "degree fahrenheit": "degree_Fahrenheit",
    "c": "degree_Celsius",
    "f": "degree_Fahrenheit",
    "tonne": "metric_ton",
    "barrel": "oil_barrel",
    "square mile": "square_mile",
}
KINDS = {"ordinal": "ordinal", "age": "age"}


def python_of_peers() -> str:
    """The interpreter of the environment that the others are installed in, empty where there is none."""
    return os.environ.get("NUMCHECK_PEERS", "")


def read_with_peer(name: str, texts: Sequence[str]) -> tuple[list[list[Item]], float, int]:
    """What a library reads of each text, the seconds it took, and how many texts it broke off at."""
    done = subprocess.run(
        [python_of_peers(), str(FOLDER / "reader.py"), name],
        input=json.dumps(list(texts)),
        capture_output=True,
        text=True,
        check=True,
    )
    answer = json.loads(done.stdout)
    items = [[item for row in reading if (item := _item(row))] for reading in answer["readings"]]
    return items, answer["seconds"], answer["faults"]


def _item(row: Sequence[str]) -> Item | None:
    start, end, value, unit, kind = row
    try:
        number = Decimal(str(value))
    except InvalidOperation:
        return None
    name, per = _unit(unit)
    if not number.is_finite():
        return None
    # Binary fractions are given to fifteen places; ours are exact.
    number = rounded(number, "fraction") if abs(number) < 1 else round(number, 6)
    return Item(int(start), int(end), KINDS.get(kind, "count"), number, number, name, per)


def _unit(name: str) -> tuple[str, str]:
    """Our unit and rate for the name that a library gives."""
    lower = name.lower()
    if lower in SAME_UNITS:
        return SAME_UNITS[lower], ""
    for form in (name, lower, f"{lower}s"):
        if found := unit_of(form) or currency_of(form):
            return found, ""
    if " per " in lower:
        head, _, per = lower.partition(" per ")
        return _unit(head)[0], per
    return lower, ""


def documented_examples() -> list[tuple[str, list[tuple[Decimal, str]]]]:
    """The examples in quantulum3's own description, as its installed package has it: a text, and the
    values and units that the description says are read."""
    site = next(Path(python_of_peers()).parents[1].glob("lib/python*/site-packages"))
    found = [
        item for item in metadata.distributions(path=[str(site)]) if item.metadata["Name"] == "quantulum3"
    ]
    description = found[0].read_text("METADATA") or ""
    examples = []
    pattern = re.compile(r"parser\.parse\((['\"])(.+?)\1\)\s*\n\s*(\[Quantity\(.*\])")
    for match in pattern.finditer(description):
        quantities = re.findall(r"Quantity\(([0-9.e]+), ['\"]([^'\"]+)['\"]\)", match[3])
        if quantities:
            examples.append((match[2], [(Decimal(value), _unit(unit)[0]) for value, unit in quantities]))
    return examples
