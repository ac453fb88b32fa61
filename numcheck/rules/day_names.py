"""The names of days and months, as the rules look for them in a text."""

from __future__ import annotations

__all__ = ["MONTHS", "WEEKDAYS"]

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
# The branches of a pattern.
MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
