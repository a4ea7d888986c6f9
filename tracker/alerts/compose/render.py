"""Render a message's text and HTML from the same items."""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache, lru_cache, partial
from itertools import groupby
from typing import NamedTuple

from jinja2 import Environment, PackageLoader, StrictUndefined, Template, select_autoescape
from rich.cells import cell_len

from tracker.alerts.compose.dates import day_words, short_day
from tracker.alerts.compose.message import Item, Message, Teller
from tracker.alerts.compose.subjects import heading, name_of, subject
from tracker.alerts.compose.truncate import Form, Forms, fit
from tracker.alerts.compose.wording import say
from tracker.alerts.compose.wrap import WIDTH, lay_out

INDENT = "  "
# Columns of the labels of the text form.
LABEL = {"en": 12, "zh": 8}
MOST_COMMANDS = 6
MOST_PREVIEW = 140
# A mail of one item names its story's members; a digest has room for the first.
TELLERS = {True: 20, False: 4}


class Section(NamedTuple):
    """One initiative in a mail: its items in full, and those that have a line each."""

    name: str
    full: str
    lines: str


def render(message: Message) -> tuple[str, str]:
    """The text and the HTML of a message."""
    alone = message.kind == "news" and len(message.items) == 1
    whys = {item.why for item in message.items}
    many = len(whys) > 1

    def write(item: Item, form: Form) -> tuple[str, str]:
        text, html = (_block(f"{form}.{end}", item, message.language, alone, many) for end in ("txt", "html"))
        return text, html

    shown = fit(message.items, write, in_full=message.kind != "first-crawl")
    left = [item for n, item in enumerate(message.items) if n not in shown]
    fields = {
        "message": message,
        "title": subject(message),
        "heading": "" if alone else heading(message),
        "preview": _preview(message),
        "alone": alone,
        "why": "" if many else next(iter(whys), ""),
        "numbered": "line" in shown.values(),
        "more": len(left),
        "commands": _commands(left),
    }
    text, html = (
        _template(f"mail.{end}", message.language).render(
            fields, sections=list(_sections(message, shown, end, alone=alone, many=many))
        )
        for end in ("txt", "html")
    )
    return text, html


def fill_in(name: str, language: str, **fields: object) -> str:
    """One of the other templates, in a language."""
    return _template(name, language).render(fields)


def _sections(message: Message, shown: Forms, end: str, *, alone: bool, many: bool) -> Iterator[Section]:
    """The initiatives of a mail that have an item to show, in the order of its items."""
    told = [(item, shown[n]) for n, item in enumerate(message.items) if n in shown]
    for _, group in groupby(told, key=lambda pair: pair[0].initiative):
        items = list(group)

        def joined(wanted: Form, items: Sequence[tuple[Item, Form]] = items) -> str:
            blocks = (
                _block(f"{form}.{end}", item, message.language, alone, many) for item, form in items if form == wanted
            )
            return "".join(blocks)

        yield Section(items[0][0].name, joined("item"), joined("line"))


@lru_cache(1024)
def _block(name: str, item: Item, language: str, alone: bool, with_why: bool) -> str:
    """One item in one form: a round of sending puts the same into mail after mail."""
    title = name_of(item, language)
    template = _template(name, language)
    return template.render(item=item, title=title, alone=alone, with_why=with_why, tellers=TELLERS[alone])


def _preview(message: Message) -> str:
    """What a mail program shows beside the subject: what the subject does not say yet."""
    first = message.items[0] if message.items else None
    if first is None:
        return ""
    if len(message.items) > 1:
        return " · ".join(name_of(item, message.language) for item in message.items[1:4])[:MOST_PREVIEW]
    return next((quote.text for quote in first.quotes), first.headline)[:MOST_PREVIEW]


def _commands(left: Sequence[Item]) -> list[str]:
    """The commands that list what a mail only counts."""
    first: dict[str, date | None] = {}
    for item in left:
        if item.announcement_id is not None:
            days = [day for day in (first.get(item.initiative, date.max), item.reported or item.day) if day]
            first[item.initiative] = min(days, default=None)
    commands = [f"tracker timeline {id_}" + (f" --since {day}" if day else "") for id_, day in first.items()]
    more = ["tracker initiatives"] if len(commands) > MOST_COMMANDS else []
    health = ["tracker health"] if any(item.is_incident for item in left) else []
    return commands[:MOST_COMMANDS] + more + health


def _row(language: str, key: str, text: str) -> str:
    """A line of the text form with its label, or without where `key` is empty."""
    label = say(language, key) if key else ""
    blank = " " * (LABEL[language] - len(INDENT))
    padded = label + " " * (len(blank) - cell_len(label))
    return lay_out(text, INDENT + padded, INDENT + blank)


def _web(language: str, url: str) -> str:
    """A web address in the text form, never broken: under the text of its label, or further left where it is long."""
    return " " * (LABEL[language] if LABEL[language] + len(url) <= WIDTH else len(INDENT)) + url


def _begin(text: str) -> str:
    """A sentence begins with a capital."""
    return text[:1].upper() + text[1:]


def _told_by(language: str, item: Item, teller: Teller) -> str:
    """Who tells, and when, before a title; an incident's lists are all of one source, which its name has said."""
    if item.is_incident:
        return ""
    day = say(language, "comma") + short_day(teller.day, language) if teller.day else ""
    return teller.source + day + say(language, "colon")


def _day(language: str, item: Item) -> str:
    if item.day:
        return day_words(item.day, language)
    reported = item.reported
    return (
        say(language, "day-reported", day=day_words(reported, language)) if reported else say(language, "day-unknown")
    )


def _brief_day(language: str, item: Item) -> str:
    day = item.day or item.reported
    return short_day(day, language) if day else say(language, "day-unknown")


@cache
def _template(name: str, language: str) -> Template:
    return _templates(language).get_template(name)


@cache
def _templates(language: str) -> Environment:
    environment = Environment(
        loader=PackageLoader("tracker.alerts.compose"),
        autoescape=select_autoescape(["html"]),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )
    environment.filters |= {"lay": lay_out, "columns": cell_len}
    environment.globals |= {
        "lang": "zh-CN" if language == "zh" else "en",
        "width": WIDTH,
        "indent": INDENT,
        "say": partial(say, language),
        "begin": _begin,
        "row": partial(_row, language),
        "web": partial(_web, language),
        "day": partial(_day, language),
        "told_by": partial(_told_by, language),
        "brief_day": partial(_brief_day, language),
    }
    return environment
