"""Query the documents of a full-text search on SQLite and PostgreSQL.

An index knows which tokens a document has, not where they stand. Some queries it answers by itself: on SQLite those
whose terms are one token each. For others it gives candidates, and `tracker.search` looks at their texts. PostgreSQL,
which keeps the texts in canonical form, does that by itself.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import (
    ARRAY,
    ColumnElement,
    Connection,
    Integer,
    LargeBinary,
    Row,
    String,
    and_,
    bindparam,
    case,
    cast,
    column,
    func,
    literal,
    not_,
    or_,
    select,
    table,
    text,
    type_coerce,
)
from sqlalchemy.sql import Select
from sqlalchemy.types import NullType
from sqlmodel import Session, col

from db.beijing import BEIJING
from db.bigrams import expression, is_one_token, needed
from db.models import Document
from db.queries.among import among
from db.queries.announced import KEPT_QUERIES
from db.queries.found_documents import document_conditions, newest_first
from db.queries.search_index import INDEX
from db.queries.sought import AllOf, AnyOf, Sought, Term
from db.queries.stories import portions
from db.queries.timeline import Wanted

AT_ONCE = 128
BY_INDEX = "by index"
"""Where a session holds the transaction in which its searches use indexes."""
# The core of the model: rows of many documents, without its objects.
DOCUMENT = Document.__table__  # type: ignore[attr-defined]
_TITLE = func.coalesce(DOCUMENT.c.title, "").label("title")
_FTS = table("search", column("rowid", Integer))
_MATCH = text("search MATCH :match")


Candidate = Row[tuple[int, Any, str, Any]]
"""A document that may match: `id`, `published`, which is greater if it was published later, `title` and `text`.

Title and text are "" where they need not be looked at; see `candidates` for texts as bytes.
"""


def keeps_texts(session: Session) -> bool:
    """Decide whether the index has the texts in canonical form, so that all of its candidates match."""
    return _on_postgresql(session)


def is_exact(session: Session, sought: Sought) -> bool:
    """Decide whether all candidates match."""
    return _on_postgresql(session) or is_of_tokens(sought)


def is_of_tokens(sought: Sought) -> bool:
    """Decide whether each term is one token, so that no text has to be looked at, whatever the database."""
    if isinstance(sought, Term):
        return is_one_token(sought.canonical, any_beginning=True)
    parts = (*sought.parts, *sought.but_not) if isinstance(sought, AllOf) else sought.parts
    return all(map(is_of_tokens, parts))


def unproven(sought: Sought) -> Sought:
    """Return what SQLite's candidates still have to be compared with: `sought` without what the index decides."""
    if not isinstance(sought, AllOf):
        return sought
    parts = tuple(unproven(part) for part in sought.parts if not is_of_tokens(part))
    return AllOf(parts, tuple(part for part in sought.but_not if not is_of_tokens(part)))


def candidates(session: Session, sought: Sought, wanted: Wanted, *, encoded: bool = False) -> Iterator[Candidate]:
    """Yield the wanted documents that may match.

    SQLite gives texts `encoded` as bytes of UTF-8 on request: to decode one takes longer than to look at it.
    """
    if _on_postgresql(session):
        return _rows(session, _matching(session, sought, wanted, *_shown(session, sought)))
    rows = _candidates(_filters(wanted), _looked_at(session, sought), encoded)
    return _rows(session, rows, match=_expression(sought))


def newest_candidates(
    session: Session, sought: Sought, wanted: Wanted, within: Sequence[str] = (), before: date | None = None
) -> list[tuple[int, str]]:
    """Return number and title of the wanted documents that may match, newest first; the first ones if all match.

    `within` are tokens of periods (`db.bigrams.period`) in one of which they were published, `before` a day. A title is
    "" unless it alone decides whether a candidate matches.
    """
    most = wanted.most if is_exact(session, sought) else None
    given: dict[str, Any] = {"before": _start(session, before)} if before else {}
    if _on_postgresql(session):
        rows = _newest_matching(sought, wanted, within).limit(most)
        rows = rows.where(_is_before(on_postgresql=True)) if before else rows
    else:
        titled = _looked_at(session, sought) == {"title"}
        rows = _newest_candidates(_filters(wanted), titled=titled, behind=before is not None)
        periods = " OR ".join(f'"{token}"' for token in within)
        match = _expression(sought)
        given |= {"match": f"({match}) AND ({periods})" if within else match, "most": _limit(most)}
    return [(row[0], row[1]) for row in _connection(session).execute(rows, given).all()]


