"""Bugs to plant, each of which the torture has to find."""
