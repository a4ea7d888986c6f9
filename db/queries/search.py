"""Query the full-text index in the same way on SQLite and PostgreSQL."""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Union

from sqlalchemy import (
    ARRAY,
    ColumnElement,
    Integer,
    LargeBinary,
    String,
    and_,
    case,
    column,
    func,
    literal,
    not_,
    or_,
    table,
    text,
)
from sqlalchemy.sql import Select, exists
from sqlmodel import Session, col, select

from db.beijing import BEIJING
from db.bigrams import is_one_token, needed, phrase
from db.models import Announcement, Document, Mention
from db.queries.timeline import Wanted, told_by

LEAST_SQLITE = (3, 43)
INDEX = table(
    "search",
    column("document_id", Integer),
    column("title", String),
    column("text", String),
    column("tokens", ARRAY(String)),
)
TITLE_WEIGHT = 5
# A shorter text ranks like one of this length: a headline alone is no better for having no text.
SHORT = 400


@dataclass(frozen=True)
class Term:
    """A term in canonical form (`tracker.search.canonical`), in the whole document or only in its title."""

    canonical: str
    title: bool = False


@dataclass(frozen=True)
class AllOf:
    """All of `parts`, and none of `but_not`; `parts` is not empty."""

    parts: tuple["Sought", ...]
    but_not: tuple["Sought", ...] = ()


@dataclass(frozen=True)
class AnyOf:
    """At least one of `parts`."""

    parts: tuple["Sought", ...]


Sought = Union[Term, AllOf, AnyOf]  # noqa: UP007 - a type that names itself


def can_index(session: Session) -> bool:
    """Decide whether this database can have the index: an old SQLite cannot delete from it."""
    return session.get_bind().dialect.name == "postgresql" or sqlite3.sqlite_version_info >= LEAST_SQLITE


def is_indexed(session: Session) -> bool:
    """Decide whether this database has a usable index; without one, texts are scanned."""
    if session.get_bind().dialect.name == "postgresql":
        return True
    found = text("SELECT 1 FROM sqlite_master WHERE name = 'search'")
    return can_index(session) and session.execute(found).scalar() is not None


def unindexed(session: Session, version: str, most: int | None = None) -> list[int]:
    """Return the documents that the index does not contain in the form of this version, oldest first."""
    by = col(Document.indexed_by)
    # Two ranges, since "not like" would read every document.
    found = select(Document.id).where(or_(by < f"{version}:", by > f"{version};"))
    return [id_ or 0 for id_ in session.exec(found.order_by(col(Document.id)).limit(most))]


def indexed_ids(session: Session) -> Iterator[int]:
    """Return the documents that the index contains, by number."""
    key = "document_id" if session.get_bind().dialect.name == "postgresql" else "rowid"
    yield from session.execute(text(f"SELECT {key} FROM search ORDER BY {key}")).scalars()  # noqa: S608


def indexed_rows(session: Session, ids: list[int]) -> dict[int, tuple[str, str, list[str]]]:
    """Return what PostgreSQL's index contains of these documents: canonical title and text, and tokens."""
    rows = session.execute(select(INDEX).where(INDEX.c.document_id.in_(ids)))  # type: ignore[call-overload]
    return {id_: (title, text_, tokens) for id_, title, text_, tokens in rows}


def token_counts(session: Session, ids: list[int]) -> dict[int, list[int]]:
    """Return how many tokens SQLite's index contains of these documents: of the title, of the text."""
    sizes = table("search_docsize", column("id", Integer), column("sz", LargeBinary))
    rows = session.execute(select(sizes.c.id, sizes.c.sz).where(sizes.c.id.in_(ids)))
    return {id_: _numbers(packed) for id_, packed in rows}


def holds_tokens(session: Session, id_: int, tokens: list[str]) -> bool:
    """Decide whether SQLite's index contains these tokens in sequence in a document."""
    row = text("SELECT 1 FROM search WHERE search MATCH :match AND rowid = :id")
    return session.execute(row, {"match": f'"{" ".join(tokens)}"', "id": id_}).scalar() is not None


def _numbers(packed: bytes) -> list[int]:
    """Encode numbers as SQLite does: seven bits per byte, most significant first, the last byte below 128."""
    numbers, number = [], 0
    for byte in packed:
        number = number << 7 | byte & 0x7F
        if byte < 0x80:
            numbers.append(number)
            number = 0
    return numbers


