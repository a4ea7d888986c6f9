"""Writes rows that may be there already: what a unique key knows is left as it is."""

from collections.abc import Callable, Sequence
from typing import Any

from sqlalchemy import inspect
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session, SQLModel

INSERTS: dict[str, Callable[..., Any]] = {"sqlite": sqlite.insert, "postgresql": postgresql.insert}


def add_once(session: Session, rows: Sequence[SQLModel]) -> int:
    """Insert the rows (of one table, without ids) whose unique keys are new; give how many those were."""
    if not rows:
        return 0
    table = inspect(type(rows[0])).local_table
    values = [row.model_dump(exclude={"id"} if row.model_dump().get("id") is None else set()) for row in rows]
    insert = INSERTS[session.get_bind().dialect.name]
    return session.connection().execute(insert(table).on_conflict_do_nothing(), values).rowcount
