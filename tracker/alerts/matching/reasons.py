"""State in the words of a mail why a rule matched an announcement."""

from collections.abc import Iterator, Sequence

from config import Config
from db.models import Announcement
from tracker.acts import ACTS
from tracker.alerts.compose.filters import filters
from tracker.alerts.compose.sanitize import clean
from tracker.alerts.compose.wording import say
from tracker.alerts.matching.changes import Changes, StateChange
from tracker.alerts.matching.rules import Rule
from tracker.development.changes import FigureChange
from tracker.development.series import Point

MOST_CHANGES = 3
LONGEST_WHAT = 120


def reasons(
    rule: Rule, announcement: Announcement, family: Sequence[str], changes: Changes, config: Config, language: str
) -> str:
    """State what an announcement matches in a rule, in one line; `changes` are those that the rule asks for."""
    met = [*_followed(rule, family, config, language), *_acts(rule, announcement, language)]
    if rule.bodies and announcement.body in config.bodies:
        met.append(getattr(config.bodies[announcement.body].name, language))
    # If any of these is required, all of it was matched.
    asked = rule.model_dump(include={"sources", "tier", "languages", "words"})
    met += filters(asked, config, language) if any(asked.values()) else ()
    met += _changes(changes, announcement, config, language)
    return "; ".join(met) or say(language, "everything")


def _followed(rule: Rule, family: Sequence[str], config: Config, language: str) -> Iterator[str]:
    followed = [id_ for id_ in family if id_ in rule.initiatives and id_ in config.initiatives]
    for id_ in followed[:1]:
        yield say(language, "follows", names=getattr(config.initiatives[id_].names, language))


def _acts(rule: Rule, announcement: Announcement, language: str) -> Iterator[str]:
    if rule.acts:
        yield say(language, f"act-{announcement.act}")
    elif rule.act_at_least != ACTS[-1]:
        act, asked = (say(language, f"act-{act}") for act in (announcement.act, rule.act_at_least))
        yield say(language, "at-least", act=act, least=asked)


def _changes(changes: Changes, announcement: Announcement, config: Config, language: str) -> Iterator[str]:
    if changes.before:
        before, act = (say(language, f"act-{act}") for act in (changes.before, announcement.act))
        yield say(language, "grew-stronger", before=before, act=act)
    for figure in changes.figures[:MOST_CHANGES]:
        yield _figure(figure, language)
    for state in changes.states[:MOST_CHANGES]:
        yield _state(state, config, language)


def _figure(figure: FigureChange, language: str) -> str:
    now, before = (_quantity(point, figure.unit) for point in (figure.now, figure.before))
    if figure.now.kind != "target":
        key = "figure-changed"
    elif figure.now.value == figure.before.value:
        key = "target-redated"
    else:
        key = "target-raised" if figure.now.value > figure.before.value else "target-lowered"
    return say(language, key, now=now, before=before, what=clean(figure.now.what, LONGEST_WHAT))


def _quantity(point: Point, unit: str) -> str:
    """Format a value for people: 5,914,000 辆, 70%, 80 (2027)."""
    value = f"{point.value:,.6f}".rstrip("0").rstrip(".")
    shown = {"count": "", "%": "%"}.get(unit, f" {clean(unit, 30)}".rstrip())
    return f"{value}{shown}" + (f" ({point.year})" if point.year else "")


def _state(state: StateChange, config: Config, language: str) -> str:
    initiative = config.initiatives.get(state.initiative)
    name = getattr(initiative.names, language) if initiative else state.initiative
    before = say(language, f"state-{state.before or 'unknown'}".replace(" ", "-"))
    now = say(language, f"state-{state.now}".replace(" ", "-"))
    return say(language, "state-changed", name=name, before=before, now=now)