def count(session: Session, sought: Sought, wanted: Wanted, most: int | None = None) -> int:
    """How many documents hold what is sought and are wanted; counted up to `most`."""
    is_narrowed = bool(document_conditions(wanted))
    found = _found(session, sought, wanted, literal(1)) if is_narrowed else _holding(session, sought)
    return int(session.execute(select(func.count()).select_from(found.limit(most).subquery())).scalar_one())


def by_relevance(session: Session, sought: Sought, wanted: Wanted) -> list[int]:
    """Return the best documents first, the newest of equals first."""
    rank = _bm25() if session.get_bind().dialect.name == "sqlite" else _occurrences(sought)
    rows = _found(session, sought, wanted, col(Document.id)).order_by(rank, *_newest()).limit(wanted.most)
    return list(session.execute(rows).scalars())


def titles_first(session: Session, sought: Sought, wanted: Wanted) -> list[int]:
    """Return first documents whose titles match, then the others; newest first in each group."""
    titles = _found(session, in_titles(sought), wanted, col(Document.id)).order_by(*_newest()).limit(wanted.most)
    ids = list(session.execute(titles).scalars())
    left = None if wanted.most is None else wanted.most - len(ids)
    if left == 0:
        return ids
    rest = _found(session, sought, wanted, col(Document.id)).where(col(Document.id).not_in(ids))
    return ids + list(session.execute(rest.order_by(*_newest()).limit(left)).scalars())


def newest(session: Session, sought: Sought, wanted: Wanted) -> list[int]:
    """Return the documents published last first."""
    rows = _found(session, sought, wanted, col(Document.id)).order_by(*_newest()).limit(wanted.most)
    return list(session.execute(rows).scalars())


def by_month(session: Session, sought: Sought, wanted: Wanted) -> list[tuple[str | None, int]]:
    """Count documents by month of Beijing's calendar, oldest first; by year if the month is unknown."""
    published = col(Document.published)
    if session.get_bind().dialect.name == "sqlite":
        month = func.strftime("%Y-%m", published, "+8 hours")
    else:
        month = func.to_char(func.timezone(BEIJING.key, published), "YYYY-MM")
    shown = func.substr(month, 1, func.coalesce(_month_length(), 7)).label("month")
    rows = _found(session, sought, wanted, shown).add_columns(func.count()).group_by("month").order_by("month")
    return sorted(((month, number) for month, number in session.execute(rows)), key=lambda row: row[0] or "")


def documents(session: Session, ids: list[int]) -> list[Document]:
    """Return these documents in this order."""
    found = {document.id: document for document in session.exec(select(Document).where(col(Document.id).in_(ids)))}
    return [found[id_] for id_ in ids]


def initiatives_of(session: Session, ids: list[int]) -> dict[int, list[str]]:
    """The initiatives that each of these documents mentions, in the order of its text."""
    rows = select(Mention.document_id, Mention.initiative).join(Document, col(Document.id) == Mention.document_id)
    rows = rows.where(col(Mention.document_id).in_(ids), ~_denied())
    named: dict[int, list[str]] = {id_: [] for id_ in ids}
    for id_, initiative in session.exec(rows.order_by(col(Mention.start), col(Mention.id))):
        named[id_ or 0].append(initiative)
    return named


def wanted_texts(session: Session, wanted: Wanted) -> Iterator[tuple[int, str | None, str]]:
    """Return number, title and text of every wanted document, newest first, for a scan."""
    rows = select(Document.id, Document.title, Document.text).where(*document_conditions(wanted)).order_by(*_newest())
    for id_, title, text_ in session.exec(rows.execution_options(yield_per=200)):
        yield id_ or 0, title, text_


def in_titles(sought: Sought) -> Sought:
    """Return the same query limited to titles."""
    if isinstance(sought, Term):
        return Term(sought.canonical, title=True)
    if isinstance(sought, AnyOf):
        return AnyOf(tuple(map(in_titles, sought.parts)))
    return AllOf(tuple(map(in_titles, sought.parts)), sought.but_not)


def terms(sought: Sought) -> list[Term]:
    """Return the terms that must be present."""
    return [sought] if isinstance(sought, Term) else [term for part in sought.parts for term in terms(part)]


def _holding(session: Session, sought: Sought) -> Select[Any]:
    """The query for what holds `sought`, whatever document it is: an index alone is read."""
    if session.get_bind().dialect.name == "sqlite":
        holds: Any = text("search MATCH :match").bindparams(match=expression(sought))
        return select(literal(1)).select_from(table("search", column("rowid", Integer))).where(holds)
    return select(literal(1)).select_from(INDEX).where(_condition(sought))


