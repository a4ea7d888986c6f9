"""Indexes of some of a table's rows."""

from sqlalchemy import Index, MetaData, text


def partial(name: str, *columns: str, where: str, unique: bool = False) -> Index:
    """Index the rows of which the SQL condition `where` holds.

    SQLAlchemy takes the condition by dialect, and loads all of PostgreSQL's drivers to do so. Since it is revisions
    that make tables, it is only noted here; `spell_out` hands it over.
    """
    return Index(name, *columns, unique=unique, info={"where": where})


def spell_out(metadata: MetaData) -> None:
    """Give SQLAlchemy the conditions of partial indexes, for those who compare or make tables."""
    for table in metadata.tables.values():
        for index in table.indexes:
            if where := index.info.get("where"):
                for dialect in ("sqlite", "postgresql"):
                    index.dialect_options[dialect]["where"] = text(where)
