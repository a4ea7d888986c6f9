"""Reads whom all mails are from; what a mail server would refuse is refused before any mail is written."""

import re

# Narrower than RFC 5322, so that every server takes it; `tracker.alerts.compose.mail_addresses` parses it again for
# the mail itself.
_SIGN, _HOST = r"[A-Za-z0-9#$&'*+/^_`{|}~-]", r"[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?"
_ADDRESS = rf"{_SIGN}+(?:\.{_SIGN}+)*@{_HOST}"
_NAME = r"""[^\s"(),.:;<>@\[\]\\]+"""
_QUOTED = r"""[^\s"\\]+"""
SENDER = re.compile(rf"""(?:(?:{_NAME}(?: {_NAME})*|"{_QUOTED}(?: {_QUOTED})*") )?<{_ADDRESS}>|{_ADDRESS}""")
LONGEST = 320


def read_sender(text: str) -> str:
    """Give back "Name <address>" or an address alone; raise ValueError, in one line, where it is neither."""
    plain = text.isprintable() and len(text) <= LONGEST and ".." not in text and "=?" not in text
    if not plain or not SENDER.fullmatch(text):
        raise ValueError("write name@host or Name <name@host>, the host as xn--... and a name with signs in quotes")
    return text
