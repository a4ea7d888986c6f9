"""Run a PostgreSQL cluster for the tests: a folder, a socket and no port, removed at the end."""

import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any

import psycopg
from sqlalchemy import make_url

from db.engine import open_database

DEBIAN = Path("/usr/lib/postgresql")
OWNER = "tracker"
NOBODY = "nobody"
PATIENCE = 60
# In memory a database is made and dropped in a third of the time; the 64 MB of a container are too few.
MEMORY = Path("/dev/shm")  # noqa: S108 - the folder below it has a name that cannot be guessed
ENOUGH_MEMORY = 2**30
FIRST_WITH_STRATEGY = 15_00_00
# What a cluster for a few minutes does not need; a killed server still loses nothing.
HASTY = {"fsync": "off", "full_page_writes": "off", "listen_addresses": "", "max_connections": "200"}


class MissingError(Exception):
    """There is no PostgreSQL on this machine; its text is one line."""


@dataclass
class Cluster:
    """A running cluster; `template` is the database that `fresh` copies, and `how` the method of copying."""

    folder: Path
    template: str = "template1"
    how: str = ""
    numbers: Iterator[int] = field(default_factory=lambda: count(1))

    def url(self, name: str) -> str:
        """The address of a database, as the setting `database` takes it."""
        return f"postgresql+psycopg://{OWNER}@/{name}?host={self.folder}"

    def fresh(self, template: str = "") -> str:
        """Make a database with our tables and no rows, or as `template` is; its address."""
        name = f"tracker_{os.getpid()}_{next(self.numbers)}"
        self.say(f"CREATE DATABASE {name} TEMPLATE {template or self.template} {self.how}")
        return self.url(name)

    def drop(self, url: str) -> None:
        """Remove a database, even if it is in use."""
        self.say(f"DROP DATABASE {make_url(url).database} WITH (FORCE)")

    def say(self, statement: str) -> None:
        """Run a statement as the cluster's owner, outside of a transaction."""
        with psycopg.connect(host=str(self.folder), user=OWNER, dbname="postgres", autocommit=True) as connection:
            connection.execute(statement.encode())


@contextmanager
def cluster() -> Iterator[Cluster]:
    """Run a cluster, whose template has our tables, while the block runs; raise MissingError without PostgreSQL."""
    binaries = find_binaries()
    with tempfile.TemporaryDirectory(prefix="tracker-pg-", ignore_cleanup_errors=True, dir=_memory()) as name:
        running, who = Cluster(Path(name)), _somebody(Path(name))
        data = running.folder / "data"
        _make(binaries, data, who)
        settings = HASTY | {"unix_socket_directories": name}
        options = [option for key, value in settings.items() for option in ("-c", f"{key}={value}")]
        command = [binaries / "postgres", "-D", data, *options]
        server = subprocess.Popen(
            command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=running.folder, **who
        )
        try:
            _wait(running, server)
            running.say("CREATE DATABASE with_tables")
            open_database(running.url("with_tables")).dispose()
            running.template, running.how = "with_tables", _copied(running)
            yield running
        finally:
            # SIGTERM would wait until the last connection is closed; SIGINT closes them.
            server.send_signal(signal.SIGINT)
            server.wait(PATIENCE)


def find_binaries() -> Path:
    """Return the folder of initdb and postgres; raise MissingError without PostgreSQL."""
    if on_path := shutil.which("initdb"):
        return Path(on_path).parent
    versions = sorted(DEBIAN.glob("*/bin/initdb"), key=lambda file: int(file.parts[-3]))
    if not versions:
        raise MissingError(f"no PostgreSQL on PATH or in {DEBIAN}: install the Debian package `postgresql`")
    return versions[-1].parent


def _copied(running: Cluster) -> str:
    """Choose the faster way of copying a database, which needs a checkpoint: here that writes to no disk."""
    with psycopg.connect(running.url("postgres").replace("+psycopg", "")) as connection:
        return "STRATEGY FILE_COPY" if connection.info.server_version >= FIRST_WITH_STRATEGY else ""


def _memory() -> Path | None:
    """Return a folder in memory, if there is one with enough space."""
    usable = os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free > ENOUGH_MEMORY
    return MEMORY if usable else None


def _somebody(folder: Path) -> dict[str, Any]:
    """Choose the user to run it: PostgreSQL refuses to be root."""
    if os.getuid() != 0:
        return {}
    folder.chmod(0o755)
    shutil.chown(folder, NOBODY)
    return {"user": NOBODY, "extra_groups": []}


def _make(binaries: Path, data: Path, who: dict[str, Any]) -> None:
    options = ["--username", OWNER, "--auth", "trust", "--encoding", "UTF8", "--locale", "C", "--no-sync"]
    command: list[Any] = [binaries / "initdb", "--pgdata", data, *options]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=data.parent, **who)
    if done.returncode:
        raise RuntimeError(f"initdb failed: {done.stdout}{done.stderr}")


def _wait(running: Cluster, server: "subprocess.Popen[bytes]") -> None:
    end = time.monotonic() + PATIENCE
    while True:
        try:
            running.say("SELECT 1")
            return
        except psycopg.OperationalError:
            if server.poll() is not None or time.monotonic() > end:
                raise
            time.sleep(0.05)
