"""Draw what initiatives announced: their acts on lanes, their figures as series, each as a stand-alone sheet."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from config import Config
from db.queries.timeline import Acts
from tracker.acts import ACTS
from tracker.alerts.compose.figures import number_words
from tracker.charts.lanes import Act, Lane, lanes
from tracker.charts.series import Value, series_chart
from tracker.charts.sheet import Part, sheet
from tracker.charts.svg import Picture
from tracker.development.series import Series

MOST_LANES = 40
"""The most lanes of a picture; of more initiatives, the ones announced most often are drawn."""
MOST_SERIES = 12
MOST_POINTS = 200
LONGEST_WHAT = 200


@dataclass(frozen=True)
class Wording:
    """The words of a picture in a language, and the address that an announcement links to, if any."""

    language: str
    act: Callable[[str], str]
    initiative: Callable[[str], str]
    address: Callable[[int], str | None]

    def legend(self) -> dict[str, str]:
        """Return the words of every act."""
        return {act: self.act(act) for act in ACTS}


def in_english(config: Config, public: str = "") -> Wording:
    """Return the words of the command line; marks link to the pages at the `public` address, if it is known."""

    def named(id_: str) -> str:
        known = config.initiatives.get(id_)
        return known.names.en if known else id_

    def address(number: int) -> str | None:
        return f"{public}/announcements/{number}" if public else None

    return Wording("en", str, named, address)


def acts(told: Iterable[Acts], wording: Wording) -> list[Act]:
    """Return the acts of a lane, each with a link to an announcement of it."""
    words = wording.legend()
    return [
        Act(one.timeline_day, one.act, words.get(one.act, one.act), wording.address(one.id), one.times)
        for one in told
        if one.timeline_day
    ]


def values(one: Series, wording: Wording) -> list[Value]:
    """Return the newest values of a series, each with a link to its announcement. A target stands at its year's end."""
    return [
        Value(
            day=date(point.year, 12, 31) if point.kind == "target" and point.year else point.day,
            value=point.value,
            words=(words := number_words(point.value, one.unit, wording.language)),
            title=f"{words} ({point.year or point.day})",
            is_target=point.kind == "target",
            address=wording.address(point.announcement_id),
        )
        for point in one.points[-MOST_POINTS:]
        if point.day
    ]


def timeline_sheet(
    rows: Iterable[Mapping[str, Any]], title: str, wording: Wording, today: date, first: Sequence[str] = ()
) -> Picture:
    """Draw a lane for each initiative in rows of a timeline or of the news; those of `first` are above the others."""
    found: dict[str, list[Act]] = {id_: [] for id_ in first}
    for row in rows:
        if row["day"]:
            said = f"{wording.act(row['act'])}: {row['headline'] or row['quote']}"
            for id_ in row.get("initiatives") or [row["initiative"]]:
                found.setdefault(id_, []).append(Act(row["day"], row["act"], said, wording.address(row["id"])))
    most = {id_ for id_, _ in Counter({id_: len(some) for id_, some in found.items()}).most_common(MOST_LANES)}
    drawn = [Lane(wording.initiative(id_), some) for id_, some in found.items() if some and id_ in most]
    return sheet(title, [Part(lanes(drawn, title, today))], wording.legend())


def acts_sheet(told: Mapping[str, Sequence[Acts]], title: str, wording: Wording, today: date) -> Picture:
    """Draw a lane for each initiative: for one and its children, or for the compared ones."""
    drawn = [Lane(wording.initiative(id_), acts(some, wording)) for id_, some in told.items() if some]
    return sheet(title, [Part(lanes(drawn, title, today))], wording.legend())


def figures_sheet(found: Iterable[Series], title: str, wording: Wording) -> Picture:
    """Draw every series under what it measures."""
    return sheet(title, figure_parts(found, wording))


def figure_parts(found: Iterable[Series], wording: Wording) -> list[Part]:
    """Return every series as a part of a sheet."""
    return [Part(series_chart(values(one, wording), one.what[:LONGEST_WHAT]), one.what[:LONGEST_WHAT]) for one in found]


def development_sheet(
    told: Sequence[Acts], found: Iterable[Series], title: str, wording: Wording, today: date
) -> Picture:
    """Draw an initiative's own acts, and every series of figures below them."""
    own = Part(lanes([Lane("", acts(told, wording))], title, today))
    return sheet(title, [own, *figure_parts(found, wording)], wording.legend())
