"""Arrange the steps of checks in a table: a row per list, and one for a host that cannot be used."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from tracker.sources.step import Step


@dataclass
class Line:
    """What a check found of a list, and of its newest article as the page itself shows it.

    `list` is None if a declaration or a host is wrong. `state` is ok, or what a crawl would report: changed, empty,
    down, blocked, error. `dated` counts articles with a date, `newest` is the latest of these; `date` is Beijing time;
    `lost` is what the layout misses that the second reading finds, empty if nothing. `draft` is the result of drafting
    the list or its layout again.
    """

    source: str
    list: str | None = None
    state: str = "ok"
    http: int | None = None
    rows: int | None = None
    articles: int | None = None
    dated: int | None = None
    newest: str | None = None
    article: str | None = None
    title: str | None = None
    date: str | None = None
    publisher: str | None = None
    characters: int | None = None
    layout: str | None = None
    lost: str | None = None
    wrong: tuple[str, ...] = ()
    draft: str | None = None

    @property
    def found(self) -> str:
        """Return which fields were found in the article."""
        fields = {"title": self.title, "date": self.date, "publisher": self.publisher, "text": self.characters}
        return ", ".join(name for name, value in fields.items() if value)

    @property
    def compared(self) -> str:
        """Return the result of the second reading; empty if the article was read without a layout, or not at all."""
        return "" if self.lost is None else self.lost or "same"


def lines(source: str, steps: Iterable[Step]) -> list[Line]:
    """Return the table of one source's steps, in order."""
    found: list[Line] = []
    for step in steps:
        kind, _, name = step.name.partition(" ")
        if kind == "list":
            found.append(Line(source, name))
        elif kind == "declaration" or step.over:
            if step.wrong:
                found.append(Line(source))
        elif kind in ("address", "reachable", "robots"):
            continue
        if found and (step.wrong or found[-1].list):
            _add(found[-1], step)
    return found


def _add(line: Line, step: Step) -> None:
    facts: dict[str, Any] = dict(step.facts)
    state = facts.pop("state", "changed")
    vars(line).update(facts)
    if step.wrong:
        line.state = state if line.state == "ok" else line.state
        line.wrong += step.wrong
