"""Describe the reader of a page: the language, and how addresses, days and names are written in it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from urllib.parse import urlencode

from starlette.requests import Request

from config import Config
from config.schema.facts import Names
from db.beijing import in_beijing
from tracker.alerts.compose.dates import day_words, month_words
from tracker.alerts.compose.names import speaker_in
from tracker.alerts.compose.sanitize import web_address
from tracker.web.reading.words import WORDS, say

OTHER = {"en": "zh", "zh": "en"}
Parameter = str | int | None


@dataclass(frozen=True)
class Reader:
    """The reader of one request. If the address names the language, it was `chosen`, and links keep naming it."""

    config: Config
    language: str
    chosen: bool
    path: str
    asked: tuple[tuple[str, str], ...] = field(default=())

    def say(self, key: str, **fields: object) -> str:
        """Return the words of a key."""
        return say(self.language, key, **fields)

    def link(self, path: str, pairs: Iterable[tuple[str, Parameter]] = (), **parameters: Parameter) -> str:
        """Return the address of another page of ours, with the language if it was chosen."""
        told = [(name, str(value)) for name, value in (*pairs, *parameters.items()) if value not in (None, "")]
        if self.chosen and "lang" not in parameters:
            told.append(("lang", self.language))
        return path + (f"?{urlencode(told)}" if told else "")

    def here(self, without: Iterable[tuple[str, str]] = (), **parameters: Parameter) -> str:
        """Return this page's address with some parameters changed or removed; a change leads to the newest rows."""
        dropped = set(without)
        kept = [pair for pair in self.asked if pair[0] not in {*parameters, "lang"} and pair not in dropped]
        return self.link(self.path, kept, **parameters)

    def in_other_language(self) -> str:
        """Return the address of this page in the other language."""
        return self.here(lang=OTHER[self.language])

    @property
    def other_language(self) -> str:
        """Return the language that the switch leads to."""
        return OTHER[self.language]

    def day(self, day: date | None) -> str:
        """Return a day in words."""
        return day_words(day, self.language) if day else self.say("day-unknown")

    def month(self, day: date | None) -> str:
        """Return the month of a day in words."""
        return month_words(day, self.language) if day else self.say("day-unknown")

    def time(self, moment: datetime | None) -> str:
        """Return a moment to the minute, in Beijing time."""
        return in_beijing(moment, "minute").replace("T", " ") if moment else ""

    def initiative(self, id_: str) -> str:
        """Return the name of an initiative."""
        known = self.config.initiatives.get(id_)
        return self._named(known.names) if known else id_

    def body(self, id_: str | None) -> str:
        """Return the name of a body."""
        known = self.config.bodies.get(id_ or "")
        return self._named(known.short or known.name) if known else id_ or ""

    def speaker(self, body: str | None, speaker: str) -> str:
        """Return a person with the office; in the reader's language if the body declares the person."""
        return speaker_in(speaker, self.config.bodies.get(body or ""), self.language) or ""

    def corrected(self, marks: Iterable[Mapping[str, Any]] | None) -> str:
        """Return what people corrected of an announcement, each kind once; "" if nothing."""
        kinds = dict.fromkeys(str(mark["what"]) for mark in marks or ())
        what = self.say("corrected-and").join(self.say(f"corrected-of-{kind}") for kind in kinds)
        return self.say("corrected", what=what) if what else ""

    def source(self, id_: str) -> str:
        """Return the name of a source."""
        known = self.config.sources.get(id_)
        return self._named(known.name) if known else id_

    def outside(self, url: str | None) -> str | None:
        """Return an address that a page may link to; None if it is not a plain web address."""
        return web_address(url or "")

    def _named(self, names: Names) -> str:
        return str(getattr(names, self.language))


def reader_of(request: Request, config: Config) -> Reader:
    """Return the reader of a request. The language is that of `?lang=`, else the one that the browser asks for."""
    asked = tuple(request.query_params.multi_items())
    named = request.query_params.get("lang")
    chosen = named in WORDS
    language = named if chosen and named else preferred(request.headers)
    return Reader(config, language, chosen, request.url.path, asked)


def preferred(headers: Mapping[str, str]) -> str:
    """Return the first language that a browser asks for and that we have."""
    wanted = [(_weight(one), -at, one) for at, one in enumerate(headers.get("Accept-Language", "").split(",")[:20])]
    for weight, _, one in sorted(wanted, reverse=True):
        language = one.strip().casefold()[:2]
        if language in WORDS and weight > 0:
            return language
    return "en"


def _weight(one: str) -> float:
    try:
        return float(one.partition(";q=")[2] or 1)
    except ValueError:
        return 0.0


def language_of(text: str | None) -> str:
    """Return the language with which a quote or a title is marked, judged by its letters."""
    return "zh" if any("\u4e00" <= sign <= "\u9fff" for sign in text or "") else "en"
