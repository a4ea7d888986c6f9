"""Attribute acts and words to bodies."""
