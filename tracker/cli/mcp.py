"""`tracker mcp`: answers assistants over standard input and output."""

import sys

import typer

from tracker.cli.frame import Complaint, database, declared, settings
from tracker.cli.output import echo


def add_to(app: typer.Typer) -> None:
    """Add the command to the app."""
    app.command("mcp")(mcp_)


def mcp_() -> None:
    """Answer an assistant over the Model Context Protocol, on standard input and output: six tools that only read."""
    from importlib.util import find_spec

    if find_spec("mcp") is None:
        raise Complaint("`tracker mcp` needs mcp: pip install 'policy-initiative-tracker[mcp]'")
    from tracker.mcp.server import make_server

    server = make_server(database(), declared(), str(settings().public_url or "").rstrip("/"))
    if sys.stdin.isatty():
        echo("tracker: an assistant starts this command and sends it JSON; Ctrl-D ends it", err=True)
    server.run("stdio")
