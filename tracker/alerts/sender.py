"""Sends what is due: plans a round, claims one mail after the other, and keeps every answer."""

import logging
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import Engine

from config import Config, Settings
from db.engine import reading, writing
from db.models import now
from db.queries.outbox import Unit
from db.store import outbox as store
from tracker.alerts.answers import Answer, after
from tracker.alerts.channels import CHANNELS
from tracker.alerts.claim import Desk, claim_letter
from tracker.alerts.coverage import coverage
from tracker.alerts.digest import plan
from tracker.alerts.letter import Letter
from tracker.alerts.safe import clean
from tracker.alerts.smtp import Line
from tracker.holder import new_holder

log = logging.getLogger(__name__)
Clock = Callable[[], datetime]

# A channel that does not work this often in a row is left alone until the next round.
MOST_AWAY = 3


@dataclass
class Round:
    """One round of sending: who we are, what we send with, and how often each channel was away in a row."""

    engine: Engine
    desk: Desk
    line: Line
    clock: Clock
    away: Counter[str] = field(default_factory=Counter)


def send(engine: Engine, config: Config, settings: Settings, clock: Clock = now) -> Counter[str]:
    """Send every mail that is due; give how many came to which outcome (`answers.Outcome`).

    Any number of senders may run at once: each mail is one's alone while its lease lasts.
    """
    with writing(engine) as session:
        units = plan(session, settings, clock())
    with reading(engine) as session:
        desk = Desk(new_holder(), settings, config, coverage(session, config, clock()))
    round_ = Round(engine, desk, Line(settings), clock)
    try:
        return Counter(outcome for unit in units if (outcome := _deliver(round_, unit)))
    finally:
        round_.line.close()


def _deliver(round_: Round, unit: Unit) -> str | None:
    """Take one mail on its way, if it is still ours to take; give what became of it."""
    if round_.away[unit.channel] >= MOST_AWAY:
        return None
    with writing(round_.engine) as session:
        claimed = claim_letter(session, round_.desk, unit, round_.clock())
    if claimed is None:
        return None
    letter, attempts = claimed
    answer = _hand_over(letter, round_.line)
    round_.away[unit.channel] = round_.away[unit.channel] + 1 if answer.outcome == "away" else 0
    at = round_.clock()
    with writing(round_.engine) as session:
        store.settle(session, unit, round_.desk.holder, **after(answer, attempts, at))
        if answer.outcome == "sent" and letter.late:
            store.mark_late(session, letter.message_id, at)
    log.info("%s to alert %s: %s (%s)", letter.message_id, letter.alert_id, answer.outcome, answer.text)
    return answer.outcome


def _hand_over(letter: Letter, line: Line) -> Answer:
    channel = CHANNELS.get(letter.channel)
    if channel is None:
        return Answer("never", f"there is no channel {letter.channel!r}; choose one of {', '.join(CHANNELS)}")
    try:
        return channel(letter, line)
    except Exception as error:
        # A letter that we cannot write must hold up no other; it is tried again, and its end is on record.
        log.exception("%s could not be handed over", letter.message_id)
        return Answer("later", clean(f"{type(error).__name__}: {error}", 300))
