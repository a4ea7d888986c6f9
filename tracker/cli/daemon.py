"""`tracker daemon`: crawls, reads and sends by itself."""

from typing import Annotated, Literal

import typer

from tracker.cli.frame import database, declared, settings


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    app.command("daemon")(daemon_)


def daemon_(
    once: Annotated[bool, typer.Option("--once", help="Do what is due, once, and end.")] = False,
    log: Annotated[Literal["text", "json"], typer.Option(help="How each step is told.")] = "text",
) -> None:
    """Crawl each source in its own rhythm, read what came home, send what is due; until SIGTERM or Ctrl-C."""
    from tracker import schedule
    from tracker.tell import tell_machines, tell_people

    engine, config, chosen = database(), declared(), settings()
    tell = tell_machines if log == "json" else tell_people
    if not once:
        schedule.keep_on(engine, config, chosen, tell)
    elif not schedule.once(engine, config, chosen, tell):
        raise typer.Exit(1)
