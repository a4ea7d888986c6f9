"""Report the state of the steps: when each ran and is due, which daemon runs it, its problem, and the live daemons."""

from collections.abc import Iterable
from dataclasses import asdict
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from db.queries.leases import Claim, alive, claims
from tracker.daemon.step import Step


def status(connection: Connection, steps: Iterable[Step], at: datetime) -> dict[str, Any]:
    """Return the `daemons` that are alive, and a row for each of the `steps`; both as JSON may hold them."""
    known = claims(connection)
    rows = [asdict(step) | _stand(known.get(step.name), at) for step in steps]
    return {"daemons": alive(known.values(), at), "steps": rows}


def _stand(claim: Claim | None, at: datetime) -> dict[str, Any]:
    if claim is None:
        return {"done_at": None, "due_at": at, "done_by": None, "trouble": None}
    holder = claim.holder if claim.holder and claim.until > at else None
    return {"done_at": claim.done_at, "due_at": claim.due_at, "done_by": holder, "trouble": claim.trouble}
