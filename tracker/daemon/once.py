"""Run every step that is due once, for users with a scheduler of their own, such as cron."""

import signal
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime
from functools import partial

from db.moments import now
from tracker.daemon.alarms import POOLS
from tracker.daemon.look import look
from tracker.daemon.step import Step
from tracker.daemon.worker import PUT_OFF, Worker, perform


def once(worker: Worker, steps: Sequence[Step]) -> int:
    """Run the steps that are due, the crawls first and in parallel; return the exit code."""
    for sign in (signal.SIGTERM, signal.SIGINT):
        signal.signal(sign, lambda *_: worker.stopped.set())
    # All crawls end before anything else begins, so that no step has to wait for them.
    crawls = [replace(step, after=0.0) for step in steps if step.pool == "crawling"]
    with ThreadPoolExecutor(POOLS["crawling"]) as pool:
        ended = list(pool.map(partial(perform, worker), crawls))
    for step in steps:
        if step.pool != "crawling" and _is_due(worker, step):
            ended.append(perform(worker, step))
    if "database" in worker.troubles:
        return PUT_OFF
    return int(any(one and one.code != 0 for one in ended))


def _is_due(worker: Worker, step: Step) -> bool:
    at, moments = now(), dict[str, datetime]()
    with worker.asking(), worker.engine.connect() as connection:
        moments = look(connection, [step], at, worker.lease).moments
    return step.name in moments and moments[step.name] <= at
