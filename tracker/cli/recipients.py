"""`tracker alerts recipients`, `confirm`, `resume`: who is notified, who has confirmed, and who cannot be reached."""

from typing import TYPE_CHECKING, Annotated

import typer

from tracker.cli.forms import Bom, Format, print_or_give
from tracker.cli.frame import Complaint, database
from tracker.cli.output import echo

if TYPE_CHECKING:
    from sqlmodel import Session

    from db.models import Recipient

LISTED = ("address", "channel", "state", "since", "why", "alerts", "waiting")
Address = Annotated[str, typer.Argument(help="The address, as `tracker alerts recipients` lists it.")]


def add_to(app: typer.Typer) -> None:
    """Add the commands to the app."""
    app.command("recipients")(recipients_)
    app.command("confirm")(confirm_)
    app.command("resume")(resume_)


def recipients_(format_: Format = "table", bom: Bom = False) -> None:
    """List addresses: confirmed or not, suspended and why, and how many deliveries wait for them."""
    from db.engine import reading
    from db.models import now
    from db.queries.recipients import standing
    from tracker.alerts.subscriptions.recipients import told

    with reading(database()) as session:
        rows = [
            {**told(one.recipient, now()), "alerts": one.alerts, "waiting": one.waiting} for one in standing(session)
        ]
    print_or_give(rows, LISTED, "alerts-recipients", format_, bom=bom)


def confirm_(address: Address) -> None:
    """Confirm an address on behalf of its owner. Deliveries that waited for it are sent."""
    from db.engine import writing
    from db.masking import masked
    from db.models import now
    from tracker.alerts.subscriptions.recipients import confirm

    with writing(database(write=True)) as session:
        turned = [confirm(session, one, "the operator", now()) for one in known(session, address)]
    shown = masked(address)
    echo(f"{shown} is confirmed" if any(turned) else f"{shown} was confirmed before")


def resume_(address: Address) -> None:
    """Resume mails to a suspended or waiting address, and send what waited. (For a paused alert, use unpause.)"""
    from db.engine import writing
    from db.masking import masked
    from db.models import now
    from tracker.alerts.subscriptions.recipients import resume

    with writing(database(write=True)) as session:
        turned = [resume(session, one, now()) for one in known(session, address)]
    shown = masked(address)
    echo(f"{shown} receives mails again" if any(turned) else f"{shown} was not suspended or waiting")


def known(session: "Session", address: str) -> "list[Recipient]":
    """Return the recipients of a typed address; complain if no recipient has it."""
    from db.queries.recipients import named

    found = named(session, address)
    if not found:
        raise Complaint(no_recipient(address))
    return found


def no_recipient(address: str) -> str:
    """Say that an address is not one of a recipient."""
    from db.masking import masked

    hint = f"; to resume a paused alert, run `tracker alerts unpause {address}`" if address.isdecimal() else ""
    return f"no recipient is called {masked(address)!r}; `tracker alerts recipients` lists them{hint}"
