"""So many at so much each do not make the total.

"50 planes at $2 million each, $150 million in all" are 100 million. The price, the number or the total was
changed and the other two were left.

The product is computed from the number and the price as intervals and compared with what the total may
stand for, so that rounding and hedges are silent.

Silent where the total is said to hold more ("including training"), and where the price is a bound ("up to
$2m each").

On 4,678 articles of public news with 86,000 figures it raised nothing; what it finds of planted errors is
told by `make score`.
"""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.model import Hit, Reading, Severity
from numcheck.rules.arithmetic.products import conflicts, is_average, is_per_person

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


def check(reading: Reading) -> Iterator[Hit]:
    """One hit for each total that its number and price cannot make."""
    return conflicts(
        reading, lambda told, found: not is_average(told, found) and not is_per_person(told, found)
    )
