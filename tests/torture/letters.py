"""The messages that arrived, and why one of them may have come twice."""

from collections import defaultdict
from dataclasses import dataclass, field
from email import message_from_bytes
from email.policy import default
from pathlib import Path
from typing import Any

from tests.torture.ledger import Process, events
from tests.torture.world import World

Told = tuple[str, int, str]
"""Whom (an alert's name) of which announcement and act."""

SPEECHLESS = ("drop after", "stall after", "die", "drop answered", "slow disk")
SOON = 30.0
MOMENT = 3.0


@dataclass(frozen=True)
class Letter:
    """One message that a server accepted, or a file that was written; `to` is its address, path or folder."""

    id: str
    at: float
    to: str
    headed: str
    key: str
    told: tuple[tuple[int, str], ...]
    sender: Process | None


@dataclass
class Post:
    """All messages that arrived, in order, and what is known of the end of each."""

    letters: list[Letter]
    heard: set[str]
    faults: dict[str, str]
    killed: dict[Process, float]
    servers: dict[int, float]
    died: dict[int, float] = field(default_factory=dict)

    def copies(self) -> dict[tuple[str, str], list[Letter]]:
        """Return what came to one place under one key, if that is more than one message."""
        found = defaultdict(list)
        for letter in self.letters:
            found[letter.to, letter.key].append(letter)
        return {key: letters for key, letters in found.items() if len(letters) > 1}

    def broke(self, letter: Letter) -> str:
        """Say why the sender could not know that a message had been accepted, or could not record it; "" otherwise."""
        channel, server, _ = letter.id.split("-")
        if channel == "mail" and letter.id in self.heard:
            return ""
        if letter.id in self.faults:
            return self.faults[letter.id]
        if channel == "web" and letter.id in self.heard:
            return "sender killed" if self._was_its_last(letter) else ""
        if 0 <= self.servers.get(int(server), 0) - letter.at < SOON:
            return "server killed"
        # A server that dies of a message leaves others unanswered that it accepted at the time.
        if 0 <= self.died.get(int(server), 0) - letter.at < MOMENT:
            return "server died"
        return "sender killed" if self._was_killed(letter) else ""

    def _was_killed(self, letter: Letter) -> bool:
        """Whether a message's sender was killed; one without a process was dead when its connection was examined."""
        if letter.sender is None:
            return any(abs(at - letter.at) < MOMENT for at in self.killed.values())
        return letter.sender in self.killed

    def _was_its_last(self, letter: Letter) -> bool:
        if not self._was_killed(letter):
            return False
        of_one_lane = (other for other in self.letters if (other.sender, other.to) == (letter.sender, letter.to))
        return all(other.at <= letter.at for other in of_one_lane)


def post_of(world: World) -> Post:
    """Read what the servers recorded and what files there are."""
    noted = [*events(world.mail.ledger), *events(world.web.ledger)]
    letters = [_letter(event) for event in noted if event["event"] == "taken"]
    letters += [_file(file) for file in sorted((world.folder / "files").glob("*.eml"))]
    return Post(
        sorted(letters, key=lambda letter: letter.at),
        {event["id"] for event in noted if event["event"] in ("heard", "answered")},
        {e["id"]: e["kind"] for e in noted if e["event"] == "fault" and e["kind"].partition(": ")[2] in SPEECHLESS},
        world.victims.killed,
        world.mail.killed | world.web.killed,
        {int(e["id"].split("-")[1]): e["at"] for e in noted if e["event"] == "fault" and e["kind"].endswith(": die")},
    )


def _letter(event: dict[str, Any]) -> Letter:
    sender = Process(*event["sender"]) if event["sender"] else None
    return Letter(
        event["id"],
        event["at"],
        " ".join(event["to"]),
        event["headed"],
        event["key"],
        told_of(event["told"]),
        sender,
    )


def _file(file: Path) -> Letter:
    mail = message_from_bytes(file.read_bytes(), policy=default)
    told, folder = told_of(str(mail["X-Tracker-Announcement"] or "")), str(file.parent)
    return Letter(f"file-0-{file.name}", file.stat().st_mtime, folder, folder, str(mail["Message-ID"]), told, None)


def told_of(header: str) -> tuple[tuple[int, str], ...]:
    """Return announcements and acts as a mail's header names them ("17 issued, 18 pledged")."""
    pairs = (pair.split() for pair in header.split(",") if pair.strip())
    return tuple((int(id_), act) for id_, act in pairs)
