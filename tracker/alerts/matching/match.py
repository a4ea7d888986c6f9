"""Decide whether an announcement matches the rule of an alert."""

from collections.abc import Sequence

from config import Config
from db.models import Announcement, Document, Incident
from tracker.acts import strength
from tracker.alerts.matching.changes import NOTHING, Changes
from tracker.alerts.matching.keywords import folded_text, holds
from tracker.alerts.matching.reasons import reasons
from tracker.alerts.matching.rules import Rule


def matches(
    rule: Rule,
    announcement: Announcement,
    documents: Sequence[Document],
    config: Config,
    language: str,
    changes: Changes = NOTHING,
) -> str | None:
    """Say in `language` why the rule matches the announcement that `documents` report; None if it does not.

    `changes` is what the announcement changed when it came; without it, rules for changes match nothing.
    """
    if rule.incidents or rule.finds or strength(announcement.act) < strength(rule.act_at_least):
        return None
    if rule.acts and announcement.act not in rule.acts:
        return None
    if rule.bodies and announcement.body not in rule.bodies:
        return None
    family = lineage(announcement.initiative, config)
    changed = _changed(rule, family, changes, config)
    if (changed is None) if rule.changes else not _follows(rule, family):
        return None
    telling = [document for document in documents if _told_by(rule, document, config)]
    if not telling or not _holds_words(rule, announcement, telling):
        return None
    return reasons(rule, announcement, family, changed or NOTHING, config, language)


def may_change(rule: Rule, initiative: str, config: Config) -> bool:
    """Decide whether news of an initiative may bring a change that the rule asks for: to it, or to one it replaces."""
    replaced = (one.id for one in config.initiatives.values() if one.successor == initiative)
    return bool(rule.changes) and any(_follows(rule, lineage(one, config)) for one in (initiative, *replaced))


def wants_incident(rule: Rule, incident: Incident) -> bool:
    """Decide whether the rule asks for incidents, and for those of the source."""
    return rule.incidents and (not rule.sources or incident.source in rule.sources)


def lineage(initiative: str, config: Config) -> list[str]:
    """Yield the initiative, its parent, and so on upwards."""
    family = [initiative]
    while (known := config.initiatives.get(family[-1])) and known.parent and known.parent not in family:
        family.append(known.parent)
    return family


def _follows(rule: Rule, family: Sequence[str]) -> bool:
    return not rule.initiatives or any(id_ in rule.initiatives for id_ in family)


def _changed(rule: Rule, family: Sequence[str], changes: Changes, config: Config) -> Changes | None:
    """Return which changes the rule asks for; None if nothing. News of one initiative may end another's state."""
    mine = _follows(rule, family)
    wanted = Changes(
        before=changes.before if mine and "stronger" in rule.changes else None,
        figures=changes.figures if mine and "figures" in rule.changes else (),
        states=tuple(
            state
            for state in changes.states
            if "state" in rule.changes and _follows(rule, lineage(state.initiative, config))
        ),
    )
    return wanted if wanted.kinds() else None


def _told_by(rule: Rule, document: Document, config: Config) -> bool:
    return (
        (not rule.sources or document.source in rule.sources)
        and (not rule.languages or document.language in rule.languages)
        and rule.tier in (None, tier_of(document.source, config))
    )


def _holds_words(rule: Rule, announcement: Announcement, telling: Sequence[Document]) -> bool:
    return not rule.words or holds(texts_of(announcement, telling), rule.words)


def tier_of(source: str, config: Config) -> str:
    """Return the tier of a source; one that is no longer declared counts as media."""
    return config.sources[source].tier if source in config.sources else "media"


def texts_of(announcement: Announcement, documents: Sequence[Document]) -> list[str]:
    """Return the texts for words: title and text of each document, and the announcement's headline and quote."""
    texts = [text for document in documents for text in (document.title, document.text)]
    if announcement.document_id in {document.id for document in documents}:
        texts += [announcement.headline, announcement.quote]
    return [folded_text(text) for text in texts if text]
