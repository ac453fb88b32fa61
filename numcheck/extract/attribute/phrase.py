"""What a noun phrase is, to those who find it and those who look around it."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["NO_PHRASE", "Phrase"]


class Phrase(NamedTuple):
    """A noun phrase: its head, the words before it, and the tokens that it covers."""

    head: str
    qualifiers: tuple[str, ...]
    first: int
    stop: int


NO_PHRASE = Phrase("", (), 0, 0)
