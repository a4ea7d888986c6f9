"""Register the channels: each is a function that sends a message and returns the response, and a row."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlsplit

from db.masking import is_masked, masked
from spiders.public import is_private_host
from tracker.alerts.channels.answers import LADDER, SHORT_LADDER, Answer
from tracker.alerts.channels.folders import deliver_to_maildir, folder_of, write_file, write_mail
from tracker.alerts.channels.smtp import post
from tracker.alerts.channels.smtp_session import SmtpSession
from tracker.alerts.compose.mail_addresses import address_of
from tracker.alerts.compose.message import Message
from tracker.alerts.compose.sanitize import clean, web_address


def send_email(message: Message, line: SmtpSession) -> Answer:
    """Send a message by SMTP to the address `message.to`."""
    try:
        mail = write_mail(message, line.settings.mail_from)
    except ValueError as error:
        return Answer("never", clean(str(error), 300))
    return post(line, mail, message.bounces_to)


def call_webhook(message: Message, line: SmtpSession) -> Answer:
    """Post a message as JSON to the web address `message.to`."""
    # Few use it, and importing its library takes a tenth of a second.
    from tracker.alerts.channels.webhook import post_message  # noqa: PLC0415

    return post_message(message, line.settings)


def notify(message: Message, line: SmtpSession) -> Answer:
    """Notify a chat service of a message, by its Apprise URL `message.to`."""
    from tracker.alerts.channels.chat import tell  # noqa: PLC0415 - an extra that few install

    return tell(message, private=line.settings.webhook_private)


def check_address(recipient: str) -> None:
    """Raise ValueError if a recipient is not an e-mail address."""
    if web_address(recipient):
        raise ValueError(
            f"{masked(recipient)!r} is a web address and no e-mail address; the channel webhook is for those"
        )
    address_of(recipient)


def check_web(recipient: str) -> None:
    """Raise ValueError if a recipient is not a web address."""
    _refuse_masked(recipient)
    if "://" not in recipient:
        raise ValueError("a webhook's address begins with https:// or http://; write https://host/path")
    if not web_address(recipient):
        raise ValueError(f"{masked(recipient)!r} is not a web address; write https://host/path")


def check_chat(recipient: str) -> None:
    """Raise ValueError if Apprise is not installed, or does not know the recipient."""
    from tracker.alerts.channels.chat import check  # noqa: PLC0415 - an extra that few install

    _refuse_masked(recipient)
    check(recipient)


def _refuse_masked(recipient: str) -> None:
    if is_masked(recipient):
        raise ValueError(
            f"{recipient[:80]!r} is an address as lists show it, with its secrets masked; write it in full"
        )


def refuse_private(recipient: str) -> None:
    """Raise ValueError if the host of a web address or an Apprise URL is, as it stands, that of a private network.

    What a name resolves to is known, and checked, only when a message is sent.
    """
    try:
        host = urlsplit(recipient).hostname or ""
    except ValueError:
        return
    if is_private_host(host):
        raise ValueError(f"{host} is not a public address; name a public one, or set TRACKER_WEBHOOK_PRIVATE=true")


def check_folder(recipient: str) -> None:
    """Raise ValueError if a recipient cannot be a folder."""
    if os.path.isfile(folder_of(recipient)):  # noqa: PTH113 - pathlib's raises where we may not look
        raise ValueError(f"{recipient[:80]!r} is a file; write the name of a folder")


def keep_folder(recipient: str) -> str:
    """Return the full path of a folder: the sender may run in another folder than the command that added it."""
    return str(folder_of(recipient))


@dataclass(frozen=True)
class Channel:
    """How messages are sent: `send` delivers one, `check` refuses a recipient that could never be reached.

    `batch` mails are claimed at once, and `workers` send side by side (None: the setting `smtp_connections`). If one
    message to a recipient was refused, the others wait for the next round if the channel `shuts`. `keep` returns a
    recipient as it is stored. `by_web`: it connects to a host that the recipient names, which has to be public unless
    the setting webhook_private allows others.
    """

    send: Callable[[Message, SmtpSession], Answer]
    check: Callable[[str], None]
    batch: int = 1
    workers: int | None = 1
    shuts: bool = False
    ladder: tuple[int, ...] = LADDER
    keep: Callable[[str], str] = str
    by_web: bool = False


CHANNELS: dict[str, Channel] = {
    "email": Channel(send_email, check_address, batch=25, workers=None),
    "webhook": Channel(call_webhook, check_web, workers=4, shuts=True, ladder=SHORT_LADDER, by_web=True),
    "apprise": Channel(notify, check_chat, shuts=True, ladder=SHORT_LADDER, by_web=True),
    "maildir": Channel(deliver_to_maildir, check_folder, batch=25, keep=keep_folder),
    "file": Channel(write_file, check_folder, batch=25, keep=keep_folder),
}
