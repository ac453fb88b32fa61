"""Dates and times that no calendar or clock has."""
