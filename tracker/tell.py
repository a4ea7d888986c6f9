"""Prints what a daemon does, one line a step, for people or as JSON for machines."""

import json
from collections.abc import Callable
from typing import Any

from db.models import now

Tell = Callable[..., None]


def tell_people(**facts: Any) -> None:
    """Print the moment, `step` and `outcome`, then what else there is to say."""
    step, outcome = facts.pop("step"), facts.pop("outcome")
    rest = " ".join(f"{name}={value}" for name, value in facts.items() if value not in (None, ""))
    print(f"{now():%Y-%m-%d %H:%M:%S} {step} {outcome} {rest}".rstrip(), flush=True)


def tell_machines(**facts: Any) -> None:
    """Print the facts as one line of JSON."""
    print(json.dumps({"at": now().isoformat(timespec="seconds"), **facts}, ensure_ascii=False), flush=True)
