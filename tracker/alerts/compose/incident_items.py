"""Write an incident of a source or a recipient as an item of a message."""

from config import Config
from config.schema.source import Source
from db.beijing import beijing_day
from db.masking import hidden, masked
from db.models import Delivery, Incident, Recipient
from tracker.alerts.compose.dates import day_words
from tracker.alerts.compose.message import Item, Teller
from tracker.alerts.compose.names import name_in
from tracker.alerts.compose.sanitize import clean, web_address
from tracker.alerts.compose.wording import say

OUTBOX = "outbox"
"""What an incident is about that is no source's and no recipient's."""


def write_incident(
    delivery: Delivery, incident: Incident, recipient: Recipient | None, language: str, config: Config
) -> Item:
    """Write an item of a mail: what is wrong with a source or a recipient, or that it is well again."""
    source = config.sources.get(incident.source)
    about = say(language, "outbox") if incident.source == OUTBOX else incident.source
    about = masked(recipient.address) if recipient else about
    name = name_in(source.name if source else None, language, about)
    began = beijing_day(incident.began_at) or incident.began_at.date()
    trouble = say(language, f"incident-{incident.state}", since=day_words(began, language))
    return Item(
        announcement_id=None,
        initiative=f"recipient-{recipient.id}" if recipient else clean(incident.source, 100),
        name=name,
        act=delivery.act,
        deed=trouble if delivery.act == "opened" else say(language, "well-again", trouble=trouble),
        day=began,
        headline=clean(shown_reason(incident, recipient), 500),
        tellers=_lists(source, language),
        why=delivery.why,
    )


def shown_reason(incident: Incident, recipient: Recipient | None) -> str:
    """Return why an incident was opened; earlier versions may have written the recipient's address into it."""
    return hidden(incident.reason, recipient.address) if recipient else incident.reason


def _lists(source: Source | None, language: str) -> tuple[Teller, ...]:
    """Return the lists of a source, for an operator to open and check."""
    if source is None:
        return ()
    name = name_in(source.name, language, source.id)
    return tuple(Teller(name, clean(one.name or one.id, 100), web_address(one.url), None) for one in source.lists)
