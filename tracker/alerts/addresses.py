"""Reads e-mail addresses, strictly: what a mail server would refuse is refused when it is written down."""

from email.errors import HeaderParseError
from email.headerregistry import Address, AddressHeader, HeaderRegistry
from functools import lru_cache

from tracker.alerts.safe import clean_header


@lru_cache(1024)
def address_of(text: str) -> Address:
    """Read "Name <address>" or an address alone; raise ValueError, in one line, where it is none."""
    found = _read(text)
    if len(found) != 1 or not found[0].domain or text != clean_header(text, 320):
        raise ValueError(f"{text[:80]!r} is no e-mail address; write name@host")
    if not found[0].addr_spec.isascii():
        raise ValueError(f"{text[:80]!r}: write the address in ASCII, its host as xn--...")
    return found[0]


def _read(text: str) -> tuple[Address, ...]:
    try:
        header = HeaderRegistry()("to", text)
    except (IndexError, HeaderParseError):
        return ()
    return header.addresses if isinstance(header, AddressHeader) and not header.defects else ()
