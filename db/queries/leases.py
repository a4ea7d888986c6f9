"""Questions about claims: when work is due, who does it, which daemons are alive."""

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection, select

from db.tables import ALIVE, lease


class Claim(NamedTuple):
    """A lease as it stands; see `db.models.Lease`."""

    name: str
    holder: str
    until: datetime
    done_at: datetime | None
    due_at: datetime | None
    trouble: str | None


def claims(connection: Connection) -> dict[str, Claim]:
    """All leases by name, those of daemons included."""
    return {row.name: Claim(*row) for row in connection.execute(select(lease))}


def alive(claims: Iterable[Claim], at: datetime) -> list[str]:
    """The holders of the daemons that said of late that they are alive."""
    return sorted(one.holder for one in claims if one.name.startswith(ALIVE) and one.until > at)
