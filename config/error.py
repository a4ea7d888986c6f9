"""Say what is wrong with a declaration or a setting, and what was probably meant."""

import difflib
from collections.abc import Collection


class ConfigError(Exception):
    """A declaration that cannot be used; its text is one line for the person who wrote it."""


def meant(name: str, known: Collection[str], otherwise: str) -> str:
    """The question whether the nearest of `known` was meant; what to do `otherwise`, where none is near."""
    near = difflib.get_close_matches(name, known, 1)
    return f"did you mean '{near[0]}'?" if near else otherwise
