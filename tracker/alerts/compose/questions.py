"""Write the mails that ask an address: does it want our alerts (double opt-in), and did it ask to unsubscribe?"""

from datetime import timedelta
from email.message import EmailMessage

from tracker.alerts.compose.mail import begin, finish
from tracker.alerts.compose.mail_addresses import address_of
from tracker.alerts.compose.message import Message
from tracker.alerts.compose.render import fill_in

APART = timedelta(days=3)
"""The least time between two confirmation mails to one address."""
SUBJECTS = {
    "confirmation": {"en": "Please confirm that you want these alerts", "zh": "请确认您需要这些提醒"},
    "leaving": {"en": "Do you want to end your alerts?", "zh": "您是否要退订提醒？"},
}


def compose_question(message: Message, sender: str) -> EmailMessage:
    """Write the e-mail that asks, by its kind, from `sender` ("Name <address>"); raise ValueError for a bad address."""
    title = SUBJECTS[message.kind][message.language]
    fields = {"message": message, "title": title, "address": address_of(sender).addr_spec}
    text, html = (fill_in(f"{message.kind}.{form}", message.language, **fields) for form in ("txt", "html"))
    return finish(begin(message, sender, title), message, text, html)
