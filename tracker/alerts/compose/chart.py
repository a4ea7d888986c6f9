"""Draw the chart of a mail of several stories: two years of its initiatives, the acts that it reports in rings."""

import hashlib
import logging
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache

from sqlmodel import Session

from db.queries.timeline import Acts, acts_by_day
from tracker.acts import ACTS
from tracker.alerts.compose.dates import month_words
from tracker.alerts.compose.entries import entries
from tracker.alerts.compose.message import Chart, Item
from tracker.alerts.compose.wording import say
from tracker.charts.attention import months
from tracker.charts.lanes import Act, Lane, lanes
from tracker.charts.png import EXTRA, FONT_PACKAGE, can_draw, missing_font, png
from tracker.charts.sheet import MARGIN, Part, sheet

log = logging.getLogger(__name__)
MONTHS = 24
MOST_LANES = 5
WIDTH, SHARPNESS = 480.0, (1.5, 1.0)
"""Between the widths of a mail on a desk and on a phone, so that its words are large enough on both; and the dots per
unit: less of a chart so full that it would be too large."""
MOST_BYTES = 60_000
"""The largest PNG that a mail carries; most have 30,000."""


@dataclass
class Charts:
    """Draw charts, each once during a round of sending: many alerts report the same stories of a day."""

    drawn: dict[object, Chart | None] = field(default_factory=dict)
    told: dict[str, list[Acts]] = field(default_factory=dict)

    def of(self, session: Session, items: Sequence[Item], language: str, today: date) -> Chart | None:
        """Return the chart of a mail with these items.

        None if they are of one story, or if their initiatives have announced nothing but what the mail says anyway.
        """
        announced = [item for item in items if item.announcement_id]
        if len(entries(announced)) < 2:
            return None
        reported = frozenset((item.initiative, item.act, item.reported) for item in announced)
        names = dict.fromkeys((item.initiative, item.name) for item in announced)
        key = (language, today, tuple(names), reported)
        if key not in self.drawn:
            self.drawn[key] = self._draw(session, dict([*names][:MOST_LANES]), reported, language, today)
        return self.drawn[key]

    def _draw(
        self, session: Session, names: dict[str, str], reported: frozenset[object], language: str, today: date
    ) -> Chart | None:
        since = months(today, MONTHS)[0]
        rows = {id_: self._acts(session, id_, since, today) for id_ in names}
        shown = [(id_, one) for id_, some in rows.items() for one in some]
        if all((id_, one.act, one.timeline_day) in reported for id_, one in shown):
            return None
        counts = Counter({id_: sum(one.times for one in some) for id_, some in rows.items()})
        said = [say(language, "chart-count", name=names[id_], count=counts[id_]) for id_ in rows if counts[id_]]
        about = say(
            language, "chart-alt", month=month_words(since, language), counts=say(language, "semicolon").join(said)
        )
        drawn = [
            Lane(names[id_], [_act(one, (id_, one.act, one.timeline_day) in reported) for one in some])
            for id_, some in rows.items()
            if some
        ]
        title = say(language, "chart-title", month=month_words(since, language))
        legend: dict[str, str] = {
            act: say(language, f"act-{act}") for act in ACTS if any(one.act == act for _, one in shown)
        }
        made = sheet(title, [Part(lanes(drawn, "", today, WIDTH - 2 * MARGIN))], legend)
        return Chart(made, about, round(made.width), round(made.height))

    def _acts(self, session: Session, initiative: str, since: date, today: date) -> list[Acts]:
        if initiative not in self.told:
            self.told[initiative] = acts_by_day(session, initiative)
        return [one for one in self.told[initiative] if one.timeline_day and since <= one.timeline_day <= today]


def as_png(chart: Chart | None) -> bytes:
    """Return a chart as PNG; empty without a chart, if it is too large, or (logged) without the extra or a font."""
    if chart is None:
        return b""
    if not can_draw():
        _log_once(logging.INFO, f"mails have no charts: pip install '{EXTRA}' to draw them")
        return b""
    if missing := missing_font(chart.drawn):
        how = f"apt-get install {FONT_PACKAGE}, or set mail_charts = false"
        _log_once(logging.WARNING, f"mails have no charts: no installed font has {missing}; {how}")
        return b""
    return next((made for of in SHARPNESS if len(made := png(chart.drawn, of)) <= MOST_BYTES), b"")


def content_id(made: bytes, domain: str) -> str:
    """Return the Content-ID of a picture (RFC 2392), by its digest: the same mail has the same at each attempt."""
    return f"chart.{hashlib.sha256(made).hexdigest()[:32]}@{domain}"


@cache
def _log_once(level: int, said: str) -> None:
    log.log(level, said)


def _act(one: Acts, stressed: bool) -> Act:
    return Act(one.timeline_day or date.min, one.act, "", times=one.times, stressed=stressed)
