"""`tracker import`: pages from files."""

from pathlib import Path
from typing import Annotated

import typer

from tracker.cli.frame import Complaint, database, declared


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    app.command("import")(import_)


def import_(
    paths: Annotated[list[Path], typer.Argument(exists=True, dir_okay=False, help=".warc[.gz], .jsonl[.gz], .html")],
    url: Annotated[str | None, typer.Option(help="Where a saved .html page stood.")] = None,
) -> None:
    """Store the pages of files as if they had been crawled; `tracker read` then reads them. Mails nothing."""
    from tracker import archive

    if url is not None and len(paths) > 1:
        raise Complaint("--url belongs to one saved page; import the files one by one")
    try:
        counts = archive.import_files(database(), declared().sources, paths, url)
    except archive.ArchiveError as error:
        raise Complaint(str(error)) from error
    typer.echo(f"imported {counts.pages} pages, {counts.known} known already, {counts.skipped} other records skipped")
