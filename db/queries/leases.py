"""Query leases: when work is due, who does it, which daemons are alive."""

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection, select

from db.tables import ALIVE, lease


class Claim(NamedTuple):
    """A lease as it is; see `db.models.Lease`."""

    name: str
    holder: str
    until: datetime
    done_at: datetime | None
    due_at: datetime | None
    trouble: str | None


def claims(connection: Connection) -> dict[str, Claim]:
    """Return all leases by name, including those of daemons."""
    return {row.name: Claim(*row) for row in connection.execute(select(lease))}


def steps(connection: Connection) -> list[Claim]:
    """Return the leases of the daemon's steps, in the order of their names."""
    return [one for name, one in sorted(claims(connection).items()) if not name.startswith(ALIVE)]


def alive(claims: Iterable[Claim], at: datetime) -> list[str]:
    """Return the holders of the daemons that recently reported to be alive."""
    return sorted(one.holder for one in claims if one.name.startswith(ALIVE) and one.until > at)
