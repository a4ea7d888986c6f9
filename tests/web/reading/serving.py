"""Runs `tracker serve` over a database while a test asks it, and waits until it answers."""

import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx
from sqlalchemy import Engine

from db.engine import open_database
from tests.processes.running import Tracker
from tests.servers.mailserver import free_port


@dataclass
class Served:
    """A running server: its address, a client for it, its database and the installation that it belongs to."""

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
    process: subprocess.Popen[str] = tracker.start("serve", "--port", str(port))
    try:
        with httpx.Client(base_url=url, timeout=60) as client:
            for _ in range(600):
                assert process.poll() is None, process.communicate()[0]
                try:
                    client.get("/static/style.css")
                    break
                except httpx.TransportError:
                    time.sleep(0.05)
            yield Served(url, client, engine, tracker)
    finally:
        process.send_signal(signal.SIGTERM)
        said = process.communicate(timeout=120)[0]
        engine.dispose()
    assert "Traceback" not in said, said
