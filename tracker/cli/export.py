"""`tracker export`: writes stored pages and what they say as files that can be handed on."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tracker.cli import completion, filters
from tracker.cli.archive import exports
from tracker.cli.binary import STANDARD_OUTPUT, exported_file, folder_named
from tracker.cli.filters import Filters
from tracker.cli.frame import Complaint, database, declared, progress, unwritable
from tracker.cli.output import echo
from tracker.text.plurals import plural

if TYPE_CHECKING:
    from collections.abc import Mapping


def add_to(app: typer.Typer) -> None:
    """Add the commands to the app."""
    app.add_typer(exports, name="export")


@exports.command("bundle")
def bundle_(
    file: Annotated[
        Path, typer.Argument(dir_okay=False, help="The file to write, such as ai-plus.zip; - is standard output.")
    ],
    initiatives: Annotated[
        list[str],
        typer.Argument(
            metavar="INITIATIVE...",
            help="By id or name; `tracker initiatives` lists them.",
            autocompletion=completion.initiatives,
        ),
    ],
    since: filters.Since = None,
    until: filters.Until = None,
    act: filters.Acts = None,
    at_least: filters.AtLeast = None,
    body: filters.Bodies = None,
    source: filters.Sources = None,
    tier: filters.Tier = None,
    language: filters.Language = None,
) -> None:
    """Write evidence as a zip: timeline, quotes, stored pages as WARC and WACZ, digests, how to verify it by hand."""
    from db.beijing import beijing_today
    from tracker.archive.bundle.gather import NothingError
    from tracker.archive.bundle.write import write_bundle

    config = declared()
    chosen = Filters(since, until, initiatives, act, at_least, body, source, tier, language)
    wanted = chosen.wanted(config, beijing_today())
    named = [config.initiatives[id_].names for id_ in wanted.initiatives]
    title = ", ".join(f"{name.en} · {name.zh}" for name in named)
    try:
        with exported_file(file, "a zip file", "evidence.zip") as made, progress("writing evidence"):
            written = write_bundle(database(), config, wanted, title, made)
    except NothingError as error:
        raise Complaint(f"no announcement of {title} matches, so nothing is exported; widen the filters") from error
    echo(
        f"wrote {plural(written.announcements, 'announcement')}, {plural(written.quotes, 'quote')} and "
        f"{plural(written.pages, 'page')} to {'standard output' if file == STANDARD_OUTPUT else file}; "
        "its README.md says how to verify them",
        err=file == STANDARD_OUTPUT,
    )


@exports.command("parquet")
def parquet_(
    folder: Annotated[
        Path, typer.Argument(file_okay=False, callback=folder_named, help="The folder to write into; it is created.")
    ],
) -> None:
    """Write announcements.parquet, documents.parquet and mentions.parquet, for DuckDB, Polars, pandas and R."""
    from importlib.util import find_spec

    if find_spec("pyarrow") is None:
        raise Complaint("`tracker export parquet` needs pyarrow: pip install 'policy-initiative-tracker[parquet]'")
    from db.private import private_folder
    from tracker.archive.parquet import write_parquet

    engine, config = database(), declared()
    try:
        private_folder(folder)
        with progress("writing tables") as told:
            counts = write_parquet(engine, config, folder, told)
    except OSError as error:
        raise unwritable(folder, error) from error
    echo(f"wrote {_counted(counts)} to {folder}")


@exports.command("snapshot")
def snapshot_(
    folder: Annotated[
        Path,
        typer.Argument(file_okay=False, callback=folder_named, help="The folder to write into, or an older snapshot."),
    ],
) -> None:
    """Write a public snapshot: an SQLite copy without recipients, alerts, deliveries and tokens, and Parquet."""
    from tracker.archive.snapshot import OccupiedError, write_snapshot

    engine, config = database(), declared()
    try:
        with progress("copying") as told:
            counts = write_snapshot(engine, config, folder, told)
    except OccupiedError as error:
        raise Complaint(str(error)) from error
    except OSError as error:
        raise unwritable(folder, error) from error
    echo(f"wrote {_counted(counts)} to {folder}")
    if len(counts) == 1:
        echo("tracker: without Parquet: pip install 'policy-initiative-tracker[parquet]'", err=True)


def _counted(counts: "Mapping[str, int]") -> str:
    return ", ".join(f"{name} ({plural(count, 'row')})" for name, count in counts.items())
