"""One step of the daemon: claimed by one daemon alone, done by a process of its own, told in one line."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from threading import Event

from sqlalchemy import Engine
from sqlmodel import Session

from db.engine import reading, writing
from db.models import now
from db.queries.leases import lookout
from db.store import leases
from tracker.child import Ended, run
from tracker.holder import new_holder
from tracker.tell import Tell


@dataclass(frozen=True)
class Step:
    """A command that is run `every` so often, or `again` after it failed, and then hastens the steps `then`.

    It may take `seconds`; `wanted`, where given, says cheaply whether there is anything to do.
    """

    name: str
    arguments: tuple[str, ...]
    every: timedelta
    again: timedelta
    seconds: float
    then: tuple[str, ...] = ()
    wanted: Callable[[Session, datetime], bool] | None = None


@dataclass
class Worker:
    """Who does the steps: one of any number of daemons on a database."""

    engine: Engine
    lease: timedelta
    tell: Tell
    stopped: Event = field(default_factory=Event)
    holder: str = field(default_factory=new_holder)


def perform(worker: Worker, step: Step) -> Ended | None:
    """Do a step, if it is due and no other daemon does it; None where it was not ours to do."""
    began, clock = now(), time.monotonic()
    with writing(worker.engine) as session:
        if not leases.claim(session, step.name, worker.holder, began, began + worker.lease):
            return None
    ended = run(step.arguments, step.seconds, _heart(worker, step))
    _let_go(worker, step, ended, began)
    failed = "stopped" if worker.stopped.is_set() else "too long"
    outcome = "ok" if ended.code == 0 else failed if ended.code is None else "failed"
    took = round(time.monotonic() - clock, 1)
    worker.tell(step=step.name, outcome=outcome, code=ended.code, seconds=took, said=ended.said)
    return ended


def is_wanted(worker: Worker, step: Step) -> bool:
    """Whether a step has anything to do, as far as that can be told without starting it."""
    if step.wanted is None:
        return True
    with reading(worker.engine) as session:
        return step.wanted(session, now())


def next_look(worker: Worker, step: Step) -> datetime:
    """When to try a step next: when it is due, or when the lease of another daemon on it runs out."""
    with reading(worker.engine) as session:
        return lookout(session, step.name) or now()


def _let_go(worker: Worker, step: Step, ended: Ended, began: datetime) -> None:
    at = now()
    with writing(worker.engine) as session:
        if worker.stopped.is_set() and ended.code is None:
            leases.give_back(session, step.name, worker.holder, at)
            return
        well = ended.code == 0
        due_at = at + (step.every if well else step.again)
        leases.finish(session, step.name, worker.holder, began=began, at=at, due_at=due_at, well=well)
        for name in step.then:
            leases.hasten(session, name, at)


def _heart(worker: Worker, step: Step) -> Callable[[], bool]:
    """Says whether to go on; holds on to the lease while it is asked, and stops where the lease was lost."""
    beat = worker.lease.total_seconds() / 3
    last = time.monotonic()

    def goes_on() -> bool:
        nonlocal last
        if worker.stopped.is_set():
            return False
        if time.monotonic() - last < beat:
            return True
        last = time.monotonic()
        with writing(worker.engine) as session:
            return leases.renew(session, step.name, worker.holder, now() + worker.lease)

    return goes_on
