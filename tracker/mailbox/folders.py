"""The folders that mails to us arrive in: a maildir, or a folder of an IMAP server."""

import stat
from collections.abc import Iterator, Set
from pathlib import Path
from typing import NamedTuple, Protocol

from tracker.mailbox.message import MOST_BYTES


class MailboxError(Exception):
    """A mailbox that cannot be read; its text is one line for the operator."""


class Arrived(NamedTuple):
    """A mail as it lies in its folder: the name that it keeps there, and its first MOST_BYTES."""

    mark: str
    content: bytes


class Folder(Protocol):
    """What mails are read from; every method may raise MailboxError."""

    name: str

    def fresh(self, known: Set[str], most: int) -> Iterator[Arrived]:
        """The mails whose marks are not `known`, the oldest first, at most so many."""

    def settle(self, mark: str) -> None:
        """Mark a mail as seen, since it is dealt with; what is left unseen is for a person to read."""

    def close(self) -> None:
        """Let go of the folder."""


class Maildir:
    """A maildir on this machine: what stands in new or cur; a mail that is dealt with goes to cur as seen."""

    def __init__(self, path: Path) -> None:
        self.path = path.expanduser()
        self.name = f"maildir {self.path.absolute()}"
        self.files: dict[str, Path] = {}

    def fresh(self, known: Set[str], most: int) -> Iterator[Arrived]:
        """The mails whose names are not known, by their names, which begin with the time of arrival."""
        self.files = self._files()
        for mark in sorted(self.files.keys() - known)[:most]:
            content = _content(self.files[mark])
            if content is not None:
                yield Arrived(mark, content)

    def settle(self, mark: str) -> None:
        """Move a mail from new to cur, as seen; one that somebody else has moved meanwhile stays where it is."""
        file = self.files.get(mark)
        if file and file.parent.name == "new":
            try:
                file.rename(self.path / "cur" / f"{file.name.partition(':')[0]}:2,S")
            except FileNotFoundError:
                return
            except OSError as error:
                raise MailboxError(f"{file}: {error.strerror}; let us move mails there, see `maildir`") from error

    def close(self) -> None:
        """Nothing is held."""

    def _files(self) -> dict[str, Path]:
        try:
            found = [file for part in ("cur", "new") for file in (self.path / part).iterdir()]
        except OSError as error:
            raise MailboxError(f"{self.path} is no maildir ({error.strerror}); set `maildir` to one") from error
        return {_mark(file): file for file in found if not file.name.startswith(".")}


def _mark(file: Path) -> str:
    """The part of a name that stays when flags are added to it; a database holds no broken characters."""
    return file.name.partition(":")[0].encode("utf-8", "backslashreplace").decode()


def _content(file: Path) -> bytes | None:
    """The beginning of a mail; None for what is gone meanwhile, or is no plain file, such as a pipe or a link."""
    try:
        if not stat.S_ISREG(file.lstat().st_mode):
            return None
        with file.open("rb") as stream:
            return stream.read(MOST_BYTES)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise MailboxError(f"{file}: {error.strerror}; let us read the mails there, see `maildir`") from error
