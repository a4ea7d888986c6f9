"""Use APScheduler as the daemon's alarm clock: one alarm for each step, set again at every look at the leases."""

import logging
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from operator import itemgetter

from apscheduler.events import EVENT_JOB_ERROR, EVENT_JOB_EXECUTED, JobExecutionEvent
from apscheduler.executors.base import MaxInstancesReachedError
from apscheduler.executors.pool import ThreadPoolExecutor
from apscheduler.job import Job
from apscheduler.jobstores.base import JobLookupError
from apscheduler.schedulers.background import BackgroundScheduler

POOLS = {"crawling": 3, "reading": 1, "telling": 3, "planning": 1}
"""How many steps of a pool run at once."""
NEAR = timedelta(seconds=1)

Work = tuple[Callable[[], object], str]


class Pool(ThreadPoolExecutor):  # type: ignore[misc]
    """Run so many steps at once, and refuse more: which one is next is decided when one of them has ended."""

    def __init__(self, size: int) -> None:
        super().__init__(size)
        self._size = size

    def submit_job(self, job: Job, run_times: Sequence[datetime]) -> None:
        """Start the job; raise MaxInstancesReachedError, which APScheduler expects, if all threads are busy."""
        with self._lock:
            if sum(self._instances.values()) >= self._size:
                raise MaxInstancesReachedError(job)
            super().submit_job(job, run_times)


class Alarms:
    """Run work, named and each in its pool, at given moments.

    `ended` is called when one has ended, with its name and the exception that it raised.

    APScheduler is not a lock and knows no other daemon: it wakes us, and leases decide which daemon works.
    """

    def __init__(self, ended: Callable[[str, BaseException | None], None]) -> None:
        logging.getLogger("apscheduler").setLevel(logging.CRITICAL)
        self._ended = ended
        self._pools = {name: Pool(size) for name, size in POOLS.items()}
        defaults = {"misfire_grace_time": None, "coalesce": True, "max_instances": 1}
        self._clock = BackgroundScheduler(executors=self._pools, job_defaults=defaults, timezone=UTC)
        self._clock.add_listener(self._note, EVENT_JOB_EXECUTED | EVENT_JOB_ERROR)
        self._clock.start()

    def set(self, moments: Mapping[str, datetime], work: Mapping[str, Work]) -> None:
        """Let the named work begin at its moment, and nothing else; work that is running is not started twice.

        Work for which there is no room has no alarm any more, and needs a new one.
        """
        known = {job.id: job for job in self._clock.get_jobs()}
        for name in known.keys() - moments.keys():
            with suppress(JobLookupError):
                known[name].remove()
        # A thread that is free takes what comes first.
        for name, moment in sorted(moments.items(), key=itemgetter(1)):
            if name not in known or abs(known[name].next_run_time - moment) > NEAR:
                do, pool = work[name]
                self._clock.add_job(do, "date", run_date=moment, id=name, executor=pool, replace_existing=True)
        # It sleeps until the next alarm by a clock that may have been put forward.
        self._clock.wakeup()

    def end(self) -> None:
        """Start nothing more, and wait for running work."""
        self._clock.shutdown(wait=False)
        for pool in self._pools.values():
            pool.shutdown(wait=True)

    def _note(self, event: JobExecutionEvent) -> None:
        self._ended(event.job_id, event.exception)
