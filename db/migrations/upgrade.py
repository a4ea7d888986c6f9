"""Upgrade a database to the newest revision; harmless if two processes try at the same time."""

from importlib.resources import as_file, files

from sqlalchemy import Connection, Engine, inspect, text

from db.sqlite_files import take_statistics

# Any number will do, as long as every process that migrates uses the same one.
POSTGRESQL_LOCK = 7_241_995


# What a database of ours has at every revision.
OURS = frozenset(("page", "document", "mention", "announcement", "alert", "delivery"))


class RefusedError(Exception):
    """A database that is not for this program; its text gives the reason, without the name of the database."""


class ForeignError(RefusedError):
    """A database with the tables of another program."""


class NewerError(RefusedError):
    """A database at a revision that this program does not have; its text names it, without the name of the database."""


def upgrade(engine: Engine, to: str = "") -> None:
    """Run the missing revisions up to `to`, or all, in one transaction under a lock.

    Raise RefusedError and change nothing if a newer program has upgraded the database, or if it belongs to another
    program.
    """
    head = to or newest()
    if revision(engine) == head:
        return
    with engine.execution_options(writes=True).begin() as connection:
        upgrade_within(connection, head)


def upgrade_within(connection: Connection, to: str = "") -> None:
    """Run the missing revisions up to `to`, or all, in the transaction that the connection has begun."""
    head = to or newest()
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": POSTGRESQL_LOCK})
    if _revision(connection) != head:
        _run(connection, head)


def revision(engine: Engine) -> str | None:
    """Return the revision of a database, None for an empty one; raise RefusedError as `upgrade` does."""
    with engine.connect() as connection:
        return _revision(connection)


def is_newer(engine: Engine) -> bool:
    """Decide whether a newer program has upgraded the database."""
    try:
        revision(engine)
    except NewerError:
        return True
    return False


def newest() -> str:
    """Return the newest revision."""
    return revisions()[-1]


def revisions() -> list[str]:
    """Return all revisions, oldest first: each is the name of its file up to the first underscore."""
    names = [f.name for f in (files("db.migrations") / "versions").iterdir() if f.name[:4].isdigit()]
    return sorted(name.split("_")[0] for name in names)


def _revision(connection: Connection) -> str | None:
    tables = set(inspect(connection).get_table_names())
    if not tables:
        return None
    if not tables >= {"alembic_version", *OURS}:
        raise ForeignError(
            f"belongs to another program (it has the tables {', '.join(sorted(tables)[:3])}); "
            "name another database in TRACKER_DATABASE"
        )
    found: str | None = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    if found is not None and found not in revisions():
        raise NewerError(
            f"was upgraded to revision {found} by a newer program, this one knows {newest()} and older; "
            "install the newer program, or name another database in TRACKER_DATABASE"
        )
    return found


def _run(connection: Connection, head: str) -> None:
    # Importing Alembic takes a quarter of a second, and there is nearly always nothing to do.
    from alembic import command  # noqa: PLC0415
    from alembic.config import Config  # noqa: PLC0415

    with as_file(files("db.migrations")) as folder:
        config = Config()
        config.set_main_option("script_location", str(folder))
        config.attributes["connection"] = connection
        command.upgrade(config, head)
    if connection.dialect.name == "sqlite":
        # Indexes that were made again have no statistics, without which queries choose other ones.
        take_statistics(connection.exec_driver_sql)
