"""Show what was announced lately, a row for each story, with filters in the address."""

from collections.abc import Hashable, Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from types import SimpleNamespace
from typing import Any

from markupsafe import Markup
from sqlmodel import Session
from starlette.requests import Request

from config import Config
from db.beijing import beijing_today
from db.queries.news import StoryMark, newest_stories, story_marks
from db.queries.timeline import Wanted
from tracker.acts import ACTS, STAGES
from tracker.text.printable import printable
from tracker.views.pages_by_day import page_of
from tracker.views.recent_stories import rows_of
from tracker.web.kept_rows import kept_rows
from tracker.web.reading.asked import MOST_ROWS, Asked, read_asked
from tracker.web.reading.frames import Framed, place
from tracker.web.reading.reader import Reader
from tracker.web.reading.show import Facts, in_bytes, macros, readable
from tracker.web.unchanged import of_all

Pairs = tuple[tuple[str, str], ...]
# Filters whose values have words of their own, by the key of those words.
WORDED = {"act": "act", "at_least": "act", "stage": "stage", "tier": "tier", "language": "language"}
FILTERS = ("initiative", "act", "at_least", "stage", "body", "source", "tier", "language")
WINDOWS = {"since-today": "today", "since-7d": "7d", "since-30d": "30d", "since-1y": "1y", "since-all": None}


@readable("news.html", "news", of_all)
def news(session: Session, reader: Reader, request: Request) -> Framed:
    """Return the newest stories that match the filters, by day."""
    asked = read_asked(request.query_params, reader.config, beijing_today())
    shown, older = page_of(
        lambda wanted: newest_stories(session, wanted, whole_days=True), lambda one: one.day, asked.wanted, MOST_ROWS
    )
    marks = story_marks(session, asked.wanted, shown)
    rows = kept_rows(
        request.app.state.rows,
        _keys(reader, marks),
        lambda missing: _rows(session, reader, [marks[position] for position in missing]),
    )
    by_day = groupby(zip(marks, rows, strict=True), lambda one: one[0].day)
    rows_of_day = {day: b"\n".join(row for _, row in some) for day, some in by_day}
    days = [(day, place(number)) for number, day in enumerate(rows_of_day)]
    facts = {"days": days, "older": older, "windows": WINDOWS, **filter_facts(reader, asked, FILTERS)}
    return Framed(facts, [*rows_of_day.values()], (asked.pairs, *rows_of_day, older))


def _keys(reader: Reader, marks: Sequence[StoryMark]) -> list[Hashable]:
    """Return what each row depends on: a row links to this page with its body as a filter."""
    here = reader.here(body=None, until=None)
    return [("story", here, reader.language, *one) if one.has_digests else None for one in marks]


def _rows(session: Session, reader: Reader, marks: Sequence[StoryMark]) -> Iterator[bytes]:
    parts = macros("rows.html")
    for day, row in rows_of(session, reader.config, marks):
        # Jinja looks for an attribute first, and only then for the key of a dictionary, which takes four times as long.
        yield in_bytes(parts.story(reader, day, SimpleNamespace(**row)))


def filter_facts(reader: Reader, asked: Asked, names: tuple[str, ...], more: Pairs = ()) -> Facts:
    """Return the form of filters with these names, what the line above the rows needs, and the filters themselves."""
    head, tail = _form(reader.config, reader.language, reader.chosen, reader.path, asked.pairs, names)
    hidden = Markup('<input type="hidden" name="{}" value="{}">')
    typed = Markup("").join(hidden.format(name, printable(value)) for name, value in more if value)
    return {"asked": asked, "filters": head + typed + tail, "applied": applied(reader, asked)}


@lru_cache(maxsize=32)
def _form(
    config: Config, language: str, chosen: bool, path: str, pairs: Pairs, names: tuple[str, ...]
) -> tuple[Markup, Markup]:
    """Return what stands in a form before and behind the values that were typed on the page."""
    reader = Reader(config, language, chosen, path)
    form: Markup = macros("parts.html").filters(reader, Asked(Wanted(), pairs), options(reader), names, place(0))
    head, _, tail = form.partition(place(0))
    return head, tail


def choices(reader: Reader) -> dict[str, list[tuple[str, str]]]:
    """Return the possible values of a filter as (value, words), in the order of the words."""
    config = reader.config
    acts: list[tuple[str, str]] = [(act, reader.say(f"act-{act}")) for act in ACTS]
    return {
        "initiative": _sorted((id_, reader.initiative(id_)) for id_ in config.initiatives),
        "act": acts,
        "at_least": acts,
        "stage": [(stage, reader.say(f"stage-{stage}")) for stage in STAGES],
        "body": _sorted((id_, reader.body(id_)) for id_ in config.bodies),
        "source": _sorted((id_, reader.source(id_)) for id_ in config.sources),
        "tier": [(tier, reader.say(f"tier-{tier}")) for tier in ("primary", "media")],
        "language": [(language, reader.say(f"language-{language}")) for language in ("zh", "en")],
    }


def options(reader: Reader) -> dict[str, Markup]:
    """Return the same as options of a form. They are rendered once, since they are a third of the cost of a page."""
    return _options(reader.config, reader.language)


@lru_cache(maxsize=8)
def _options(config: Config, language: str) -> dict[str, Markup]:
    listed = choices(Reader(config, language, False, "/"))
    written = Markup('<option value="{}">{}</option>\n')
    return {name: Markup("").join(written.format(*one) for one in some) for name, some in listed.items()}


def applied(reader: Reader, asked: Asked) -> list[tuple[tuple[str, str], str]]:
    """Return each filter that is set, in words."""
    said = {"initiative": reader.initiative, "body": reader.body, "source": reader.source}
    return [((name, value), f"{reader.say(name)}: {_words(reader, name, value, said)}") for name, value in asked.pairs]


def _words(reader: Reader, name: str, value: str, said: dict[str, Any]) -> str:
    if name in WORDED:
        return reader.say(f"{WORDED[name]}-{value}")
    return str(said[name](value)) if name in said else value


def _sorted(named: Any) -> list[tuple[str, str]]:
    return sorted(named, key=lambda one: one[1].casefold())
