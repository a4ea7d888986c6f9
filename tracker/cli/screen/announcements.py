"""Lays out announcements on a rail of months: act, day, number and body, then the words that prove each."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from rich.text import Text

from tracker.cli.screen import acts
from tracker.cli.screen.amounts import figure_lines
from tracker.cli.screen.console import console, show
from tracker.cli.screen.lines import broken, in_lines, linked, text
from tracker.cli.screen.tables import GUTTER, Column, table
from tracker.views.corrected import sentences

if TYPE_CHECKING:
    from config import Config

WORDS_FROM = 100
"""From this screen width there is room for the word of an act; a narrower screen shows its letter."""
BODY = 16
MOST_NAMED = 6
DIM = "bright_black"
CORRECTED = "magenta"
REPORTED = "~ the day of the first report; the act's own day is not known"
Row = Mapping[str, Any]


def show_announcements(rows: Sequence[Row], config: "Config", title: Text, initiatives: Sequence[str] = ()) -> None:
    """Print announcements with the initiatives that each names, except the only one of `initiatives`."""
    screen = console()
    wordy = screen.width >= WORDS_FROM
    columns = [Column("month"), Column(""), Column("day", right=True), Column("id", right=True)]
    columns += [Column("act")] * wordy + [Column("body"), Column("what was announced", wraps=True)]
    room = screen.width - _before(rows, config, columns)
    laid = table(columns, list(_cells(rows, config, wordy, max(room, 1), initiatives)), screen.width)
    show(title, Text(), laid or Text(), Text(), *_foot(rows, wordy))


def headline(names: str, rows: Sequence[Row], one: str = "announcement", several: str = "announcements") -> Text:
    """Return what the rows are about, how many they are, and from when to when."""
    days = sorted(str(row["day"]) for row in rows if row["day"])
    span = f", {days[0]} to {days[-1]}" if days else ""
    count = f"{len(rows)} {one if len(rows) == 1 else several}{span}"
    return Text.assemble((names, "bold"), (f"  {count}", DIM))


def _foot(rows: Sequence[Row], wordy: bool) -> Iterator[Text]:
    if not wordy:
        yield acts.legend(row["act"] for row in rows)
    if any(row["day"] and not row["day_stated"] for row in rows):
        yield Text(REPORTED, DIM)
    yield Text("tracker show ID shows the proof of a row", DIM)


def _before(rows: Sequence[Row], config: "Config", columns: Sequence[Column]) -> int:
    """Return how many columns of the screen precede the words."""
    bodies = max((line.cell_len for row in rows for line in broken(_body(row, config), BODY)), default=0)
    wide = {"month": 7, "": 1, "day": 3, "id": _digits(rows), "act": 10, "body": max(bodies, 4)}
    return sum(wide[column.name] + GUTTER for column in columns[:-1])


def _digits(rows: Sequence[Row]) -> int:
    return max([2, *(len(str(row["id"])) for row in rows)])


def _cells(
    rows: Sequence[Row], config: "Config", wordy: bool, room: int, initiatives: Sequence[str]
) -> Iterator[list[Text]]:
    month = None
    for row in rows:
        day = str(row["day"] or "")
        words = Text("\n").join(line for part in _words(row, initiatives, room) for line in broken(part, room))
        body = Text("\n").join(broken(_body(row, config), BODY))
        high = max(words.plain.count("\n"), body.plain.count("\n"))
        rail = Text.assemble(acts.letter(row["act"]), *[("\n│", DIM)] * high)
        head = Text("" if day[:7] == month else day[:7] or "no day", "bold")
        stated = text(f"{'' if row['day_stated'] or not day else '~'}{day[8:] or '?'}")
        yield [head, rail, stated, text(row["id"], "bold"), *[acts.word(row["act"])] * wordy, body, words]
        month = day[:7]


def _body(row: Row, config: "Config") -> Text:
    body = config.bodies.get(row["body"] or "")
    return text((body.short or body.name).en if body else row["body"] or "")


def _words(row: Row, initiatives: Sequence[str], room: int) -> Iterator[Text]:
    """Yield the paragraphs of a row: its proof, its figures and its source."""
    yield linked(text(row["clause"]), row.get("url"))
    for value, what in figure_lines(row.get("figures") or ()):
        yield Text.assemble((value, "bold"), f" · {what}" if what and what not in row["clause"] else "")
    named = [one for one in row.get("initiatives") or [row["initiative"]] if [one] != list(initiatives)]
    more = f" and {len(named) - MOST_NAMED} more" if len(named) > MOST_NAMED else ""
    about = [f"{', '.join(named[:MOST_NAMED])}{more}", told_by(row), _stage(row), row.get("number") or ""]
    yield text(in_lines(about, room), DIM)
    for sentence in sentences(row.get("corrected")):
        yield text(f"* {sentence}", CORRECTED)


def _stage(row: Row) -> str:
    """Return the stage of a paper, unless it is simply issued."""
    return str(row["stage"]) if row.get("stage") not in (None, row["act"]) else ""


def told_by(row: Row) -> str:
    """Return the source of a row, and how many more there are."""
    sources = row.get("sources") or [row.get("source") or ""]
    others = max(len(sources), row.get("members") or 0) - 1
    return str(sources[0]) + (f" +{others}" if others > 0 else "")
