"""So much a head does not make the total.

"$50 million shared among 2,500 members, $40,000 per person" is 20,000 for each. Amounts per person make
large sums plain, and are the first to be quoted; a nought too many in one of the three is seen by whoever
divides.

The total, the number of people and the amount for each are taken as intervals: each stands for what would
honestly be printed so, rounded and hedged.

Silent where the people are others than those who pay or get, where two totals are told, and where something
is left out or added.
"""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.model import Hit, Reading, Severity
from numcheck.rules.arithmetic.products import conflicts, is_average, is_per_person

SEVERITY: Severity = "error"

FLAGGED = (
    "The payout, [[$50 million]] shared among the tribe's 2,500 members, comes to $40,000 per person.",
    "The village spent [[€90,000]] on the fair, about €85 a head for its 1,500 people.",
    "The rebate will hand [[$600m]] to 2 million households, which is $500 per household.",
    "The [[£12m]] scheme is £70 per person for the county's 300,000 residents.",
    "The town's 8,000 residents threw away [[4,400 tonnes]] of waste, 300kg per person.",
)

SILENT = (
    "The payout, $50 million shared among the tribe's 2,500 members, comes to $20,000 per person.",
    "The village spent €90,000 on the fair, about €60 a head for its 1,500 people.",
    "The rebate will hand $600m to 2 million households, which is $300 per household.",
    "The £12m scheme is £40 per person for the county's 300,000 residents.",
    "The town's 8,000 residents threw away 4,400 tonnes of waste, 550kg per person.",
    "The dinner cost $90 a head, and 1,500 people gave $2 million more.",
    "Spending is £200 per person; the 300,000 residents also got £12m in grants.",
    "The city of 300,000 people has £12m in debt, up from £30 per person.",
)


def check(reading: Reading) -> Iterator[Hit]:
    """One hit for each total that the people and the amount for each cannot make."""
    return conflicts(reading, lambda told, found: is_per_person(told, found) and not is_average(told, found))
