"""State what programs get: the models of every output row, how they are filled, and the formats in which they go."""

VERSION = 1
"""Raised when a field is renamed, removed or means something else; new fields leave it as it is."""
