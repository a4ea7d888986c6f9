"""Keep the daemon running: set its alarms as the leases say, and handle signals, the clock and the database."""

import signal
import time
from contextlib import suppress
from datetime import datetime, timedelta
from functools import partial
from queue import Empty, SimpleQueue

from db.migrations.upgrade import is_newer
from db.moments import now
from db.store import leases
from tracker.daemon.alarms import Alarms
from tracker.daemon.declarations import Unplanned
from tracker.daemon.look import look
from tracker.daemon.notify import Notify
from tracker.daemon.step import Step
from tracker.daemon.worker import Worker, perform

LOOK = 20.0
BEAT = 20.0
MISSED = timedelta(minutes=1)
PLAN_AGAIN = timedelta(minutes=5)
JUMP = timedelta(minutes=1)


class Schedule:
    """Run a daemon; `steps` are those of its newest plan."""

    def __init__(self, worker: Worker, notify: Notify) -> None:
        self.worker, self.notify = worker, notify
        self.steps: list[Step] = []
        self._woken: SimpleQueue[None] = SimpleQueue()
        self._plan_due = now()
        self._beat_due = 0.0
        self._epoch = _epoch()
        self._useless: Unplanned | None = None

    def keep_on(self) -> None:
        """Run every step when it is due, until SIGTERM or SIGINT; SIGHUP asks for a new plan.

        Raise Unplanned if the declarations cannot be used from the beginning, or a newer program has upgraded the
        database.
        """
        for sign in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            signal.signal(sign, self._on_signal)
        self._plan()
        while not self.steps and self._goes_on():
            self._wait()
            self._plan()
        if not self.steps:
            return
        alarms = Alarms(self._ended)
        crawls = sum(step.pool == "crawling" for step in self.steps)
        self.worker.tell(step="daemon", outcome="started", holder=self.worker.holder, sources=crawls)
        self.notify("READY=1")
        try:
            while self._goes_on():
                self._look(alarms)
                self._wait()
        finally:
            self.notify("STOPPING=1")
            self.worker.stopped.set()
            alarms.end()
            with self.worker.asking(), self.worker.writing() as connection:
                leases.leave(connection, self.worker.holder)
            self.worker.tell(step="daemon", outcome="stopped", holder=self.worker.holder)
        if self._useless:
            raise self._useless

    def _look(self, alarms: Alarms) -> None:
        """Set the alarms; while the database is locked or away, start nothing: a command would create a new one."""
        worker, at = self.worker, now()
        self._watch_clock(at)
        moments: dict[str, datetime] = {}
        with worker.asking():
            self._show_life(at)
            with worker.engine.connect() as connection:
                outlook = look(connection, self.steps, at, worker.lease, worker.holder)
            if outlook.late:
                with worker.writing() as connection:
                    for name in outlook.late:
                        leases.hasten(connection, name, at)
            moments = outlook.moments | dict.fromkeys(outlook.late, at) | {"plan": self._plan_due}
        work = {step.name: (partial(perform, worker, step), step.pool) for step in self.steps}
        alarms.set(moments, work | {"plan": (self._plan, "planning")})

    def _plan(self) -> None:
        """Ask for the steps again; if there are none, the old ones stay, and that is reported once."""
        at, worker = now(), self.worker
        # Rhythms change with the hour.
        due = self._plan_due = at.replace(minute=0, second=0, microsecond=0) + timedelta(hours=1)
        try:
            steps = worker.declarations.plan(self._goes_on)
        except Unplanned as error:
            if error.broken and not self.steps:
                raise
            if error.broken and self._is_outdated():
                self._useless = error
                worker.stopped.set()
                self._woken.put(None)
                return
            # Unless another plan was requested meanwhile.
            if self._plan_due == due:
                self._plan_due = at + PLAN_AGAIN
            if self._goes_on():
                worker.troubles.begin("plan", "plan", step="plan", outcome="failed", said=str(error))
            return
        new, old = ({step.name for step in plan} for plan in (steps, self.steps))
        over = worker.troubles.end("plan")
        if over or (self.steps and new != old):
            more, less = (", ".join(sorted(names)) for names in (new - old, old - new))
            worker.tell(step="plan", outcome="ok", new=more, gone=less, after=over)
        self.steps = steps
        worker.troubles.keep(new | {worker.holder})
        self._woken.put(None)

    def _is_outdated(self) -> bool:
        """Decide whether no later plan can succeed either: our rows might not fit the tables."""
        with self.worker.asking():
            return is_newer(self.worker.engine)
        return False

    def _show_life(self, at: datetime) -> None:
        """Record that the daemon is alive: now and then, and while the database is in trouble, to see if it is over."""
        if time.monotonic() >= self._beat_due or "database" in self.worker.troubles:
            with self.worker.writing() as connection:
                leases.live(connection, self.worker.holder, at, at + MISSED)
            self._beat_due = time.monotonic() + BEAT

    def _watch_clock(self, at: datetime) -> None:
        before, self._epoch = self._epoch, _epoch()
        jump = self._epoch - before
        if abs(jump) > JUMP:
            self._plan_due = at
            self.worker.tell(step="clock", outcome="jumped", seconds=round(jump.total_seconds()))

    def _ended(self, name: str, raised: BaseException | None) -> None:
        if raised:
            # For example, no process could be started.
            said = f"{type(raised).__name__}: {raised}"
            self.worker.troubles.begin(name, name, step=name, outcome="failed", said=said)
        self._woken.put(None)

    def _wait(self) -> None:
        self.notify("WATCHDOG=1")
        with suppress(Empty):
            self._woken.get(timeout=LOOK)
            while True:
                self._woken.get_nowait()

    def _on_signal(self, sign: int, _frame: object) -> None:
        """Handle a signal. It may interrupt anything, so what is called here may be interrupted by itself."""
        if sign == signal.SIGHUP:
            self._plan_due = now()
        else:
            self.worker.stopped.set()
        self._woken.put(None)

    def _goes_on(self) -> bool:
        return not self.worker.stopped.is_set()


def _epoch() -> datetime:
    """Return the moment at which the monotonic clock stood at zero."""
    return now() - timedelta(seconds=time.monotonic())
