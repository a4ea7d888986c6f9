"""Find the number of a paper: 国发〔2025〕11号."""

import re

_NUMBER = re.compile(r"[\u4e00-\u9fff]{1,16}[〔\[［（(【]\s*(?:19|20)\d\d\s*[〕\]］）)】]\s*第?\s*\d{1,5}\s*号")
_NUMBER_LINES = 8


def number_of(text: str) -> str | None:
    """Return a document number on a line of its own near the beginning, as in 国发〔2025〕11号."""
    lines = text.split("\n", _NUMBER_LINES)[:_NUMBER_LINES]
    return next((line for line in lines if _NUMBER.fullmatch(line)), None)
