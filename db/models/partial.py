"""Partial indexes."""

from sqlalchemy import Index, MetaData, text


def partial(name: str, *columns: str, where: str, unique: bool = False) -> Index:
    """Index the rows for which the SQL condition `where` holds.

    SQLAlchemy takes the condition by dialect, and loads all of PostgreSQL's drivers for it. Since revisions create the
    tables, it is only recorded here; `spell_out` passes it on.
    """
    return Index(name, *columns, unique=unique, info={"where": where})


def spell_out(metadata: MetaData) -> None:
    """Pass the conditions of partial indexes to SQLAlchemy, to compare or create tables."""
    for table in metadata.tables.values():
        for index in table.indexes:
            if where := index.info.get("where"):
                for dialect in ("sqlite", "postgresql"):
                    index.dialect_options[dialect]["where"] = text(where)
