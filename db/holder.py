"""Name the holder of a claim so that no two processes anywhere share a name."""

import os
import secrets
import socket


def new_holder() -> str:
    """Host, process and a random part, because hosts give the numbers of dead processes away again."""
    return f"{socket.gethostname()}-{os.getpid()}-{secrets.token_hex(4)}"
