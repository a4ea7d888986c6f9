"""`tracker read`: reads announcements from pages."""

from typing import Annotated, Literal

import typer

from tracker.cli.frame import database, declared, progress, settings
from tracker.cli.output import echo
from tracker.cli.refused import Refused
from tracker.text.plurals import plural

# After this many documents SQLite's log is long, and its query planner relies on outdated statistics.
MANY = 1000


def add_to(app: typer.Typer) -> None:
    """Add the command to the app."""
    app.command("read")(read_)


def read_(
    all_: Annotated[bool, typer.Option("--all", help="Read everything again.")] = False,
    workers: Annotated[int, typer.Option(min=1, max=256, help="So many processes read at the same time.")] = 1,
    format_: Annotated[Literal["text", "json"], typer.Option("--format", help="Output format.")] = "text",
) -> None:
    """Read the pages and documents that the current rules have not read yet.

    After an edit of terms, only documents that it can concern are tagged again; a line says how many, and why.
    """
    from dataclasses import asdict
    from datetime import timedelta
    from functools import partial

    from db.sqlite_files import see_to_files
    from tracker.pipeline.stale import Counts, is_anything_stale

    counts, engine, troubled = Counts(), database(write=True), Refused()
    if all_ or is_anything_stale(engine, declared()):
        # The reading code loads all rules, which takes time.
        from tracker.pipeline.read import read

        with progress("reading") as told:
            # Folding has a cost, so at least a minute of reading comes between.
            every = timedelta(minutes=max(1, settings().round_minutes))
            say = partial(echo, err=True)
            counts = read(
                engine,
                declared(),
                again=all_,
                workers=workers,
                progress=told,
                say=say,
                problem=lambda url, why: troubled(f"{url}: {why}"),
                fold_every=every,
            )
        troubled.sum_up("have a problem")
        if counts.documents >= MANY:
            see_to_files(engine)
    if format_ == "json":
        from tracker.cli.forms import give_one

        give_one(asdict(counts), "read")
    elif counts.documents:
        echo(
            f"read {plural(counts.pages, 'page')}, {plural(counts.documents, 'document')}: "
            f"{plural(counts.mentions, 'mention')}, "
            f"{plural(counts.announcements, 'new announcement')}, {plural(counts.problems, 'problem')}"
        )
    else:
        echo("nothing to read: every document is up to date")
