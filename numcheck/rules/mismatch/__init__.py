"""Figures that measure the same thing, set against each other."""
