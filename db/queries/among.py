"""Compare a column with many numbers as one parameter: SQLAlchemy writes out a list of values again for each query."""

from typing import Any

from sqlalchemy import ARRAY, JSON, ColumnElement, Dialect, Integer, bindparam
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import FunctionElement
from sqlalchemy.types import TypeDecorator, TypeEngine


class _Numbers(TypeDecorator[Any]):
    """A list of numbers: JSON for SQLite, an array for PostgreSQL."""

    impl = JSON
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Return the type by which a database takes it."""
        return dialect.type_descriptor(ARRAY(Integer) if dialect.name == "postgresql" else JSON())


class _Among(FunctionElement[Any]):
    # Not Boolean, which SQLite would get as "= 1" and answer by reading the whole table.
    inherit_cache = True


def among(column: Any, name: str) -> ColumnElement[Any]:
    """Return the condition that a column has one of the numbers in the parameter `name`, a list."""
    return _Among(column, bindparam(name, type_=_Numbers()))


@compiles(_Among, "sqlite")
def _in_json(element: _Among, compiler: Any, **options: Any) -> str:
    column, numbers = (compiler.process(one, **options) for one in element.clauses)
    return f"{column} IN (SELECT value FROM json_each({numbers}))"  # noqa: S608 - both are written by SQLAlchemy


@compiles(_Among, "postgresql")
def _in_array(element: _Among, compiler: Any, **options: Any) -> str:
    column, numbers = (compiler.process(one, **options) for one in element.clauses)
    return f"{column} = ANY ({numbers})"
