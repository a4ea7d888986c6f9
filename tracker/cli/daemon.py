"""`tracker daemon`: crawls, reads and sends by itself."""

import typer


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    app.command("daemon")(daemon_)


def daemon_() -> None:
    """Crawl, read and send by itself."""
