"""`tracker show`: one announcement with its proof, or one address with what we have of it."""

import sys
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from tracker.cli.forms import cite, give_one
from tracker.cli.frame import Complaint, database, declared
from tracker.cli.output import echo

if TYPE_CHECKING:
    from sqlmodel import Session

# No database of ours numbers further, and some cannot be asked about more.
LONGEST_NUMBER = 9


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    app.command("show")(show_)


def show_(
    what: Annotated[str, typer.Argument(help="An announcement's number (see timeline), or a document's URL.")],
    page: Annotated[bool, typer.Option("--page", help="Write the newest stored page, byte for byte.")] = False,
    format_: Annotated[
        Literal["text", "json", "bibtex", "ris"], typer.Option("--format", help="How to print; bibtex and ris cite.")
    ] = "text",
) -> None:
    """Show an announcement: quote, members, stored pages. Show a URL: its document, mentions, pages."""
    from db.engine import reading
    from tracker.views import proof

    with reading(database()) as session:
        number = int(what) if what.isdecimal() and len(what) <= LONGEST_NUMBER else None
        told = proof.address(session, what) if number is None else proof.announcement(session, declared(), number)
        if told is None:
            raise Complaint(f"nothing is stored of {what!r}; `tracker timeline` lists numbers and addresses")
        if page:
            if sys.stdout.isatty():
                raise Complaint("a page is written byte for byte, which a terminal may obey; add `> FILE`")
            _write(proof.newest_content(session, told["url"]))
        elif format_ == "text":
            echo(_text(told))
        elif number is None:
            _give_address(session, what, format_)
        else:
            _give_announcement(session, number, format_)


def _give_announcement(session: "Session", number: int, form: str) -> None:
    from tracker.contract.rows.announcements import proof

    told = proof(session, declared(), number)
    if told:
        give_one(told, "show-announcement") if form == "json" else cite([told], form)


def _give_address(session: "Session", url: str, form: str) -> None:
    from tracker.contract.rows.documents import reading

    if form != "json":
        raise Complaint(f"--format {form} cites announcements; give the number of one, as `tracker timeline` lists it")
    told = reading(session, url)
    if told:
        give_one(told, "show-address")


def _write(content: bytes) -> None:
    typer.get_binary_stream("stdout").write(content)


def _text(told: dict[str, Any], indent: str = "") -> str:
    lines = []
    for name, value in told.items():
        if isinstance(value, list) and value and isinstance(value[0], dict):
            lines.append(f"{indent}{name}:")
            lines += [_text(item, indent + "    ") + "\n" for item in value]
        elif value not in (None, "", []):
            lines.append(f"{indent}{name}: {value}")
    return "\n".join(lines).rstrip()
