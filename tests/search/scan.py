"""Decide by a plain scan of a whole text whether a document matches: the standard for every index."""

from db.queries.sought import AnyOf, Sought, Term
from tracker.search.canonical import canonical


def scan(sought: Sought, title: str | None, text: str) -> bool:
    """Decide whether a document with this title and text matches."""
    return _holds(sought, canonical(title or ""), canonical(text))


def _holds(sought: Sought, title: str, text: str) -> bool:
    if isinstance(sought, Term):
        return sought.canonical in title or (not sought.title and sought.canonical in text)
    if isinstance(sought, AnyOf):
        return any(_holds(part, title, text) for part in sought.parts)
    wanted = all(_holds(part, title, text) for part in sought.parts)
    return wanted and not any(_holds(part, title, text) for part in sought.but_not)
