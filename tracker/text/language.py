"""Detect whether a text is written in Chinese or in English."""

import re

_HAN, _LATIN = re.compile(r"[\u4e00-\u9fff]"), re.compile(r"[A-Za-z]{2,}")
_HEAD = 5000


def language_of(text: str, otherwise: str = "zh") -> str:
    """Return `zh` if a text's head has more Chinese characters than Latin words, else `en`; `otherwise` for neither."""
    head = text[:_HEAD]
    han, latin = len(_HAN.findall(head)), len(_LATIN.findall(head))
    if not han and not latin:
        return otherwise
    return "zh" if han > latin else "en"
