"""What a text tells of itself: the language that it is written in, and a paper's document number."""

import re

_NUMBER = re.compile(r"[\u4e00-\u9fff]{1,16}[〔\[［（(【]\s*(?:19|20)\d\d\s*[〕\]］）)】]\s*第?\s*\d{1,5}\s*号")
_NUMBER_LINES = 8
_HAN, _LATIN = re.compile(r"[\u4e00-\u9fff]"), re.compile(r"[A-Za-z]{2,}")
_HEAD = 5000


def number_of(text: str) -> str | None:
    """A document number that stands on a line of its own near the beginning, as in 国发〔2025〕11号."""
    lines = text.split("\n", _NUMBER_LINES)[:_NUMBER_LINES]
    return next((line for line in lines if _NUMBER.fullmatch(line)), None)


def language_of(text: str, otherwise: str = "zh") -> str:
    """`zh` where a text's head has more Chinese signs than Latin words, else `en`; `otherwise` where it has neither."""
    head = text[:_HEAD]
    han, latin = len(_HAN.findall(head)), len(_LATIN.findall(head))
    if not han and not latin:
        return otherwise
    return "zh" if han > latin else "en"
