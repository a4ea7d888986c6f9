"""Read the sender of all mails; an address that a mail server would refuse is refused before a mail is written."""

import re

# Narrower than RFC 5322, so that every server accepts it; `tracker.alerts.compose.mail_addresses` parses it again for
# the mail itself.
_SIGN, _HOST = r"[A-Za-z0-9#$&'*+/^_`{|}~-]", r"[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?"
_ADDRESS = rf"{_SIGN}+(?:\.{_SIGN}+)*@{_HOST}"
_NAME = r"""[^\s"(),.:;<>@\[\]\\]+"""
_QUOTED = r"""[^\s"\\]+"""
SENDER = rf"""(?:(?:{_NAME}(?: {_NAME})*|"{_QUOTED}(?: {_QUOTED})*") )?<{_ADDRESS}>|{_ADDRESS}"""
LONGEST = 320


def read_sender(text: str) -> str:
    """Return "Name <address>" or a plain address; raise ValueError, in one line, for anything else."""
    plain = text.isprintable() and len(text) <= LONGEST and ".." not in text and "=?" not in text
    if not plain or not re.fullmatch(SENDER, text):
        raise ValueError("write name@host or Name <name@host>, the host as xn--... and a name with signs in quotes")
    return text
