"""Check a list: its rows, which of them are articles, their dates."""

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any

from scrapy.http import Response

from config.schema.source import Source, SourceList
from db.beijing import beijing_today, in_beijing
from spiders.dates import Stamp, date_in_url, find_date
from spiders.rows import Row, UnreadableError
from spiders.short_dates import with_whole_dates
from spiders.sift import articles, unaccepted
from tracker.sources.asking import Asker, UnansweredError
from tracker.sources.reach import read_list
from tracker.sources.step import Step, charset_doubt
from tracker.text.plurals import plural


@dataclass(frozen=True)
class Tried:
    """A list that was tried: its step, and its rows that are articles, by key."""

    step: Step
    rows: dict[str, Row] = field(default_factory=dict)


def try_list(source: Source, list_: SourceList, ask: Asker) -> Tried:
    """Read a list's first response."""
    name = f"list {list_.id}"
    try:
        answer, found = read_list(ask, list_)
    except UnansweredError as error:
        trouble = error.trouble
        over = trouble.refusal or trouble.verdict == "down"
        facts = {"state": trouble.verdict}
        return Tried(Step(name, f"{trouble.verdict}: {trouble.name}", (trouble.text,), over, facts))
    except UnreadableError as error:
        return Tried(Step(name, "empty", (f"the answer {error}",), facts={"state": "empty"}))
    # As a crawl does: a list that prints 11-20 has dates.
    rows = with_whole_dates(found.rows, beijing_today())
    kept = articles(source, rows)
    wrong = (*_rows_wrong(rows, source), *_dates_wrong(kept.values(), list_), *charset_doubt(answer))
    facts = _facts(answer, rows, kept)
    return Tried(Step(name, _seen(facts), wrong, facts=facts), kept)


def _facts(answer: Response, rows: Collection[Row], kept: dict[str, Row]) -> dict[str, Any]:
    dates = [stamp for row in kept.values() if (stamp := dated(row))]
    counts = {"http": answer.status, "rows": len(rows), "articles": len(kept), "dated": len(dates)}
    newest = in_beijing(max(dates).moment, "day") if dates else None
    return {"state": "changed" if kept else "empty", **counts, "newest": newest}


def _seen(facts: dict[str, Any]) -> str:
    newest = f", newest {facts['newest']}" if facts["newest"] else ""
    rows, articles = plural(facts["rows"], "row"), plural(facts["articles"], "article")
    return f"HTTP {facts['http']}, {rows}, {articles}, {facts['dated']} with a date{newest}"


def _rows_wrong(rows: Collection[Row], source: Source) -> tuple[str, ...]:
    if not rows:
        return ("no rows: an empty list is an error, not an empty day",)
    return (told,) if (told := unaccepted(source, rows)) else ()


def _dates_wrong(rows: Collection[Row], list_: SourceList) -> tuple[str, ...]:
    blind = list_.date and rows and not any(find_date(row.date or "") for row in rows)
    return (f"`date` finds no date in any row, only {next(iter(rows)).date!r}",) if blind else ()


def dated(row: Row) -> Stamp | None:
    """Return the date that a row prints, otherwise that of its address."""
    return find_date(row.date or "") or date_in_url(row.url)
