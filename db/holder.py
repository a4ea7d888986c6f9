"""Name the holder of a claim so that no two processes anywhere share a name."""

import os
import secrets
import socket


def new_holder() -> str:
    """Host, process and a random part, because hosts give the numbers of dead processes away again."""
    return f"{socket.gethostname()}-{os.getpid()}-{secrets.token_hex(4)}"


def is_gone(holder: str) -> bool:
    """Whether `holder` was a process of this machine that is no more; False of any other machine's."""
    host, process, _ = holder.rsplit("-", 2)
    if host != socket.gethostname() or not process.isdigit():
        return False
    try:
        os.kill(int(process), 0)
    except ProcessLookupError:
        return True
    except PermissionError:
        pass
    return False
