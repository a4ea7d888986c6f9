"""Convert a text to the form in which it is searched: small letters, simplified characters, words between blanks.

A Chinese character stands for itself, a word or number has a blank at each side, and a plus stays, since 人工智能+
differs from 人工智能. Punctuation is removed, but between two Chinese characters it becomes a `|`: 量子。通信 is not
量子通信. Blanks and quotes between Chinese characters are removed: 实施“人工智能+”行动 contains 人工智能+行动. So
whether a text contains a term is whether one string is part of another, on every database and without one.
"""

import re

from tracker.text.normalize import UNSEEN, plain

VERSION = "2"
"""Changes whenever texts become other strings, or other tokens; every document is then indexed again."""
CJK = "々-〇぀-ヿ㐀-䶿一-鿿가-힯豈-﫿\U00020000-\U0003ffff"
LONGEST_WORD = 64
"""Longer ones are cut here, in texts as in queries: what is longer is no word."""

_WORD = rf"[^\W_{CJK}]+(?:(?<=\d)[.,](?=\d)[^\W_{CJK}]+)*"
_LOOSE = re.compile(rf"(?<=[{CJK}+])[\" ]+(?=[{CJK}+])")
_UNIT = re.compile(rf"([{CJK}]+)|({_WORD})|\+")
_UNSEEN = re.compile(f"[{UNSEEN}]")


def canonical(text: str) -> str:
    """Return the form of `text` in which terms are looked for; empty if it has neither characters nor words."""
    pieces, after_han = [], False
    for han, word in _UNIT.findall(_LOOSE.sub("", _UNSEEN.sub("", plain(text)).lower())):
        if han:
            pieces.append(f"|{han}" if after_han else han)
        else:
            pieces.append(f" {word[:LONGEST_WORD]} " if word else "+")
        after_han = bool(han)
    return "".join(pieces)
