"""Show what was announced lately, a row for each story, with filters in the address."""

from functools import lru_cache
from itertools import groupby
from typing import Any

from markupsafe import Markup
from sqlmodel import Session
from starlette.requests import Request

from config import Config
from db.beijing import beijing_today
from tracker.acts import ACTS
from tracker.views.pages_by_day import page_of
from tracker.views.recent_stories import stories
from tracker.web.reading.asked import MOST_ROWS, Asked, read_asked
from tracker.web.reading.reader import Reader
from tracker.web.reading.show import Facts, readable
from tracker.web.unchanged import of_all

WINDOWS = {"since-today": "today", "since-7d": "7d", "since-30d": "30d", "since-1y": "1y", "since-all": None}


@readable("news.html", "news", of_all)
def news(session: Session, reader: Reader, request: Request) -> Facts:
    """Return the newest stories that match the filters, by day."""
    asked = read_asked(request.query_params, reader.config, beijing_today())
    rows, older = page_of(
        lambda wanted: stories(session, reader.config, wanted), lambda row: row[0], asked.wanted, MOST_ROWS
    )
    days = [(day, [row for _, row in some]) for day, some in groupby(rows, lambda row: row[0])]
    return {"days": days, "older": older, "windows": WINDOWS, **filter_facts(reader, asked)}


def filter_facts(reader: Reader, asked: Asked) -> Facts:
    """Return what the form of filters and the line above the rows need."""
    return {"asked": asked, "choices": options(reader), "applied": applied(reader, asked)}


def choices(reader: Reader) -> dict[str, list[tuple[str, str]]]:
    """Return the possible values of a filter as (value, words), in the order of the words."""
    config = reader.config
    return {
        "initiative": _sorted((id_, reader.initiative(id_)) for id_ in config.initiatives),
        "act": [(act, reader.say(f"act-{act}")) for act in ACTS],
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
    worded = ("act", "tier", "language")
    return [
        ((name, value), f"{reader.say(name)}: {_words(reader, name, value, said, worded)}")
        for name, value in asked.pairs
    ]


def _words(reader: Reader, name: str, value: str, said: dict[str, Any], worded: tuple[str, ...]) -> str:
    if name in worded:
        return reader.say(f"{name}-{value}")
    return str(said[name](value)) if name in said else value


def _sorted(named: Any) -> list[tuple[str, str]]:
    return sorted(named, key=lambda one: one[1].casefold())
