"""Sanitize untrusted text for a message: no control characters, no bidirectional overrides, no endless lines."""

import re
from functools import lru_cache
from urllib.parse import urlsplit

# Controls except tab and line feed; invisible characters: soft hyphens, blanks, joiners of words, tags; marks and
# overrides of writing direction; the BOM; surrogate halves; and noncharacters.
NO_CHARACTERS = "".join(f"\\U{plane:04x}fffe\\U{plane:04x}ffff" for plane in range(1, 15))
HARMFUL = re.compile(
    f"[{NO_CHARACTERS}\ufdd0-\ufdef"
    "\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f\u2028-\u202e"
    "\u2060-\u206f\u2800\u3164\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff\ud800-\udfff\U000e0000-\U000e0fff"
    "\U000f0000-\U0010ffff]"
)
HOST = re.compile(r"[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?|[0-9a-f:.]+")
# Between letters they shape emoji and scripts; alone they do nothing.
JOINERS = " \u200c\u200d"
SPACES = re.compile(r"\s+")
# Combining marks; more than a few in a row run over other lines.
MARKS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u064b-\u065f\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u1ab0-\u1aff\u1dc0-\u1dff"
    "\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f"
)
TOWER = re.compile(f"([{MARKS}]{{3}})[{MARKS}]+")


def clean(text: str | None, most: int) -> str:
    """Return `text` in one line of at most `most` characters, without invisible characters."""
    line = SPACES.sub(" ", (text or "")[: most * 4])
    line = SPACES.sub(" ", TOWER.sub(r"\1", HARMFUL.sub("", line))).strip(JOINERS)
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"


def clean_header(text: str, most: int) -> str:
    """Return `text` as `clean` does, without anything that a mail program would take for an encoded word."""
    return clean(text, most).replace("=?", "= ?")


@lru_cache(maxsize=1000)
def web_address(url: str) -> str | None:
    """Return `url` if it is a plain web address that a mail may link to, with its host in ASCII.

    A host in letters that look like others, or one after a name that looks like a host, is not plain.
    """
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return None
    host = parts.hostname or ""
    fits = parts.scheme in ("http", "https") and HOST.fullmatch(host) and port != 0 and len(url) <= 2000
    plain = parts.netloc.isascii() and not set("@\\") & set(parts.netloc)
    return url if fits and plain and url == clean(url, 2000) and not set(' "<>') & set(url) else None
