"""`tracker verify`: whether the database says what its pages say."""

import json
from typing import Annotated, Literal

import typer

from tracker.cli.frame import database, declared, progress


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    app.command("verify")(verify_)


def verify_(
    format_: Annotated[Literal["text", "json"], typer.Option("--format", help="How to print.")] = "text",
) -> None:
    """Compute everything from the stored pages once more, in memory, and compare; exit code 1 if anything differs.

    Prints a digest of all announcements: two installations with the same pages and rules have the same.
    """
    from dataclasses import asdict

    from tracker.verify import verify

    with progress("verifying") as told:
        differences, digest, announcements = verify(database(), declared(), told)
    if format_ == "json":
        rows = [asdict(one) for one in differences]
        typer.echo(
            json.dumps({"differences": rows, "announcements": announcements, "digest": digest}, ensure_ascii=False)
        )
    else:
        for one in differences:
            typer.echo(str(one), err=True)
        typer.echo(f"{len(differences)} differences, {announcements} announcements, digest {digest}")
    raise typer.Exit(bool(differences))
