"""Parse stored pages into documents."""

VERSION = "8"
"""Changes when the same pages are read otherwise, so that they are read again."""
