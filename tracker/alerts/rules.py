"""What an alert asks for, and why an announcement answers it."""

from collections.abc import Iterable, Sequence
from typing import Literal

from pydantic import BaseModel, ConfigDict

from config import Config
from db.models import Announcement, Document
from tracker.alerts.wording import say
from tracker.announce import ACTS, strength

Act = Literal["issued", "launched", "designated", "pledged", "progress", "mentioned"]
ANY = "*"
INCIDENTS = "!"
"""Where alerts that ask for incidents are looked up."""


class Rule(BaseModel):
    """What must hold of an announcement; an empty field asks nothing. An initiative includes its children.

    `incidents` asks for what goes wrong with sources instead, with all of them or with those of `sources`.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    initiatives: tuple[str, ...] = ()
    act_at_least: Act = "mentioned"
    bodies: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    tier: Literal["primary", "media"] | None = None
    languages: tuple[Literal["zh", "en"], ...] = ()
    incidents: bool = False

    @property
    def keys(self) -> tuple[str, ...]:
        """Under what its alert is looked up."""
        return (INCIDENTS,) if self.incidents else self.initiatives or (ANY,)


def matches(
    rule: Rule, announcement: Announcement, documents: Sequence[Document], config: Config, language: str
) -> str | None:
    """Say in `language` why the rule wants the announcement that `documents` tell; None if it does not."""
    if rule.incidents:
        return None
    family = lineage(announcement.initiative, config)
    followed = [id_ for id_ in family if id_ in rule.initiatives]
    if rule.initiatives and not followed:
        return None
    if strength(announcement.act) < strength(rule.act_at_least):
        return None
    if rule.bodies and announcement.body not in rule.bodies:
        return None
    if not any(_told_by(rule, document, config) for document in documents):
        return None
    return _why(rule, announcement, followed, config, language)


def lineage(initiative: str, config: Config) -> list[str]:
    """The initiative, its parent, and so on up."""
    family = [initiative]
    while (known := config.initiatives.get(family[-1])) and known.parent and known.parent not in family:
        family.append(known.parent)
    return family


def problems(rule: Rule, config: Config) -> list[str]:
    """Say in one line each what can match nothing or everything, or names what we do not know."""
    known: tuple[tuple[str, Iterable[str], Iterable[str]], ...] = (
        ("initiative", rule.initiatives, config.initiatives),
        ("body", rule.bodies, config.bodies),
        ("source", rule.sources, config.sources),
    )
    found = [
        f"no {kind} is called {name!r}, so that name matches nothing; see `tracker {kind}s`"
        for kind, names, there in known
        for name in names
        if name not in there
    ]
    if rule == Rule():
        found.append("this rule asks nothing, so it matches every announcement; name an initiative or an act")
    if rule.sources and not any(_fits_source(rule, id_, config) for id_ in rule.sources):
        found.append("none of its sources is enabled and of its tier, so this rule matches nothing")
    return found


def _fits_source(rule: Rule, id_: str, config: Config) -> bool:
    source = config.sources.get(id_)
    return source is not None and source.enabled and rule.tier in (None, source.tier)


def _told_by(rule: Rule, document: Document, config: Config) -> bool:
    source = config.sources.get(document.source)
    tier = source.tier if source else "media"
    return (
        (not rule.sources or document.source in rule.sources)
        and (not rule.languages or document.language in rule.languages)
        and rule.tier in (None, tier)
    )


def _why(rule: Rule, announcement: Announcement, followed: Sequence[str], config: Config, language: str) -> str:
    names = [getattr(config.initiatives[id_].names, language) for id_ in followed[:1] if id_ in config.initiatives]
    reasons = [say(language, "follows", names=names[0])] if names else []
    if rule.act_at_least != ACTS[-1]:
        asked = say(language, f"act-{rule.act_at_least}")
        reasons.append(say(language, "at-least", act=say(language, f"act-{announcement.act}"), least=asked))
    if rule.bodies and announcement.body in config.bodies:
        reasons.append(getattr(config.bodies[announcement.body].name, language))
    reasons += list(rule.sources) + list(rule.languages) + ([rule.tier] if rule.tier else [])
    return "; ".join(reasons) or say(language, "everything")
