"""Record what a check says of one thing that it tried."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from scrapy.http import Response, TextResponse

from spiders.charsets import known_charset, text_of

_COMPARED = 100_000


@dataclass(frozen=True)
class Step:
    """One thing that was tried: what was seen, and what looks wrong; `over` if nothing more can be tried.

    `facts` are the observations as values, by the columns of a table of checks.
    """

    name: str
    seen: str
    wrong: tuple[str, ...] = ()
    over: bool = False
    facts: Mapping[str, Any] = field(default_factory=dict)


def charset_doubt(answer: Response) -> tuple[str, ...]:
    """Report a response that is not in the charset that it declares, and is read in one that is guessed."""
    if not isinstance(answer, TextResponse):
        return ()
    content_type = (answer.headers.get("Content-Type") or b"").decode("latin-1")
    if known_charset(answer.body, content_type):
        return ()
    read, declared = (_plain(text) for text in (text_of(answer), str(answer.text)))
    return () if read == declared else (f"charset: the content is not in {answer.encoding}, which it declares",)


def _plain(text: str) -> str:
    return text[:_COMPARED].lstrip("\ufeff").replace("\x00", "")
