"""`tracker verify`: checks whether the database says what its pages say."""

from typing import Annotated, Literal

import typer

from tracker.cli.forms import give_one
from tracker.cli.frame import database, declared, progress
from tracker.cli.output import echo
from tracker.text.plurals import plural


def add_to(app: typer.Typer) -> None:
    """Add the command to the app."""
    app.command("verify")(verify_)


def verify_(
    format_: Annotated[Literal["text", "json"], typer.Option("--format", help="Output format.")] = "text",
) -> None:
    """Compute everything from the stored pages again, in memory, and compare. Exit code 1: something differs.

    Prints a digest of all announcements. Installations with the same pages and rules have the same digest.
    """
    from dataclasses import asdict

    from tracker.pipeline.verify import verify

    with progress("verifying") as told:
        differences, digest, announcements = verify(database(), declared(), told)
    if format_ == "json":
        rows = [asdict(one) for one in differences]
        give_one({"differences": rows, "announcements": announcements, "digest": digest}, "verify")
    else:
        for one in differences:
            echo(str(one), err=True)
        echo(f"{plural(len(differences), 'difference')}, {plural(announcements, 'announcement')}, digest {digest}")
    raise typer.Exit(bool(differences))
