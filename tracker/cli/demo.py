"""`tracker demo`: runs the whole job on bundled replica sites."""

import typer

from tracker.cli.output import echo

GO_ON = ("timeline ai-plus", "news --since 2026", "show 国发〔2025〕11号", "serve")


def add_to(app: typer.Typer) -> None:
    """Add the command to the app."""
    app.command("demo")(demo_)


def demo_() -> None:
    """Crawl bundled replicas of five sites, read them, print a timeline, and show the alert e-mail."""
    import sys

    from platformdirs import user_data_path

    from config.settings import NAME
    from tracker.demo.show import demonstrate

    done = demonstrate(user_data_path(NAME, ensure_exists=True), echo)
    sys.stdout.flush()
    if not done:
        raise typer.Exit(1)
    echo("\n".join(("Continue with this data; none of these commands needs the internet:", *_next())))


def _next() -> list[str]:
    """Return the commands to try next. Where needed, the first one makes the others known to the shell."""
    import shutil
    import sys
    from pathlib import Path

    activate = Path(sys.executable).with_name("activate")
    unknown = shutil.which("tracker") is None and activate.exists()
    shown = activate.relative_to(Path.cwd()) if activate.is_relative_to(Path.cwd()) else activate
    return [f"  source {shown}"] * unknown + [f"  tracker --demo {command}" for command in GO_ON]