def needs_texts(session: Session, sought: Sought) -> bool:
    """Decide whether texts have to be looked at; otherwise titles suffice, or the index."""
    return "text" in _looked_at(session, sought)


def day_behind(session: Session, wanted: Wanted, before: date | None, skipped: int = 0) -> date | None:
    """Return the day, in UTC, of the newest document in the wanted time and `before` a day, after some `skipped`."""
    time = Wanted(since=wanted.since, until=wanted.until)
    given = {"skipped": skipped} | ({"before": _start(session, before)} if before else {})
    rows = _behind(time, behind=before is not None, on_postgresql=_on_postgresql(session))
    found = _connection(session).execute(rows, given).scalar()
    if isinstance(found, datetime):
        return found.astimezone(UTC).date()
    return date.fromisoformat(found[:10]) if found else None


def texts(session: Session, ids: list[int]) -> Iterator[tuple[int, str, str]]:
    """Yield number, title and text of documents on SQLite, in this order."""
    for start in range(0, len(ids), AT_ONCE):
        some = ids[start : start + AT_ONCE]
        found = {row[0]: row for row in _connection(session).execute(_TEXTS, {"ids": some}).all()}
        yield from ((id_, found[id_][1], found[id_][2]) for id_ in some)


def newest_texts(session: Session, wanted: Wanted, most: int | None = None) -> Iterator[Candidate]:
    """Yield all wanted documents with their texts, newest first, for a scan."""
    on_postgresql = _on_postgresql(session)
    rows = _newest_texts(_filters(wanted), on_postgresql)
    return _rows(session, rows, most=most if on_postgresql else _limit(most))


def count(session: Session, sought: Sought, wanted: Wanted, most: int | None = None) -> tuple[int, int]:
    """Count the wanted candidates, up to `most`, on SQLite those stored last; return also the first of these."""
    if _on_postgresql(session):
        number = INDEX.c.document_id.label("number")
        found = select(number).where(_condition(sought))
        if document_conditions(wanted):
            found = _matching(session, sought, wanted, number)
        counted = _totals(found.limit(most))
    else:
        counted = _count(_filters(wanted))
    given = {} if _on_postgresql(session) else {"match": _expression(sought), "most": _limit(most)}
    total, least = _connection(session).execute(counted, given).one()
    return total, least or 0


def newest_number(session: Session) -> int:
    """Return the greatest number of a document; 0 without any."""
    return _connection(session).execute(_LAST).scalar_one() or 0


def by_month(session: Session, sought: Sought, wanted: Wanted) -> dict[str | None, int]:
    """Count by month the wanted documents that match, if all candidates do; see `months`."""
    rows = _matching(session, sought, wanted, _month(session)).add_columns(func.count()).group_by("month")
    return {row.month: row[1] for row in _connection(session).execute(rows)}


def months(session: Session, ids: list[int]) -> Iterator[str | None]:
    """Yield the month of each document by Beijing's calendar: its year if the month is unknown, None without a date."""
    for some in portions(ids):
        yield from session.execute(select(_month(session)).where(DOCUMENT.c.id.in_(some))).scalars()


# SQLite's queries are made once: to make one takes as long as to find some hundred documents.
_LAST = select(func.max(DOCUMENT.c.id))
_TEXTS = select(DOCUMENT.c.id, _TITLE, DOCUMENT.c.text).where(among(DOCUMENT.c.id, "ids"))


