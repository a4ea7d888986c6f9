"""Report the state of the steps: when each ran and is due, which daemon runs it, its problem, and the live daemons."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from db.queries.leases import Claim, alive, claims
from db.tables import ALIVE
from tracker.daemon.step import Step


def status(connection: Connection, steps: Iterable[Step], at: datetime) -> dict[str, Any]:
    """Return the `daemons` that are alive, what each of them runs, and a row for each of the `steps`."""
    known = claims(connection)
    rows = [asdict(step) | _stand(known.get(step.name), at) for step in steps]
    holders = alive(known.values(), at)
    return {"daemons": holders, "running": [_running(holder, known, at) for holder in holders], "steps": rows}


def _running(holder: str, known: Mapping[str, Claim], at: datetime) -> dict[str, Any]:
    held = [name for name, claim in known.items() if claim.holder == holder and claim.until > at]
    heartbeat = known[ALIVE + holder].done_at
    return {"daemon": holder, "heartbeat_at": heartbeat, "steps": sorted({*held} - {ALIVE + holder})}


def _stand(claim: Claim | None, at: datetime) -> dict[str, Any]:
    if claim is None:
        return {"done_at": None, "due_at": at, "done_by": None, "trouble": None}
    holder = claim.holder if claim.holder and claim.until > at else None
    return {"done_at": claim.done_at, "due_at": claim.due_at, "done_by": holder, "trouble": claim.trouble}
