"""The outside servers, each a separate process: started on its own port, killed, started again."""

import random
import socket
import subprocess
import sys
import time
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

ROOT = Path(__file__).parents[2]
# Below those that systems give to clients: none takes the port of a server that is away.
PORTS = range(20_000, 32_000)


@dataclass
class Outside:
    """One server; `share` of its faults happen. It may die by itself; `killed` says when which was killed."""

    module: str
    ledger: Path
    seed: int
    share: float = 1.0
    killed: dict[int, float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.port = _free_port()
        self.lives = count(1)
        self.process: subprocess.Popen[str] | None = None

    def start(self) -> None:
        """Start it if it does not run."""
        if self.process is not None and self.process.poll() is None:
            return
        self.kill()
        arguments = [str(self.port), str(self.ledger), f"{self.seed} {next(self.lives)}", str(self.share)]
        command = [sys.executable, "-m", self.module, *arguments]
        self.process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
        if self.process.stdout is None or self.process.stdout.readline() != "ready\n":
            raise RuntimeError(f"{self.module} did not start on port {self.port}")

    def kill(self) -> None:
        """Kill it with -9, if it runs."""
        if self.process is not None:
            with self.process:
                self.process.kill()
            if self.process.returncode < 0:
                self.killed[self.process.pid] = time.time()
            self.process = None

    def calm(self) -> None:
        """Let no further fault happen."""
        self.kill()
        self.share = 0.0
        self.start()


def _free_port() -> int:
    while True:
        port = random.choice(PORTS)
        with suppress(OSError), socket.create_server(("127.0.0.1", port)):
            return port
