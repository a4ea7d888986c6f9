"""Name the holder of a lease so that no two processes on any machine share a name."""

import os
import secrets
import socket


def new_holder() -> str:
    """Return host, process id and a random part, since hosts reuse process ids."""
    return f"{socket.gethostname()}-{os.getpid()}-{secrets.token_hex(4)}"


def is_gone(holder: str) -> bool:
    """Decide whether `holder` was a process of this machine that has ended; False for other machines."""
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
