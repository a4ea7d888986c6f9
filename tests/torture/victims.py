"""Find the processes of a tortured installation, however they were started, and kill them."""

import os
import signal
import time
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from tests.torture.ledger import Process, process

KINDS = {"crawl": "crawler", "read": "reader", "alerts": "sender", "daemon": "daemon"}
OF_A_DAEMON = " of a daemon"
COMMAND = ["-P", "-m", "tracker"]
DAEMON = ["-P", "-m", "tracker.daemon"]


class Victim(NamedTuple):
    """A running process of a command, and the process that started it."""

    kind: str
    process: Process
    parent: int


@dataclass
class Victims:
    """The processes of one installation, known by a folder in their environment; and which were killed, and when."""

    folder: Path
    killed: dict[Process, float] = field(default_factory=dict)
    counts: Counter[str] = field(default_factory=Counter)

    def running(self) -> list[Victim]:
        """Every process that can be killed, orphans included."""
        found = (self._look(int(entry.name)) for entry in Path("/proc").glob("[0-9]*"))
        return [victim for victim in found if victim]

    def kill(self, victim: Victim) -> bool:
        """Kill a process with -9; return False if it ended before."""
        if process(victim.process.pid) != victim.process:
            return False
        with suppress(ProcessLookupError):
            os.kill(victim.process.pid, signal.SIGKILL)
            self.killed[victim.process] = time.time()
            self.counts[victim.kind if victim.parent == os.getpid() else victim.kind + OF_A_DAEMON] += 1
            return True
        return False

    def end(self) -> None:
        """Kill what still runs, uncounted: an aborted run leaves nothing behind."""
        for victim in self.running():
            with suppress(ProcessLookupError):
                os.kill(victim.process.pid, signal.SIGKILL)

    def killed_of(self, kind: str) -> int:
        """Return how many of a kind were killed, however they were started."""
        return self.counts[kind] + self.counts[kind + OF_A_DAEMON]

    def _look(self, pid: int) -> Victim | None:
        try:
            arguments = Path(f"/proc/{pid}/cmdline").read_text(encoding="utf-8").split("\0")
            named = arguments[4] if arguments[1:4] == COMMAND else "daemon" if arguments[1:4] == DAEMON else ""
            if named not in KINDS:
                return None
            if str(self.folder).encode() not in Path(f"/proc/{pid}/environ").read_bytes():
                return None
            parent = int(Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[1])
        except (OSError, ValueError, IndexError):
            return None
        who = process(pid)
        return Victim(KINDS[named], who, parent) if who else None
