"""State in words what a person corrected of an announcement, and what the rules say; not who, nor why."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from config import Config
from db.models import Announcement
from tracker.alerts.compose.dates import day_words
from tracker.alerts.compose.names import name_in
from tracker.alerts.compose.sanitize import clean
from tracker.alerts.compose.wording import say

SAID = ("act", "day", "body", "join", "part")
"""What a mail states. A note changes nothing and is for colleagues, and what is "not this" is in no mail."""


def corrected(announcement: Announcement, language: str, config: Config) -> tuple[str, ...]:
    """Return one phrase for each correction: "act (by the rules: launched)"."""
    marks = [mark for mark in announcement.corrected or () if mark["what"] in SAID]
    return tuple(say(language, f"corrected-{mark['what']}", was=_was(mark, language, config)) for mark in marks)


def _was(mark: Mapping[str, Any], language: str, config: Config) -> str:
    what, was = mark["what"], mark["was"]
    if not was:
        return say(language, "not-stated")
    if what == "act":
        return say(language, f"act-{was}")
    if what == "day":
        return day_words(date.fromisoformat(was), language)
    body = config.bodies.get(was)
    return name_in((body.short or body.name) if body else None, language, clean(was, 100))
