"""Describe what a search query asks for: terms, all or any of several, and what must be absent."""

from dataclasses import dataclass
from typing import Union


@dataclass(frozen=True)
class Term:
    """A term in canonical form (`tracker.search.canonical`), in the whole document or only in its title."""

    canonical: str
    title: bool = False


@dataclass(frozen=True)
class AllOf:
    """All of `parts`, and none of `but_not`; a query has `parts`."""

    parts: tuple["Sought", ...]
    but_not: tuple["Sought", ...] = ()


@dataclass(frozen=True)
class AnyOf:
    """At least one of `parts`."""

    parts: tuple["Sought", ...]


Sought = Union[Term, AllOf, AnyOf]  # noqa: UP007 - a type that names itself


def in_titles(sought: Sought) -> Sought:
    """Return the same query limited to titles; what must be absent is absent from the whole document."""
    if isinstance(sought, Term):
        return Term(sought.canonical, title=True)
    if isinstance(sought, AnyOf):
        return AnyOf(tuple(map(in_titles, sought.parts)))
    return AllOf(tuple(map(in_titles, sought.parts)), sought.but_not)


def terms(sought: Sought) -> list[Term]:
    """Return the terms that must be present."""
    return [sought] if isinstance(sought, Term) else [term for part in sought.parts for term in terms(part)]
