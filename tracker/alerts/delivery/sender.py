"""Send what is due: plan the round, claim deliveries a few at a time, store every response."""

from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from itertools import groupby
from queue import SimpleQueue
from threading import Event

from sqlalchemy import Engine
from sqlmodel import Session

from config import Config, Settings
from db.engine import reading, transact
from db.holder import new_holder
from db.models import now
from db.queries.outbox import Unit
from db.store.turns import DIGESTS, take_turn
from tracker.alerts.channels.answers import Answer
from tracker.alerts.channels.registry import CHANNELS, Channel, check_web
from tracker.alerts.channels.servers import Servers
from tracker.alerts.channels.smtp_session import Clock
from tracker.alerts.compose.composer import Composer
from tracker.alerts.compose.coverage import coverage
from tracker.alerts.compose.message import Message
from tracker.alerts.delivery.brake import end_brake
from tracker.alerts.delivery.digest import plan
from tracker.alerts.delivery.worker import Batches, Round, Worker
from tracker.alerts.subscriptions.recipients import end_waits


def send(
    engine: Engine, config: Config, settings: Settings, clock: Clock = now, stopped: Event | None = None
) -> Counter[str]:
    """Send every mail that is due; return the number of mails by outcome (`answers.Outcome`), and how many are "held".

    Any number of senders may run at once: a mail belongs to one of them while its lease lasts. Once `stopped` is set,
    no further mail is begun; claimed ones are finished, so that none is sent twice because of a stop.
    """
    units = transact(engine, partial(_plan, settings=settings, clock=clock))
    if not units:
        return Counter()
    with reading(engine) as session:
        composer = Composer(new_holder(), settings, config, coverage(session, config, clock()))
    round_ = Round(engine, composer, Servers(engine, settings.mail_servers), clock, stopped=stopped or Event())
    workers = [worker for channel, its in _by_channel(units).items() for worker in _workers(round_, channel, its)]
    if len(workers) == 1:
        return workers[0].run()
    with ThreadPoolExecutor(len(workers)) as pool:
        return sum(pool.map(Worker.run, workers), Counter())


def _plan(session: Session, settings: Settings, clock: Clock) -> list[Unit]:
    take_turn(session, DIGESTS)
    end_waits(session, clock())
    end_brake(session, clock())
    return plan(session, settings, clock())


def _by_channel(units: Sequence[Unit]) -> dict[str, list[Unit]]:
    ranked = sorted(units, key=lambda unit: unit.channel)
    return {channel: list(its) for channel, its in groupby(ranked, key=lambda unit: unit.channel)}


def _workers(round_: Round, name: str, units: list[Unit]) -> list[Worker]:
    """Start as many side by side as the channel allows, so that a slow one delays no other channel."""
    channel = CHANNELS.get(name) or Channel(_unknown, check=check_web)
    batches: Batches = SimpleQueue()
    for batch in _by_recipient(units) if channel.shuts else _batches(units, channel.batch):
        batches.put(batch)
    count = min(batches.qsize(), channel.workers or round_.composer.settings.smtp_connections)
    return [Worker(round_, name, channel, batches) for _ in range(count)]


def _by_recipient(units: list[Unit]) -> Iterator[list[Unit]]:
    """Send mails to one recipient one after the other, so that a stalling recipient delays only one worker."""
    by_recipient: dict[str, list[Unit]] = {}
    for unit in units:
        by_recipient.setdefault(unit.recipient, []).append(unit)
    yield from by_recipient.values()


def _batches(units: list[Unit], size: int) -> Iterator[list[Unit]]:
    """Split mails into batches. What a dead sender left is sent one mail at a time, in case a mail killed it.

    Of several questions to one recipient, one is sent, which postpones the others: that of a dead sender, which may
    have been sent.
    """
    together = [unit for unit in units if not (unit.orphan or unit.asks)]
    yield from (together[start : start + size] for start in range(0, len(together), size))
    asked = {unit.recipient_id: unit for unit in sorted(units, key=_last_first) if unit.asks}
    yield from ([unit] for unit in units if (unit.orphan and not unit.asks) or unit in asked.values())


def _last_first(unit: Unit) -> tuple[bool, int]:
    return unit.orphan, -unit.delivery_id


def _unknown(message: Message, *_: object) -> Answer:
    return Answer("never", f"there is no channel {message.channel!r}; choose one of {', '.join(CHANNELS)}")
