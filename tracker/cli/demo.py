"""`tracker demo`: the whole job on bundled replica sites."""

import typer

from tracker.cli.output import echo


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    app.command("demo")(demo_)


def demo_() -> None:
    """Crawl bundled replicas of five sites, read them, print a timeline, and show the alert e-mail."""
    import shlex
    import sys
    from pathlib import Path

    from platformdirs import user_data_path

    from config.settings import NAME
    from tracker.demo.show import demonstrate

    folder = user_data_path(NAME, ensure_exists=True)
    done = demonstrate(folder, echo)
    sys.stdout.flush()
    if not done:
        raise typer.Exit(1)
    command = shlex.quote(str(Path(sys.executable).with_name("tracker")))
    database = f"TRACKER_DATABASE=sqlite:///{shlex.quote(str(folder / 'demo.db'))}"
    echo(f"Next: {database} {command} show 1")
    echo(f"To read in a browser: {database} {command} serve, then open http://127.0.0.1:8420/")
