"""`tracker alerts`: manages who is notified of what and how often, and shows what became of it."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from tracker.cli.alert_options import Asked, asking, refuse_idle, weekday
from tracker.cli.forms import PEOPLE, Bom, Format, give, give_one
from tracker.cli.frame import LARGEST, Complaint, database, declared, print_rows, settings
from tracker.cli.output import echo

if TYPE_CHECKING:
    from sqlmodel import Session

    from db.models import Alert
    from tracker.alerts.matching.preview import Preview
    from tracker.alerts.matching.rules import Rule
    from tracker.contract.models.row import Row

app = typer.Typer(
    help="Manage alerts: add, preview and change them, send mails, and see what was delivered.", no_args_is_help=True
)


def add_to(commands: typer.Typer) -> None:
    """Add the commands to the app."""
    from tracker.cli import mailbox, recipients, sending, tokens

    for one in (sending, recipients, mailbox, tokens):
        one.add_to(app)
    commands.add_typer(app, name="alerts")


LISTED = ("id", "name", "recipient", "channel", "when", "rule", "note")
PREVIEWED = ("day", "initiative", "act", "headline", "why")
MOST_WEEKS = 13
Number = Annotated[int, typer.Argument(help="The alert's number.", max=LARGEST)]


@app.command("add")
@asking
def add(
    recipient: Annotated[
        str,
        typer.Argument(help="An e-mail address, a web address, an Apprise URL, or a folder, depending on --channel."),
    ],
    asked: Asked,
    confirmed: Annotated[bool, typer.Option("--confirmed", help="Do not ask the address to confirm first.")] = False,
) -> None:
    """Add an alert. A rule that could never match is refused, and an e-mail address is asked to confirm first.

    An alert with the recipient, rule and times of an existing one is refused, too.
    """
    from db.engine import writing
    from db.masking import masked
    from tracker.alerts.compose.filters import when
    from tracker.alerts.subscriptions.recipients import held_up_by
    from tracker.alerts.subscriptions.subscribe import subscribe

    alert, rule = asked.alert(recipient)
    with writing(database(write=True)) as session:
        _refuse_twin(session, alert, rule)
        stored = subscribe(session, alert, rule, confirmed=confirmed)
        held_up = held_up_by(session, stored)
    echo(f"alert {stored.id} reports to {masked(stored.recipient)} {when(stored, 'en')}: {_in_words(stored.rule)}")
    if held_up:
        echo(f"tracker: {held_up}", err=True)


@app.command("list")
def list_(format_: Format = "table", bom: Bom = False) -> None:
    """List the alerts in force."""
    from db.engine import reading
    from db.queries import alerts as queries
    from tracker.contract.rows.standing_alerts import alert_row

    with reading(database()) as session:
        rows = [alert_row(alert) for alert in queries.alerts(session)]
    if format_ in PEOPLE:
        print_rows([_shown(row) for row in rows], LISTED, format_)
    else:
        give(rows, "alerts", format_, bom=bom)


@app.command("edit")
def edit(
    alert: Number,
    rate: Annotated[str | None, typer.Option(help="immediate, daily, weekly or monthly.")] = None,
    hour: Annotated[int | None, typer.Option(help="When digests are sent, 0 to 23.")] = None,
    day: Annotated[str | None, typer.Option("--weekday", help="When weekly digests are sent.")] = None,
    zone: Annotated[str | None, typer.Option(help="The recipient's time zone.")] = None,
    quiet: Annotated[str | None, typer.Option(help="Hours without any mail, such as 22-7, or none.")] = None,
    most: Annotated[int | None, typer.Option(help="Immediate mails per day; 0 for the default.")] = None,
    mail_language: Annotated[str | None, typer.Option(help="The language of the mails: en or zh.")] = None,
    note: Annotated[str | None, typer.Option(help="Why you follow this.")] = None,
    name: Annotated[str | None, typer.Option(help="A name for the alert.")] = None,
) -> None:
    """Change when and how an alert reports. For another rule, add another alert."""
    from db.models import now
    from tracker.alerts.subscriptions import subscribe
    from tracker.cli.alert_changes import changed_words

    given = {"rate": rate, "hour": hour, "zone": zone, "language": mail_language, "note": note, "name": name}
    changes: dict[str, Any] = {key: value for key, value in given.items() if value is not None}
    if day is not None:
        changes["weekday"] = weekday(day)
    if quiet is not None:
        changes["quiet"] = None if quiet == "none" else quiet
    if most is not None:
        changes["most"] = most or None
    if not changes:
        raise Complaint("no change is given; `tracker alerts edit --help` lists the options")

    def change(session: "Session", stored: "Alert") -> str:
        refuse_idle(rate or stored.rate, hour=hour, weekday=day)
        return changed_words(stored, subscribe.edit(session, stored, now(), **changes))

    _change(alert, change)


@app.command("pause")
def pause(alert: Number) -> None:
    """Pause an alert. What is announced until it is unpaused is not reported, not even later."""
    from db.models import now
    from db.store.alerts import pause_alert

    _change(alert, lambda session, stored: "is paused" if pause_alert(session, stored, now()) else "was paused before")


@app.command("unpause")
def unpause(alert: Number) -> None:
    """Resume a paused alert. It reports what is announced from now on."""
    from db.models import now
    from db.store.alerts import resume_alert

    _change(alert, lambda session, stored: "is resumed" if resume_alert(session, stored, now()) else "was not paused")


@app.command("remove")
def remove(alert: Number) -> None:
    """End an alert. Its record stays."""
    from db.store.alerts import remove_alert

    def end(session: "Session", stored: "Alert") -> str:
        remove_alert(session, stored)
        return "is removed"

    _change(alert, end)


@app.command("preview")
@asking
def preview(
    asked: Asked,
    recipient: Annotated[str | None, typer.Argument(help="The recipient; it does not change the preview.")] = None,
    days: Annotated[int, typer.Option(min=1, max=3660, help="How far to look back.")] = 30,
    format_: Annotated[Literal["table", "json"], typer.Option("--format", help="Output format.")] = "table",
) -> None:
    """Show what an alert would have reported in the last days, and in how many mails, before you add it."""
    from db.engine import reading
    from tracker.alerts.matching.preview import preview

    alert, rule = asked.alert(recipient)
    with reading(database()) as session:
        seen = preview(session, rule, declared(), days, alert=alert, most=settings().immediate_most)
    if format_ == "json":
        give_one(_told(seen), "alerts-preview")
        return
    print_rows(seen.samples, PREVIEWED, format_)
    _say(seen)


def _refuse_twin(session: "Session", alert: "Alert", rule: "Rule") -> None:
    """Complain if an equal alert exists already, and name alerts that report the same at other times."""
    from db.masking import masked
    from tracker.alerts.subscriptions.duplicates import twins

    alike, otherwise = twins(session, alert, rule)
    if alike:
        change = f"`tracker alerts edit {alike[0].id}` changes when and how it reports"
        paused = f"it is paused, and `tracker alerts unpause {alike[0].id}` resumes it; " if alike[0].paused_at else ""
        raise Complaint(
            f"alert {alike[0].id} already reports the same to {masked(alike[0].recipient)}; {paused}{change}"
        )
    for other in otherwise:
        echo(f"tracker: alert {other.id} reports the same to {masked(other.recipient)}, {other.rate}", err=True)


def _change(id_: int, change: "Callable[[Session, Alert], str]") -> None:
    """Change an existing alert in one transaction, and print what `change` says of it.

    Complain if the alert does not exist.
    """
    from db.engine import writing
    from db.models import Alert

    with writing(database(write=True)) as session:
        stored = session.get(Alert, id_)
        if stored is None or stored.removed_at:
            raise Complaint(f"there is no alert {id_}; `tracker alerts list` lists them")
        try:
            done = change(session, stored)
        except ValueError as error:
            raise Complaint(str(error)) from error
    echo(f"alert {id_} {done}")


def _shown(row: "Row") -> dict[str, Any]:
    """Return an alert as shown to people, with its rule in words."""
    told = row.plain()
    return {**told, "rule": _in_words(told["rule"])}


def _in_words(rule: "Mapping[str, Any]") -> str:
    from tracker.alerts.compose.filters import filters

    return "; ".join(filters(rule, declared(), "en"))


def _told(seen: "Preview") -> dict[str, Any]:
    """Return a preview as a program reads it."""
    whole = {name: getattr(seen, name) for name in ("days", "what", "told", "seen", "a_week", "summary")}
    weeks = [{"until": until, "count": count} for until, count in seen.weeks]
    mails = {rate: mails._asdict() for rate, mails in seen.mails.items()}
    return {**whole, "weeks": weeks, "mails": mails, "samples": seen.samples}


def _say(seen: "Preview") -> None:
    """Print the figures of a preview besides its samples."""
    echo(seen.summary, err=True)
    if not seen.told:
        return
    if len(seen.samples) < seen.told:
        echo(f"these are the newest {len(seen.samples)} of {seen.told}; a smaller --days shows fewer", err=True)
    newest = seen.weeks[-MOST_WEEKS:]
    echo(f"by week, the newest last: {', '.join(str(count) for _, count in newest)}", err=True)
    mails = [f"{rate} {one.alone + one.digests}" for rate, one in seen.mails.items()]
    digests = seen.mails["immediate"].digests
    folded = f" ({digests} of the immediate ones are digests)" if digests else ""
    echo(f"mails at each rate: {', '.join(mails)}{folded}", err=True)
