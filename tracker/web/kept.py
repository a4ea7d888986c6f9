"""Keeps the answer to a question that costs something, so that nobody can keep the database busy by asking."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Generic, TypeVar

Answer = TypeVar("Answer")


@dataclass
class Kept(Generic[Answer]):
    """The answer to a question, asked at most every so many seconds."""

    ask: Callable[[], Answer]
    seconds: float
    answers: list[tuple[float, Answer]] = field(default_factory=list)

    def __call__(self) -> Answer:
        """The last answer, or a new one where it is too old."""
        at = time.monotonic()
        if not self.answers or at - self.answers[-1][0] >= self.seconds:
            self.answers[:] = [(at, self.ask())]
        return self.answers[-1][1]
