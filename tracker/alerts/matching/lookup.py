"""Index alerts, so that an announcement is matched only against those that it may concern."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import datetime
from itertools import product

from sqlmodel import Session

from config import Config
from db.beijing import beijing_day
from db.models import Alert, AlertInitiative, Announcement, Document
from db.queries.alerts import ANY, Offer, Place, looked_up, standing
from tracker.acts import strength
from tracker.alerts.matching.changes import CHANGES, NOTHING, Changes, changes_of
from tracker.alerts.matching.keywords import folded_word
from tracker.alerts.matching.match import lineage, texts_of, tier_of
from tracker.alerts.matching.past import StoredPast
from tracker.alerts.matching.rules import Rule

INCIDENTS = "!"
"""Where alerts that ask for incidents are looked up."""
FINDS = "?"
"""Where those are that ask for finds."""
MOST_PLACES = 100
LATIN, CHINESE = 4, 2
_MARK = "!"


def places(rule: Rule) -> list[AlertInitiative]:
    """Return the entries of an alert with this rule; the rows lack the alert."""
    if rule.incidents or rule.finds:
        return [AlertInitiative(initiative=INCIDENTS if rule.incidents else FINDS, alert_id=0)]
    keys = [*rule.initiatives] or [ANY]
    if rule.changes:
        keys = [_changed(key, change) for key in keys for change in rule.changes]
    bodies, sources = rule.bodies or (ANY,), rule.sources or (ANY,)
    if len(keys) * len(bodies) * len(sources) > MOST_PLACES:
        bodies = sources = (ANY,)
    return [
        AlertInitiative(
            initiative=key,
            alert_id=0,
            body=body,
            source=source,
            tier=rule.tier or ANY,
            language=rule.languages[0] if len(rule.languages) == 1 else ANY,
            least=max(strength(rule.act_at_least), min(map(strength, rule.acts), default=0)),
            word=max((folded_word(word) for word in rule.words), key=len, default=""),
        )
        for key, body, source in product(dict.fromkeys(keys), dict.fromkeys(bodies), dict.fromkeys(sources))
    ]


def asking(
    session: Session,
    announcement: Announcement,
    documents: Sequence[Document],
    before: str | None,
    config: Config,
    at: datetime,
) -> tuple[list[Alert], Changes]:
    """Return the alerts that an announcement may concern, known before by the act `before`, and its changes at `at`.

    Its changes are only computed if an alert may ask for them.
    """
    touched = _touched(announcement.initiative, config)
    keys = [*_keys(announcement.initiative, config), *_change_keys(touched, config)]
    found = looked_up(session, list(dict.fromkeys(keys)), _offer(announcement, documents, config))
    changes = NOTHING
    if wanted := {place.initiative.partition(_MARK)[2] for place in found if _MARK in place.initiative}:
        past = StoredPast(session, announcement, before)
        changes = changes_of(announcement, before, past, config, beijing_day(at), wanted)
        kept = {*_keys(announcement.initiative, config), *_keys_of(announcement, changes, config)}
        found = [place for place in found if place.initiative in kept]
    return standing(session, _with_their_words(found, announcement, documents)), changes


def _offer(announcement: Announcement, documents: Sequence[Document], config: Config) -> Offer:
    sources = {document.source for document in documents}
    return Offer(
        bodies=frozenset({announcement.body} if announcement.body else ()),
        sources=frozenset(sources),
        tiers=frozenset(tier_of(source, config) for source in sources),
        languages=frozenset(document.language for document in documents),
        strength=strength(announcement.act),
    )


def _with_their_words(
    places: Collection[Place], announcement: Announcement, documents: Sequence[Document]
) -> Iterator[int]:
    """Return the alerts whose longest word occurs; its beginning is looked up first, which costs next to nothing."""
    worded = any(place.word for place in places)
    texts = texts_of(announcement, documents) if worded else []
    starts = {text[at : at + length] for text in texts for at in range(len(text)) for length in range(1, LATIN + 1)}
    for _, alert_id, word in places:
        if not word or (_start(word) in starts and any(word in text for text in texts)):
            yield alert_id


def _start(word: str) -> str:
    """Return the beginning of a word; in Latin script longer, as there are fewer letters."""
    return word[: LATIN if word.isascii() else CHINESE]


def _keys(initiative: str, config: Config) -> list[str]:
    return [*lineage(initiative, config), ANY]


def _touched(initiative: str, config: Config) -> list[str]:
    """Return the initiatives that news of one may change: itself, and those that it replaces."""
    return [initiative, *(one.id for one in config.initiatives.values() if one.successor == initiative)]


def _change_keys(initiatives: Iterable[str], config: Config) -> list[str]:
    keys = dict.fromkeys(key for initiative in initiatives for key in _keys(initiative, config))
    return [_changed(key, change) for key in keys for change in CHANGES]


def _keys_of(announcement: Announcement, changes: Changes, config: Config) -> list[str]:
    own = _keys(announcement.initiative, config)
    mine = [_changed(key, change) for key in own for change in changes.kinds() if change != "state"]
    theirs = [_changed(key, "state") for state in changes.states for key in _keys(state.initiative, config)]
    return [*mine, *theirs]


def _changed(key: str, change: str) -> str:
    return f"{key}{_MARK}{change}"
