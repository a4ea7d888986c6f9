"""Store many pages in one transaction, without a query for each."""

import hashlib
import zlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import Table, bindparam, insert, select, update
from sqlmodel import Session

from db.models import Content, Page, now
from db.queries.stories import portions
from db.store.stamps import move_of_pages


@dataclass(slots=True)
class NewPage:
    """A page that a file holds, before it is stored: those columns of `Page` that a file can say.

    A model would take as long to make as all the rest of storing it.
    """

    url: str
    content_type: str
    source: str = ""
    key: str = ""
    list_id: str | None = None
    listed_title: str | None = None
    listed_date: str | None = None
    annex_of: str | None = None
    request_head: str = ""
    response_head: str = ""
    backfilled: bool = True
    fetched_at: datetime = field(default_factory=now)


class _Name(NamedTuple):
    source: str
    key: str
    sha256: str


@dataclass(slots=True)
class _Stored:
    """A page that is stored: when it was last checked, and how many checks are new."""

    id_: int
    checked_at: datetime
    checks: int = 0


COLUMNS = tuple(one.name for one in fields(NewPage))
CONTENTS, PAGES = Content.metadata.tables["content"], Page.metadata.tables["page"]


def add_pages(session: Session, pages: Iterable[tuple[NewPage, bytes]]) -> list[bool]:
    """Store pages with their contents as `db.store.pages.add_page` does one by one; return for each whether it is new.

    Raise IntegrityError if another writer stores one of them at this moment; the next attempt then finds it.
    """
    named = [(_name(page, content), page, content) for page, content in pages]
    stored = _stored(session, (name for name, _, _ in named))
    rows: dict[_Name, dict[str, Any]] = {}
    contents: dict[str, bytes] = {}
    found = []
    for name, page, content in named:
        known, row = stored.get(name), rows.get(name)
        found.append(known is None and row is None)
        if known:
            if page.fetched_at > known.checked_at:
                known.checked_at = page.fetched_at
                known.checks += 1
        elif row:
            if page.fetched_at > row["checked_at"]:
                row["checked_at"] = page.fetched_at
                row["checks"] += 1
        else:
            rows[name] = _row(page, name.sha256)
            contents[name.sha256] = content
    _add_contents(session, contents)
    _insert(session, PAGES, [*rows.values()])
    _check(session, [one for one in stored.values() if one.checks])
    move_of_pages(session, [(name.source, name.key) for name in rows])
    return found


def _name(page: NewPage, content: bytes) -> _Name:
    return _Name(page.source, page.key, hashlib.sha256(content).hexdigest())


def _row(page: NewPage, sha256: str) -> dict[str, Any]:
    row = {name: getattr(page, name) for name in COLUMNS}
    return row | {"sha256": sha256, "status": 200, "checks": 1, "checked_at": page.fetched_at}


def _stored(session: Session, names: Iterable[_Name]) -> dict[_Name, _Stored]:
    """Return those of the pages that are stored, with other versions of them."""
    keys = defaultdict[str, list[str]](list)
    for name in names:
        keys[name.source].append(name.key)
    wanted = select(PAGES.c.key, PAGES.c.sha256, PAGES.c.id, PAGES.c.checked_at)
    found: dict[_Name, _Stored] = {}
    for source in keys:
        for some in portions(keys[source]):
            rows = session.connection().execute(wanted.where(PAGES.c.source == source, PAGES.c.key.in_(some)))
            found |= {_Name(source, key, sha256): _Stored(id_, at) for key, sha256, id_, at in rows}
    return found


def _add_contents(session: Session, contents: Mapping[str, bytes]) -> None:
    known = set[str]()
    for some in portions(contents):
        known.update(session.connection().scalars(select(CONTENTS.c.sha256).where(CONTENTS.c.sha256.in_(some))))
    rows = [
        {"sha256": sha256, "size": len(content), "zipped": zlib.compress(content)}
        for sha256, content in contents.items()
        if sha256 not in known
    ]
    _insert(session, CONTENTS, rows)


def _insert(session: Session, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    # COPY would save a twentieth of the time on PostgreSQL, nearly all of which the server spends on indexes.
    if rows:
        session.connection().execute(insert(table), rows)


def _check(session: Session, checked: Sequence[_Stored]) -> None:
    """Record that stored pages were seen again."""
    if checked:
        values = {"checks": PAGES.c.checks + bindparam("more"), "checked_at": bindparam("at")}
        rows = [{"page": one.id_, "more": one.checks, "at": one.checked_at} for one in checked]
        session.connection().execute(update(PAGES).where(PAGES.c.id == bindparam("page")).values(values), rows)
