"""Print what a daemon does, one line for each step, for people or as JSON for machines."""

from collections.abc import Callable
from threading import Lock
from typing import Any

from db.moments import now
from tracker.text.printable import as_json, printable

Tell = Callable[..., None]
# Steps run in separate threads. A line and its end are two writes.
ONE_AT_A_TIME = Lock()


def tell_people(**facts: Any) -> None:
    """Print the moment in UTC, `step` and `outcome`, then the other facts."""
    step, outcome = facts.pop("step"), facts.pop("outcome")
    rest = " ".join(f"{name}={value}" for name, value in facts.items() if value not in (None, ""))
    _print(f"{now():%Y-%m-%d %H:%M:%SZ} {step} {outcome} {rest}".rstrip())


def tell_machines(**facts: Any) -> None:
    """Print the facts as one line of JSON."""
    _print(as_json({"at": now().isoformat(timespec="seconds"), **facts}))


def _print(line: str) -> None:
    try:
        with ONE_AT_A_TIME:
            print(printable(line), flush=True)
    except OSError:
        # A full disk or a reader that is gone is not a reason to stop. What the database knows is not lost.
        return
