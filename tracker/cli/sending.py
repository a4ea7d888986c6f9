"""`tracker alerts send`, `log`, `check`, `release`: sends what is due, and proves what became of it."""

import sys
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from tracker.cli.forms import PEOPLE, Bom, Format, give, give_one
from tracker.cli.frame import LARGEST, Complaint, database, declared, print_rows, settings
from tracker.cli.output import echo
from tracker.cli.recipients import known, no_recipient
from tracker.listing_commands import NUMBERS
from tracker.text.plurals import plural

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import timedelta

    from sqlmodel import Session

LOGGED = ("announcement", "recipient", "state", "sent_at", "message_id", "answer", "tried")
# What became of mails, in words, and in the order in which it is printed.
OUTCOMES = {
    "sent": "sent",
    "later": "refused for now, to be tried again",
    "away": "to be tried again when the channel works",
    "gone": "kept for a suspended recipient",
    "held": "held by the brake",
    "never": "permanently refused",
}
UNITS = {"m": "minutes", "h": "hours", "d": "days"}


def add_to(app: typer.Typer) -> None:
    """Add the commands to the app."""
    for command in (send, log, check, release):
        app.command()(command)


def send(
    format_: Annotated[Literal["text", "json"], typer.Option("--format", help="Output format.")] = "text",
) -> None:
    """Send what is due. Exit code 1: a mail was refused, is held back or could not be delivered to the server.

    After SIGTERM, mails that are being sent are finished, and no others are begun.
    """
    import signal
    from threading import Event

    from tracker.alerts.delivery.sender import send

    stopped = Event()
    signal.signal(signal.SIGTERM, lambda *_: stopped.set())
    outcomes = send(database(write=True), declared(), settings(), stopped=stopped)
    if format_ == "json":
        give_one(outcomes, "alerts-send")
    elif outcomes:
        echo(outcome_words(outcomes))
    else:
        echo("nothing is due")
    _tell_of_brake()
    raise typer.Exit(any(outcome != "sent" for outcome in outcomes))


def log(
    announcement: Annotated[int | None, typer.Option(help="Only this announcement.", max=LARGEST)] = None,
    recipient: Annotated[str | None, typer.Option(help="Only to this recipient.")] = None,
    format_: Format = "table",
    bom: Bom = False,
) -> None:
    """Show what became of each delivery: when it was sent, in which message, with what response, or why it was not.

    The exit code is 1 if the given announcement or recipient is not known.
    """
    from db.engine import reading
    from tracker.alerts.delivery.record import record

    with reading(database()) as session:
        unknown = _unknown(session, announcement, recipient)
        rows = [] if unknown else record(session, announcement, recipient, declared())
    if format_ not in PEOPLE:
        give(rows, "alerts-log", format_, bom=bom)
    elif not unknown:
        print_rows([{**row, "tried": _tried(row)} for row in rows], LOGGED, format_)
    if unknown:
        echo(f"tracker: {unknown}", err=True)
    raise typer.Exit(bool(unknown))


def check(
    since: Annotated[str, typer.Option(help="How far to look back, such as 2d or 36h.")] = "2d",
    until: Annotated[str, typer.Option(help="How long a mail may take, such as 1h or 30m.")] = "1h",
    tell: Annotated[
        bool, typer.Option("--tell", help="Also record differences and notify operators, as the daemon does.")
    ] = False,
    format_: Format = "table",
    bom: Bom = False,
) -> None:
    """Compare what alerts should have reported, computed again, with what was delivered. Exit code 1: they differ."""
    from db.engine import reading, writing
    from db.models import now
    from tracker.alerts.delivery import check as checks

    window = checks.Window(now(), _span(since), _span(until))
    if window.until >= window.since:
        raise Complaint(
            f"--until {until} is not shorter than --since {since}, so no time is left to check; change one of them"
        )
    engine, config = database(write=tell), declared()
    with reading(engine) as session:
        found = checks.check(session, config, window)
    if tell:
        with writing(engine) as session:
            checks.tell(session, found, window.at)
    if format_ == "table":
        for difference in found:
            echo(str(difference))
        # Only for people: cron would mail a line to its owner at each run.
        if not found and sys.stdout.isatty():
            echo(f"every alert that was due from {since} to {until} ago was delivered, or waits for a valid reason")
    elif format_ in PEOPLE:
        print_rows([one.row() for one in found], tuple(checks.ROW), format_)
    else:
        give((one.row() for one in found), "alerts-check", format_, bom=bom)
    raise typer.Exit(bool(found))


def release(
    recipient: Annotated[str | None, typer.Argument(help="Only what waits for this recipient.")] = None,
) -> None:
    """Send what the emergency brake holds back. As many mails as it allows in a day may be sent from now on."""
    from db.engine import writing
    from db.models import now
    from db.store.outbox import release

    with writing(database(write=True)) as session:
        if recipient is not None:
            known(session, recipient)
        count = release(session, recipient, now())
    echo(f"{plural(count, 'delivery', 'deliveries')} released" if count else "the brake holds no deliveries")


def outcome_words(outcomes: "Mapping[str, int]") -> str:
    """Return how many mails were sent, and what became of the others."""
    return "; ".join(f"{outcomes[name]} {words}" for name, words in OUTCOMES.items() if outcomes.get(name))


def _unknown(session: "Session", announcement: int | None, recipient: str | None) -> str | None:
    """Return why a log is empty whatever was delivered: nothing is stored under the number or the address."""
    from db.models import Announcement
    from db.queries.checking import alerts_to
    from db.queries.recipients import named

    if announcement is not None and session.get(Announcement, announcement) is None:
        return f"there is no announcement {announcement}; {NUMBERS} lists their numbers"
    if recipient is not None and not named(session, recipient) and not alerts_to(session, recipient):
        return no_recipient(recipient)
    return None


def _tell_of_brake() -> None:
    from db.engine import reading
    from db.queries.brake import braked

    with reading(database()) as session:
        held = braked(session)
    if held:
        waiting = plural(held, "delivery", "deliveries")
        echo(f"tracker: the brake holds {waiting}; `tracker alerts release` sends what it holds", err=True)


def _tried(row: "Mapping[str, Any]") -> str:
    """Return every attempt of a delivery, one a line."""
    from tracker.cli.screen.times import moment_words

    return "\n".join(
        f"{moment_words(one['at'])} {one['server'] or one['outcome']}: {one['answer']}"
        + (f" ({one['times']} times until {moment_words(one['last_at'])})" if one["times"] > 1 else "")
        for one in row["tries"]
    )


def _span(text: str) -> "timedelta":
    from datetime import timedelta

    number, unit = text[:-1], text[-1:]
    if not number.isdecimal() or len(number) > 5 or unit not in UNITS or int(number) > 10_000:
        raise Complaint(f"{text[:20]!r} is not a length of time; write 2d, 36h or 90m")
    return timedelta(**{UNITS[unit]: int(number)})
