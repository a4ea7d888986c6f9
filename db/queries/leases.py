"""Questions about claims: when work is to be looked at again."""

from datetime import datetime

from sqlmodel import Session

from db.models import Lease


def lookout(session: Session, name: str) -> datetime | None:
    """When `name` is due, or its holder's lease runs out, whichever is later; None for what nobody ever did."""
    lease = session.get(Lease, name)
    return max(lease.due_at or lease.until, lease.until) if lease else None