@lru_cache(KEPT_QUERIES)
def _candidates(wanted: Wanted, looked_at: frozenset[str], encoded: bool) -> Select[Any]:
    *shown, text_ = _columns(looked_at)
    if encoded:
        # Of no type, or each would be copied.
        text_ = type_coerce(cast(text_, LargeBinary), NullType).label("text")
    return _joined(wanted, *shown, text_)


@lru_cache(KEPT_QUERIES)
def _newest_candidates(wanted: Wanted, *, titled: bool, behind: bool) -> Select[Any]:
    rows = _joined(wanted, DOCUMENT.c.id, _TITLE if titled else literal(""))
    rows = rows.where(_is_before(on_postgresql=False)) if behind else rows
    return rows.order_by(*newest_first()).limit(bindparam("most", type_=Integer))


@lru_cache(KEPT_QUERIES)
def _behind(time: Wanted, *, behind: bool, on_postgresql: bool) -> Select[Any]:
    day = _published(on_postgresql=on_postgresql)
    rows = select(day).where(DOCUMENT.c.published.is_not(None), *document_conditions(time))
    rows = rows.where(_is_before(on_postgresql=on_postgresql)) if behind else rows
    return rows.order_by(DOCUMENT.c.published.desc()).limit(1).offset(bindparam("skipped", type_=Integer))


def _is_before(*, on_postgresql: bool) -> Any:
    """Return the condition for what was published before a moment, `before`; see `_start`."""
    day = _published(on_postgresql=on_postgresql)
    return day < bindparam("before", type_=day.type)


def _start(session: Session, day: date) -> datetime | str:
    """Return the first moment of a day of UTC, as the database compares it."""
    return datetime(day.year, day.month, day.day, tzinfo=UTC) if _on_postgresql(session) else day.isoformat()


@lru_cache(KEPT_QUERIES)
def _newest_texts(wanted: Wanted, on_postgresql: bool) -> Select[Any]:
    day = _published(on_postgresql=on_postgresql)
    rows = select(DOCUMENT.c.id, day, _TITLE, DOCUMENT.c.text).where(*document_conditions(wanted))
    return rows.order_by(*newest_first()).limit(bindparam("most", type_=Integer))


@lru_cache(KEPT_QUERIES)
def _count(wanted: Wanted) -> Select[int, Any]:
    number = _FTS.c.rowid.label("number")
    found = _joined(wanted, number) if document_conditions(wanted) else select(number).where(_MATCH)
    return _totals(found.order_by(_FTS.c.rowid.desc()).limit(bindparam("most", type_=Integer)))


def _totals(found: Select[Any]) -> Select[int, Any]:
    counted = found.subquery()
    return select(func.count(), func.min(counted.c.number))


def _joined(wanted: Wanted, *shown: Any) -> Select[Any]:
    """Build SQLite's query for the wanted documents that may match."""
    joined = select(*shown).select_from(_FTS).join(DOCUMENT, DOCUMENT.c.id == _FTS.c.rowid)
    return joined.where(_MATCH, *document_conditions(wanted))


def _filters(wanted: Wanted) -> Wanted:
    """Return what a query is made of, without the number of rows, which it gets when it is executed."""
    return replace(wanted, most=None) if wanted.most is not None else wanted


def _limit(most: int | None) -> int:
    """Return the number of rows for SQLite, which gives all for a negative one."""
    return -1 if most is None else most


def _rows(session: Session, rows: Select[Any], **given: Any) -> Iterator[Candidate]:
    # The driver steps through SQLite's rows, so that no more are read than are used.
    with _connection(session).execute(rows, given, execution_options={"yield_per": AT_ONCE}) as found:
        for some in found.partitions():
            yield from some


def _shown(session: Session, sought: Sought) -> tuple[Any, ...]:
    return _columns(_looked_at(session, sought), on_postgresql=_on_postgresql(session))


