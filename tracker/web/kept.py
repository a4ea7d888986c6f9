"""Keeps answers that cost something: for some seconds, for as long as what they depend on holds, or by a mark."""

import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

Answer = TypeVar("Answer")


@dataclass
class Kept(Generic[Answer]):
    """The answer to a question, asked at most every so many seconds.

    `holds` gives what the answer depends on: while that is the same, the question is not asked again at all.
    """

    ask: Callable[[], Answer]
    seconds: float
    holds: Callable[[], object] | None = None
    answers: list[tuple[float, object, Answer]] = field(default_factory=list)
    turn: threading.Lock = field(default_factory=threading.Lock)
    changes: int = 0

    def __call__(self) -> Answer:
        """The last answer, or a new one where it is too old."""
        with self.turn:
            at = time.monotonic()
            if not self.answers or at - self.answers[-1][0] >= self.seconds:
                self._renew(at)
            return self.answers[-1][2]

    def mark(self) -> str:
        """A word that is the same as long as the answer is; it brings the answer up to date first."""
        self()
        return str(self.changes)

    def _renew(self, at: float) -> None:
        # What it depends on is looked at first: what changes meanwhile is seen the next time.
        on = self.holds() if self.holds else None
        before = self.answers[-1] if self.answers else None
        same = before is not None and self.holds is not None and on == before[1]
        answer = before[2] if before and same else self.ask()
        self.changes += before is None or answer != before[2]
        self.answers[:] = [(at, on, answer)]


class Store:
    """Answers by their keys, those used last, up to a number and a sum of sizes."""

    def __init__(self, most: int, most_bytes: int = 2**62) -> None:
        self._kept: OrderedDict[Hashable, tuple[Any, int]] = OrderedDict()
        self._most, self._most_bytes, self._bytes = most, most_bytes, 0
        self._turn = threading.Lock()

    def get(self, key: Hashable) -> Any:
        """What was kept under a key; None where nothing was."""
        with self._turn:
            found = self._kept.get(key)
            if found is None:
                return None
            self._kept.move_to_end(key)
            return found[0]

    def keep(self, key: Hashable, answer: Any, size: int = 0) -> None:
        """Keep an answer; what was not used for longest goes."""
        with self._turn:
            self._bytes += size - self._kept.pop(key, (None, 0))[1]
            self._kept[key] = (answer, size)
            while len(self._kept) > self._most or self._bytes > self._most_bytes:
                self._bytes -= self._kept.popitem(last=False)[1][1]

    def clear(self) -> None:
        """Keep nothing."""
        with self._turn:
            self._kept.clear()
            self._bytes = 0

    def made(self, key: Hashable, make: Callable[[], Answer]) -> Answer:
        """What was kept under a key, or what `make` makes now."""
        found: Answer | None = self.get(key)
        if found is None:
            found = make()
            self.keep(key, found)
        return found
