"""What the rules about a mistyped numeral have in common: the hit of a flaw that leaves its value in
doubt."""

from __future__ import annotations

from numcheck.model import Figure, Flaw, Hit

__all__ = ["SUGGESTED", "hit_of"]

# More candidates than this are no help.
SUGGESTED = 3


def hit_of(figure: Figure, flaw: Flaw, message: str) -> Hit:
    """The hit of a flaw: its place, the likeliest values, and what speaks for the first of them."""
    best = figure.candidates[:SUGGESTED]
    return Hit(
        figures=(figure,),
        start=flaw.start,
        end=flaw.end,
        message=message,
        suggestions=tuple(candidate.text for candidate in best),
        evidence=tuple(line for candidate in best[:1] for line in candidate.evidence),
    )
