"""Define a step of the daemon: a command, how often it is run, and what follows it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Step:
    """Describe a command that is run `every` so many seconds, or `again` after a failure, and hastens the steps `then`.

    They are due `after` so many seconds, so that one run handles what other steps add until then.

    It may take `seconds`. Steps of one `pool` wait for each other, so that a long one delays none of another pool.
    """

    name: str
    arguments: tuple[str, ...]
    every: float
    again: float
    seconds: float
    then: tuple[str, ...] = ()
    after: float = 0.0
    pool: str = "telling"


def step_of(facts: Mapping[str, Any]) -> Step:
    """Make a step from a row of `tracker daemon --status --format json`."""
    known = {name: facts[name] for name in ("name", "every", "again", "seconds", "after", "pool")}
    return Step(arguments=tuple(facts["arguments"]), then=tuple(facts["then"]), **known)
