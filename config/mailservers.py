"""Read the mail servers of this installation from the settings: in order, each with its login."""

from typing import NamedTuple
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

SECURITIES = ("none", "starttls", "tls")
PORTS = {"none": 25, "starttls": 587, "tls": 465}
FORM = "write smtp://USER:PASSWORD@HOST:PORT?security=starttls, and %40 for an @ within"


class MailServerAddress(NamedTuple):
    """The address of a mail server and how to connect to it; without `user` there is no login."""

    host: str
    port: int
    security: str = "none"
    user: str = ""
    password: str = ""

    @property
    def name(self) -> str:
        """Return its name for records, without its password."""
        return f"{self.host}:{self.port}"

    def __repr__(self) -> str:
        return f"{self.name} ({self.security})"


def read_servers(text: str) -> tuple[MailServerAddress, ...]:
    """Parse addresses separated by blanks; raise ValueError, in one line and without a password, for an invalid one.

    `smtp://` uses `security=none`, or `starttls` if there is a login; `smtps://` uses `tls`.
    """
    return tuple(_read(one, number) for number, one in enumerate(text.split(), 1))


def _read(text: str, number: int) -> MailServerAddress:
    try:
        parts = urlsplit(text)
        port, host = parts.port, parts.hostname
    except ValueError:
        raise ValueError(f"mail server {number} is not an address; {FORM}") from None
    if parts.scheme not in ("smtp", "smtps") or not host or parts.path.strip("/"):
        raise ValueError(f"mail server {number} is not an address; {FORM}")
    security = _security(parts, number)
    user, password = unquote(parts.username or ""), unquote(parts.password or "")
    return MailServerAddress(host, port or PORTS[security], security, user, password)


def _security(parts: SplitResult, number: int) -> str:
    asked = dict(parse_qsl(parts.query, keep_blank_values=True))
    otherwise = "tls" if parts.scheme == "smtps" else "starttls" if parts.username else "none"
    security = asked.pop("security", otherwise)
    if asked or security not in SECURITIES:
        raise ValueError(f"mail server {number}: after ? write security=none, security=starttls or security=tls")
    return security
