"""Render a message's text and HTML from the same items."""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache, partial
from itertools import groupby
from typing import NamedTuple

from jinja2 import Environment, PackageLoader, StrictUndefined, Template, select_autoescape
from rich.cells import cell_len

from tracker.alerts.compose.dates import day_words, short_day
from tracker.alerts.compose.entries import Entry, entries
from tracker.alerts.compose.message import Item, Message, Quote, Teller
from tracker.alerts.compose.names import few
from tracker.alerts.compose.sanitize import clean
from tracker.alerts.compose.subjects import heading, name_of, subject
from tracker.alerts.compose.truncate import Form, Forms, fit
from tracker.alerts.compose.wording import say
from tracker.alerts.compose.wrap import WIDTH, lay_out

INDENT = "  "
# The width of the labels in the text form.
LABEL = {"en": 12, "zh": 8}
MOST_COUNTED = 6
MOST_WHY = 500
MOST_QUOTED = 300
MOST_PREVIEW = 140
# A mail of one item names its story's members; a digest has room for the first.
TELLERS = {True: 20, False: 4}


class Section(NamedTuple):
    """One initiative in a mail: its stories in full, and those with one line each."""

    name: str
    full: str
    lines: str


def render(message: Message, picture: str = "") -> tuple[str, str]:
    """Return the text and the HTML of a message; `picture` is the Content-ID of its chart, if the HTML shows it."""
    told = entries(message.items)
    alone = message.kind == "news" and len(told) == 1
    whys = {entry.why for entry in told}
    many = len(whys) > 1

    def write(entry: Entry, form: Form) -> tuple[str, str]:
        text, html = (_block(f"{form}.{end}", entry, message.language, alone, many) for end in ("txt", "html"))
        return text, html

    shown = fit(told, write, in_full=message.kind != "first-crawl")
    left = [entry for n, entry in enumerate(told) if n not in shown]
    fields = {
        "message": message,
        "title": subject(message),
        "heading": "" if alone else heading(message),
        "preview": _preview(told, message.language),
        "alone": alone,
        "why": "" if many else clean(next(iter(whys), ""), MOST_WHY),
        "more": len(left),
        "left": _counted(left, message.language),
        "picture": picture,
    }
    text, html = (
        _template(f"mail.{end}", message.language).render(
            fields, sections=list(_sections(message.language, told, shown, end, alone=alone, many=many))
        )
        for end in ("txt", "html")
    )
    return text, html


def fill_in(name: str, language: str, **fields: object) -> str:
    """Fill one of the other templates, in a language."""
    return _template(name, language).render(fields)


def _sections(
    language: str, told: Sequence[Entry], shown: Forms, end: str, *, alone: bool, many: bool
) -> Iterator[Section]:
    """Return the initiatives of a mail that have a story to show, in the order of its stories."""
    pairs = [(entry, shown[n]) for n, entry in enumerate(told) if n in shown]
    for _, group in groupby(pairs, key=lambda pair: pair[0].lead.initiative):
        its = list(group)

        def joined(wanted: Form, its: Sequence[tuple[Entry, Form]] = its) -> str:
            blocks = (_block(f"{form}.{end}", one, language, alone, many) for one, form in its if form == wanted)
            return "".join(blocks)

        yield Section(its[0][0].lead.name, joined("item"), joined("line"))


@lru_cache(1024)
def _block(name: str, entry: Entry, language: str, alone: bool, with_why: bool) -> str:
    """Render one story in one form: a round of sending puts the same into many mails."""
    title = name_of(entry.lead, language)
    template = _template(name, language)
    why = clean(entry.why, MOST_WHY) if with_why else ""
    return template.render(entry=entry, item=entry.lead, title=title, alone=alone, why=why, tellers=TELLERS[alone])


def _preview(told: Sequence[Entry], language: str) -> str:
    """Return the preview that a mail program shows beside the subject: what the subject does not say yet."""
    if not told:
        return ""
    if len(told) > 1:
        return " · ".join(name_of(entry.lead, language) for entry in told[1:4])[:MOST_PREVIEW]
    first = told[0].lead
    return next((quote.text for quote in first.quotes), first.headline)[:MOST_PREVIEW]


def _counted(left: Sequence[Entry], language: str) -> str:
    """Return the initiatives of the stories that a mail only counts."""
    counts = Counter(entry.lead.name for entry in left).most_common()
    named = [f"{name} {count}" for name, count in counts[:MOST_COUNTED]]
    rest = sum(count for _, count in counts[MOST_COUNTED:])
    return say(language, "and").join([*named, *([say(language, "and-more", count=rest)] if rest else [])])


def _row(language: str, key: str, text: str) -> str:
    """Return a line of the text form with its label, or without if `key` is empty."""
    label = say(language, key) if key else ""
    blank = " " * (LABEL[language] - len(INDENT))
    padded = label + " " * (len(blank) - cell_len(label))
    return lay_out(text, INDENT + padded, INDENT + blank)


def _quoted(language: str, quote: Quote) -> str:
    """Return a quote in the text form, below the text of a label."""
    blank = " " * LABEL[language] + "> "
    return lay_out(clean(quote.text, MOST_QUOTED), blank, blank)


def _web(language: str, url: str) -> str:
    """Return a web address in the text form, unbroken: below the text of its label, or further left if it is long."""
    return " " * (LABEL[language] if LABEL[language] + len(url) <= WIDTH else len(INDENT)) + url


def _begin(text: str) -> str:
    """Begin a sentence with a capital."""
    return text[:1].upper() + text[1:]


def _told_by(language: str, item: Item, teller: Teller) -> str:
    """Return who reports, and when, before a title; an incident's lists are all of one source, already named."""
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
        "quoted": partial(_quoted, language),
        "day": partial(_day, language),
        "told_by": partial(_told_by, language),
        "brief_day": partial(_brief_day, language),
        "few": partial(few, language=language),
        "short": clean,
    }
    return environment
