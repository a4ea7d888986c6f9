"""Connect to the database: SQLite in WAL mode, or PostgreSQL, with transactions that begin and end properly."""

import json
import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.exc import DisconnectionError, NoSuchModuleError
from sqlalchemy.pool import NullPool

from db.address import DatabaseError, address_of, file_of, is_file, shown

BUSY_SECONDS = 60
# Bytes below which SQLite cannot work.
FULL = 2**20
# Give up on a server that vanished after a minute, not after the kernel's quarter of an hour.
PATIENCE = {"connect_timeout": 10, "keepalives_idle": 30, "keepalives_interval": 10, "tcp_user_timeout": 60_000}


class DatabaseAwayError(DatabaseError):
    """A database that does not answer or cannot be opened at present; a later attempt may succeed."""


def connect(
    url: str, *, busy: float = BUSY_SECONDS, new: bool = True, write: bool = True, keep: bool = False
) -> Engine:
    """Create an engine for the database at `url` (SQLAlchemy form) that waits `busy` seconds for another's lock.

    Unless the database may be `new`, its SQLite file must exist at every transaction, so that a removed file is
    noticed. An engine that works much may `keep` its connections between transactions: SQLite empties its log whenever
    the last one is closed. An engine without `write` changes nothing, and works on a read-only folder or disk.
    """
    address = address_of(url)
    if address.get_backend_name() not in ("sqlite", "postgresql"):
        raise DatabaseError(
            f"database {shown(address)} is neither SQLite nor PostgreSQL; "
            "write sqlite:///FILE or postgresql+psycopg://..."
        )
    try:
        if is_file(address):
            return _sqlite(address, busy, new, keep) if write else _sqlite_to_read(address, busy)
        wait = _on_postgresql(address, busy, write)
        return create_engine(address, pool_pre_ping=True, connect_args=wait, hide_parameters=True)
    except (NoSuchModuleError, ModuleNotFoundError) as error:
        raise DatabaseError(
            f"database {shown(address)} needs a driver that is not installed ({error}); for PostgreSQL install "
            "policy-initiative-tracker[postgresql] and write postgresql+psycopg://..."
        ) from error


def unwaiting(engine: Engine) -> Engine | None:
    """Create an engine for the same SQLite file that raises an error where the other waits for a lock.

    Return None for any other database: to ask a server is to wait. It is disposed of together with the other.
    """
    address = engine.url
    file = unquote((address.database or "").removeprefix("file:"))
    if not is_file(address) or not file or file == ":memory:" or address.query.get("mode") == "ro":
        return None
    made = _sqlite(address.set(database=file, query={}), 0, new=False, keep=True)
    event.listen(engine, "engine_disposed", lambda _: made.dispose())
    return made


def _on_postgresql(address: URL, busy: float, write: bool) -> dict[str, Any]:
    """Set how a connection to PostgreSQL starts; options in the address take precedence.

    Each query is planned for its values. The server would otherwise plan a repeated one for any values, and so read all
    texts for a rare word.
    """
    named = address.query.get("options", f"-c lock_timeout={busy:.0f}s")
    given = [named] if isinstance(named, str) else [*named]
    fixed = ["-c plan_cache_mode=force_custom_plan", *([] if write else ["-c default_transaction_read_only=on"])]
    return {**PATIENCE, "options": " ".join([*given, *fixed])}


def first_line(error: BaseException) -> str:
    """Return the message of a database error, or of another exception, in one line."""
    return str(cause(error)).split("\n")[0]


def cause(error: BaseException) -> BaseException:
    """Return the driver's error within one of SQLAlchemy, or any other exception itself."""
    return getattr(error, "orig", None) or error


def lacks_database(error: BaseException) -> bool:
    """Decide whether a PostgreSQL server answered that it has no database of the name; the driver gives no code."""
    return bool(re.search(r'FATAL: +database ".*" does not exist', first_line(error)))


def said(error: BaseException, database: str | None) -> str:
    """Return the message of a database error in one line; if writing failed, check whether the disk is full.

    `database` is the file of an SQLite database, as in its address.
    """
    text = first_line(error)
    return f"{text}: the disk is full" if text == "disk I/O error" and _is_full(database or "") else text


