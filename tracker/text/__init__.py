"""Normalize and segment text; find days, periods and numbers in it."""
