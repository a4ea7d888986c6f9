"""Say what is wrong with a declaration or a setting, and what was probably meant."""

import difflib
from collections.abc import Collection


class ConfigError(Exception):
    """A declaration that cannot be used; its text is one line for the person who wrote it."""


def quoted(text: str) -> str:
    """Return a text in quotes and in one line, with the backslashes of a pattern as they were written."""
    return repr(text).replace("\\\\", "\\")


def meant(name: str, known: Collection[str], otherwise: str) -> str:
    """Ask whether the nearest of `known` was meant; say what to do `otherwise`, if none is near."""
    near = difflib.get_close_matches(name, known, 1)
    return f"did you mean '{near[0]}'?" if near else otherwise
