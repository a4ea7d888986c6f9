"""Read a folder of an IMAP server (RFC 3501) without marking mails as read."""

import imaplib
import re
from collections.abc import Iterator, Set
from contextlib import suppress
from datetime import datetime, timedelta

from config import Settings
from config.settings import NAME
from db.models import now
from tracker.alerts.compose.sanitize import clean
from tracker.mailbox.folders import Arrived, MailboxError
from tracker.mailbox.imap_client import connect
from tracker.mailbox.message import MOST_BYTES

# Older mails are not news, however long the mailbox was not read.
LOOK_BACK = timedelta(days=30)
# The library parses responses without checking them.
FAULTS = (OSError, imaplib.IMAP4.error, ValueError, TypeError, LookupError, AttributeError)
# UIDs and UIDVALIDITY are 32-bit numbers (RFC 3501, 2.3.1.1).
NUMBER = re.compile(r"[0-9]{1,10}")
MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]


class ImapFolder:
    """A folder of an IMAP server; a mail's mark is the folder's UIDVALIDITY and the mail's UID."""

    def __init__(self, settings: Settings) -> None:
        self.name = f"imap {settings.imap_user}@{settings.imap_host}/{settings.imap_folder}"
        self.where = f"{settings.imap_host}:{settings.imap_port}"
        try:
            self.client = connect(settings)
        except FAULTS as error:
            raise MailboxError(f"IMAP server {self.where}: {_said(error)}; see the settings `imap_*`") from error
        try:
            self.validity = self._enter(settings)
        except BaseException:
            self.close()
            raise

    def fresh(self, known: Set[str], most: int) -> Iterator[Arrived]:
        """Return the unknown mails of the last 30 days, in the order in which they came."""
        for uid in [uid for uid in self._uids() if self._mark(uid) not in known][:most]:
            content = self._fetch(uid)
            if content is not None:
                yield Arrived(self._mark(uid), content)

    def settle(self, mark: str) -> None:
        """Flag a mail as seen; a server that forbids it can still be read."""
        with suppress(*FAULTS):
            self.client.uid("STORE", mark.partition(".")[2], "+FLAGS.SILENT", r"(\Seen)")

    def close(self) -> None:
        """Log out, politely if the server still listens."""
        try:
            with suppress(*FAULTS):
                self.client.logout()
        finally:
            self.client.shutdown()

    def _enter(self, settings: Settings) -> str:
        try:
            self._log_in(settings.imap_user, settings.imap_password)
            folder = settings.imap_folder.replace("\\", "\\\\").replace('"', '\\"')
            kind, _ = self.client.select(f'"{folder}"')
            if kind != "OK":
                raise MailboxError(f"IMAP server {self.where}: no folder {settings.imap_folder!r}; set `imap_folder`")
            return _number(self.client.response("UIDVALIDITY")[1])
        except FAULTS as error:
            raise MailboxError(f"IMAP server {self.where}: {_said(error)}; see the settings `imap_*`") from error

    def _log_in(self, user: str, password: str) -> None:
        if "AUTH=PLAIN" in self.client.capabilities:
            self.client.authenticate("PLAIN", lambda _: f"\0{user}\0{password}".encode())
        else:
            self.client.login(user, password)
        if "ID" in self.client.capabilities:
            # NetEase lets no program open a folder before it has identified itself (RFC 2971).
            with suppress(*FAULTS):
                self.client.xatom("ID", f'("name" "{NAME}")')

    def _uids(self) -> list[int]:
        answer = self._ask("SEARCH", "SINCE", _day(now() - LOOK_BACK))
        words = b" ".join(part for part in answer if isinstance(part, bytes)).decode("ascii", "replace").split()
        return sorted(int(word) for word in words if NUMBER.fullmatch(word))

    def _fetch(self, uid: int) -> bytes | None:
        """Return the beginning of a mail; None if it was removed meanwhile."""
        answer = self._ask("FETCH", str(uid), f"(BODY.PEEK[]<0.{MOST_BYTES}>)")
        return next((bytes(part[1])[:MOST_BYTES] for part in answer if isinstance(part, tuple)), None)

    def _ask(self, *command: str) -> list[object]:
        try:
            kind, answer = self.client.uid(*command)
        except FAULTS as error:
            raise MailboxError(f"IMAP server {self.where}: {_said(error)}") from error
        if kind != "OK":
            raise MailboxError(f"IMAP server {self.where}: {command[0]} was answered with {_word(answer)!r}")
        return list(answer)

    def _mark(self, uid: int) -> str:
        return f"{self.validity}.{uid}"


def _day(moment: datetime) -> str:
    # The protocol's names of months are English whatever the machine's language.
    return f"{moment.day:02}-{MONTHS[moment.month - 1]}-{moment.year}"


def _word(answer: object) -> str:
    first = answer[0] if isinstance(answer, list | tuple) and answer else answer
    return clean(first.decode(errors="replace"), 200) if isinstance(first, bytes) else ""


def _number(answer: object) -> str:
    """Return the number in a response; 0 if a server gives none."""
    word = _word(answer)
    return word if NUMBER.fullmatch(word) else "0"


def _said(error: BaseException) -> str:
    words = error.args[0] if error.args else ""
    text = words.decode(errors="replace") if isinstance(words, bytes) else str(error)
    return clean(" ".join((text or type(error).__name__).split()), 200)
