"""Name the holder of a lease so that no two processes on any machine share a name."""

import os
import secrets
import socket


def new_holder() -> str:
    """Return host, process id and a random part, since hosts reuse process ids."""
    return f"{socket.gethostname()}-{os.getpid()}-{secrets.token_hex(4)}"
