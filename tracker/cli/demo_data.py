"""`tracker --demo ...`: runs any command on the demo's data; the replica serves the sites, and mails are shown."""

import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

from tracker.cli.frame import Complaint
from tracker.cli.output import echo

ASKS_SITES = ("crawl", "daemon", "sources")
SENDS_MAIL = ("alerts", "daemon")
LAST_STAGE = 2


@contextmanager
def demo_data(command: str | None) -> Iterator[None]:
    """Let `command` work on the demo's data while the block runs; complain if there are none yet."""
    from platformdirs import user_data_path

    from config.settings import NAME
    from tracker.demo.surroundings import DATABASE, surroundings

    folder = user_data_path(NAME)
    if not (folder / DATABASE).exists() and command != "demo":
        raise Complaint("there is no demo data yet; `tracker demo` makes it in about a minute")
    with ExitStack() as stack:
        if command in ASKS_SITES:
            from tracker.demo.server import serve

            os.environ["TRACKER_REPLICA"] = stack.enter_context(serve(LAST_STAGE)).url
        os.environ.update(surroundings(folder, _mail_port(stack) if command in SENDS_MAIL else None))
        yield


def _mail_port(stack: ExitStack) -> int:
    """Start a mail server, and show the mails that it received when the command has ended."""
    from tracker.demo.mails import message_box, show_mails

    sink, port = stack.enter_context(message_box())
    stack.callback(show_mails, sink.mails, echo)
    return port
