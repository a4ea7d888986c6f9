"""State in words what an alert reports, and when."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from config import Config
from config.schema.facts import Names
from db.models import Alert
from tracker.acts import ACTS
from tracker.alerts.compose.names import name_in
from tracker.alerts.compose.sanitize import clean
from tracker.alerts.compose.wording import say

WEEKDAYS_ZH = "一二三四五六日"
WEEKDAYS_EN = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def filters(rule: Mapping[str, Any], config: Config, language: str) -> tuple[str, ...]:
    """State what each part of a rule requires, in words of `language`; without any, that it accepts everything.

    `rule` is what `tracker.alerts.matching.rules.Rule` dumps.
    """
    names = {id_: one.names for id_, one in config.initiatives.items()}
    asked = [
        *_named("about", rule.get("initiatives"), names, language),
        *_acts(rule, language),
        *_named("by", rule.get("bodies"), {id_: one.name for id_, one in config.bodies.items()}, language),
        *_named("told-by", rule.get("sources"), {id_: one.name for id_, one in config.sources.items()}, language),
        *(say(language, f"only-{one}") for one in (rule.get("tier"), *rule.get("languages", ())) if one),
    ]
    if rule.get("words"):
        asked.append(say(language, "holds", words=clean(", ".join(rule["words"]), 200)))
    if changes := [say(language, f"only-{one}") for one in rule.get("changes", ())]:
        asked.append(say(language, "or").join(changes))
    instead = [say(language, f"only-{one}") for one in ("incidents", "finds") if rule.get(one)]
    return (*instead, *asked) or (say(language, "all-announcements"),)


def called(rule: Mapping[str, Any], config: Config, language: str) -> str:
    """Name an alert without a name: by its initiatives and words, otherwise by what it accepts."""
    names = [one.names for id_, one in config.initiatives.items() if id_ in rule.get("initiatives", ())]
    asked = [*(getattr(one, language) for one in names), *rule.get("words", ())]
    return clean(say(language, "and").join(asked), 100) or filters(rule, config, language)[0]


def when(alert: Alert, language: str) -> str:
    """State when an alert reports: at once; every Monday at 8:00, Europe/Berlin.

    The zone is that of its hours; what comes at once has some only if it has quiet hours.
    """
    day = WEEKDAYS_ZH[alert.weekday] if language == "zh" else WEEKDAYS_EN[alert.weekday]
    told = [say(language, f"when-{alert.rate}", hour=alert.hour, zone=alert.zone, day=day)]
    if alert.quiet:
        start, _, end = alert.quiet.partition("-")
        told.append(say(language, "quiet-hours", start=start, end=end))
        told += [alert.zone] if alert.rate == "immediate" else []
    if alert.most:
        told.append(say(language, "most-a-day", most=alert.most))
    return say(language, "comma").join(told)


def _named(key: str, ids: Iterable[str] | None, known: Mapping[str, Names], language: str) -> Iterator[str]:
    if ids:
        yield say(language, key, names=say(language, "or").join(name_in(known.get(id_), language, id_) for id_ in ids))


def _acts(rule: Mapping[str, Any], language: str) -> Iterator[str]:
    least = rule.get("act_at_least", ACTS[-1])
    if rule.get("acts"):
        yield say(language, "or").join(say(language, f"act-{act}") for act in rule["acts"])
    elif least != ACTS[-1]:
        yield say(language, "or-stronger", act=say(language, f"act-{least}"))
