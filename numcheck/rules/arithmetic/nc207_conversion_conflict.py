"""A value and its conversion are two.

"5 miles (12 km)" is 8 km, and "20C (50F)" is 68F. The reader abroad goes by the bracket. Conversions are
done last, from memory, or left as they were when the first value was changed; the AP Stylebook ("metric
system") and the Guardian's ("metric system") ask for both and for care.

Both are taken as intervals with another half of the last digit on each side, because a writer converts what
is already rounded, and only where no value explains both is the pair reported. Factors are pint's.

Silent on conversions of money, which follow the day, on rates of two kinds, and where the bracket has
another measure of the thing ("a 5-mile (two-hour) walk").

On 4,678 articles of public news with 86,000 figures it raised nothing: its silence there is known, its
recall is not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from numcheck.link.difference import agree, possible_in
from numcheck.model import Figure, Hit, Reading, Severity
from numcheck.rules.sentences import after, between, runs

SEVERITY: Severity = "error"

FLAGGED = (
    "The village is [[5 miles (12 km)]] from the border.",
    "It was [[20C (50F)]] in the shade at noon.",
    "He is [[6ft 2in (1.60m)]] tall, the club says.",
    "The tank holds [[100 gallons (800 litres)]] of oil.",
    "Winds of [[120 mph (150 km/h)]] tore off roofs.",
    "The parcel weighs [[12 pounds (8 kilograms)]], the clerk said.",
)

SILENT = (
    "The village is 5 miles (8 km) from the border.",
    "It was 20C (68F) in the shade at noon.",
    "He is 6ft 2in (1.88m) tall, the club says.",
    "The wall is 30 feet (10 metres) high.",
    "A 5-mile (two-hour) walk leads to the lake.",
    "The fine is $5 million (£4 million) at today's rate.",
    "The plot is 120 feet (the house 12 metres) long.",
    "Some 200 miles (more than 300 kilometres) of road are shut.",
    "The pool is 25m (82ft) long and 12m (39ft) wide.",
    "The field is 100m by 64m (110 by 70 yards).",
    "The world will be warmer by 3.1°C (5.6°F), they say.",
)

# A rise of one degree of one scale in degrees of the other: "warmer by 2C (3.6F)".
STEPS = {
    ("degree_Celsius", "degree_Fahrenheit"): Decimal("1.8"),
    ("degree_Fahrenheit", "degree_Celsius"): Decimal(5) / Decimal(9),
}
BRACKET = re.compile(r"(?: [a-z]{2,12})? ?\((?:or )?")
CLOSED = re.compile(r"(?: [a-z]{2,12})?\)")


def check(reading: Reading) -> Iterator[Hit]:
    """One hit for each measure whose bracket has another."""
    for first, second in runs(reading, 2):
        if not _are_two_units(first, second):
            continue
        is_bracket = BRACKET.fullmatch(between(reading, first, second))
        if is_bracket and CLOSED.match(after(reading, second)) and not _agree(first, second):
            yield _hit(first, second)


def _are_two_units(first: Figure, second: Figure) -> bool:
    one, two = first.quantity, second.quantity
    if first.value is None or second.value is None or not first.kind == second.kind == "measure":
        return False
    return one.dimension == two.dimension and one.unit != two.unit and one.per == two.per


def _agree(first: Figure, second: Figure) -> bool:
    """Whether one value explains both; of temperatures, also one difference of temperatures."""
    if agree(first.quantity, second.quantity):
        return True
    step = STEPS.get((first.unit, second.unit))
    return step is not None and first.quantity.possible.scaled(step).overlaps(second.quantity.possible)


def _hit(first: Figure, second: Figure) -> Hit:
    made = possible_in(first.quantity, second.unit)
    middle = f"{(made.low + made.high) / 2:.3g}"
    unit = second.unit.replace("_", " ")
    return Hit(
        figures=(first, second),
        start=first.start,
        end=second.end + 1,
        message=f"{first.text} is about {middle} {unit}, not {second.text}",
        suggestions=(f"{middle} {unit}",),
        evidence=(f"{first.text} = {made.low:.4g} to {made.high:.4g} {unit}",),
    )
