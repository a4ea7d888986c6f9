"""Let writers take turns where each must see everything that the previous one wrote."""

from sqlalchemy import text
from sqlmodel import Session

# Documents are assigned to existing stories: two readers at once would each create a story.
STORIES = "stories"
# Files of archives hold the same pages: two readers that store one at once would each find it missing.
ARCHIVES = "archives"
# Digests are made of what is in none: two planners at once would each postpone what the other has just fixed.
DIGESTS = "digests"


def take_turn(session: Session, name: str) -> None:
    """Wait, at the beginning of a write transaction, for the end of every other that took a turn of this name.

    On SQLite there is nothing to wait for: every write transaction has the whole database.
    """
    if session.get_bind().dialect.name == "postgresql":
        session.connection().execute(text("SELECT pg_advisory_xact_lock(hashtext(:name))"), {"name": name})
