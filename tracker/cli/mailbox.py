"""`tracker alerts mailbox`: reads incoming mail: bounces, complaints, confirmations, requests to unsubscribe."""

from typing import Annotated, Literal

import typer

from tracker.cli.forms import give, give_one
from tracker.cli.frame import database, print_rows, settings
from tracker.cli.output import echo

READ = ("read_at", "kind", "outcome", "recipient_id", "alert_id", "message_id")
MOST_PAST = 200


def add_to(app: typer.Typer) -> None:
    """Add the command to the app."""
    app.command("mailbox")(mailbox_)


def mailbox_(
    past: Annotated[bool, typer.Option("--past", help="List how the latest mails were handled instead.")] = False,
    format_: Annotated[Literal["text", "json"], typer.Option("--format", help="Output format.")] = "text",
) -> None:
    """Read bounces, complaints, confirmations and requests to unsubscribe, and give up addresses that never confirmed.

    The exit code is 1 if the mailbox cannot be read.
    """
    from tracker.mailbox.folders import MailboxError
    from tracker.mailbox.read import read_mailbox

    if past:
        _list_past(format_)
        return
    chosen = settings()
    try:
        counts = read_mailbox(database(write=True), chosen)
    except MailboxError as error:
        echo(f"tracker: {error}", err=True)
        raise typer.Exit(1) from error
    if format_ == "json":
        give_one({kind.replace(" ", "_"): count for kind, count in counts.items()}, "alerts-mailbox")
    else:
        read = ", ".join(f"{count} {kind}" for kind, count in sorted(counts.items()))
        none = (
            "nothing new" if chosen.maildir or chosen.imap_host else "no mailbox is set: see `maildir` and `imap_host`"
        )
        echo(read or none)


def _list_past(form: Literal["text", "json"]) -> None:
    from db.engine import reading
    from db.queries.recipients import inbound

    with reading(database()) as session:
        rows = [mail.model_dump() for mail in inbound(session, MOST_PAST)]
    if form == "json":
        give(rows, "alerts-mailbox-past", "json")
    else:
        print_rows(rows, READ, "table")
