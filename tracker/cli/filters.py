"""The options that select announcements and documents. They are the same, with the same words, in every command."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from tracker.acts import ACTS, STAGES, Act, strength
from tracker.cli import completion
from tracker.cli.frame import Complaint, one_of

if TYPE_CHECKING:
    from datetime import date

    from config import Config
    from db.queries.timeline import Wanted

Option = typer.Option
Since = Annotated[str | None, Option(help="First day: 7d, yesterday, 2025, 2025-08 or 2025-08-26.")]
Until = Annotated[str | None, Option(help="Last day, in the same forms.")]
Initiatives = Annotated[
    list[str] | None,
    Option(
        "--initiative",
        help="Only this initiative and its children; can be repeated.",
        autocompletion=completion.initiatives,
    ),
]
Acts = Annotated[
    list[str] | None, Option("--act", help="Only this act; can be repeated.", autocompletion=completion.acts)
]
Stages = Annotated[
    list[str] | None,
    Option("--stage", help=f"Only papers at this stage: {', '.join(STAGES)}; can be repeated."),
]
AtLeast = Annotated[
    str | None,
    Option(help=f"This act or a stronger one: {', '.join(ACTS)}.", autocompletion=completion.acts),
]
Bodies = Annotated[
    list[str] | None,
    Option("--body", help="Only this issuing body; can be repeated.", autocompletion=completion.bodies),
]
Sources = Annotated[
    list[str] | None,
    Option("--source", help="Only what this source reported; can be repeated.", autocompletion=completion.sources),
]
Tier = Annotated[Literal["primary", "media"] | None, Option(help="Only what primary sources, or media, reported.")]
Language = Annotated[Literal["zh", "en"] | None, Option(help="Only what was reported in this language.")]


@dataclass(frozen=True)
class Filters:
    """The filters as typed; `wanted` returns what they select."""

    since: str | None = None
    until: str | None = None
    initiatives: list[str] | None = None
    acts: list[str] | None = None
    at_least: str | None = None
    bodies: list[str] | None = None
    sources: list[str] | None = None
    tier: str | None = None
    language: str | None = None
    stages: list[str] | None = None

    def wanted(self, config: "Config", today: "date", most: int | None = None) -> "Wanted":
        """Return what the filters select; complain about a name or a day that does not exist."""
        from config.chosen import of_tier, with_children
        from db.queries.timeline import Wanted
        from tracker.cli import names, span

        since, until = span.both(self.since, self.until, today)
        named = tuple(names.source(one, config, imported=True) for one in self.sources or ())
        sources, other_sources = of_tier(self.tier, named, config)
        return Wanted(
            initiatives=with_children(names.initiatives(self.initiatives or (), config), config),
            since=since,
            until=until,
            acts=chosen_acts(self.acts, self.at_least),
            stages=tuple(one_of(stage, STAGES, "stage") for stage in self.stages or ()),
            bodies=tuple(names.body(one, config) for one in self.bodies or ()),
            sources=sources,
            other_sources=other_sources,
            language=self.language,
            most=most,
        )

    def narrows(self) -> bool:
        """Return whether any filter was typed."""
        return self != Filters()

    def with_others(self) -> str:
        """Return words for what was typed besides the days and the initiatives; they are empty if there is nothing."""
        others = replace(self, since=None, until=None, initiatives=None)
        return " with these filters" if others.narrows() else ""


def chosen_acts(acts: list[str] | None, at_least: str | None) -> tuple[Act, ...]:
    """Return the selected acts, strongest first; empty means all. Complain about an unknown act, or if none is left."""
    named = {one_of(act, ACTS, "act") for act in acts or ACTS}
    least = strength(one_of(at_least, ACTS, "act")) if at_least else 0
    chosen = [act for act in ACTS if act in named and strength(act) >= least]
    if not chosen:
        raise Complaint(
            f"no act of {', '.join(acts or ())} is {at_least} or a stronger one; leave out --act or --at-least"
        )
    return () if len(chosen) == len(ACTS) else tuple(chosen)
