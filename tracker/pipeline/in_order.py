"""Do tasks at the same time on several workers, and return what they give in the order of the tasks."""

from collections import deque
from collections.abc import Callable, Generator, Iterable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from queue import SimpleQueue
from typing import TypeVar

Task = TypeVar("Task")
Worker = TypeVar("Worker")
Result = TypeVar("Result")

AHEAD = 8
"""Tasks per worker that are begun before the first of them is asked for: while one takes long, others go on."""


def in_order(
    do: Callable[[Task, Worker], Result], tasks: Iterable[Task], workers: Sequence[Worker]
) -> Generator[tuple[Task, Callable[[], Result]]]:
    """Yield each task with a function that waits for its result, or raises what the task raised.

    `do` is called in a thread for each worker, which has one task at a time. With one worker, it is called when the
    result is asked for, in this thread. Closing the iterator waits for tasks that have begun, and drops the others.
    """
    if len(workers) == 1:
        yield from ((task, partial(do, task, workers[0])) for task in tasks)
        return
    free = SimpleQueue[Worker]()
    for worker in workers:
        free.put(worker)
    begun = deque[tuple[Task, Future[Result]]]()
    pool = ThreadPoolExecutor(len(workers))
    try:
        for task in tasks:
            begun.append((task, pool.submit(_do, do, task, free)))
            if len(begun) == AHEAD * len(workers):
                first, result = begun.popleft()
                yield first, result.result
        while begun:
            first, result = begun.popleft()
            yield first, result.result
    finally:
        pool.shutdown(cancel_futures=True)


def _do(do: Callable[[Task, Worker], Result], task: Task, free: "SimpleQueue[Worker]") -> Result:
    worker = free.get()
    try:
        return do(task, worker)
    finally:
        free.put(worker)
