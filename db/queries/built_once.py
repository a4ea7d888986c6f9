"""Run queries that are built once, by tables: to build one by models takes several times as long as to answer it."""

from typing import Any, cast

from sqlalchemy import Executable, Table, inspect
from sqlmodel import Session, SQLModel


def table_of(model: type[SQLModel]) -> Table:
    """Return the table of a model."""
    return cast(Table, inspect(model).local_table)


def run(session: Session, query: Executable, **values: Any) -> Any:
    """Write what the session has yet to write, as queries by models do; then run a query and return its rows."""
    session.flush()
    return session.connection().execute(query, values)
