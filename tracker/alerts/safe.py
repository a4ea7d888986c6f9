"""Makes foreign text harmless in a mail: no control signs, no turned writing direction, no endless lines."""

import re
from urllib.parse import urlsplit

# Controls but tab and line feed; marks and overrides of writing direction; the BOM; halves of characters.
HARMFUL = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]"
)
SPACES = re.compile(r"\s+")


def clean(text: str | None, most: int) -> str:
    """Give `text` in one line of at most `most` characters, without signs that a reader cannot see."""
    line = SPACES.sub(" ", HARMFUL.sub("", SPACES.sub(" ", (text or "")[: most * 4]))).strip()
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"


def clean_header(text: str, most: int) -> str:
    """Give `text` as `clean` does, and nothing in it that a mail program would take for an encoded word."""
    return clean(text, most).replace("=?", "= ?")


def web_address(url: str) -> str | None:
    """Give `url` if it is a plain web address that a mail may link to."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    fits = parts.scheme in ("http", "https") and parts.hostname and len(url) <= 2000
    return url if fits and url == clean(url, 2000) and " " not in url else None
