"""`tracker clean-up` and `tracker backup`: regular maintenance of a database."""

from pathlib import Path
from typing import Annotated

import typer

from tracker.cli.frame import Complaint, database
from tracker.cli.output import echo
from tracker.text.plurals import plural


def add_to(app: typer.Typer) -> None:
    """Add the commands to the app."""
    app.command("clean-up")(clean_up)
    app.command("backup")(backup)


def clean_up() -> None:
    """Delete expired records that nothing uses; pages, documents, alerts and deliveries stay. The daemon runs it."""
    from db.connect import write
    from db.models import now
    from db.sqlite_files import see_to_files
    from db.store.upkeep import drop_crawls, drop_leases

    engine, at = database(write=True), now()
    with write(engine) as connection:
        crawls, leases = drop_crawls(connection, at), drop_leases(connection, at)
    see_to_files(engine)
    ended = plural(leases, "claim")
    echo(f"deleted {plural(crawls, 'crawl')} of more than a year ago and {ended} of processes that stopped")


def backup(
    file: Annotated[Path, typer.Argument(help="The file to write, which must not exist yet.")],
) -> None:
    """Copy the SQLite database to a file while it is in use. For PostgreSQL, use pg_dump."""
    from db.private import unfinished_file
    from db.sqlite_files import copy_into

    engine = database(older=True)
    if engine.dialect.name != "sqlite":
        raise Complaint("the database is on PostgreSQL; back it up with `pg_dump --format=custom`")
    if file.exists():
        raise Complaint(f"{file} already exists; name a new file")
    if not file.parent.is_dir():
        raise Complaint(f"{file.parent} is not a folder; create it first")
    with unfinished_file(file) as unfinished:
        copy_into(engine, unfinished)
    echo(f"{file}: {file.stat().st_size / 1e6:.1f} MB")
