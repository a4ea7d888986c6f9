"""Runs `tracker serve` over a database while a test queries it, and waits until it answers."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx
from sqlalchemy import Engine

from db.engine import open_database
from tests.processes.running import Tracker
from tests.servers.endpoint import serving
from tests.servers.mailserver import free_port


@dataclass
class Served:
    """A running server: its address, a client for it, its database and its installation."""

    url: str
    client: httpx.Client
    engine: Engine
    tracker: Tracker


@contextmanager
def served(folder: Path, settings: dict[str, str] | None = None, database: str = "") -> Iterator[Served]:
    """Serve the database in a folder, or another one, under its own public address."""
    port = free_port()
    url = f"http://127.0.0.1:{port}"
    tracker = Tracker(folder, {"TRACKER_PUBLIC_URL": url, **(settings or {})}, database)
    engine = open_database(tracker.environment["TRACKER_DATABASE"])
    try:
        with serving(tracker, port) as endpoint:
            yield Served(url, endpoint.client, engine, tracker)
    finally:
        engine.dispose()
