"""Name every command with its module and its summary, so that `tracker --help` need not import them."""

from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup
from typer.main import get_group

COMMANDS = {
    "crawl": (
        "crawl",
        "Fetch new pages of sources, and pages that are due for a second look. Exit code 1: a source failed.",
    ),
    "read": ("read", "Read the pages and documents that the current rules have not read yet."),
    "verify": (
        "verify",
        "Compute everything from the stored pages again, in memory, and compare. Exit code 1: something differs.",
    ),
    "news": (
        "news",
        "Print what was announced since you last asked, or in the last 7 days, newest first, one row per story.",
    ),
    "search": (
        "search",
        "Search titles and texts of all documents, Chinese and English; print those with the words in the title first.",
    ),
    "timeline": ("timeline", "Print the announcements of initiatives and their children, oldest first."),
    "deadlines": (
        "deadlines",
        "Print coming dates of papers and targets: ends of comment periods, entry into force, expiry, target years.",
    ),
    "development": (
        "development",
        "Show where an initiative stands: state and phases with their proof, silences, targets and results as series.",
    ),
    "compare": ("compare", "Show the acts of several initiatives on one axis of time, and where each stands."),
    "numbers": (
        "development",
        "Show, by issuer and year, which numbered papers are stored, which others are cited, and which are missing.",
    ),
    "discover": (
        "discover",
        "Propose initiatives: names that are new in a period, by default the last year, and not in the catalogue.",
    ),
    "show": (
        "show",
        "Show an announcement with quotes, reports and a citation, or an address with its document and stored pages.",
    ),
    "explain": (
        "explain",
        "Explain how a document, announcement or text was read: terms, rules, and the answer without each rule.",
    ),
    "rules": ("rules", "Show which reading rules apply to a sentence, and add one."),
    "correct": ("correct", "Correct an announcement; the correction outlasts new readings until it is undone."),
    "join": ("correct", "Join two stories into one, as reports of one event."),
    "part": (
        "correct",
        "Part two documents of one story; each other document stays with the one that it resembles more.",
    ),
    "corrections": ("correct", "List corrections, newest first, or undo one."),
    "health": (
        "health",
        "Show the state of every source. Exit code 1: a source is not well, except with --tell.",
    ),
    "daemon": (
        "daemon",
        "Crawl, read and send on schedule, until SIGTERM or Ctrl-C.",
    ),
    "serve": (
        "serve",
        "Serve pages in a browser, the API, the links in mails, /health and /metrics, until SIGTERM or Ctrl-C.",
    ),
    "mcp": (
        "mcp",
        "Answer an assistant over the Model Context Protocol, on standard input and output: six tools that only read.",
    ),
    "import": (
        "archive",
        "Store pages from files as if they had been crawled; `tracker read` then reads them.",
    ),
    "backfill": (
        "backfill",
        "Store those pages of web archives that name an initiative; `tracker read` then reads them.",
    ),
    "diff": (
        "archive",
        "Show what changed between the stored copies of a page. Exit code 1: something changed.",
    ),
    "clean-up": (
        "upkeep",
        "Delete expired records that nothing uses; pages, documents, alerts and deliveries stay. The daemon runs it.",
    ),
    "backup": ("upkeep", "Copy the SQLite database to a file while it is in use. For PostgreSQL, use pg_dump."),
    "db": ("databases", "Show the size of the database, check it, or copy it to another one."),
    "extract": (
        "extract",
        "Print title, date, publisher and text of a saved page, or of each page of a batch, as JSON lines.",
    ),
    "analyze": (
        "extract",
        "Print the mentions and the story of each record of a JSON-lines file, as JSON lines. Nothing is stored.",
    ),
    "demo": ("demo", "Crawl bundled replicas of five sites, read them, print a timeline, and show the alert e-mail."),
    "export": ("export", "Write stored pages, and what is known from them, to files."),
    "alerts": ("alerts", "Manage alerts: add, preview and change them, send mails, and see what was delivered."),
    "initiatives": ("initiatives", "List the catalogue, with the number of announcements; check its terms."),
    "sources": ("sources", "List the sources; check whether they work; add one."),
}
"""All commands of `tracker`: the module of each in this folder, and the first sentence of its help."""


class Catalogue(TyperGroup):
    """The commands of `tracker`. Each is imported when it is requested; listing them imports none."""

    def __init__(self, **attributes: Any) -> None:
        super().__init__(**attributes)
        self.commands = LOADED  # type: ignore[assignment] # nothing writes to it
        self._listing = False

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002 - the base class has it
        """Return the names, in the order in which help shows them."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """Return the command, or only its name and summary while commands are listed."""
        if self._listing and cmd_name in COMMANDS:
            return TyperCommand(cmd_name, help=COMMANDS[cmd_name][1])
        return super().get_command(ctx, cmd_name)

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the help from the summaries."""
        self._listing = True
        super().format_help(ctx, formatter)

    def shell_complete(self, ctx: Any, incomplete: str) -> Any:
        """Complete from names and summaries."""
        self._listing = True
        return super().shell_complete(ctx, incomplete)


class _Commands(Mapping[str, Any]):
    """Commands by name, created on request: once in a process, since modules add to groups that last as long."""

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


LOADED = _Commands()
"""The same commands, loaded."""
