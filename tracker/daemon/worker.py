"""Run a step: claimed by one daemon alone, run in a separate process, reported in one line."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from threading import Event

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import SQLAlchemyError

from db.connect import said, write
from db.holder import new_holder
from db.moments import now
from db.queries.due import anything_new
from db.store import leases
from tracker.daemon.child import Ended, run
from tracker.daemon.declarations import Declarations
from tracker.daemon.step import Step
from tracker.daemon.tell import Tell
from tracker.daemon.troubles import Troubles

# The exit code of a command that the database or the disk stops: EX_TEMPFAIL of sysexits.h.
PUT_OFF = 75
SOON = 900.0
# A database that took a write a moment ago may be full or locked again at the next.
QUIET = 60.0


@dataclass
class Worker:
    """Run the steps as one of any number of daemons on a database."""

    engine: Engine
    lease: timedelta
    tell: Tell
    declarations: Declarations
    stopped: Event = field(default_factory=Event)
    holder: str = field(default_factory=new_holder)
    troubles: Troubles = field(init=False)

    def __post_init__(self) -> None:
        self.troubles = Troubles(self.tell)

    @contextmanager
    def asking(self) -> Iterator[None]:
        """Ask the database in a block that ends if it is locked or away; that is reported once."""
        try:
            yield
        except (SQLAlchemyError, OSError) as error:
            facts = {"step": "database", "outcome": "failed", "said": said(error, self.engine.url.database)}
            self.troubles.begin("database", self.holder, **facts)

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Open one write transaction; a database that accepts it is well again."""
        with write(self.engine) as connection:
            yield connection
        if over := self.troubles.end(self.holder, QUIET):
            self.tell(step="database", outcome="ok", after=over)


def perform(worker: Worker, step: Step) -> Ended | None:
    """Run a step, if it is due and no other daemon runs it; return None if another one claimed it."""
    began, clock = now(), time.monotonic()
    if worker.stopped.is_set() or not _claim(worker, step, began):
        return None
    ended = run(step.arguments, step.seconds, _heart(worker, step), worker.declarations.environment)
    # A result that cannot be written down leads to a second run when the lease has run out.
    with worker.asking():
        _let_go(worker, step, ended, began)
    _tell(worker, step, ended, time.monotonic() - clock)
    return ended


def _claim(worker: Worker, step: Step, at: datetime) -> bool:
    with worker.asking(), worker.writing() as connection:
        # If the commit fails, this value is not returned.
        return leases.claim(connection, step.name, worker.holder, at, worker.lease)
    return False


def _let_go(worker: Worker, step: Step, ended: Ended, began: datetime) -> None:
    at = now()
    with worker.writing() as connection:
        if worker.stopped.is_set() and ended.code is None:
            leases.give_back(connection, step.name, worker.holder, at)
            return
        failed = min(step.again, SOON) if ended.code == PUT_OFF else step.again
        due_at = at + timedelta(seconds=failed if ended.code != 0 else step.every)
        trouble = None if ended.code == 0 else ended.said or f"exit code {ended.code}"
        leases.finish(connection, step.name, worker.holder, began=began, at=at, due_at=due_at, trouble=trouble)
        for name in step.then:
            if name != "read" or anything_new(connection, began):
                leases.hasten(connection, name, at + timedelta(seconds=step.after))


def _tell(worker: Worker, step: Step, ended: Ended, took: float) -> None:
    facts = {"step": step.name, "code": ended.code, "seconds": round(took, 1), "said": ended.said}
    if ended.code == 0:
        worker.tell(outcome="ok", **facts, after=worker.troubles.end(step.name))
    elif ended.code is None and worker.stopped.is_set():
        worker.tell(outcome="stopped", **facts)
    elif ended.code == PUT_OFF:
        # Steps that fail for the same reason are in one trouble.
        worker.troubles.begin(ended.said, step.name, outcome="put off", **facts)
    else:
        facts["said"] = ended.said or ("" if ended.code is not None else "the lease was lost")
        outcome = "failed" if ended.code is not None else "too long" if took >= step.seconds else "lost"
        worker.troubles.begin(step.name, step.name, outcome=outcome, **facts)


def _heart(worker: Worker, step: Step) -> Callable[[], bool]:
    """Return a function that decides whether to go on; it renews the lease, and stops if the lease was lost."""
    lasts = worker.lease.total_seconds()
    asked = held = time.monotonic()

    def goes_on() -> bool:
        nonlocal asked, held
        if worker.stopped.is_set():
            return False
        if time.monotonic() - asked < lasts / 3:
            return True
        asked = time.monotonic()
        with worker.asking():
            with worker.writing() as connection:
                if not leases.renew(connection, step.name, worker.holder, now() + worker.lease):
                    return False
            held = asked
        # While the database does not answer, the lease is ours until it runs out.
        return asked - held < lasts

    return goes_on
