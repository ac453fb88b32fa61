"""So many at so much each do not make the total.

"50 planes at $2 million each, $150 million in all" are 100 million. The price, the number or the total was
changed and the other two were left.

The product is computed from the number and the price as intervals and compared with what the total may
stand for, so that rounding and hedges are silent.

Silent where the total is said to hold more ("including training"), and where the price is a bound ("up to
$2m each").

On 4,678 articles of public news with 86,000 figures it raised nothing: its silence there is known, its
recall is not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from numcheck.extract.numbers import print_number
from numcheck.interval import product
from numcheck.model import Figure, Hit, Reading, Severity
from numcheck.rules.sentences import after, before, between, runs, sentence_of

SEVERITY: Severity = "error"

FLAGGED = (
    "The army buys 50 planes at $2 million each, [[$150 million]] in all.",
    "It sold 400 tickets at £25 each for a total of [[£100,000]].",
    "The firm paid 12 workers €500 each, or [[€8,000]] in total.",
    "They planted 30 trees at $40 apiece, a total of [[$12,000]].",
    "The club sold 300 shirts at £20 each, [[£60,000]] in total.",
)

SILENT = (
    "The army buys 50 planes at $2 million each, $100 million in all.",
    "It sold 400 tickets at £25 each for a total of £10,000.",
    "It sold 400 tickets at up to £25 each for a total of £8,200.",
    "The army buys 50 planes at $2 million each, $150 million in all including training.",
    "Each of 12 workers got €500; the firm has €8,000 in total.",
    "The firm paid 12 workers €500 each and has 8,000 more in total.",
    "The club sold 300 shirts at £20 each, £6,000 in total.",
    "He bought 12 chairs at €40 each and paid €480 in all.",
)

GAP = re.compile(r"[^.;:()0-9]{0,40}")
TOTAL_BEFORE = re.compile(r"\b(?:totals?(?: of)?|totalling|totaling|in all|altogether)\s+$")
TOTAL_AFTER = re.compile(r"\s+(?:in all|in total|altogether|overall|all told)\b")
EACH = frozenset({"each", "apiece"})
MORE = re.compile(r"\b(?:includ\w+|plus|with|fees?|tax|VAT|interest|discount\w*|besides)\b")


def check(reading: Reading) -> Iterator[Hit]:
    """One hit for each total that its number and price cannot make."""
    for number, price, whole in runs(reading, 3):
        if not _are_told(reading, number, price, whole) or MORE.search(sentence_of(reading, whole)):
            continue
        made = product(number.quantity.possible, price.quantity.possible)
        if not made.overlaps(whole.quantity.possible):
            shown = print_number(number.low * price.low)
            yield Hit(
                figures=(whole, number, price),
                start=whole.start,
                end=whole.end,
                message=f"{number.text} at {price.text} make {shown} {whole.unit}, not {whole.text}",
                suggestions=(f"{shown} {whole.unit}",),
                evidence=(f"{print_number(number.low)} × {print_number(price.low)} = {shown}",),
            )


def _are_told(reading: Reading, number: Figure, price: Figure, whole: Figure) -> bool:
    if number.kind != "count" or price.kind != "currency" or whole.unit != price.unit or whole.per:
        return False
    if (
        number.value is None
        or price.value is None
        or whole.value is None
        or price.approx not in ("exact", "about")
    ):
        return False
    is_each = price.per in EACH or re.match(r"\s+(?:each|apiece)\b", after(reading, price))
    is_total = TOTAL_BEFORE.search(before(reading, whole)) or TOTAL_AFTER.match(after(reading, whole))
    gaps = (between(reading, number, price), between(reading, price, whole))
    return bool(is_each and is_total and all(GAP.fullmatch(gap) for gap in gaps)) and number.low > 1
