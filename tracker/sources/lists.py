"""The step of a check that reads a list: its rows, which of them are articles, their dates."""

from collections.abc import Collection
from dataclasses import dataclass, field

from scrapy.http import Response

from config.schema.source import Source, SourceList
from db.beijing import in_beijing
from spiders.dates import Stamp, date_in_url, find_date
from spiders.rows import Row, UnreadableError
from spiders.sift import articles
from tracker.sources.asking import Asker, UnansweredError
from tracker.sources.reach import read_list
from tracker.sources.step import Step, charset_doubt


@dataclass(frozen=True)
class Tried:
    """A list that was tried: its step, and its rows that are articles, by key."""

    step: Step
    rows: dict[str, Row] = field(default_factory=dict)


def try_list(source: Source, list_: SourceList, ask: Asker) -> Tried:
    """Read a list's first answer."""
    name = f"list {list_.id}"
    try:
        answer, found = read_list(ask, list_)
    except UnansweredError as error:
        trouble = error.trouble
        over = trouble.refusal or trouble.verdict == "down"
        return Tried(Step(name, f"{trouble.verdict}: {trouble.name}", (trouble.text,), over))
    except UnreadableError as error:
        return Tried(Step(name, "empty", (f"the answer {error}",)))
    kept = articles(source, found.rows)
    wrong = (*_rows_wrong(found.rows, source), *_dates_wrong(kept.values(), list_), *charset_doubt(answer))
    return Tried(Step(name, _seen(answer, found.rows, kept), wrong), kept)


def _seen(answer: Response, rows: Collection[Row], kept: dict[str, Row]) -> str:
    dates = [stamp for row in kept.values() if (stamp := dated(row))]
    newest = f", newest {in_beijing(max(dates).moment, 'day')}" if dates else ""
    return f"HTTP {answer.status}, {len(rows)} rows, {len(kept)} articles, {len(dates)} with a date{newest}"


def _rows_wrong(rows: Collection[Row], source: Source) -> tuple[str, ...]:
    if not rows:
        return ("no rows: an empty list is an error, not an empty day",)
    strange = [row.url for row in rows if not articles(source, [row])]
    if len(strange) * 2 > len(rows):
        return (f"{len(strange)} of {len(rows)} rows leave articles.accept, such as {strange[0][:200]}",)
    return ()


def _dates_wrong(rows: Collection[Row], list_: SourceList) -> tuple[str, ...]:
    blind = list_.date and rows and not any(find_date(row.date or "") for row in rows)
    return (f"`date` finds no date in any row, but {next(iter(rows)).date!r}",) if blind else ()


def dated(row: Row) -> Stamp | None:
    """Return the date that a row prints, or else its address."""
    return find_date(row.date or "") or date_in_url(row.url)
