"""Deliver messages to a folder of this machine: a maildir, or one plain file per mail."""

import os
from dataclasses import replace
from email.message import EmailMessage
from mailbox import Maildir
from pathlib import Path

from db.models import QUESTIONS
from db.private import private_folder
from tracker.alerts.channels.answers import Answer
from tracker.alerts.channels.smtp_session import SmtpSession
from tracker.alerts.compose.mail import compose
from tracker.alerts.compose.mail_addresses import address_of
from tracker.alerts.compose.message import Message
from tracker.alerts.compose.questions import compose_question
from tracker.alerts.compose.sanitize import clean

# What file systems accept as a name, and as a path followed by the name of a mail.
LONGEST, LONGEST_PATH = 255, 3500


def folder_of(recipient: str) -> Path:
    """Return the absolute folder that a recipient names; raise ValueError, in one line, if it is invalid."""
    if not recipient.strip():
        raise ValueError("a folder has a name; write one, such as ./mails")
    try:
        folder = Path(recipient).expanduser().absolute()
    except RuntimeError:
        raise ValueError(f"{recipient[:80]!r}: there is no such user; write the name of a folder") from None
    if len(os.fsencode(folder)) > LONGEST_PATH or any(len(os.fsencode(part)) > LONGEST for part in folder.parts):
        raise ValueError(f"{recipient[:80]!r} is too long for the name of a folder")
    return folder


def write_file(message: Message, line: SmtpSession) -> Answer:
    """Write a message as an .eml file to the folder `message.to`; written again, it is the same file."""
    folder = folder_of(message.to)
    file = folder / f"{_name(message)}.eml"
    try:
        private_folder(folder)
        _write(_content(message, line), file.with_suffix(f".{os.getpid()}"), file)
    except OSError as error:
        return Answer("away", clean(f"{file}: {error.strerror}", 300), shut=True)
    return Answer("sent", f"written to {file}")


def deliver_to_maildir(message: Message, line: SmtpSession) -> Answer:
    """Deliver a message to the maildir `message.to` (https://cr.yp.to/proto/maildir.html), created if it is missing.

    The file is named by the Message-ID, so that the same mail is not delivered twice, read or unread.
    """
    folder = folder_of(message.to)
    try:
        private_folder(folder.parent)
        Maildir(folder, create=True)
        known = next((folder / "cur").glob(f"{_name(message)}:*"), folder / "new" / _name(message))
        if not known.exists():
            # Mail programs show the carriage returns of a maildir.
            content = _content(message, line).replace(b"\r\n", b"\n")
            _write(content, folder / "tmp" / f"{_name(message)}.{os.getpid()}", known)
    except OSError as error:
        return Answer("away", clean(f"{folder}: {error.strerror}", 300), shut=True)
    return Answer("sent", f"delivered to {folder}")


def write_mail(message: Message, sender: str) -> EmailMessage:
    """Write the mail of a message of any kind from `sender`; raise ValueError for an invalid address."""
    return (compose_question if message.kind in QUESTIONS else compose)(message, sender)


def _name(message: Message) -> str:
    return message.message_id.strip("<>").partition("@")[0]


def _content(message: Message, line: SmtpSession) -> bytes:
    sender = line.settings.mail_from
    return write_mail(replace(message, to=address_of(sender).addr_spec), sender).as_bytes()


def _write(content: bytes, unfinished: Path, file: Path) -> None:
    """Write a file that exists completely or not at all, whatever fails, and that survives a power cut."""
    with unfinished.open("wb") as open_file:
        open_file.write(content)
        open_file.flush()
        os.fsync(open_file.fileno())
    unfinished.replace(file)
    folder = os.open(file.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
