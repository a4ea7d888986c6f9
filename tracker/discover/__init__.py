"""Propose initiatives that the catalogue does not have yet."""