def _found(session: Session, sought: Sought, wanted: Wanted, *shown: Any) -> Select[Any]:
    """Build the query for documents that match `sought` and are `wanted`."""
    if session.get_bind().dialect.name == "sqlite":
        index = table("search", column("rowid", Integer))
        holds: Any = text("search MATCH :match").bindparams(match=expression(sought))
        joined: Select[Any] = select(*shown).select_from(index).join(Document, col(Document.id) == index.c.rowid)
        return joined.where(holds, *document_conditions(wanted))
    joined = select(*shown).select_from(INDEX).join(Document, col(Document.id) == INDEX.c.document_id)
    return joined.where(_condition(sought), *document_conditions(wanted))


def expression(sought: Sought) -> str:
    """Write the query as an FTS5 expression, in which user input occurs only as quoted tokens."""
    if isinstance(sought, Term):
        return f"{'{title} : ' if sought.title else ''}{phrase(sought.canonical)}"
    if isinstance(sought, AnyOf):
        return " OR ".join(f"({expression(part)})" for part in sought.parts)
    parts = " AND ".join(f"({expression(part)})" for part in sought.parts)
    return f"({parts})" + "".join(f" NOT ({expression(part)})" for part in sought.but_not)


def _condition(sought: Sought) -> ColumnElement[bool]:
    """Write the query for PostgreSQL: tokens by the index, and where they do not suffice, the term in the text."""
    if isinstance(sought, AnyOf):
        return or_(*map(_condition, sought.parts))
    if isinstance(sought, AllOf):
        return and_(*map(_condition, sought.parts), *(not_(_condition(part)) for part in sought.but_not))
    # The operator of PostgreSQL by its name: its dialect, which knows it, takes as much memory as all of our models.
    tokens = INDEX.c.tokens.bool_op("@>")(literal(needed(sought.canonical), ARRAY(String)))
    in_title = func.strpos(INDEX.c.title, sought.canonical) > 0
    if sought.title:
        return and_(tokens, in_title)
    if is_one_token(sought.canonical):
        return tokens
    return and_(tokens, or_(in_title, func.strpos(INDEX.c.text, sought.canonical) > 0))


def document_conditions(wanted: Wanted) -> list[Any]:
    """Return the conditions for a wanted document; `since` and `until` refer to its publication."""
    published = col(Document.published)
    conditions = told_by(wanted)
    if wanted.since:
        conditions.append(published >= _midnight(wanted.since))
    if wanted.until:
        conditions.append(published < _midnight(wanted.until + timedelta(days=1)))
    of_mention = [
        column_.in_(names)
        for column_, names in (
            (col(Mention.initiative), wanted.initiatives),
            (col(Mention.act), wanted.acts),
            (col(Mention.body), wanted.bodies),
        )
        if names
    ]
    if of_mention:
        conditions.append(exists().where(col(Mention.document_id) == Document.id, *of_mention, ~_denied()))
    return conditions


def _denied() -> ColumnElement[bool]:
    """Decide whether a correction says that the story of a document does not announce what the document mentions."""
    same = and_(col(Announcement.story_id) == Document.story_id, col(Announcement.initiative) == Mention.initiative)
    return exists().where(same, col(Announcement.withdrawn), col(Announcement.corrected).is_not(None))


def _bm25() -> Any:
    return text(f"bm25(search, {TITLE_WEIGHT}.0, 1.0) * min(1.0, (octet_length(document.text) + 60.0) / {SHORT})")


def _occurrences(sought: Sought) -> Any:
    """Weigh occurrences of the terms in title and text against the length of the text; the best value is the lowest."""
    size = func.length(INDEX.c.text)
    said: Any = literal(0)
    for term in terms(sought):
        for field, weight in ((INDEX.c.title, TITLE_WEIGHT * 20), (INDEX.c.text, 1)):
            rest = func.length(func.replace(field, term.canonical, ""))
            said = said + weight * (func.length(field) - rest) / len(term.canonical)
    return -(said * 1.0 / (func.greatest(size, SHORT) + 1000))


def _newest() -> tuple[Any, Any]:
    return col(Document.published).desc().nulls_last(), col(Document.id).desc()


def _month_length() -> Any:
    return case((col(Document.precision) == "year", 4))


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=BEIJING)
