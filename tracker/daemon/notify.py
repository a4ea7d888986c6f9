"""Notify systemd that the daemon is ready, alive, or stopping, if systemd asks for it: sd_notify(3)."""

import socket
from collections.abc import Mapping
from contextlib import suppress


class Notify:
    """Send to the address in `NOTIFY_SOCKET` of an environment; do nothing if it is not set."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        address = environment.get("NOTIFY_SOCKET", "")
        self._address = "\0" + address[1:] if address.startswith("@") else address

    def __call__(self, *states: str) -> None:
        """Send states, such as READY=1."""
        if not self._address:
            return
        # The listener is gone, which is not our trouble.
        with suppress(OSError), socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_CLOEXEC) as line:
            line.sendto("\n".join(states).encode(), self._address)
