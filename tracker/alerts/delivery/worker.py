"""Work through one channel's deliveries: claim a few, send them one by one, store every response."""

import logging
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from queue import Empty, SimpleQueue
from threading import Event, Lock
from typing import TypeVar

from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError
from sqlmodel import Session

from db.engine import transact
from db.masking import hidden
from db.models import Recipient
from db.queries.outbox import Unit
from db.store import outbox as store
from tracker.alerts.channels.answers import Answer, after
from tracker.alerts.channels.registry import Channel
from tracker.alerts.channels.servers import Servers
from tracker.alerts.channels.smtp_session import Clock, SmtpSession
from tracker.alerts.compose.composer import Composer
from tracker.alerts.compose.message import Message
from tracker.alerts.compose.sanitize import clean
from tracker.alerts.delivery.brake import let_through
from tracker.alerts.delivery.claim import Claim, claim_messages
from tracker.alerts.delivery.endpoints import look_after
from tracker.alerts.subscriptions.recipients import refused

T = TypeVar("T")
log = logging.getLogger(__name__)
Batches = SimpleQueue[Sequence[Unit]]

# A channel that fails this often in a row is skipped until the next round.
MOST_AWAY = 3
# A mail is sent within this part of its remaining lease, so that no other sender has it meanwhile.
SHARE = 0.8
# Seconds after which recording a response is tried again if the database could not take it.
PAUSES = (0.5, 2.0, 5.0, 10.0, 20.0)


@dataclass
class Round:
    """One round of sending: our identity, our means, and what we learned on the way."""

    engine: Engine
    composer: Composer
    servers: Servers
    clock: Clock
    away: Counter[str] = field(default_factory=Counter)
    shut: set[str] = field(default_factory=set)
    pen: Lock = field(default_factory=Lock)
    stopped: Event = field(default_factory=Event)

    def transact(self, work: Callable[[Session], T]) -> T:
        """Do `work` in one write transaction; on SQLite, workers wait for each other here, where it costs nothing."""
        with self.pen if self.engine.dialect.name == "sqlite" else nullcontext():
            return transact(self.engine, work)


@dataclass
class Worker:
    """One of those that send side by side; the workers of a channel share its batches."""

    round: Round
    name: str
    channel: Channel
    batches: Batches

    def run(self) -> Counter[str]:
        """Send batch after batch; return the number of mails by outcome."""
        line = SmtpSession(self.round.composer.settings, self.round.servers, self.round.clock)
        outcomes: Counter[str] = Counter()
        try:
            while units := self._next():
                for start in range(0, len(units), self.channel.batch):
                    outcomes.update(self._send(line, units[start : start + self.channel.batch]))
        finally:
            line.end()
        return outcomes

    def _next(self) -> Sequence[Unit]:
        try:
            return self.batches.get_nowait()
        except Empty:
            return ()

    def _is_over(self) -> bool:
        """Decide whether to take nothing more: the channel is unavailable, or a stop was requested."""
        return self.round.stopped.is_set() or self.round.away[self.name] >= MOST_AWAY

    def _send(self, line: SmtpSession, units: Sequence[Unit]) -> Iterator[str]:
        """Send those mails that are still ours; return what became of each."""
        units = [unit for unit in units if unit.recipient not in self.round.shut]
        if not units or self._is_over():
            return
        at, taken = self.round.clock(), time.monotonic()
        held, claims = self.round.transact(partial(self._claim, units=units, at=at))
        yield from ["held"] * held
        for number, claim in enumerate(claims):
            if self._is_over():
                self._give_back(claims[number:])
                return
            if claim.unit.recipient in self.round.shut:
                self._give_back([claim])
            elif outcome := self._deliver(line, claim, taken):
                yield outcome

    def _give_back(self, claims: Sequence[Claim]) -> None:
        left = [claim.unit for claim in claims]
        self.round.transact(partial(store.give_back, units=left, holder=self.round.composer.holder))

    def _claim(self, session: Session, units: Sequence[Unit], at: datetime) -> tuple[int, list[Claim]]:
        """Return how many mails the brake holds, and those of the others that are now claimed."""
        going = let_through(session, self.round.composer.settings, units, at)
        return len(units) - len(going), claim_messages(session, self.round.composer, going, at)

    def _deliver(self, line: SmtpSession, claim: Claim, taken: float) -> str | None:
        left = self._hold(claim, taken)
        if left is None:
            return None
        line.limit(SHARE * left)
        answer = _hand_over(self.channel, claim.message, line)
        line.limit(None)
        if answer.shut or (self.channel.shuts and answer.outcome != "sent"):
            self.round.shut.add(claim.unit.recipient)
        is_away = answer.outcome == "away" and not answer.shut
        self.round.away[self.name] = self.round.away[self.name] + 1 if is_away else 0
        self._settle_in_the_end(claim, answer)
        log.info(
            "%s to alert %s: %s (%s)", claim.message.message_id, claim.message.alert_id, answer.outcome, answer.text
        )
        return answer.outcome

    def _hold(self, claim: Claim, taken: float) -> float | None:
        """Return how many seconds our claim lasts, renewed if much of it is over; None if it was lost."""
        lease = float(self.round.composer.settings.lease_seconds)
        left = lease - (time.monotonic() - taken)
        if left >= lease / 2:
            return left
        until = self.round.clock() + timedelta(seconds=lease)
        ours = self.round.transact(
            partial(store.renew, unit=claim.unit, holder=self.round.composer.holder, until=until)
        )
        return lease if ours else None

    def _settle_in_the_end(self, claim: Claim, answer: Answer) -> None:
        """Settle, even if the database is away for a while: what was sent and is not recorded would be sent again."""
        for pause in PAUSES:
            try:
                return self._settle(claim, answer)
            except DBAPIError as error:
                log.warning("%s is not recorded yet: %s", claim.message.message_id, clean(str(error), 200))
                time.sleep(pause)
        return self._settle(claim, answer)

    def _settle(self, claim: Claim, answer: Answer) -> None:
        at = self.round.clock()
        name, unit = claim.message.message_id, claim.unit
        whose = (name, unit.delivery_id, unit.recipient)
        tried = store.Tried(*whose, at, answer.outcome, answer.text, answer.server)
        settled = after(answer, claim.attempts, at, self.channel.ladder, orphan=unit.orphan)

        def settle(session: Session) -> None:
            stands = settled
            if self.channel.shuts and unit.recipient_id:
                endpoint = session.get_one(Recipient, unit.recipient_id)
                stands = look_after(session, endpoint, name, answer, settled, at)
            store.settle(session, unit, self.round.composer.holder, tried, stands)
            if answer.outcome == "never":
                refused(session, claim.message.alert_id, answer.text, at)
            if answer.outcome == "sent" and claim.message.late:
                store.mark_late(session, name, at)

        self.round.transact(settle)


def _hand_over(channel: Channel, message: Message, line: SmtpSession) -> Answer:
    try:
        answer = channel.send(message, line)
    except Exception as error:
        # A message that we cannot write must not delay others; it is tried again, and its end is on record.
        said = clean(_shown(f"{type(error).__name__}: {error}", message), 300)
        # A traceback would show an address with its secrets.
        log.error("%s could not be handed over: %s", message.message_id, said, exc_info="://" not in message.to)
        return Answer("later", said)
    return answer._replace(text=_shown(answer.text, message))


def _shown(text: str, message: Message) -> str:
    """Return a response to a message without the message's own secrets."""
    return hidden(text, message.to, message.by_mail, message.bounces_to)
