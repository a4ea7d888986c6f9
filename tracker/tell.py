"""Prints what a daemon does, one line a step, for people or as JSON for machines."""

import json
from collections.abc import Callable
from typing import Any, Literal

from db.models import now

Tell = Callable[..., None]


def teller(form: Literal["text", "json"]) -> Tell:
    """Give the function that prints the facts of a step, among them `step` and `outcome`."""
    return {"text": _as_text, "json": _as_json}[form]


def _as_text(**facts: Any) -> None:
    step, outcome = facts.pop("step"), facts.pop("outcome")
    rest = " ".join(f"{name}={value}" for name, value in facts.items() if value not in (None, ""))
    print(f"{now():%Y-%m-%d %H:%M:%S} {step} {outcome} {rest}".rstrip(), flush=True)


def _as_json(**facts: Any) -> None:
    print(json.dumps({"at": now().isoformat(timespec="seconds"), **facts}, ensure_ascii=False), flush=True)
