"""Read the operator's mailbox once: each mail is handled once, despite other readers and kills."""

import hashlib
import logging
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import datetime

from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError
from sqlmodel import Session

from config import Settings
from db.engine import reading, writing
from db.masking import without_tokens
from db.models import InboundMail, now
from db.queries.recipients import marks, tried, unsettled, was_read
from db.store.recipients import note_mail, settle_mails, take_mail, tell_outcome
from tracker.alerts.compose.sanitize import clean
from tracker.alerts.subscriptions.recipients import give_up_silent
from tracker.bounded.process import BoundedError, Worker
from tracker.mailbox import mail_jobs
from tracker.mailbox.bounces import look_after
from tracker.mailbox.folders import Arrived, Folder, Maildir
from tracker.mailbox.gist import SECONDS, Gist, unpacked
from tracker.mailbox.handle import Result, carry_out

log = logging.getLogger(__name__)
Clock = Callable[[], datetime]

# The rest waits for the next reading, so that a flood of mails delays nothing for long.
MOST_MAILS = 500
AGAIN = Result("other", "a copy of a mail that was read before")


def read_mailbox(engine: Engine, settings: Settings, clock: Clock = now) -> Counter[str]:
    """Handle what is new in the mailbox, and update waiting recipients; return the number of mails of each kind.

    "for you" counts mails that a person should read, "given up" recipients who never confirmed. Raise MailboxError.
    """
    with writing(engine) as session:
        look_after(session, clock())
        counts = Counter({"given up": len(give_up_silent(session, clock()))})
    for folder in _folders(settings):
        try:
            with Worker(mail_jobs.__name__) as worker:
                counts += _read(engine, folder, clock, worker, marked=bool(settings.bounce_address))
        finally:
            folder.close()
    return +counts


def _folders(settings: Settings) -> Iterator[Folder]:
    if settings.maildir:
        yield Maildir(settings.maildir)
    if settings.imap_host:
        # Few have both, and its library is not small.
        from tracker.mailbox.imap import ImapFolder  # noqa: PLC0415

        yield ImapFolder(settings)


def _read(engine: Engine, folder: Folder, clock: Clock, worker: Worker, *, marked: bool) -> Counter[str]:
    counts: Counter[str] = Counter()
    for arrived in _waiting(engine, folder):
        result = _take(engine, folder.name, arrived, clock(), worker, marked=marked)
        if result:
            counts[result.kind] += 1
            counts["for you"] += result.for_people
    _settle(engine, folder)
    return counts


def _waiting(engine: Engine, folder: Folder) -> Iterator[Arrived]:
    """Return the mails to read: last those that a killed reader had tried, since they may have killed it."""
    with reading(engine) as session:
        known, left = marks(session, folder.name), tried(session, folder.name)
    fresh = 0
    for arrived in folder.fresh(known, MOST_MAILS):
        fresh += 1
        yield arrived
    if left and fresh < MOST_MAILS:
        with reading(engine) as session:
            known = marks(session, folder.name) - left
        yield from folder.fresh(known, MOST_MAILS)


def _settle(engine: Engine, folder: Folder) -> None:
    """Mark in their folder what this reading, or one that was killed, has handled."""
    with reading(engine) as session:
        done = unsettled(session, folder.name)
    for mark in done:
        folder.settle(mark)
    with writing(engine) as session:
        settle_mails(session, folder.name, done)


def _take(
    engine: Engine, folder: str, arrived: Arrived, at: datetime, worker: Worker, *, marked: bool
) -> Result | None:
    """Record a mail as tried, read it, and do what it says; None if another reader has done so before.

    It is read between the two transactions, because an untrusted mail may take its time.
    """
    sha256 = hashlib.sha256(arrived.content).hexdigest()
    note = InboundMail(folder=folder, mark=arrived.mark, sha256=sha256, read_at=at)
    with writing(engine) as session:
        note_mail(session, note)
    try:
        gist = unpacked(worker.do("gist", arrived.content, seconds=SECONDS))
        return _act(engine, note, gist, at, marked=marked)
    except (SQLAlchemyError, OSError):
        raise
    except Exception as error:
        # A mail that cannot be handled must not block others: it is recorded, and left for a person.
        if isinstance(error, BoundedError):
            log.warning("mail %s in %s cannot be read: %s", arrived.mark, folder, error)
        else:
            log.exception("mail %s in %s could not be handled", arrived.mark, folder)
        said = str(error) if isinstance(error, BoundedError) else f"{type(error).__name__}: {error}"
        result = Result("other", clean(f"cannot be read: {said}", 300), for_people=True)
        with writing(engine) as session:
            return _told(session, note, result) if take_mail(session, note) else None


def _act(engine: Engine, note: InboundMail, gist: Gist, at: datetime, *, marked: bool) -> Result | None:
    with writing(engine) as session:
        if not take_mail(session, note):
            return None
        result = AGAIN if was_read(session, note) else carry_out(session, gist, at, marked=marked)
        return _told(session, note, result, message_id=gist.message_id)


def _told(session: Session, note: InboundMail, result: Result, **more: str) -> Result:
    tell_outcome(
        session,
        note,
        kind=result.kind,
        outcome=clean(without_tokens(result.outcome), 500),
        recipient_id=result.recipient.id if result.recipient else None,
        alert_id=result.alert.id if result.alert else None,
        settled=result.for_people,
        **more,
    )
    return result
