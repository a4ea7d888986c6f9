"""`tracker show`: shows one announcement with its proof, or one address with what we have of it."""

import sys
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from tracker.cli.forms import cite, give_one
from tracker.cli.frame import Complaint, database, declared
from tracker.listing_commands import ADDRESSES, NUMBERS

if TYPE_CHECKING:
    from sqlmodel import Session

    from config import Config
    from tracker.cli.screen.prose import Page

# No database of ours has a higher number, and some cannot be queried for one.
LONGEST_NUMBER = 9


def add_to(app: typer.Typer) -> None:
    """Add the command to the app."""
    app.command("show")(show_)


def show_(
    what: Annotated[str, typer.Argument(help="An announcement's number, a document's URL, or a paper's number.")],
    page: Annotated[bool, typer.Option("--page", help="Write the newest stored page, byte for byte.")] = False,
    format_: Annotated[
        Literal["text", "json", "bibtex", "ris"],
        typer.Option("--format", help="Output format; bibtex and ris are references."),
    ] = "text",
) -> None:
    """Show an announcement with quotes, reports and a citation, or an address with its document and stored pages."""
    from db.engine import reading
    from tracker.views import proof

    config = declared()
    with reading(database()) as session:
        number = int(what) if what.isdecimal() and len(what) <= LONGEST_NUMBER else None
        number = proof.of_paper(session, what) if number is None and "://" not in what else number
        told = proof.address(session, what) if number is None else proof.announcement(session, config, number)
        if told is None:
            raise Complaint(f"nothing is stored under {what!r}; {ADDRESSES} lists numbers and addresses")
        if page:
            if sys.stdout.isatty():
                raise Complaint(
                    "a page is written byte for byte, and a terminal may act on its control characters; add `> FILE`"
                )
            _write(proof.newest_content(session, told["url"]))
        elif format_ == "text":
            _page(session, config, told).print()
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
        raise Complaint(f"--format {form} cites announcements; give the number of one; {NUMBERS} lists them")
    told = reading(session, url)
    if told:
        give_one(told, "show-address")


def _write(content: bytes) -> None:
    typer.get_binary_stream("stdout").write(content)


def _page(session: "Session", config: "Config", told: dict[str, Any]) -> "Page":
    from db.queries.timeline import announcement_with_document
    from tracker.cli.screen import proof as screen
    from tracker.contract.formats.citations import plainly
    from tracker.contract.rows.announcements import announcements
    from tracker.views.quotes import quotes

    found = announcement_with_document(session, told["announcement"]) if "announcement" in told else None
    if found is None:
        return screen.document_page(told, config)
    (row,) = announcements(session, config, [found[0]])
    return screen.announcement_page(told, quotes(session, found[0]), found[0].figures, plainly(row), config)
