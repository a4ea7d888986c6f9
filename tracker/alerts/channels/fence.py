"""Keep foreign code, such as Apprise's many services, on the public internet, however it opens connections.

Python raises an audit event before it connects a socket (https://docs.python.org/3/library/audit_events.html), with the
exact address: a name cannot resolve differently between the check and the connection, and redirects are checked as
well.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from typing import Any

from spiders.public import is_public
from tracker.alerts.channels.public_only import NotPublic

EVENTS = {"socket.connect", "socket.sendto", "socket.sendmsg"}
# Apprise's worker threads run in the context of their caller.
_fence: ContextVar[list[str] | None] = ContextVar("fence", default=None)


@contextmanager
def fenced(*, private: bool) -> Iterator[list[str]]:
    """Allow this context only connections to public addresses while the block runs, unless `private` ones are allowed.

    Other attempts raise NotPublic where they are made, and are listed, since libraries tend to hide the reason for a
    failure.
    """
    refused: list[str] = []
    if private:
        yield refused
        return
    _watch()
    outside = _fence.set(refused)
    try:
        yield refused
    finally:
        _fence.reset(outside)


@cache
def _watch() -> None:
    """Check every connection from now on: such a hook cannot be removed again."""
    sys.addaudithook(_look)


def _look(event: str, arguments: tuple[Any, ...]) -> None:
    if event not in EVENTS:
        return
    refused = _fence.get()
    address = arguments[1]
    if refused is None or address is None or _leads_out(address):
        return
    shown = str(address[0]) if isinstance(address, tuple) else "a service of this machine"
    refused.append(f"it leads to {shown[:80]}, which is not a public address (setting webhook_private)")
    raise NotPublic(refused[-1])


def _leads_out(address: Any) -> bool:
    """Decide whether the address of a socket is public; a name is not, since it has not been resolved."""
    host = str(address[0]).partition("%")[0] if isinstance(address, tuple) else ""
    try:
        return is_public(host)
    except ValueError:
        return False
