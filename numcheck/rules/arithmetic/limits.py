"""Figures that something has to reach, and that no others make: "the 51-vote threshold", "a quorum of 30"."""

from __future__ import annotations

import re

from numcheck.model import Figure, Reading

__all__ = ["is_a_limit"]

LIMIT = re.compile(
    r"\b(?:threshold|benchmark|minimum|maximum|limit|ceiling|hurdle|quorum|target|cap|goal|requirement|"
    r"required|needed|at which)\b"
)
# Characters before a figure and behind it in which such a word stands.
NEAR = 22
ENDS = re.compile(r"[,.;:()]")


def is_a_limit(reading: Reading, figure: Figure) -> bool:
    """Whether a figure is one to be reached or kept."""
    text = reading.article.text
    ahead = text[max(figure.sentence_start, figure.start - NEAR) : figure.start]
    end = figure.end + NEAR
    while text[end : end + 1].isalpha():  # "containing three goalkeepers" has no goal
        end += 1
    behind = ENDS.split(text[figure.end : end])[0]
    return LIMIT.search(ahead) is not None or LIMIT.search(behind) is not None
