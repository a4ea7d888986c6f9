"""Draft a declaration again if its lists have no rows or its layouts do not match, from what the site shows now."""

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from pydantic import ValidationError

from config.schema.source import Source, SourceList, hosts_hold
from db.beijing import beijing_today
from spiders.discovery import shell_of
from spiders.rows import UnreadableError
from spiders.sift import articles
from tracker.parse.parser import GENERAL
from tracker.sources import patterns
from tracker.sources.asking import Asker, UnansweredError
from tracker.sources.check_lines import Line
from tracker.sources.comparing import layout
from tracker.sources.draft import first_articles
from tracker.sources.finding import ON_THE_PAGE, find_list
from tracker.sources.reach import read_list


@dataclass
class Redraft:
    """The facts of a declaration with changed parts drafted again, and a note on each such list and layout."""

    facts: dict[str, Any]
    notes: list[str] = field(default_factory=list)


class NoDraftError(Exception):
    """A list or a layout that cannot be drafted; the text gives the reason."""


def redraft(source: Source, lines: Sequence[Line], ask: Asker) -> Redraft | None:
    """Draft what the lines of a check show to have changed, and note the result in each such line.

    None if nothing has changed, or nothing could be drafted.
    """
    made = Redraft(source.model_dump(mode="json", exclude_defaults=True))
    for line, list_ in _of_lists(source, lines):
        for draft in _wanted(source, line):
            try:
                note = draft(made, list_, ask)
            except (NoDraftError, UnansweredError, UnreadableError, ValidationError) as error:
                line.draft = f"none: {' '.join(str(error).split())[:200]}"
            else:
                line.draft = note
                made.notes.append(f"list {list_.id}: {note}")
    if not made.notes:
        return None
    today = beijing_today().isoformat()
    made.facts["evidence"] = {"verified_on": today, "confidence": "low", "note": "; ".join(made.notes)}
    return made


def _of_lists(source: Source, lines: Sequence[Line]) -> list[tuple[Line, SourceList]]:
    by_id = {list_.id: list_ for list_ in source.lists}
    return [(line, by_id[line.list]) for line in lines if line.list]


def _wanted(source: Source, line: Line) -> Sequence[Any]:
    if line.state == "empty" and not line.articles:
        return (_list,)
    return (_layout,) if source.layouts and line.layout == GENERAL else ()


def _list(made: Redraft, list_: SourceList, ask: Asker) -> str:
    """Declare the list that is found in place of the list; raise NoDraftError if there is no list."""
    url = shell_of(list_) or list_.url
    found = find_list(ask, ask.ask(url, ask.referer(url)), ON_THE_PAGE)
    source = ask.source
    rows = [row for row in found.rows if hosts_hold(source.hosts, urlsplit(row.url).hostname)] if found else []
    if not found or not rows:
        raise NoDraftError(f"{url} shows no list of articles on the source's hosts")
    facts = deepcopy(made.facts)
    if not articles(source, rows):
        new = patterns.accept([row.url for row in rows], list(source.hosts))
        facts["articles"]["accept"] = f"{facts['articles']['accept']}|{new}"
    at = [one["id"] for one in facts["lists"]].index(list_.id)
    declared = {"id": list_.id, "name": list_.name, **found.facts}
    facts["lists"][at] = {name: value for name, value in declared.items() if value}
    Source.model_validate(facts)
    made.facts = facts
    return f"{found.facts['kind']} of {len(rows)} rows, the first of them {rows[0].title!r}"


def _layout(made: Redraft, list_: SourceList, ask: Asker) -> str:
    """Add the layout that two articles of the list have in common; raise NoDraftError if they have none."""
    rows = tuple(articles(ask.source, read_list(ask, list_)[1].rows).values())
    facts = layout(first_articles(ask, ask.source, list_, rows))
    if not facts:
        raise NoDraftError("its articles have no layout in common; without layouts the general reader is used")
    if facts not in made.facts["layouts"]:
        made.facts["layouts"].append(facts)
    return f"layout with the text in {facts['text'][0]}"
