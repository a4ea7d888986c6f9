"""Send messages to chat services through Apprise, which the extra `apprise` installs.

Apprise delivers and says yes or no; pending messages, and the number of attempts, stay in our outbox.
"""

import importlib
import logging
import warnings
from typing import Any

from db.masking import hidden, masked
from tracker.alerts.channels.answers import Answer
from tracker.alerts.channels.fence import fenced
from tracker.alerts.compose.message import Message
from tracker.alerts.compose.render import render
from tracker.alerts.compose.sanitize import clean
from tracker.alerts.compose.subjects import subject

MISSING = "the channel apprise needs Apprise: pip install 'policy-initiative-tracker[apprise]'"
# Services truncate longer texts; Apprise splits them for services that take less.
LONGEST = 6000
# They log addresses with their secrets; what Apprise says of a message is captured.
logging.getLogger("apprise").propagate = False
logging.getLogger("apprise").addHandler(logging.NullHandler())
logging.getLogger("apprise").setLevel(logging.WARNING)
logging.getLogger("urllib3").setLevel(logging.WARNING)


def check(recipient: str) -> None:
    """Raise ValueError, in one line, if Apprise is not installed or does not know the recipient."""
    if not _library().Apprise().add(recipient):
        shown = repr(masked(recipient)) if "://" in recipient else "what has no scheme"
        raise ValueError(
            f"{shown} is not an Apprise URL of a known service; see https://github.com/caronc/apprise/wiki"
        )


def tell(message: Message, *, private: bool) -> Answer:
    """Notify the service at the Apprise URL `message.to`, which may be in a private network if that is allowed."""
    try:
        library = _library()
    except ValueError as error:
        return Answer("away", str(error))
    service = library.Apprise()
    if not service.add(message.to):
        return Answer("never", "not an Apprise URL of a known service")
    with library.LogCapture(level=logging.WARNING) as said, fenced(private=private) as refused:
        taken = service.notify(title=clean(subject(message), 180), body=render(message)[0][:LONGEST])
        text = said.getvalue().strip()
    if taken:
        return Answer("sent", f"accepted by {_name(service)}")
    last = refused[0] if refused else text.splitlines()[-1] if text else "refused without a reason"
    return Answer("later", clean(hidden(f"{_name(service)}: {last}", message.to), 300))


def _name(service: Any) -> str:
    """Return the name of the service, without the secrets in its URL."""
    return clean(str(service[0].service_name), 60)


def _library() -> Any:
    try:
        with warnings.catch_warnings():
            # It loads its services on the first use, and not all of them are up to date.
            warnings.simplefilter("ignore", DeprecationWarning)
            library: Any = importlib.import_module("apprise")
            library.Apprise().add("json://localhost")
    except ImportError:
        raise ValueError(MISSING) from None
    return library
