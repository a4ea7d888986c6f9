"""Define what programs get: the models of every output row, how they are filled, and their formats."""

VERSION = 1
"""Raised when a field is renamed, removed or changes its meaning; new fields do not change it."""
