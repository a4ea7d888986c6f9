"""Read files on a Dask cluster: a task for each file, whose worker writes to the database and returns nothing by Dask.

The mark in the database says what became of a file, and its future does not: when a task kills its worker, Dask gives
up the worker's other tasks too.
"""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import TracebackType
from typing import Self
from uuid import uuid4

from distributed import Client, Future, wait

from tracker.backfill.one_file import OtherInstallationError, read_one
from tracker.backfill.processes import Ended

CONNECTING = 30.0
CLOSING = 5.0
AHEAD = 2
"""Tasks for each thread of the cluster, so that none waits for the next."""


class NoClusterError(Exception):
    """Report that a scheduler does not answer."""


class Cluster:
    """Use the workers of the scheduler at an address, which have the same settings and declarations as this process."""

    def __init__(self, address: str) -> None:
        try:
            self._client = Client(address, timeout=CONNECTING, set_as_default=False)
        except (OSError, TimeoutError, ValueError) as error:
            raise NoClusterError(f"no Dask scheduler answers at {address!r}: {error}") from error
        self._files: dict[Future, int] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        # A scheduler that is gone has nothing left to cancel.
        with suppress(Exception):
            self._client.cancel(list(self._files), force=True)
        with suppress(Exception):
            self._client.close(timeout=CLOSING)

    @property
    def link(self) -> str | None:
        """Return the address at which a browser shows the workers."""
        return str(self._client.dashboard_link)

    @property
    def busy(self) -> list[int]:
        """Return the files that are being read."""
        return list(self._files.values())

    @property
    def has_room(self) -> bool:
        """Decide whether another file may be started."""
        with _answering():
            threads = sum(self._client.nthreads().values())
        return len(self._files) < int(AHEAD * max(1, threads))

    def start(self, file_id: int, url: str) -> None:
        """Start the reading of a file."""
        with _answering():
            task = self._client.submit(read_one, file_id, url, key=f"backfill-{file_id}-{uuid4().hex}", pure=False)
        self._files[task] = file_id

    def ended(self, seconds: float) -> list[Ended]:
        """Return what ended by now, or within some seconds; raise ConnectionError if the scheduler is gone."""
        if not self._files:
            return []
        with _answering(), self._client.as_current():
            if self._client.status != "running":
                raise ConnectionError(f"the client is {self._client.status}")
            try:
                done, _ = wait(list(self._files), timeout=seconds, return_when="FIRST_COMPLETED")
            except TimeoutError:
                return []
        return [(self._files.pop(task), _trouble(task)) for task in done]


@contextmanager
def _answering() -> Iterator[None]:
    """Raise ConnectionError for any exception of Dask if its scheduler does not answer."""
    try:
        yield
    except Exception as error:
        raise ConnectionError(f"the Dask scheduler does not answer: {type(error).__name__}: {error}") from error


def _trouble(task: Future) -> str | None:
    """Return why a task could not read its file, if the file is not at fault; None for a worker that died."""
    error = task.exception() if task.status == "error" else None
    task.release()
    if error is None or type(error).__name__ == "KilledWorker":
        return None
    said = str(error).splitlines()
    return (
        str(error)
        if isinstance(error, OtherInstallationError)
        else f"{type(error).__name__}: {said[0] if said else ''}"
    )
