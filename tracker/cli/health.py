"""`tracker health`: shows the state of every source, and what went wrong before."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from tracker.cli.daemon import who_is_alive
from tracker.cli.forms import Bom, Format, print_or_give
from tracker.cli.frame import database, declared
from tracker.cli.output import echo
from tracker.text.plurals import plural

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from db.models import Host, Incident, Recipient
    from tracker.health.states import Health

COLUMNS = ("source", "state", "since", "reason", "silent_days", "usual_gap", "limit")
PAST = ("source", "recipient", "state", "began_at", "opened_at", "closed_at", "reason")


def add_to(app: typer.Typer) -> None:
    """Add the command to the app."""
    app.command("health")(health_)


def health_(
    tell: Annotated[
        bool, typer.Option("--tell", help="Also record incidents and notify operators, as the daemon does.")
    ] = False,
    past: Annotated[bool, typer.Option("--past", help="List the incidents on record instead.")] = False,
    format_: Format = "table",
    bom: Bom = False,
) -> None:
    """Show the state of every source. Exit code 1: a source is not well, except with --tell."""
    from db.engine import reading
    from db.models import now
    from db.queries.health import all_incidents
    from db.queries.hosts import troubled
    from db.queries.leases import alive, claims
    from tracker.health.assess import check
    from tracker.pipeline.sources_health import watch

    engine, config = database(write=tell), declared()
    with reading(engine) as session:
        if past:
            rows = [_past(*row) for row in all_incidents(session)]
            print_or_give(rows, PAST, "health-past", format_, bom=bom)
            return
        healths = watch(engine, config, now()) if tell else check(session, config, now())
        hosts = troubled(session, {host for source in config.sources.values() for host in source.hosts}, now())
        holders = alive(claims(session.connection()).values(), now())
    asked = {source.id: source.hosts for source in config.sources.values()}
    rows = [{**_row(health), "hosts": _told(hosts, asked[health.source])} for health in healths]
    print_or_give(rows, COLUMNS, "health", format_, bom=bom)
    bad = [health for health in healths if health.findings]
    if format_ == "table" and not tell:
        echo(who_is_alive(holders))
        for line in _told(hosts, [host.name for host in hosts]):
            echo(line)
    if format_ == "table":
        # The last line of --tell is what the log of a daemon says.
        what = f"{len(bad)} of {len(healths)} not well: {', '.join(f'{h.source} {h.state}' for h in bad)}"
        echo(what if bad else f"nothing is wrong with {plural(len(healths), 'source')}")
    raise typer.Exit(bool(bad) and not tell)


def _told(hosts: "Sequence[Host]", names: "Collection[str]") -> list[str]:
    """Return what keeps us from requesting pages of some of the hosts with these names."""
    from db.models import now
    from spiders.hosts import missed_text, paused_text

    those = [host for host in hosts if host.name in names]
    paused = [paused_text(host) for host in those if host.paused_until and host.paused_until > now()]
    closed = [missed_text(h.name, h.closed_by or "", h.closed_since) for h in those if h.closed_since]
    return paused + closed


def _past(incident: "Incident", recipient: "Recipient | None") -> dict[str, Any]:
    from db.masking import masked
    from tracker.alerts.compose.incident_items import shown_reason

    shown = masked(recipient.address) if recipient else None
    return {**incident.model_dump(), "recipient": shown, "reason": shown_reason(incident, recipient)}


def _row(health: "Health") -> dict[str, Any]:
    from db.beijing import beijing_day

    worst = next((finding for finding in health.findings if finding.state == health.state), None)
    silence = health.silence
    return {
        "source": health.source,
        "state": health.state,
        "since": beijing_day(worst.since) if worst else None,
        "reason": worst.reason if worst else health.note or None,
        "silent_days": silence.days if silence else None,
        "usual_gap": round(silence.rhythm.usual, 1) if silence and silence.rhythm.usual else None,
        "limit": round(silence.rhythm.limit, 1) if silence else None,
        "findings": [dict(finding._asdict()) for finding in health.findings],
    }
