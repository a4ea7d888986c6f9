"""Keeps foreign code, such as Apprise's many services, on the public internet, whatever it opens connections with.

Python raises an audit event before it connects a socket (https://docs.python.org/3/library/audit_events.html), with the
very address that it would connect to: a name cannot lead elsewhere between our look and the connection, and redirects
are held to the same.
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
# Apprise's worker threads run in the context of who asks them.
_fence: ContextVar[list[str] | None] = ContextVar("fence", default=None)


@contextmanager
def fenced(*, private: bool) -> Iterator[list[str]]:
    """Let this context connect to public addresses alone while the block runs, unless `private` ones are allowed.

    Other attempts raise NotPublic where they are made, and are listed, since libraries tend to hide why they failed.
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
    """Have every connection looked at from now on: such a hook cannot be taken away again."""
    sys.addaudithook(_look)


def _look(event: str, arguments: tuple[Any, ...]) -> None:
    if event not in EVENTS:
        return
    refused = _fence.get()
    address = arguments[1]
    if refused is None or address is None or _leads_out(address):
        return
    shown = str(address[0]) if isinstance(address, tuple) else "a service of this machine"
    refused.append(f"it leads to {shown[:80]}, which is no public address (setting webhook_private)")
    raise NotPublic(refused[-1])


def _leads_out(address: Any) -> bool:
    """Whether the address of a socket is public; a name is not, since nobody has looked where it leads."""
    host = str(address[0]).partition("%")[0] if isinstance(address, tuple) else ""
    try:
        return is_public(host)
    except ValueError:
        return False