def _is_full(database: str) -> bool:
    with suppress(OSError):
        return shutil.disk_usage(Path(unquote(database.removeprefix("file:"))).expanduser().parent).free < FULL
    return False


@contextmanager
def write(engine: Engine, *, durable: bool = True) -> Iterator[Connection]:
    """Run one write transaction without models: commit at the end of the block, or roll back completely.

    For `durable`, see `db.engine.writing`.
    """
    with engine.execution_options(writes=True, durable=durable).begin() as connection:
        yield connection


def _sqlite(address: URL, busy: float, new: bool, keep: bool) -> Engine:
    file = address.database
    on_disk = file_of(address) is not None
    must_exist = on_disk and not new
    if must_exist:
        address = address.set(database=f"file:{quote(file or '')}").update_query_dict({"mode": "rw", "uri": "true"})
    # Of several connections the one that was used last: it has the rows of the last query at hand.
    pool: dict[str, Any] = {"pool_use_lifo": True} if on_disk else {}
    if must_exist and not keep:
        pool = {"poolclass": NullPool}
    # The values contain secrets, and errors are shown.
    engine = create_engine(
        address, connect_args={"timeout": busy}, hide_parameters=True, json_deserializer=_read_json, **pool
    )
    event.listen(engine, "connect", _set_up)
    event.listen(engine, "begin", _begin)
    if must_exist and keep:
        _drop_of_other_files(engine, Path(file or ""))
    return engine


def _drop_of_other_files(engine: Engine, file: Path) -> None:
    """Let a kept connection be used only while its file is the one at the path, and not one that a backup replaced.

    Opening a file for each transaction would take ten times as long as a query.
    """

    def remember(_connection: Any, record: Any) -> None:
        record.info["file"] = _identity(file)

    def compare(_connection: Any, record: Any, _proxy: Any) -> None:
        if record.info["file"] != _identity(file):
            raise DisconnectionError

    event.listen(engine, "connect", remember)
    event.listen(engine, "checkout", compare)


def _identity(file: Path) -> tuple[int, int] | None:
    with suppress(OSError):
        stat = file.stat()
        return stat.st_dev, stat.st_ino
    return None


def _sqlite_to_read(address: URL, busy: float) -> Engine:
    file = address.database
    if file and file_of(address):
        still = {"immutable": "1"} if _is_still(Path(file)) else {}
        address = address.set(database=f"file:{quote(file)}").update_query_dict({"mode": "ro", "uri": "true", **still})
    engine = create_engine(address, connect_args={"timeout": busy}, hide_parameters=True, json_deserializer=_read_json)
    event.listen(engine, "connect", _begin_ourselves)
    event.listen(engine, "begin", _begin)
    return engine


def _read_json(written: str) -> Any:
    # Most announcements have no figures, and to find that out takes as long as to fetch their row.
    return [] if written == "[]" else json.loads(written)


def _is_still(file: Path) -> bool:
    """Decide whether no one has the database open and we cannot write beside it; SQLite then reads it without locks.

    In WAL mode, locks need a file beside the database, which could not be created.
    """
    log, locks = (file.with_name(f"{file.name}-{end}") for end in ("wal", "shm"))
    if locks.exists() or (log.exists() and log.stat().st_size):
        return False
    return not (os.access(file, os.W_OK) and os.access(file.parent, os.W_OK))


def _begin_ourselves(connection: Any, _record: Any) -> None:
    # The driver would begin transactions late and end them early.
    connection.isolation_level = None


def _set_up(connection: Any, _record: Any) -> None:
    _begin_ourselves(connection, _record)
    for pragma in ("journal_mode = WAL", "foreign_keys = ON", "cache_size = -16000"):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    # Take the lock at the beginning: a transaction that reads first and then writes could not wait for it.
    options = connection.get_execution_options()
    if options.get("writes", False):
        # NORMAL does not wait for the disk: a power cut may undo the last transactions, but damages nothing.
        waits = "FULL" if options.get("durable", True) else "NORMAL"
        if connection.info.get("synchronous") != waits:
            connection.exec_driver_sql(f"PRAGMA synchronous = {waits}")
            connection.info["synchronous"] = waits
        connection.exec_driver_sql("BEGIN IMMEDIATE")
    else:
        connection.exec_driver_sql("BEGIN")
