"""Decide without an index whether a document matches: the standard for every index."""

from db.queries.search import AnyOf, Sought, Term
from tracker.search.canonical import canonical


def holds(sought: Sought, title: str, text: str) -> bool:
    """Decide whether a document with this title and text, both in canonical form, matches."""
    if isinstance(sought, Term):
        return sought.canonical in title or (not sought.title and sought.canonical in text)
    if isinstance(sought, AnyOf):
        return any(holds(part, title, text) for part in sought.parts)
    wanted = all(holds(part, title, text) for part in sought.parts)
    return wanted and not any(holds(part, title, text) for part in sought.but_not)


def scan(sought: Sought, title: str | None, text: str) -> bool:
    """Decide the same for title and text as they are."""
    return holds(sought, canonical(title or ""), canonical(text))
