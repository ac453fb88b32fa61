"""One figure as it is written."""
