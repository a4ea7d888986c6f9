"""Writes the marks by which those who read learn whether anything changed, in the transaction that changes it."""

import secrets
from collections import defaultdict
from collections.abc import Iterable

from sqlalchemy import Connection, bindparam, select, text
from sqlmodel import Session

from db.models import Document, Mention
from db.queries.built_once import run, table_of
from db.queries.stories import portions

ALL = ""
"""The name of the mark of all initiatives."""
_MOVE = text("INSERT INTO stamp (name, mark) VALUES (:name, :mark) ON CONFLICT (name) DO UPDATE SET mark = :mark")

_DOCUMENT, _MENTION = table_of(Document), table_of(Mention)
_NAMED = (
    select(_MENTION.c.initiative)
    .join(_DOCUMENT, _DOCUMENT.c.id == _MENTION.c.document_id)
    .where(_DOCUMENT.c.source == bindparam("of_source"), _DOCUMENT.c.key.in_(bindparam("keys", expanding=True)))
    .distinct()
)


def move(session: Session | Connection, initiatives: Iterable[str]) -> None:
    """Give these initiatives, and all together, a mark that they never had; nothing where there are none.

    Marks are drawn, not counted: a database that was put back from a backup must not come to an old mark again.
    """
    if named := set(initiatives):
        # In one order, so that no two writers wait for each other.
        for name in sorted({*named, ALL}):
            session.execute(_MOVE, {"name": name, "mark": secrets.token_hex(8)})


def move_of_page(session: Session | Connection, source: str, key: str) -> None:
    """Give those initiatives new marks that the document of an address mentions: something is new about its pages."""
    move_of_pages(session, [(source, key)])


def move_of_pages(session: Session | Connection, addresses: Iterable[tuple[str, str]]) -> None:
    """Do the same for the documents of several sources and keys."""
    keys = defaultdict[str, list[str]](list)
    for source, key in addresses:
        keys[source].append(key)
    initiatives = set[str]()
    for source in keys:
        for some in portions(keys[source]):
            initiatives.update(run(session, _NAMED, of_source=source, keys=some).scalars())
    move(session, initiatives)
