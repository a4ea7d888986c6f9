"""Run queries that are built once, from tables; building one from models takes several times as long as running it."""

from typing import Any, cast

from sqlalchemy import Connection, CursorResult, Executable, Table, inspect
from sqlmodel import Session, SQLModel


def table_of(model: type[SQLModel]) -> Table[Any]:
    """Return the table of a model."""
    return cast("Table[Any]", inspect(model).local_table)


def run(session: Session | Connection, query: Executable, **values: Any) -> CursorResult[*tuple[Any, ...]]:
    """Run a query with these values, after what the session has yet to write, as queries by models do."""
    if isinstance(session, Session):
        session.flush()
        session = session.connection()
    return session.execute(query, values)
