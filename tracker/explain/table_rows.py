"""Replace rows in tables, and record which of them hold."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from tracker.tag.acts.target_context import TargetContext
from tracker.tag.engine import Near, Rule, Table

NOTHING: Any = Rule("never", text="(?!)", examples=("a", "b"))
"""Replaces a row, or a condition of one, that must never match."""
CUES = ("when", "unless")
Way = tuple[int | str, ...]


class Recorder:
    """Wrap a row, or a condition of one, and pass on the matches when it holds."""

    __slots__ = ("near", "note")

    def __init__(self, near: Near, note: Callable[[Sequence[re.Match[str]]], None]) -> None:
        self.near = near
        self.note = note

    def __getattr__(self, name: str) -> Any:
        return getattr(self.near, name)

    def __call__(self, said: TargetContext) -> bool:
        """Decide as a `Near` does."""
        return self.find(said) is not None

    def find(self, said: TargetContext) -> list[re.Match[str]] | None:
        """Find matches as a `Near` does."""
        matches = self.near.find(said)
        if matches is not None:
            self.note(matches)
        return matches

    def by(self, match: re.Match[str]) -> Near:
        """Return the row as a `Rule` does."""
        self.note([match])
        return self.near


def nears(row: Rule) -> Iterator[tuple[Way, Near]]:
    """Yield the conditions that a row asks by patterns, with the ways to them: `("unless", 0)`."""
    for cues in CUES:
        for place, cue in enumerate(getattr(row, cues)):
            if isinstance(cue, Near):
                yield (cues, place), cue


def changed(value: Any, instead: Mapping[Way, Any]) -> Any:
    """Return a table or a row with some ways replaced: `(3,)` is a row, `(3, "unless", 0)` a condition of it."""
    if () in instead:
        near = instead[()]
        inner = {way: other for way, other in instead.items() if way}
        return Recorder(changed(near.near, inner), near.note) if isinstance(near, Recorder) and inner else near
    if isinstance(value, Recorder):
        return Recorder(changed(value.near, instead), value.note)
    parts: dict[Any, dict[Way, Any]] = {}
    for (first, *rest), other in instead.items():
        parts.setdefault(first, {})[tuple(rest)] = other
    if isinstance(value, Table):
        return value.replaced({place: changed(value.rows[place], inner) for place, inner in parts.items()})
    cues = {
        name: tuple(inner.get((place,), cue) for place, cue in enumerate(getattr(value, name)))
        for name, inner in parts.items()
    }
    return replace(value, **cues)
