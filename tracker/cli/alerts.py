"""`tracker alerts`: who is told of what, how often, and what became of it."""

import json
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from tracker.cli.frame import Complaint, Format, database, declared, one_of, print_rows, settings

if TYPE_CHECKING:
    from db.models import Alert
    from tracker.alerts.rules import Rule

app = typer.Typer(help="Alerts: who is told of what, how often, and what became of it.", no_args_is_help=True)

Act = Literal["issued", "launched", "designated", "pledged", "progress", "mentioned"]
Tier = Literal["primary", "media"]
Language = Literal["zh", "en"]
Initiatives = Annotated[list[str] | None, typer.Option("--initiative", help="Follow it, and its children.")]
Acts = Annotated[Act, typer.Option("--act", help="This act or a stronger one.")]
Bodies = Annotated[list[str] | None, typer.Option("--body", help="Only of this issuing body, by id.")]
Sources = Annotated[list[str] | None, typer.Option("--source", help="Only what this source reported.")]
Tiers = Annotated[Tier | None, typer.Option("--tier", help="Only what primary sources, or media, told.")]
Incidents = Annotated[bool, typer.Option("--incidents", help="Tell what goes wrong with sources instead.")]
Languages = Annotated[list[str] | None, typer.Option("--language", help="Only what was told in zh, or en.")]

LANGUAGES: tuple[Language, ...] = ("zh", "en")
LISTED = ("id", "name", "recipient", "channel", "rate", "rule", "note")
LOGGED = ("announcement", "recipient", "state", "sent_at", "message_id", "answer")
PREVIEWED = ("day", "initiative", "act", "headline", "why")


@app.command("add")
def add(
    recipient: Annotated[str, typer.Argument(help="An e-mail address, or a folder for --channel file.")],
    initiative: Initiatives = None,
    act: Acts = "mentioned",
    body: Bodies = None,
    source: Sources = None,
    tier: Tiers = None,
    language: Languages = None,
    incidents: Incidents = False,
    rate: Annotated[str, typer.Option(help="immediate, daily, weekly or monthly.")] = "immediate",
    hour: Annotated[int, typer.Option(min=0, max=23, help="When digests go, in --zone.")] = 8,
    zone: Annotated[str, typer.Option(help="The recipient's time zone.")] = "Asia/Shanghai",
    channel: Annotated[str, typer.Option(help="email or file.")] = "email",
    mail_language: Annotated[Language, typer.Option(help="The language of the mails.")] = "en",
    note: Annotated[str, typer.Option(help="Why you follow this; every mail repeats it.")] = "",
    name: Annotated[str, typer.Option(help="What to call the alert.")] = "",
) -> None:
    """Add an alert. What it could never match is refused."""
    from db.engine import writing
    from db.models import Alert
    from tracker.alerts.wish import wish

    rule = _rule(initiative, act, body, source, tier, language, incidents=incidents)
    named = name or ", ".join(initiative or ()) or ("sources" if incidents else "everything")
    alert = Alert(name=named, recipient=recipient, channel=channel, rate=rate, hour=hour, zone=zone)
    alert.language, alert.note = mail_language, note
    with writing(database()) as session:
        try:
            stored = wish(session, alert, rule)
        except ValueError as error:
            raise Complaint(str(error)) from error
    typer.echo(f"alert {stored.id} tells {recipient} of {named}, {rate}")


@app.command("list")
def list_(format_: Format = "table") -> None:
    """List the standing alerts."""
    from db.engine import reading
    from db.queries import alerts as queries

    with reading(database()) as session:
        rows = [_shown(alert) for alert in queries.alerts(session)]
    print_rows(rows, LISTED, format_)


@app.command("remove")
def remove(alert: Annotated[int, typer.Argument(help="The alert's number.")]) -> None:
    """End an alert; the record of what it told stays."""
    from db.engine import writing
    from db.models import Alert
    from db.store.alerts import remove_alert

    with writing(database()) as session:
        stored = session.get(Alert, alert)
        if stored is None or stored.removed_at:
            raise Complaint(f"there is no alert {alert}; `tracker alerts list` lists them")
        remove_alert(session, stored)
    typer.echo(f"alert {alert} is removed")


@app.command("preview")
def preview(
    initiative: Initiatives = None,
    act: Acts = "mentioned",
    body: Bodies = None,
    source: Sources = None,
    tier: Tiers = None,
    language: Languages = None,
    days: Annotated[int, typer.Option(min=1, max=3660, help="How far to look back.")] = 30,
    format_: Format = "table",
) -> None:
    """Show what an alert would have told in the last days, before you add it."""
    from db.engine import reading
    from tracker.alerts.preview import preview

    rule = _rule(initiative, act, body, source, tier, language)
    with reading(database()) as session:
        seen = preview(session, rule, declared(), days)
    print_rows(seen.samples, PREVIEWED, format_)
    if format_ == "table":
        typer.echo(seen.summary, err=True)


@app.command("send")
def send(
    format_: Annotated[Literal["text", "json"], typer.Option("--format", help="How to print.")] = "text",
) -> None:
    """Send what is due. Exit code 1 tells that a mail was refused or could not be handed over."""
    from tracker.alerts.sender import send

    outcomes = send(database(), declared(), settings())
    if format_ == "json":
        typer.echo(json.dumps(outcomes))
    elif outcomes:
        typer.echo(", ".join(f"{count} {outcome}" for outcome, count in sorted(outcomes.items())))
    else:
        typer.echo("nothing is due")
    raise typer.Exit(any(outcome != "sent" for outcome in outcomes))


@app.command("log")
def log(
    announcement: Annotated[int | None, typer.Option(help="Only of this announcement.")] = None,
    recipient: Annotated[str | None, typer.Option(help="Only to this recipient.")] = None,
    format_: Format = "table",
) -> None:
    """Tell what became of each delivery: when, which message, what the server answered, or why not."""
    from db.engine import reading
    from tracker.alerts.record import record

    with reading(database()) as session:
        rows = record(session, announcement, recipient)
    print_rows(rows, LOGGED, format_)


def _rule(
    initiative: list[str] | None,
    act: Act,
    body: list[str] | None,
    source: list[str] | None,
    tier: Tier | None,
    language: list[str] | None,
    *,
    incidents: bool = False,
) -> "Rule":
    from tracker.alerts.rules import Rule, problems

    rule = Rule(
        initiatives=tuple(initiative or ()),
        act_at_least=act,
        bodies=tuple(body or ()),
        sources=tuple(source or ()),
        tier=tier,
        languages=tuple(one_of(one, LANGUAGES, "language") for one in language or ()),
        incidents=incidents,
    )
    for problem in problems(rule, declared()):
        if "matches nothing" in problem:
            raise Complaint(problem)
        typer.echo(f"tracker: {problem}", err=True)
    return rule


def _shown(alert: "Alert") -> dict[str, Any]:
    rule = {key: value for key, value in alert.rule.items() if value and value != "mentioned"}
    return {**alert.model_dump(), "rule": rule}
