"""The mail that asks an address whether it wants our alerts, before anything else is sent to it (double opt-in)."""

from email.message import EmailMessage

from tracker.alerts.addresses import address_of
from tracker.alerts.letter import Letter
from tracker.alerts.mail import begin, finish
from tracker.alerts.render import fill_in

SUBJECTS = {
    "en": "Please confirm that you want these alerts",
    "zh": "请确认您需要这些提醒",
}


def compose_confirmation(letter: Letter, sender: str) -> EmailMessage:
    """Write the e-mail that asks for confirmation from `sender` ("Name <address>"); ValueError for a bad address."""
    mail = begin(letter, sender, SUBJECTS[letter.language])
    fields = {"letter": letter, "title": SUBJECTS[letter.language], "address": address_of(sender).addr_spec}
    text, html = (fill_in(f"confirmation.{form}", letter.language, **fields) for form in ("txt", "html"))
    return finish(mail, letter, text, html)
