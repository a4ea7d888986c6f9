"""Tests that writers who wait for each other all get their turn."""

import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import timedelta
from threading import Barrier, BrokenBarrierError, Thread
from typing import Any

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.exc import OperationalError
from sqlmodel import Session, col, select

from config import Config, Settings
from db.engine import reading, transact, writing
from db.models import Delivery
from db.queries import outbox as queries
from db.queries.outbox import Unit, loose, mails_since
from db.store.outbox import fix_digest
from tests.factories.announcements import NOON, add_alert, announce
from tests.servers.mailserver import MailServer
from tracker.alerts.compose.composer import Composer
from tracker.alerts.delivery.claim import Claim, claim_messages
from tracker.alerts.delivery.digest import plan
from tracker.alerts.delivery.sender import send


def test_a_writer_cancelled_by_a_deadlock_begins_again(engine: Engine, config: Config) -> None:
    add_alert(engine)
    for _ in range(2):
        announce(engine, config)
    # On SQLite one writes after the other: they do not meet, and need not wait long for that.
    met, tries = Barrier(2, timeout=8 if engine.dialect.name == "postgresql" else 1), []

    def cross(ids: list[int]) -> None:
        def work(session: Session) -> None:
            tries.append(ids)
            for id_ in ids:
                change = text("UPDATE delivery SET attempts = attempts + 1 WHERE id = :id")
                session.connection().execute(change, {"id": id_})
                if id_ == ids[0] and len(tries) <= 2:
                    with suppress(BrokenBarrierError):
                        met.wait()

        transact(engine, work)

    threads = [Thread(target=cross, args=(ids,)) for ids in ([1, 2], [2, 1])]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    with reading(engine) as session:
        assert session.exec(select(Delivery.attempts)).all() == [2, 2]
    assert len(tries) == (3 if engine.dialect.name == "postgresql" else 2)


def test_any_other_failure_is_raised_at_once(engine: Engine) -> None:
    tries = []

    def work(session: Session) -> None:
        tries.append(1)
        raise OperationalError("SELECT 1", {}, Exception("away"))

    with pytest.raises(OperationalError, match="away"):
        transact(engine, work)
    assert len(tries) == 1


def test_senders_that_ask_one_recipient_side_by_side_ask_it_once(
    engine: Engine, config: Config, server: MailServer
) -> None:
    for address in ("one@example.org", "two@example.org", "three@example.org"):
        add_alert(engine, recipient=address, confirmed=False, created_at=NOON)
    settings = server.settings(smtp_connections=4)

    def send_late(_: int) -> int:
        return send(engine, config, settings, lambda: NOON + timedelta(days=10))["sent"]

    with ThreadPoolExecutor(3) as pool:
        sent = sum(pool.map(send_late, range(3)))
    assert sent == len(server.mails) == 3, "three questions to each were due"


@pytest.fixture
def planned(engine: Engine, config: Config) -> tuple[Composer, list[Unit]]:
    """A sender, and two mails that it has planned to send alone."""
    add_alert(engine)
    for _ in range(2):
        announce(engine, config)
    with writing(engine) as session:
        return Composer("one", Settings(), config), plan(session, Settings(), NOON)


def fold(session: Session) -> list[tuple[str, bool]]:
    """Make a digest of all that is there; return how its rows are then."""
    rows = session.exec(select(Delivery).order_by(col(Delivery.id))).all()
    assert fix_digest(session, 1, "rest 2026-11-24T04", rows, NOON)
    return [(row.state, row.digest_id is not None) for row in _fresh(session)]


def _fresh(session: Session) -> list[Delivery]:
    session.expire_all()
    return list(session.exec(select(Delivery).order_by(col(Delivery.id))))


def test_what_another_plans_is_not_claimed_until_the_plan_stands(
    engine: Engine, planned: tuple[Composer, list[Unit]]
) -> None:
    desk, due = planned
    had: list[Claim] = []
    sender = Thread(
        target=lambda: had.extend(transact(engine, lambda session: claim_messages(session, desk, due, NOON)))
    )
    with writing(engine) as session:
        assert len(loose(session, NOON)) == 2
        sender.start()
        sender.join(1)
        assert sender.is_alive(), "it waits"
        assert mails_since(session, 1, NOON - timedelta(days=1), NOON + timedelta(days=1)) == 0
        assert fold(session) == [("pending", True)] * 2
    sender.join(60)
    assert had == []
    with reading(engine) as session:
        assert [(row.state, row.holder) for row in _fresh(session)] == [("pending", None)] * 2


def test_what_is_claimed_is_put_into_no_digest(engine: Engine, planned: tuple[Composer, list[Unit]]) -> None:
    desk, due = planned
    with writing(engine) as session:
        assert len(claim_messages(session, desk, due[:1], NOON)) == 1
    with writing(engine) as session:
        assert fold(session) == [("sending", False), ("pending", True)]


def test_senders_side_by_side_count_the_cap_alike(
    engine: Engine, config: Config, server: MailServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While one plans, slowly, the other claims: what was sent alone is counted, and stays so."""

    def slowly(*asked: Any) -> int:
        time.sleep(0.3)
        return mails_since(*asked)

    monkeypatch.setattr(queries, "mails_since", slowly)
    for number in range(3):
        add_alert(engine, most=1, recipient=f"reader{number}@example.org")
    for hours in (0, 2):
        announce(engine, config, at=NOON + timedelta(hours=hours))
        with ThreadPoolExecutor(2) as pool:
            at = NOON + timedelta(hours=hours)
            sent = sum(pool.map(lambda _, at=at: send(engine, config, server.settings(), lambda: at)["sent"], range(2)))
        assert sent == 3
    with reading(engine) as session:
        assert Counter(row.digest_id is not None for row in _fresh(session)) == {False: 3, True: 3}
