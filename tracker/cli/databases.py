"""`tracker db`: shows how large the database is and whether it is sound, and copies it to another."""

from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from tracker.cli.forms import give_one
from tracker.cli.frame import database, declared, print_rows, progress, settings
from tracker.cli.output import echo
from tracker.text.plurals import plural

if TYPE_CHECKING:
    from sqlalchemy import Engine

commands = typer.Typer(help="Show the size of the database, check it, or copy it to another one.", no_args_is_help=True)
COLUMNS = ("table", "rows", "bytes", "index_bytes")
Text = Annotated[Literal["text", "json"], typer.Option("--format", help="Output format.")]


def add_to(app: typer.Typer) -> None:
    """Add the commands to the app."""
    app.add_typer(commands, name="db")


@commands.command("stats")
def stats_(format_: Text = "text") -> None:
    """Show rows and bytes of each table, the revision, and the result of a quick check of the files."""
    from db.address import address_of, shown
    from db.queries import sizes

    with database().connect() as connection:
        tables: list[dict[str, Any]] = [one._asdict() for one in sizes.sizes(connection)]
        whole, revision = sizes.total_bytes(connection), sizes.revision(connection)
        faults = sizes.damage(connection, quick=True)
    named = shown(address_of(settings().database))
    if format_ == "json":
        told = {"database": named, "revision": revision, "bytes": whole, "faults": faults, "tables": tables}
        give_one(told, "db-stats")
        return
    print_rows(tables, COLUMNS, "table")
    sound = f"{plural(len(faults), 'fault')}; run `tracker db check`" if faults else "sound"
    echo(f"{named}: {whole / 1e6:.1f} MB, revision {revision}, {sound}")


@commands.command("check")
def check_(
    digest: Annotated[
        bool, typer.Option("--digest", help="Also compute everything from the stored pages, as `tracker verify` does.")
    ] = False,
    format_: Text = "text",
) -> None:
    """Look for damage, and for rows that refer to missing rows. Exit code 1: something is wrong."""
    from db.queries import sizes

    engine = database()
    with engine.connect() as connection:
        faults = [*sizes.damage(connection), *sizes.orphans(connection)]
    found: str | None = None
    if digest and not faults:
        differences, found = _verified(engine)
        faults += differences
    if format_ == "json":
        give_one({"faults": faults, "digest": found}, "db-check")
    else:
        for fault in faults:
            echo(fault, err=True)
        echo(f"{len(faults)} faults" + (f", digest {found}" if found else ""))
    raise typer.Exit(bool(faults))


@commands.command("copy")
def copy_(
    target: Annotated[
        str,
        typer.Argument(
            help="sqlite:///FILE for a new file, or postgresql+psycopg://... for an empty database; "
            "its password can be in ~/.pgpass."
        ),
    ],
    format_: Text = "text",
) -> None:
    """Copy all rows, as they are now, into an empty database and compare each. If it is killed, it leaves nothing.

    The setting `database` stays the same. To move to the new database, stop the daemon first.
    """
    from db.address import address_of, shown
    from db.copying import copy
    from tracker.search.indexing import index_missing

    def index(made: "Engine") -> None:
        with progress("indexing") as told:
            index_missing(made, told)

    with progress("copying") as told:
        rows = copy(database(), target, index, told)
    named = shown(address_of(target))
    if format_ == "json":
        give_one({"database": named, "rows": rows}, "db-copy")
    else:
        echo(f"copied {plural(rows, 'row')} to {named}")


def _verified(engine: "Engine") -> tuple[list[str], str]:
    """Return what `tracker verify` finds, and its digest."""
    from tracker.pipeline.verify import verify

    with progress("verifying") as told:
        differences, digest, _ = verify(engine, declared(), told)
    return [str(one) for one in differences], digest
