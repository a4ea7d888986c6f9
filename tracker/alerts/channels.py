"""The channels: each is a function that takes a letter on its way and says what became of it."""

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from tracker.alerts.addresses import address_of
from tracker.alerts.answers import Answer
from tracker.alerts.letter import Letter
from tracker.alerts.mail import compose
from tracker.alerts.safe import clean
from tracker.alerts.smtp import Line, post


def send_email(letter: Letter, line: Line) -> Answer:
    """Send a letter by SMTP to the address `letter.to`."""
    try:
        mail = compose(letter, line.settings.mail_from)
    except ValueError as error:
        return Answer("never", clean(str(error), 300))
    return post(line, mail)


def write_file(letter: Letter, line: Line) -> Answer:
    """Write a letter as an .eml file into the folder `letter.to`; written again, it is the same file."""
    folder = Path(letter.to).expanduser()
    file = folder / f"{letter.message_id.strip('<>').partition('@')[0]}.eml"
    sender = line.settings.mail_from
    mail = compose(replace(letter, to=address_of(sender).addr_spec), sender)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        unfinished = file.with_suffix(f".{os.getpid()}")
        unfinished.write_bytes(mail.as_bytes())
        unfinished.replace(file)
    except OSError as error:
        return Answer("away", clean(f"{file}: {error.strerror}", 300))
    return Answer("sent", f"written to {file}")


def call_webhook(letter: Letter, line: Line) -> Answer:
    """Post a letter as JSON to the web address `letter.to`."""
    # Few use it, and its library takes a tenth of a second.
    from tracker.alerts.webhook import post_letter  # noqa: PLC0415

    return post_letter(letter, line.settings.webhook_secret)


CHANNELS: dict[str, Callable[[Letter, Line], Answer]] = {
    "email": send_email,
    "file": write_file,
    "webhook": call_webhook,
}
