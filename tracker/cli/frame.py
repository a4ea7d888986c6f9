"""Provide what every command needs: settings, declarations, the database, and rows printed for people."""

import errno
import sys
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

from tracker.cli.output import echo

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Engine

    from config import Config
    from config.settings import Settings

Name = TypeVar("Name", bound=str)
Rows = Sequence[Mapping[str, Any]]
MOST_NAMES = 60
LARGEST = 2**31 - 1
"""The largest row number that every database supports."""


class Complaint(Exception):  # noqa: N818 - what it is to the user
    """Input that a command cannot take. Its text is one line that says what is wrong, where, and how to correct it."""


@cache
def settings() -> "Settings":
    """Return the installation's settings, which are read once."""
    from config.settings import read_settings

    return read_settings()


def declared() -> "Config":
    """Return the declarations of what we watch."""
    from config import load

    return load(settings().config)


def database(*, write: bool = False, new: bool = False, older: bool = False) -> "Engine":
    """Return the installation's database, read-only unless `write`; its connections are closed when the process ends.

    With `write`, it is created if the settings allow that or it may be `new`, and its tables are upgraded. For reading
    it must exist, and it must not be `older` than this program unless that is allowed.
    """
    import atexit

    from db.address import address_of, is_in_memory, shown
    from db.engine import MissingError, open_database, open_to_read

    chosen = settings()
    if is_in_memory(address := address_of(chosen.database)):
        raise Complaint(f"database {shown(address)} is not a file; write sqlite:///FILE")
    try:
        if write:
            engine = open_database(chosen.database, new=new or chosen.begins_database)
        else:
            engine = open_to_read(chosen.database, older=older)
    except MissingError as error:
        # Where no database may be created, as under a daemon, a missing one may come back.
        if chosen.new_database is False:
            raise
        usual = "`tracker crawl` creates it, `tracker demo` makes one to look at"
        if not chosen.database.startswith("sqlite"):
            raise Complaint(f"{error}; create it with createdb, or name another in TRACKER_DATABASE") from error
        named = "name another in TRACKER_DATABASE, or create it with --new of `tracker crawl`, `import` or `daemon`"
        raise Complaint(f"{error}; {usual if chosen.begins_database else named}") from error
    atexit.register(engine.dispose)
    return engine


def day(value: str | None) -> date | None:
    """Read an option that is a day, or complain."""
    from tracker.text.calendar_years import CALENDAR

    try:
        found = date.fromisoformat(value) if value else None
    except ValueError as error:
        raise Complaint(f"{value!r} is not a day; write YYYY-MM-DD, such as 2025-08-26") from error
    if found and found.year not in CALENDAR:
        raise Complaint(f"{value!r} is out of range; write a day from {CALENDAR[0]} to {CALENDAR[-1]}")
    return found


def host_of(url: str) -> str:
    """Return the host of a web address, or complain."""
    from urllib.parse import urlsplit

    from pydantic import TypeAdapter, ValidationError

    from config.schema.source import WebAddress

    try:
        return urlsplit(TypeAdapter(WebAddress).validate_python(url)).hostname or ""
    except ValidationError as error:
        raise Complaint(f"{url!r} is not a web address; write http:// or https:// and a host") from error


def unwritable(place: "Path", error: OSError) -> Exception:
    """Return what to raise if a file or folder cannot be written: a full disk is no fault of the input."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return error
    return Complaint(f"{place}: cannot be written: {error.strerror}")


def one_of(value: str, known: Collection[Name], what: str) -> Name:
    """Return `value` if it is known, or complain and name the nearest known one."""
    import difflib

    for name in known:
        if name == value:
            return name
    near = difflib.get_close_matches(value, [str(name) for name in known], 3)
    hint = f"did you mean {' or '.join(near)}?" if near else choice(known)
    raise Complaint(f"no {what} is called {value!r}; {hint}")


def choice(known: Collection[str]) -> str:
    """Return a hint with the names that are known, or the first of many."""
    shown = ", ".join(sorted(map(str, known))[:MOST_NAMES])
    return f"choose from {shown}{f' and {len(known) - MOST_NAMES} more' if len(known) > MOST_NAMES else ''}"


def print_rows(rows: Rows, columns: Sequence[str], form: str, title: str = "") -> None:
    """Print `columns` of rows for people, as a table or in Markdown to paste. `tracker.cli.forms` is for programs."""
    if form == "markdown":
        _print_markdown(rows, columns)
    else:
        _print_table(rows, columns, title)


def _print_markdown(rows: Rows, columns: Sequence[str]) -> None:
    """Print a table as GitHub and most editors read it; text from elsewhere cannot add markup."""
    from tracker.cli.screen.plain import cell_words
    from tracker.text.markdown import markdown_cell

    echo(f"| {' | '.join(columns)} |")
    echo(f"|{' --- |' * len(columns)}")
    for row in rows:
        echo(f"| {' | '.join(markdown_cell(cell_words(row.get(column))) for column in columns)} |")


def _print_table(rows: Rows, columns: Sequence[str], title: str) -> None:
    from tracker.cli.screen import console, plain

    if not console.is_laid_out():
        echo("\n".join(plain.lines(rows, columns)))
        return
    from tracker.cli.screen import lines, tables

    head = [lines.text(title, "bold")] if title else []
    console.show(*head, tables.from_rows(rows, columns, console.console().width))


@contextmanager
def progress(what: str) -> Iterator[Callable[[int, int], None]]:
    """Show a progress bar on standard error on a terminal, and nothing under cron."""
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True, disable=not sys.stderr.isatty()) as bar:
        task = bar.add_task(what, total=None)
        yield lambda done, of: bar.update(task, completed=done, total=of)
