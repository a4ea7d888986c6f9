"""Questions about claims: when work is to be looked at again."""

from datetime import datetime

from sqlmodel import Session, col, select

from db.models import Lease


def next_looks(session: Session, names: list[str]) -> dict[str, datetime]:
    """When each of the named pieces of work is due, or its holder's lease runs out; new ones are left out."""
    leases = session.exec(select(Lease).where(col(Lease.name).in_(names)))
    return {lease.name: max(lease.due_at or lease.until, lease.until) for lease in leases}
