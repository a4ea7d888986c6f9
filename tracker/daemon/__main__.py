"""Run the daemon's own process, which `tracker daemon` becomes: it loads little, because it lives long and idles.

The settings that it needs are in its environment, where `tracker daemon` puts them.
"""

import argparse
import os
import sqlite3
import sys
from contextlib import suppress
from datetime import timedelta

from sqlalchemy.exc import SQLAlchemyError

from db.address import DatabaseError
from db.connect import connect
from db.sqlite_files import see_to_files
from tracker.daemon.declarations import BROKEN, Declarations, Unplanned
from tracker.daemon.notify import Notify
from tracker.daemon.once import once
from tracker.daemon.schedule import Schedule
from tracker.daemon.tell import tell_machines, tell_people
from tracker.daemon.worker import PUT_OFF, Worker

# A lock that others hold for longer is reported as a trouble. Nothing is lost by trying again.
BUSY_SECONDS = 5
# Where daemons share a server, the steps of a dead one are taken over within a minute. A file may be locked for longer,
# which must not end what is running.
ON_SERVER = timedelta(seconds=40)


def main() -> int:
    """Work until a signal ends it, or once; return the exit code."""
    options = argparse.ArgumentParser(prog="python -m tracker.daemon", description=__doc__)
    options.add_argument("--once", action="store_true")
    options.add_argument("--log", choices=("text", "json"), default="text")
    chosen = options.parse_args()
    environment = {name: value for name, value in os.environ.items() if name != "NOTIFY_SOCKET"}
    try:
        engine = connect(environment["TRACKER_DATABASE"], busy=BUSY_SECONDS, new=False)
    except DatabaseError as error:
        print(f"tracker: {error}", file=sys.stderr)
        return BROKEN
    lease = timedelta(seconds=int(environment["TRACKER_LEASE_SECONDS"]))
    if engine.dialect.name == "postgresql":
        lease = min(lease, ON_SERVER)
    tell = tell_machines if chosen.log == "json" else tell_people
    worker = Worker(engine, lease, tell, Declarations(environment))
    try:
        code = _work(worker, once_only=chosen.once)
        # A process that holds the database at this moment will see to the files itself.
        with suppress(sqlite3.Error, SQLAlchemyError):
            see_to_files(engine)
    except Unplanned as error:
        # The database may be another program's.
        print(error, file=sys.stderr)
        return BROKEN if error.broken else PUT_OFF
    finally:
        worker.declarations.close()
        engine.dispose()
    return code


def _work(worker: Worker, *, once_only: bool) -> int:
    """Do what is due once, or continuously; return the exit code."""
    if once_only:
        return once(worker, worker.declarations.plan(lambda: True))
    Schedule(worker, Notify(os.environ)).keep_on()
    return 0


if __name__ == "__main__":
    sys.exit(main())
