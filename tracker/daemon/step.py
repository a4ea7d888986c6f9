"""A step of the daemon: a command, how often it is run, and what follows it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Step:
    """A command that is run `every` so many seconds, or `again` after it failed, and then hastens the steps `then`.

    They are due `after` so many seconds: what others bring until then is done with it.

    It may take `seconds`. Steps of one `pool` wait for each other, so that a long one holds up none of another.
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
    """Make a step of what `tracker daemon --status --format json` tells of one."""
    known = {name: facts[name] for name in ("name", "every", "again", "seconds", "after", "pool")}
    return Step(arguments=tuple(facts["arguments"]), then=tuple(facts["then"]), **known)
