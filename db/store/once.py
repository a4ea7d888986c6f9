"""Writes rows that may be there already: what a unique key knows is left as it is."""

from collections.abc import Sequence
from importlib import import_module

from sqlalchemy import inspect
from sqlmodel import Session, SQLModel


def add_once(session: Session, rows: Sequence[SQLModel]) -> int:
    """Insert the rows (of one table, without ids) whose unique keys are new; give how many those were."""
    if not rows:
        return 0
    table = inspect(type(rows[0])).local_table
    values = [row.model_dump(exclude={"id"}) for row in rows]
    # SQLAlchemy spells this insert once a dialect, and the dialect that is not in use takes 6 MB.
    dialect = import_module(f"sqlalchemy.dialects.{session.get_bind().dialect.name}")
    insert = dialect.insert(table).on_conflict_do_nothing().returning(*table.primary_key)
    return len(session.connection().execute(insert, values).all())
