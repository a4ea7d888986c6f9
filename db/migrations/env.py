"""Run the revisions for Alembic, on the connection that `upgrade` (or the developer's command) passes."""

from typing import Any, Literal

from alembic import context
from sqlmodel import AutoString, SQLModel

import db.models
from db.models.partial import spell_out
from db.moments import Moment


def plain_type(kind: str, item: Any, _context: Any) -> str | Literal[False]:
    """Write our types as SQLAlchemy's own, so that an old revision never needs today's code."""
    if kind == "type" and isinstance(item, AutoString):
        return "sa.String()"
    if kind == "type" and isinstance(item, Moment):
        return "sa.DateTime(timezone=True)"
    return False


db.models.load()
spell_out(SQLModel.metadata)
context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=SQLModel.metadata,
    render_as_batch=True,
    render_item=plain_type,
)
with context.begin_transaction():
    context.run_migrations()
