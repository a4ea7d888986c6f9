"""Match a report to the mail, and so the recipient, that it is about; what proves nothing matches none."""

from typing import NamedTuple

from sqlmodel import Session

from db.models import Alert, Delivery, Recipient
from db.queries import recipients as queries
from tracker.alerts.compose.mail import is_proof
from tracker.mailbox.gist import Gist


class Origin(NamedTuple):
    """The recipient of a report and, if its Message-ID is on record, the first delivery of the mail and its alert."""

    recipient: Recipient
    delivery: Delivery | None
    alert: Alert | None


def origin(session: Session, mail: Gist, *, marked: bool) -> Origin | None:
    """Return the mail of ours that a report is about, or None.

    A Message-ID on record identifies it, and proves that the sender had the mail, unless it is one of earlier versions,
    which could be guessed. If our mails are `marked` with their recipient's secret, as envelope sender, a Message-ID is
    not proof, since others see it too: the secret, or that of the alert, must be there as well.
    """
    proof = queries.told_by(session, [one for one in mail.message_ids if is_proof(one)])
    told = proof or queries.told_by(session, mail.message_ids)
    witness = queries.by_bounce_tokens(session, list(mail.bounce_tokens)) or _by_alert(session, mail)
    if told is None:
        return Origin(witness, None, None) if witness else None
    delivery, alert = told
    recipient = session.get(Recipient, alert.recipient_id) if alert.recipient_id else None
    contradicts = witness is not None and (recipient is None or witness.id != recipient.id)
    if recipient is None or contradicts or (witness is None and (marked or not proof)):
        return None
    return Origin(recipient, delivery, alert)


def _by_alert(session: Session, mail: Gist) -> Recipient | None:
    for token in mail.alert_tokens:
        alert = queries.by_alert_token(session, token)
        if alert and alert.recipient_id:
            return session.get(Recipient, alert.recipient_id)
    return None
