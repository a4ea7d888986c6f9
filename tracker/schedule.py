"""The daemon: crawls every source in its own rhythm, reads what came home, sends what is due."""

import logging
import signal
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from threading import Thread

from apscheduler.events import EVENT_JOB_EXECUTED, JobExecutionEvent
from apscheduler.executors.pool import ThreadPoolExecutor as Pool
from apscheduler.jobstores.base import JobLookupError
from apscheduler.schedulers import SchedulerNotRunningError
from apscheduler.schedulers.blocking import BlockingScheduler
from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError

from config import Config, Settings
from db.models import now
from db.queries.outbox import anything_due
from tracker.steps import Step, Worker, is_wanted, next_look, perform
from tracker.tell import Tell

READ_EVERY = timedelta(hours=1)
HEALTH_EVERY = timedelta(minutes=30)
SEND_EVERY = timedelta(seconds=20)
AGAIN = timedelta(minutes=2)
# A spider ends by itself after `crawl_seconds`; only one that hangs meets the hard limit.
GRACE = 120
LONGEST = 6 * 3600
CRAWLS_AT_ONCE = 3


def keep_on(engine: Engine, config: Config, settings: Settings, tell: Tell) -> None:
    """Do every step when it is due, until SIGTERM or SIGINT; `tell` is called with the facts of each."""
    worker = Worker(engine, timedelta(seconds=settings.lease_seconds), tell)
    pools = {"crawls": Pool(CRAWLS_AT_ONCE), "default": Pool(2)}
    scheduler = _scheduler(worker, steps_of(config, settings), pools)
    tell(step="daemon", outcome="started", holder=worker.holder)
    for sign in (signal.SIGTERM, signal.SIGINT):
        signal.signal(sign, lambda *_: Thread(target=_stop, args=(scheduler, worker), daemon=True).start())
    scheduler.start()
    for pool in pools.values():
        pool.shutdown(wait=True)
    tell(step="daemon", outcome="stopped", holder=worker.holder)


def _stop(scheduler: BlockingScheduler, worker: Worker) -> None:
    """End every step, then the scheduler, which may only just be starting.

    It has a thread of its own: an exception from the signal's handler would be lost where APScheduler catches
    everything, and a scheduler that waits for its jobs holds the lock that they need to end.
    """
    worker.stopped.set()
    while True:
        try:
            scheduler.shutdown(wait=False)
            return
        except SchedulerNotRunningError:
            time.sleep(0.05)


def once(engine: Engine, config: Config, settings: Settings, tell: Tell) -> bool:
    """Do every step that is due, once: crawls, reading, health, sending; say whether all went well."""
    worker = Worker(engine, timedelta(seconds=settings.lease_seconds), tell)
    *crawls, read, health, send = steps_of(config, settings)
    with ThreadPoolExecutor(CRAWLS_AT_ONCE) as pool:
        ended = list(pool.map(lambda step: perform(worker, step), crawls))
    ended += [perform(worker, step) for step in (read, health, send) if is_wanted(worker, step)]
    return all(one is None or one.code == 0 for one in ended)


def steps_of(config: Config, settings: Settings) -> list[Step]:
    """What there is to do: the crawl of each source, then reading, looking after the sources, sending."""
    crawls = [
        Step(
            f"crawl:{source.id}",
            ("crawl", source.id),
            every=timedelta(minutes=source.manners.every),
            again=timedelta(minutes=source.manners.every),
            seconds=settings.crawl_seconds + GRACE,
            then=("read",),
        )
        for source in config.sources.values()
        if source.enabled
    ]
    read = Step("read", ("read",), READ_EVERY, AGAIN, LONGEST, then=("send",))
    health = Step("health", ("health", "--tell"), HEALTH_EVERY, AGAIN, LONGEST, then=("send",))
    send = Step("send", ("alerts", "send"), SEND_EVERY, SEND_EVERY, LONGEST, wanted=anything_due)
    return [*crawls, read, health, send]


def _scheduler(worker: Worker, steps: list[Step], pools: dict[str, Pool]) -> BlockingScheduler:
    # APScheduler is no lock and knows no other daemon: it wakes us, and leases decide who works.
    logging.getLogger("apscheduler").setLevel(logging.ERROR)
    defaults = {"misfire_grace_time": None, "coalesce": True, "max_instances": 1}
    scheduler = BlockingScheduler(executors=pools, job_defaults=defaults, timezone=UTC)
    for step in steps:
        scheduler.add_job(
            _fire,
            "interval",
            args=(worker, step),
            id=step.name,
            seconds=step.every.total_seconds(),
            executor="crawls" if step.name.startswith("crawl:") else "default",
            next_run_time=now(),
        )
    scheduler.add_listener(lambda event: _plan(scheduler, event), EVENT_JOB_EXECUTED)
    return scheduler


def _fire(worker: Worker, step: Step) -> dict[str, datetime]:
    """Do a step where it is ours to do; give when it, and what it hastens, is to be looked at next."""
    try:
        if not is_wanted(worker, step):
            return {step.name: now() + step.every}
        done = perform(worker, step)
        hastened = dict.fromkeys(step.then, now()) if done else {}
        return {step.name: next_look(worker, step)} | hastened
    except (SQLAlchemyError, OSError) as error:
        # A database that is locked or away, a full disk: nothing is lost, the lease runs out, we go on.
        worker.tell(step=step.name, outcome="failed", said=str(error).split("\n")[0])
        return {step.name: now() + AGAIN}


def _plan(scheduler: BlockingScheduler, event: JobExecutionEvent) -> None:
    for name, moment in event.retval.items():
        with suppress(JobLookupError):
            scheduler.modify_job(name, next_run_time=moment)
