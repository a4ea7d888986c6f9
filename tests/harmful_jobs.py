"""Jobs that exceed every limit, as a worker's module."""

import os
import signal
from collections.abc import Callable, Mapping
from typing import Any


def prepare(config: object) -> Mapping[str, Callable[..., Any]]:
    """The jobs by name; `config` is what the worker was given."""
    return {
        "endless": _endless,
        "greedy": lambda: len([bytearray(10**6) for _ in range(10**4)]),
        "crash": lambda: os.kill(os.getpid(), signal.SIGSEGV),
        "deep": lambda: eval("(" * 300_000),  # noqa: S307 - what ends a parser may end Python
        "wrong": lambda: {}["a line\nand another"],
        "environment": lambda: dict(os.environ),
        "echo": lambda *sent: [config, *sent],
    }


def _endless() -> None:
    while True:
        pass
