"""Look up a host without blocking: a time limit around it holds, whatever the resolver does."""

import asyncio
import socket
from contextlib import suppress
from threading import Thread


async def look_up(host: str, family: int = socket.AF_UNSPEC) -> list[tuple[int, str]]:
    """Return the family and the address of each of a host's addresses; raise OSError or UnicodeError if it has none.

    The thread is abandoned when the time is over; asyncio's own would be waited for at the end of its run.
    """
    loop = asyncio.get_running_loop()
    found: asyncio.Future[list[tuple[int, str]]] = loop.create_future()

    def settle(answer: list[tuple[int, str]] | Exception) -> None:
        if found.done():
            return
        if isinstance(answer, Exception):
            found.set_exception(answer)
        else:
            found.set_result(answer)

    def ask() -> None:
        answer: list[tuple[int, str]] | Exception
        try:
            rows = socket.getaddrinfo(host, None, family=family, type=socket.SOCK_STREAM)
            answer = [(int(row[0]), str(row[4][0]).partition("%")[0]) for row in rows]
        except (OSError, UnicodeError) as error:
            answer = error
        # The loop is closed if no one waits any longer.
        with suppress(RuntimeError):
            loop.call_soon_threadsafe(settle, answer)

    Thread(target=ask, daemon=True).start()
    return await found
