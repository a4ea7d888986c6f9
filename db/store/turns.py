"""Lets writers take turns where each must see all that the one before it wrote."""

from sqlalchemy import text
from sqlmodel import Session

# What is read is placed among the stories that there are: two at once would each begin a story of their own.
STORIES = "stories"
# Files of archives hold the same page: two that store it at once would each find it missing.
ARCHIVES = "archives"
# Digests are fixed from what stands in none: two at once would each put off what the other has just fixed.
DIGESTS = "digests"


def take_turn(session: Session, name: str) -> None:
    """Wait, at the beginning of a write transaction, for the end of every other that took a turn of this name.

    On SQLite there is nothing to wait for: every write transaction there has the whole database to itself.
    """
    if session.get_bind().dialect.name == "postgresql":
        session.connection().execute(text("SELECT pg_advisory_xact_lock(hashtext(:name))"), {"name": name})
