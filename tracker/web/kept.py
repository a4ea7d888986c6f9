"""Keep answers that are expensive: for some seconds, or while what they depend on stays the same, or by a mark."""

import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

Answer = TypeVar("Answer")


class WaitError(Exception):
    """Something that cannot be answered at once, without asking a question again or waiting for another's work."""


@dataclass
class Kept(Generic[Answer]):
    """The answer to a question, which is asked at most once in `seconds`.

    `holds` returns what the answer depends on. While that stays the same, the question is not asked again at all.
    """

    ask: Callable[[], Answer]
    seconds: float
    holds: Callable[[], object] | None = None
    answers: list[tuple[float, object, Answer]] = field(default_factory=list)
    turn: threading.Lock = field(default_factory=threading.Lock)
    changes: int = 0

    def __call__(self, *, wait: bool = True) -> Answer:
        """Return the last answer, or a new one if it is too old; unless it may `wait`, raise WaitError instead."""
        if not self.turn.acquire(blocking=wait):
            raise WaitError
        try:
            at = time.monotonic()
            if not self.answers or at - self.answers[-1][0] >= self.seconds:
                if not wait:
                    raise WaitError
                self._renew(at)
            return self.answers[-1][2]
        finally:
            self.turn.release()

    def mark(self, *, wait: bool = True) -> str:
        """Return a word that changes only with the answer; the answer is first brought up to date."""
        self(wait=wait)
        return str(self.changes)

    def _renew(self, at: float) -> None:
        # The dependencies are read first, so that a change in the meantime is seen the next time.
        on = self.holds() if self.holds else None
        before = self.answers[-1] if self.answers else None
        same = before is not None and self.holds is not None and on == before[1]
        answer = before[2] if before and same else self.ask()
        self.changes += before is None or answer != before[2]
        self.answers[:] = [(at, on, answer)]


class Store:
    """Answers by key, the most recently used ones, up to a number and a total size."""

    def __init__(self, most: int, most_bytes: int = 2**62) -> None:
        self._kept: OrderedDict[Hashable, tuple[Any, int]] = OrderedDict()
        self._most, self._most_bytes, self._bytes = most, most_bytes, 0
        self._turn = threading.Lock()

    def get(self, key: Hashable) -> Any:
        """Return what is stored under a key; None if nothing is."""
        with self._turn:
            found = self._kept.get(key)
            if found is None:
                return None
            self._kept.move_to_end(key)
            return found[0]

    def keep(self, key: Hashable, answer: Any, size: int = 0) -> None:
        """Store an answer; the least recently used ones are dropped."""
        with self._turn:
            self._bytes += size - self._kept.pop(key, (None, 0))[1]
            self._kept[key] = (answer, size)
            while len(self._kept) > self._most or self._bytes > self._most_bytes:
                self._bytes -= self._kept.popitem(last=False)[1][1]

    def clear(self) -> None:
        """Drop all answers."""
        with self._turn:
            self._kept.clear()
            self._bytes = 0

    def made(self, key: Hashable, make: Callable[[], Answer]) -> Answer:
        """Return what is stored under a key, or what `make` makes now."""
        found: Answer | None = self.get(key)
        if found is None:
            found = make()
            self.keep(key, found)
        return found
