"""Proposes what the catalogue does not know yet."""