def _looked_at(session: Session, sought: Sought) -> frozenset[str]:
    """Return which fields of a candidate have to be compared with what is sought."""
    return frozenset() if is_exact(session, sought) else frozenset(_fields(unproven(sought)))


def _columns(looked_at: frozenset[str], *, on_postgresql: bool = False) -> tuple[Any, ...]:
    title = _TITLE if looked_at else literal("").label("title")
    text_ = DOCUMENT.c.text if "text" in looked_at else literal("").label("text")
    return DOCUMENT.c.id, _published(on_postgresql=on_postgresql), title, text_


def _fields(sought: Sought) -> set[str]:
    if isinstance(sought, Term):
        return {"title"} if sought.title else {"title", "text"}
    parts = (*sought.parts, *sought.but_not) if isinstance(sought, AllOf) else sought.parts
    return set().union(*map(_fields, parts))


def _published(*, on_postgresql: bool) -> Any:
    """Return the column; that of SQLite as it is stored, since making moments of thousands takes longer."""
    return DOCUMENT.c.published if on_postgresql else type_coerce(DOCUMENT.c.published, String)


def _matching(session: Session, sought: Sought, wanted: Wanted, *shown: Any) -> Select[Any]:
    """Build the query for the wanted documents that may match."""
    if _on_postgresql(session):
        joined = select(*shown).select_from(INDEX).join(DOCUMENT, DOCUMENT.c.id == INDEX.c.document_id)
        return joined.where(_condition(sought), *document_conditions(wanted))
    return _joined(wanted, *shown).params(match=_expression(sought))


def _newest_matching(sought: Sought, wanted: Wanted, within: Sequence[str]) -> Select[Any]:
    """Build PostgreSQL's query for the newest documents that match, published within one of the periods, if any.

    All that match are found before they are sorted: it would rather look at all documents, newest first.
    """
    matching = select(INDEX.c.document_id).where(_condition(sought))
    if within:
        matching = matching.where(INDEX.c.tokens.bool_op("&&")(literal(list(within), ARRAY(String))))
    found = matching.cte("found").prefix_with("MATERIALIZED")
    rows = select(DOCUMENT.c.id, literal("")).join(found, found.c.document_id == DOCUMENT.c.id)
    return rows.where(*document_conditions(wanted)).order_by(*newest_first())


def _expression(sought: Sought) -> str:
    """Write the FTS5 expression for the candidates, in which user input occurs only as quoted tokens."""
    if isinstance(sought, Term):
        return expression(sought.canonical, title=sought.title)
    if isinstance(sought, AnyOf):
        return " OR ".join(f"({_expression(part)})" for part in sought.parts)
    parts = " AND ".join(f"({_expression(part)})" for part in sought.parts)
    # A document with the tokens of an absent term may do without the term.
    absent = (f" NOT ({_expression(part)})" for part in sought.but_not if is_of_tokens(part))
    return f"({parts})" + "".join(absent)


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
    if is_one_token(sought.canonical, any_beginning=False):
        return tokens
    return and_(tokens, or_(in_title, func.strpos(INDEX.c.text, sought.canonical) > 0))


def _connection(session: Session) -> Connection:
    """Return the connection, on PostgreSQL one that passes through a table only where there is no index.

    It assumes that a text is read as fast as a number, and so would rather read a third of all texts than an index.
    """
    connection = session.connection()
    if _on_postgresql(session) and session.info.get(BY_INDEX) is not session.get_transaction():
        connection.exec_driver_sql("SET LOCAL enable_seqscan = off")
        session.info[BY_INDEX] = session.get_transaction()
    return connection


def _month(session: Session) -> Any:
    published = DOCUMENT.c.published
    if _on_postgresql(session):
        month = func.to_char(func.timezone(BEIJING.key, published), "YYYY-MM")
    else:
        month = func.strftime("%Y-%m", published, "+8 hours")
    return func.substr(month, 1, case((col(Document.precision) == "year", 4), else_=7)).label("month")


def _on_postgresql(session: Session) -> bool:
    return session.get_bind().dialect.name == "postgresql"
