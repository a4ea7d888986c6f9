"""Delete expired records that nothing uses. Pages, alerts and deliveries stay."""

from datetime import datetime, timedelta

from sqlalchemy import Connection, and_, delete, exists, func, or_, select
from sqlmodel import col

from db.models import Crawl, Lease, Page
from db.tables import ALIVE

CRAWLS = timedelta(days=365)
LEASES = timedelta(days=90)
DEAD = timedelta(days=1)


def drop_crawls(connection: Connection, at: datetime) -> int:
    """Delete crawls of more than a year ago that brought no page; return their number. The first of a source stays."""
    firsts = select(func.min(Crawl.id)).group_by(col(Crawl.source))
    old = delete(Crawl).where(
        col(Crawl.started_at) < at - CRAWLS,
        ~exists().where(col(Page.crawl_id) == Crawl.id),
        col(Crawl.id).not_in(firsts),
    )
    return connection.execute(old).rowcount


def drop_leases(connection: Connection, at: datetime) -> int:
    """Delete leases unused for 90 days, of sources that no longer exist; those of dead daemons after a day."""
    dead = and_(col(Lease.name).startswith(ALIVE), col(Lease.until) < at - DEAD)
    return connection.execute(delete(Lease).where(or_(dead, col(Lease.until) < at - LEASES))).rowcount
