"""Building blocks of declarations: frozen facts, names in two languages, slugs and patterns."""

import re
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Strict, StringConstraints


def _says_something(name: str) -> str:
    if not name:
        raise ValueError("is an empty name; write one")
    return name


Name = Annotated[str, AfterValidator(_says_something)]


class Fact(BaseModel):
    """A declared fact: frozen, and without unknown keys.

    Its validator is built for the first fact that is read from YAML: cached facts do not need it.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True, defer_build=True)


class Names(Fact):
    """A name in both languages."""

    en: Name
    zh: Name


def _compiles(pattern: str) -> str:
    try:
        re.compile(pattern)
    except re.error as error:
        raise ValueError(f"not a regular expression: {error}; quote it in single quotes") from error
    return pattern


def _finds(pattern: str) -> str:
    if not re.compile(pattern).groups:
        raise ValueError("has no group; put ( ) around the part that is wanted")
    return pattern


Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(?:-[a-z0-9]+)*$")]
Truth = Annotated[bool, Strict()]
"""Only true and false: pydantic would also take the texts `on` and `no` for them."""
Pattern = Annotated[str, AfterValidator(_compiles)]
FindingPattern = Annotated[Pattern, AfterValidator(_finds)]
"""A pattern of which group 1 is what it finds."""
