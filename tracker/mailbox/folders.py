"""Read the folders in which mails arrive: a maildir, or a folder of an IMAP server."""

import stat
from collections.abc import Iterator, Set
from pathlib import Path
from typing import NamedTuple, Protocol

from tracker.mailbox.message import MOST_BYTES


class MailboxError(Exception):
    """A mailbox that cannot be read; its text is one line for the operator."""


class Arrived(NamedTuple):
    """A mail in its folder: its name there, and its first MOST_BYTES."""

    mark: str
    content: bytes


class Folder(Protocol):
    """A folder from which mails are read; every method may raise MailboxError."""

    name: str

    def fresh(self, known: Set[str], most: int) -> Iterator[Arrived]:
        """Return the mails whose marks are not `known`, oldest first, up to a limit."""

    def settle(self, mark: str) -> None:
        """Mark a mail as seen, since it is handled; what is left unseen is for a person to read."""

    def close(self) -> None:
        """Release the folder."""


class Maildir:
    """A maildir on this machine: mails in new or cur; a handled mail goes to cur as seen."""

    def __init__(self, path: Path) -> None:
        self.path = path.expanduser()
        self.name = f"maildir {self.path.absolute()}"
        self.files: dict[str, Path] = {}

    def fresh(self, known: Set[str], most: int) -> Iterator[Arrived]:
        """Return the mails with unknown names, sorted by name, which begins with the time of arrival."""
        self.files = self._files()
        for mark in sorted(self.files.keys() - known)[:most]:
            content = _content(self.files[mark])
            if content is not None:
                yield Arrived(mark, content)

    def settle(self, mark: str) -> None:
        """Move a mail from new to cur, as seen; one that has been moved meanwhile stays where it is."""
        file = self.files.get(mark)
        if file and file.parent.name == "new":
            try:
                file.rename(self.path / "cur" / f"{file.name.partition(':')[0]}:2,S")
            except FileNotFoundError:
                return
            except OSError as error:
                raise MailboxError(f"{file}: {error.strerror}; allow moving mails there, see `maildir`") from error

    def close(self) -> None:
        """Do nothing: nothing is held."""

    def _files(self) -> dict[str, Path]:
        try:
            found = [file for part in ("cur", "new") for file in (self.path / part).iterdir()]
        except OSError as error:
            raise MailboxError(f"{self.path} is not a maildir ({error.strerror}); set `maildir` to one") from error
        return {_mark(file): file for file in found if not file.name.startswith(".")}


def _mark(file: Path) -> str:
    """Return the part of a name that stays when flags are added to it; a database takes no broken characters."""
    return file.name.partition(":")[0].encode("utf-8", "backslashreplace").decode()


def _content(file: Path) -> bytes | None:
    """Return the beginning of a mail; None if it is gone, or not a plain file, such as a pipe or a link."""
    try:
        if not stat.S_ISREG(file.lstat().st_mode):
            return None
        with file.open("rb") as stream:
            return stream.read(MOST_BYTES)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise MailboxError(f"{file}: {error.strerror}; allow reading the mails there, see `maildir`") from error
