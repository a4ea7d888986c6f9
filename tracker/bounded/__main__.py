"""Fork the processes that read: `python -m tracker.bounded FD BYTES`, with orders on the socket FD."""

import gc
import json
import os
import pickle
import resource
import signal
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import lru_cache
from importlib import import_module
from multiprocessing.connection import Connection
from socket import recv_fds, socket
from typing import Any

Jobs = Mapping[str, Callable[..., Any]]


def main() -> None:
    """Follow orders until the parent is gone: load a module, fork a process that does its jobs, end it."""
    # Ctrl-C ends our parent, and it ends us.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    memory, running = int(sys.argv[2]), dict[int, int]()
    with (
        socket(fileno=int(sys.argv[1])) as orders,
        Connection(os.dup(orders.fileno())) as line,
        suppress(EOFError, ConnectionError),
    ):
        while True:
            worker, module, config = pickle.loads(line.recv_bytes())  # noqa: S301 - our parent's words
            _end(running.pop(worker, None))
            if not module:
                continue
            _, (file, *_), _, _ = recv_fds(orders, 1, 1)
            jobs = _prepared(module, config)
            gc.freeze()
            running[worker] = os.fork()
            if not running[worker]:
                line.close()
                orders.close()
                _read(Connection(file), jobs, memory)
            os.close(file)
    for child in running.values():
        _end(child)


@lru_cache(maxsize=4)
def _prepared(module: str, config: bytes) -> Jobs:
    jobs: Jobs = import_module(module).prepare(pickle.loads(config))  # noqa: S301
    return jobs


def _end(child: int | None) -> None:
    if child:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)


def _read(line: Connection, jobs: Jobs, memory: int) -> None:
    """Do jobs until no more are requested; what exceeds its limits ends this process and no other."""
    for file in range(3):
        os.dup2(os.open(os.devnull, os.O_RDWR), file)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_DATA, (memory, memory))
    line.send_bytes(b"ready")
    with suppress(EOFError, ConnectionError):
        while True:
            job, sent, seconds = pickle.loads(line.recv_bytes())  # noqa: S301
            signal.setitimer(signal.ITIMER_PROF, seconds)
            answer = _answer(jobs[job], sent)
            signal.setitimer(signal.ITIMER_PROF, 0)
            line.send_bytes(answer)
    os._exit(0)


def _answer(job: Callable[..., Any], sent: tuple[Any, ...]) -> bytes:
    try:
        return json.dumps({"given": job(*sent)}).encode()
    except MemoryError:
        os._exit(1)
    except Exception as error:  # untrusted input finds what no author did
        told = f"{type(error).__name__}: {error}".split("\n")[0]
        return json.dumps({"error": told[:300]}).encode()


if __name__ == "__main__":
    main()
