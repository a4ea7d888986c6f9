"""Names every command with its module and its summary, so that `tracker --help` need not import them."""

from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup
from typer.main import get_group

COMMANDS = {
    "crawl": (
        "crawl",
        "Crawl sources for pages that are new, or due for a second look. Exit code 1 tells that a source failed.",
    ),
    "read": ("read", "Read the pages, and the documents, that the present rules have not read yet."),
    "verify": (
        "verify",
        "Compute everything from the stored pages once more, in memory, and compare; exit code 1 if anything differs.",
    ),
    "news": (
        "news",
        "Print what was announced since you asked last, or in 7 days, newest first, a row a story.",
    ),
    "search": (
        "search",
        "Search titles and texts of all documents, Chinese and English; print those that hold the words, best first.",
    ),
    "timeline": ("timeline", "Print the announcements of initiatives and their children, oldest first."),
    "deadlines": (
        "deadlines",
        "Print the dates to come that papers and targets state: comments, in force, expiry, target years.",
    ),
    "development": (
        "development",
        "Tell where an initiative stands: state and phases with their proof, silences, series of targets and results.",
    ),
    "numbers": (
        "development",
        "Tell, by issuer and year, which numbered documents we have, which others are named, which are missing.",
    ),
    "discover": (
        "discover",
        "Propose initiatives that the catalogue lacks: names that are new in a time, against all that was before.",
    ),
    "show": ("show", "Show an announcement: quote, members, stored pages. Show a URL: its document, mentions, pages."),
    "explain": (
        "explain",
        "Explain what we say of a document, an announcement or a text: terms, rules, and the answer without each rule.",
    ),
    "health": (
        "health",
        "Tell how every source is. Exit code 1 tells that one of them is not well, where nobody else is told.",
    ),
    "daemon": (
        "daemon",
        "Crawl each source in its own rhythm, read what came home, send what is due; until SIGTERM or Ctrl-C.",
    ),
    "serve": (
        "serve",
        "Serve the pages to read, the links in our mails, /health and /metrics, until SIGTERM or Ctrl-C.",
    ),
    "import": (
        "archive",
        "Store the pages of files as if they had been crawled; `tracker read` then reads them.",
    ),
    "backfill": (
        "backfill",
        "Store those pages of web archives that name an initiative; `tracker read` then reads them.",
    ),
    "diff": (
        "archive",
        "Show what changed between the pages that an address answered with. Exit code 1 tells that something did.",
    ),
    "clean-up": (
        "upkeep",
        "Drop what nobody asks for any more; pages, documents, alerts and deliveries stay. The daemon does it daily.",
    ),
    "backup": ("upkeep", "Copy the SQLite database into a file, while it is in use; for PostgreSQL there is pg_dump."),
    "db": ("databases", "The database itself: how large it is, whether it is sound, a copy of it on another."),
    "extract": (
        "extract",
        "Print title, date, publisher and text of a saved page, or of each page of a batch, a JSON line each.",
    ),
    "analyze": (
        "extract",
        "Print the mentions and the story of each record of a JSON-lines file, a line each; stores nothing.",
    ),
    "demo": ("demo", "Crawl bundled replicas of five sites, read them, print a timeline, and show the alert e-mail."),
    "export": ("archive", "Put stored pages into files."),
    "alerts": ("alerts", "Alerts: who is told of what, how often, and what became of it."),
    "initiatives": ("initiatives", "The catalogue, how much we have of each, and what their terms hit."),
    "sources": ("sources", "Sources: the list of them, without a command; whether one works now; how one is added."),
}
"""What `tracker` can do: a command's module in this folder, and the first sentence of its help."""


class Catalogue(TyperGroup):
    """The commands of `tracker`; each is imported when it is asked for, and none to list them."""

    def __init__(self, **attributes: Any) -> None:
        super().__init__(**attributes)
        self.commands = _Commands()  # type: ignore[assignment] # nothing writes to it
        self._listing = False

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002 - the base class has it
        """The names, in the order in which help shows them."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """The command, or, while commands are listed, its name and summary."""
        if self._listing and cmd_name in COMMANDS:
            return TyperCommand(cmd_name, help=COMMANDS[cmd_name][1])
        return super().get_command(ctx, cmd_name)

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the help from summaries."""
        self._listing = True
        super().format_help(ctx, formatter)

    def shell_complete(self, ctx: Any, incomplete: str) -> Any:
        """Complete from names and summaries."""
        self._listing = True
        return super().shell_complete(ctx, incomplete)


class _Commands(Mapping[str, Any]):
    """Commands by name, made when they are asked for."""

    def __init__(self) -> None:
        self._made: dict[str, Any] = {}

    def __getitem__(self, name: str) -> Any:
        if name not in self._made:
            app = typer.Typer()
            import_module(f"tracker.cli.{COMMANDS[name][0]}").add_to(app)
            self._made |= get_group(app).commands
        return self._made[name]

    def __iter__(self) -> Iterator[str]:
        return iter(COMMANDS)

    def __len__(self) -> int:
        return len(COMMANDS)
