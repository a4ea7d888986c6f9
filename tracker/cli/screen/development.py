"""Lays out how an initiative developed: phases, silences, then results and plans, each series under its name."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from rich.cells import cell_len
from rich.text import Text

from tracker.cli.screen.amounts import number_words
from tracker.cli.screen.bars import sparkline
from tracker.cli.screen.console import is_laid_out
from tracker.cli.screen.lines import text
from tracker.cli.screen.prose import DIM, Page
from tracker.development.growth import RATE
from tracker.development.series_names import series_name

MONTHS = ("", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
KINDS = (("result", "Results, as reported"), ("target", "Plans, as announced"))
Row = Mapping[str, Any]
LEAST_DRAWN = 3


def development_page(
    told: Row, names: str, figures: Mapping[int, Sequence[dict[str, Any]]], months: Sequence[tuple[date, int]] = ()
) -> Page:
    """Return the page of an initiative as `tell` states it; `figures` are its announcements' figures, by number.

    `months` holds how many announcements each month has. A screen shows them as a line of bars, as it does a series
    with enough values.
    """
    page = Page()
    page.paragraph(Text.assemble((names, "bold"), (f"  {told['initiative']}", DIM)), 0)
    heard = f", announced from {told['first']} to {told['last']}" if told["first"] else ""
    page.paragraph(text(f"{told['state'] or 'never announced'}{heard}"), 0)
    if is_laid_out() and len(months) > 1:
        drawn = sparkline([count for _, count in months])
        page.facts([("by month", Text.assemble(f"{months[0][0]:%Y-%m} ", drawn, f" {months[-1][0]:%Y-%m}"))], indent=0)
    if told["phases"]:
        page.heading("Phases")
        page.facts([(str(one["since"]), _phase(one)) for one in told["phases"]])
    if told["papers"]:
        page.heading("Papers")
        page.facts([(str(one["day"] or "no day"), _paper(one)) for one in told["papers"]])
    if told["gaps"]:
        page.heading("Silences")
        page.facts([(f"{one['days']} days", text(f"{one['from']} to {one['to']}")) for one in told["gaps"]])
    for kind, title in KINDS:
        some = [one for one in told["series"] if one["kind"] == kind]
        if some:
            page.heading(title)
            for one in some:
                _series(page, one, figures)
    return page


def _phase(one: Row) -> Text:
    return Text.assemble(one["state"], (f"  tracker show {one['announcement_id']}", DIM))


def _paper(one: Row) -> Text:
    known = (("comments until", one["comment_until"]), ("in force from", one["effective"]), ("until", one["expires"]))
    days = "".join(f", {name} {day}" for name, day in known if day)
    words = text(f"{one['stage']}, {one['body'] or 'no body'}{days} · {one['headline']}")
    return Text.assemble(words, (f"  tracker show {one['announcement_id']}", DIM))


def _series(page: Page, one: Row, figures: Mapping[int, Sequence[dict[str, Any]]]) -> None:
    last = one["points"][-1]
    name = text(series_name(last["what"], last["value"], figures.get(last["announcement_id"], ())), "underline")
    page.paragraph(Text.assemble(name, *_drawn([point["value"] for point in one["points"]])))
    cells = list(_cells(one))
    wide = max(cell_len(value) for value, _, _, _ in cells), max(cell_len(change) for _, change, _, _ in cells)
    for day, (value, change, when, id_) in zip((point["day"] for point in one["points"]), cells, strict=True):
        before, behind = " " * (wide[0] - cell_len(value)), " " * (wide[1] - cell_len(change))
        words = f"{before}{value}  {change}{behind}  {when}"
        page.facts([(str(day or "no day"), Text.assemble(words.rstrip(), (f"  tracker show {id_}", DIM)))], indent=4)


def _drawn(values: Sequence[float]) -> list[Text]:
    """Return one bar for each value of a series; none in a pipe, for few values, or if one is below zero."""
    drawn = is_laid_out() and len(values) >= LEAST_DRAWN and min(values) >= 0
    return [Text("  "), sparkline(values)] if drawn else []


def _cells(one: Row) -> Iterator[tuple[str, str, str, int]]:
    last = one["points"][-1]["what"]
    for point in one["points"]:
        # The clause of a rate says whether it grows or falls; the counts of one series are written in one language.
        value = number_words(point["value"], one["unit"], point["what"] if one["unit"] == RATE else last)
        yield value, _change(point["change"], one["unit"], last), _when(point), point["announcement_id"]


def _change(change: float | None, unit: str, what: str) -> str:
    if not change:
        return ""
    sign = "+" if change > 0 else "-"
    amount = f"{abs(change):,.10g} points" if unit == RATE else number_words(abs(change), unit, what)
    return f"{sign}{amount}"


def _when(point: Row) -> str:
    """Return the time of a figure for people: Jan to Jul 2024, end of Aug 2024; for a plan, its deadline."""
    if point["kind"] == "target":
        return f"by {point['year']}" if point["year"] else ""
    period = str(point["period"] or "")
    if period.startswith("../"):
        return f"end of {_month(period[3:])}"
    first, _, last = period.partition("/")
    if not last or first == last:
        return _month(first)
    same_year = first[:4] == last[:4]
    return f"{_month(first).removesuffix(f' {first[:4]}') if same_year else _month(first)} to {_month(last)}"


def _month(written: str) -> str:
    """Return 2024-08 as Aug 2024, and a day or a year unchanged."""
    try:
        return f"{MONTHS[date.fromisoformat(f'{written}-01').month]} {written[:4]}"
    except ValueError:
        return written
