"""Measures alerts: how long one announcement takes among many alerts, and how many mails go in a second.

`python -m bench.alerts --alerts 10000` prints both.
"""

import argparse
import asyncio
import tempfile
import time
from multiprocessing import Process
from pathlib import Path

from aiosmtpd.controller import Controller
from sqlalchemy import Engine

from config import Config, Settings, load
from db.engine import open_database, writing
from db.models import Alert
from tests.announcements import NOON, announce
from tests.mailserver import free_port
from tracker.alerts.rules import Rule
from tracker.alerts.sender import send
from tracker.alerts.wish import wish


def fill(engine: Engine, config: Config, count: int, followed: int) -> None:
    """Write `count` alerts; `followed` of them follow AI Plus, the rest other initiatives in turn."""
    others = [id_ for id_ in config.initiatives if not id_.startswith("ai-")]
    with writing(engine) as session:
        for n in range(count):
            initiative = "ai-plus" if n < followed else others[n % len(others)]
            alert = Alert(name=initiative, recipient=f"reader{n}@example.org")
            wish(session, alert, Rule(initiatives=(initiative,), act_at_least="pledged"))


def milliseconds(engine: Engine, config: Config, rounds: int = 20) -> float:
    """How long an announcement with all its deliveries takes to write, the median of `rounds`."""
    took = []
    for _ in range(rounds):
        start = time.perf_counter()
        announce(engine, config)
        took.append(1000 * (time.perf_counter() - start))
    return sorted(took)[rounds // 2]


class _Sink:
    async def handle_DATA(self, *_: object) -> str:  # noqa: N802
        return "250 kept"


def _serve(port: int) -> None:
    controller = Controller(_Sink(), hostname="127.0.0.1", port=port)
    controller.start()
    asyncio.new_event_loop().run_forever()


def mails_a_second(engine: Engine, config: Config) -> float:
    """How many mails a second go to a server in another process, over one connection."""
    port = free_port()
    server = Process(target=_serve, args=(port,), daemon=True)
    server.start()
    time.sleep(1)
    settings = Settings(smtp_host="127.0.0.1", smtp_port=port, immediate_most=100_000)
    start = time.perf_counter()
    outcomes = send(engine, config, settings, lambda: NOON)
    took = time.perf_counter() - start
    server.kill()
    print(f"{dict(outcomes)} in {took:.1f} s")
    return outcomes["sent"] / took


def main() -> None:
    """Fill a database and measure."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--alerts", type=int, default=10_000)
    count = options.parse_args().alerts
    config = load()
    for followed in (10, 100, count):
        with tempfile.TemporaryDirectory() as folder:
            engine = open_database(f"sqlite:///{Path(folder) / 'bench.db'}")
            fill(engine, config, count, followed)
            rounds = 1 if followed == count else 20
            print(f"{count} alerts, {followed} match: {milliseconds(engine, config, rounds):.1f} ms")
            if followed == count:
                print(f"{mails_a_second(engine, config):.0f} mails a second")


if __name__ == "__main__":
    main()
