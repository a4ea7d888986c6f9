"""Report a trouble when it begins and when it is over, and not each time between."""

import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from threading import Lock
from typing import Any

from db.moments import now
from tracker.daemon.tell import Tell


@dataclass
class _Trouble:
    since: datetime
    times: int = 0
    seen: float = 0.0
    whose: set[str] = field(default_factory=set)


class Troubles:
    """Hold open troubles by name. A trouble of several steps is reported once, and is over when no step is in it."""

    def __init__(self, tell: Tell) -> None:
        self._tell = tell
        self._open: dict[str, _Trouble] = {}
        self._lock = Lock()

    def __contains__(self, name: str) -> bool:
        return name in self._open

    def begin(self, name: str, whose: str, **facts: Any) -> None:
        """Note that `whose` is in the trouble `name`; report the facts if no other step was in it before."""
        with self._lock:
            known = name in self._open
            trouble = self._open.setdefault(name, _Trouble(now()))
            trouble.times += 1
            trouble.seen = time.monotonic()
            trouble.whose.add(whose)
            if not known:
                self._tell(**facts)

    def end(self, whose: str, quiet: float = 0.0) -> str:
        """Note that `whose` is not in trouble any more; return what is over with that, in words.

        A trouble that comes and goes is one: it is over when it has not been seen for `quiet` seconds.
        """
        with self._lock:
            return self._leave({whose}, quiet)

    def keep(self, known: Iterable[str]) -> None:
        """Forget the troubles of steps that are not among the `known`."""
        with self._lock:
            everybody = {whose for trouble in self._open.values() for whose in trouble.whose}
            self._leave(everybody - set(known), 0.0)

    def _leave(self, gone: set[str], quiet: float) -> str:
        over = []
        for name, trouble in list(self._open.items()):
            if not trouble.whose & gone or time.monotonic() - trouble.seen < quiet:
                continue
            trouble.whose -= gone
            if not trouble.whose:
                over.append(f"{self._open.pop(name).times} times since {trouble.since:%Y-%m-%d %H:%M}")
        return ", ".join(over)
