"""Parse the address of a database, and show it without what may be a password."""

from pathlib import Path

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

# The parameters of an address that contain no secret.
PLAIN = frozenset(("host", "port"))


class DatabaseError(Exception):
    """A database that cannot be opened; its text is one line for the person who gave the address."""


def address_of(url: str) -> URL:
    """Parse an address in SQLAlchemy's form.

    Raise DatabaseError if it is invalid, or if a character in its password would be taken for the end of the password.
    """
    try:
        address = make_url(url)
    except (ArgumentError, ValueError):
        # The causes quote the address, and this may reach a log.
        raise _unusable(url) from None
    if is_file(address) and address.host:
        raise _unusable(url)
    if not is_file(address) and "@" in f"{address.host}{address.database}":
        raise DatabaseError(
            f"database {address.drivername}://... has a password with a reserved character; "
            "write %40 for @, %2F for /, %3A for : and %3F for ?"
        )
    return address


def is_file(address: URL) -> bool:
    """Decide whether the database is a file of SQLite."""
    return address.get_backend_name() == "sqlite"


def file_of(address: URL) -> Path | None:
    """Return the file of an SQLite database; None for one in memory, or for a `file:` URI."""
    file = address.database
    if not is_file(address) or not file or file == ":memory:" or file.startswith("file:"):
        return None
    return Path(file)


def is_in_memory(address: URL) -> bool:
    """Decide whether an SQLite database has no file: it ends with the process, and all in it is lost."""
    return is_file(address) and address.database in (None, "", ":memory:")


def shown(address: URL) -> str:
    """Return an address for printing: without its password and, for a server, without parameters that may be secret."""
    plain = {name: value for name, value in address.query.items() if name in PLAIN}
    return repr(address if is_file(address) else address.set(query=plain))


def _unusable(url: str) -> DatabaseError:
    """Compose the message for an invalid address; the address is quoted unless it might contain a password."""
    named = "(not shown, since it may contain a password)" if set(url) & set("@?=:") else repr(url)
    return DatabaseError(f"database {named} is not a database URL; write sqlite:///FILE or postgresql+psycopg://...")
