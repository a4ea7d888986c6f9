"""One installation with its environment: sites, mail server, webhooks' server, database, commands."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Engine
from sqlmodel import col, func, select

from config import Config, load
from db.engine import open_database, reading
from db.models import Alert, Delivery
from tests.processes.running import TRACKER, Tracker
from tests.torture import wishes
from tests.torture.outside import Outside
from tests.torture.press import Press
from tests.torture.sites import Sites, declare
from tests.torture.victims import Victims
from tests.torture.wishes import Wish
from tracker.demo.server import serve

# Seconds after which a dead holder's claim expires; commands wait for a response for a part of it.
LEASE = 9
MOST_A_DAY = 15


@dataclass
class World:
    """Everything that a run needs."""

    folder: Path
    config: Config
    engine: Engine
    tracker: Tracker
    sites: Sites
    mail: Outside
    web: Outside
    sources: list[str]
    wishes: list[Wish]
    victims: Victims

    @property
    def log(self) -> Path:
        """Return what the commands printed that no one waited for."""
        return self.folder / "commands.log"

    def start(self, *arguments: str) -> "subprocess.Popen[bytes]":
        """Start a command and leave it running."""
        with self.log.open("ab") as log:
            return subprocess.Popen(
                [*TRACKER, *arguments], env=self.tracker.environment, cwd=self.folder, stdout=log, stderr=log
            )

    def open(self) -> int:
        """Return how many deliveries are still to be sent, except for those that are never accepted."""
        refused = [wish.recipient for wish in self.wishes if wish.refused]
        waiting = col(Delivery.state).in_(("pending", "sending")), col(Alert.recipient).not_in(refused)
        wanted = select(func.count()).select_from(Delivery).join(Alert, col(Alert.id) == Delivery.alert_id)
        with reading(self.engine) as session:
            return session.exec(wanted.where(*waiting)).one()


@contextmanager
def world(folder: Path, database: str, press: Press, seed: int, share: float, plant: str = "") -> Iterator[World]:
    """Create a world in an empty folder; `share` of its servers' faults happen, and a named bug is planted."""
    sources = declare(folder / "config" / "sources")
    mail = Outside("tests.torture.mailhost", folder / "mail.jsonl", seed, share)
    web = Outside("tests.torture.webhost", folder / "web.jsonl", seed, share)
    wanted = wishes.wishes(f"http://127.0.0.1:{web.port}", str(folder / "files"))
    with serve(replica=Sites(press)) as sites:
        tracker = Tracker(folder, _settings(folder, sites.url, mail) | _planted(plant), database)
        engine, victims = open_database(database), Victims(folder)
        try:
            for server in (mail, web):
                server.start()
            wishes.add(engine, wanted)
            assert isinstance(sites, Sites)
            declared = load(folder / "config")
            yield World(folder, declared, engine, tracker, sites, mail, web, sources, wanted, victims)
        finally:
            victims.end()
            engine.dispose()
            for server in (mail, web):
                server.kill()


def _planted(plant: str) -> dict[str, str]:
    if not plant:
        return {}
    path = filter(None, (str(Path(__file__).parent / "planted"), os.environ.get("PYTHONPATH")))
    return {"TORTURE_PLANT": plant, "PYTHONPATH": os.pathsep.join(path)}


def _settings(folder: Path, sites: str, mail: Outside) -> dict[str, str]:
    return {
        "TRACKER_CONFIG": str(folder / "config"),
        "TRACKER_REPLICA": sites,
        "TRACKER_SMTP_HOST": "127.0.0.1",
        "TRACKER_SMTP_PORT": str(mail.port),
        "TRACKER_MAIL_FROM": "Tracker <tracker@example.org>",
        "TRACKER_WEBHOOK_SECRET": "between us",
        "TRACKER_WEBHOOK_PRIVATE": "true",
        "TRACKER_BRAKE_MOST": "0",
        "TRACKER_BRAKE_RECIPIENT_MOST": "0",
        "TRACKER_FIRST_CRAWL_MINUTES": "0",
        "TRACKER_ROUND_MINUTES": "0",
        "TRACKER_LEASE_SECONDS": str(LEASE),
        "TRACKER_IMMEDIATE_MOST": str(MOST_A_DAY),
        "PYTHONWARNINGS": "default",
    }
