"""A value and its conversion are two.

"5 miles (12 km)" is 8 km, and "20C (50F)" is 68F. The reader abroad goes by the bracket. Conversions are
done last, from memory, or left as they were when the first value was changed; the AP Stylebook ("metric
system") and the Guardian's ("metric system") ask for both and for care.

Both are taken as intervals with another half of the last digit on each side, because a writer converts what
is already rounded, and only where no value explains both is the pair reported. Factors are pint's.

Silent on conversions of money, which follow the day, on rates of two kinds, and where the bracket has
another measure of the thing ("a 5-mile (two-hour) walk").

On 4,678 articles of public news with 86,000 figures it raised 1 error, which is real (40 km told as 27
miles).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from numcheck.extract.numbers import print_number
from numcheck.interval import rounded_to, widened_by
from numcheck.link.difference import agree, possible_in
from numcheck.model import Figure, Hit, Quantity, Reading, Severity
from numcheck.rules.arithmetic.conversions import Conversion, conversions
from numcheck.rules.sentences import sentence_of

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
# How far a hedge of its own may lead a conversion away: "200 miles (more than 300 km)".
HEDGED = {
    "over": Decimal("1.15"),
    "at_least": Decimal("1.15"),
    "under": Decimal("0.85"),
    "at_most": Decimal("0.85"),
}
ROUGHLY = Decimal("0.08")
TEN = Decimal(10)
PRECIOUS = re.compile(r"\b(?:gold|silver|platinum|palladium|bullion)\b", re.I)
# Conversions of one pair of currencies from which on one of them can be odd, and by how much.
FEWEST = 3
ALIKE, ODD = Decimal("1.08"), Decimal("1.25")


def check(reading: Reading) -> Iterator[Hit]:
    """One hit for each measure whose conversion is another value, and for each amount of money that is
    converted unlike all others of the article."""
    of_money: dict[frozenset[str], list[Conversion]] = {}
    for conversion in conversions(reading):
        if conversion.first.kind == "currency":
            pair = frozenset((conversion.value.unit, conversion.other.unit))
            of_money.setdefault(pair, []).append(conversion)
        elif not _agree(reading, conversion):
            yield _hit(reading, conversion)
    for told in of_money.values():
        yield from _odd_rates(reading, told)


def _agree(reading: Reading, conversion: Conversion) -> bool:
    """Whether one value explains both; of temperatures, also one difference of temperatures."""
    first, second = conversion.value, conversion.other
    if any(agree(one, second) for one in _systems(reading, conversion.first, first)):
        return True
    if any(agree(first, one) for one in _systems(reading, conversion.second, second)):
        return True
    if (conversion.first.approx != conversion.second.approx and _is_near(conversion)) or _is_round(
        conversion
    ):
        return True
    step = STEPS.get((first.unit, second.unit))
    return step is not None and first.possible.scaled(step).overlaps(second.possible)


def _systems(reading: Reading, figure: Figure, quantity: Quantity) -> Iterator[Quantity]:
    """The quantity in each of the units that its words may mean: gallons of two countries, ounces of gold."""
    yield quantity
    for unit in figure.quantity.alternatives:
        yield replace(quantity, unit=unit)
    if figure.unit == "ounce" and PRECIOUS.search(sentence_of(reading, figure)):
        yield replace(quantity, unit="troy_ounce")


def _is_near(conversion: Conversion) -> bool:
    """Whether a hedge of the conversion alone explains it: "200 miles (more than 300 km)"."""
    made = possible_in(conversion.value, conversion.other.unit)
    told, approx = conversion.other.possible, conversion.second.approx
    if approx in HEDGED:
        return made.overlaps(told.hull(told.scaled(HEDGED[approx])))
    return approx == "about" and made.overlaps(widened_by(told, abs(conversion.other.low) * ROUGHLY))


def _is_round(conversion: Conversion) -> bool:
    """Whether a conversion to whole tens was rounded to them: "45 km (30 miles)"."""
    told = conversion.other.low
    if told % TEN or not TEN < told < TEN * TEN:
        return False
    return possible_in(conversion.value, conversion.other.unit).overlaps(rounded_to(told, TEN / 2))


def _hit(reading: Reading, conversion: Conversion) -> Hit:
    made = possible_in(conversion.value, conversion.other.unit)
    middle = f"{(made.low + made.high) / 2:.3g}"
    first, second = conversion.first, conversion.second
    unit = second.unit.replace("_", " ")
    told = print_number(conversion.value.low), print_number(conversion.other.low)
    from_unit = first.unit.replace("_", " ")
    return Hit(
        figures=(first, second),
        start=first.start,
        end=_end(reading, second),
        message=f"{told[0]} {from_unit} is about {middle} {unit}, not {told[1]}",
        suggestions=(f"{middle} {unit}",),
        evidence=(f"{told[0]} {from_unit} = {made.low:.4g} to {made.high:.4g} {unit}",),
    )


def _end(reading: Reading, figure: Figure) -> int:
    """Where a conversion ends, with the bracket that closes it."""
    return figure.end + reading.article.text.startswith(")", figure.end)


def _odd_rates(reading: Reading, told: list[Conversion]) -> Iterator[Hit]:
    """The one conversion of several that follows another rate than the rest do."""
    if len(told) < FEWEST or not all(one.value.low > 0 and one.other.low > 0 for one in told):
        return
    base = told[0].value.unit
    rates = [
        (one.other.low / one.value.low if one.value.unit == base else one.value.low / one.other.low, one)
        for one in told
    ]
    for place, (rate, conversion) in enumerate(rates):
        others = [other for index, (other, _) in enumerate(rates) if index != place]
        middle = sorted(others)[len(others) // 2]
        if max(others) <= ALIKE * min(others) and not middle / ODD <= rate <= middle * ODD:
            first, second = conversion.first, conversion.second
            made = conversion.value.low * (middle if conversion.value.unit == base else 1 / middle)
            yield Hit(
                figures=(first, second),
                start=first.start,
                end=_end(reading, second),
                message=f"{first.text} would be {made:.3g} {second.unit} at the article's other rates, not "
                f"{second.text}",
                evidence=tuple(f"{one.first.text} ({one.second.text})" for _, one in rates),
                severity="warning",
            )
