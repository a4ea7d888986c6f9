"""Reads the address of a database, and shows it to people without what may be a password."""

from pathlib import Path

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

# What of an address's query holds no secret.
PLAIN = frozenset(("host", "port"))


class DatabaseError(Exception):
    """A database that cannot be opened; its text is one line for the person who named it."""


def address_of(url: str) -> URL:
    """Read an address in SQLAlchemy's form.

    Raise DatabaseError where it is none, or where a sign in its password would be taken for the end of the password.
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
            f"database {address.drivername}://... has a password with a sign that stands for something else in an "
            "address; write %40 for @, %2F for /, %3A for : and %3F for ?"
        )
    return address


def is_file(address: URL) -> bool:
    """Whether the database is a file of SQLite."""
    return address.get_backend_name() == "sqlite"


def file_of(address: URL) -> Path | None:
    """The file of an SQLite database; None where it is in memory, or named by SQLite's own kind of address."""
    file = address.database
    if not is_file(address) or not file or file == ":memory:" or file.startswith("file:"):
        return None
    return Path(file)


def shown(address: URL) -> str:
    """An address to print: no password, and of a server's query only what holds none either."""
    plain = {name: value for name, value in address.query.items() if name in PLAIN}
    return repr(address if is_file(address) else address.set(query=plain))


def _unusable(url: str) -> DatabaseError:
    """The complaint about what is no address; it is shown unless it might hold a password."""
    named = "(not shown, for it may hold a password)" if set(url) & set("@?=:") else repr(url)
    return DatabaseError(f"database {named} is no database URL; write sqlite:///FILE or postgresql+psycopg://...")
