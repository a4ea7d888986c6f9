"""Find English shares in words as per cents (one-fifth, three quarters), and what is to double as 2 times.

A third has no exact share and is left out.
"""

import re
from collections.abc import Iterator

from tracker.text.numbers.amounts import Quantity

PARTS = {"quarter": 25.0, "fifth": 20.0, "tenth": 10.0}
SHARES = {"one": 1, "a": 1, "two": 2, "three": 3, "four": 4, "seven": 7, "nine": 9}
WHOLE = 100
# A quarter is a time of the year, too, so it needs a word of change or of share; the first three quarters are a time.
FRACTION = re.compile(
    r"(?<!\bfirst )(?<!\blast )(?<!\bpast )(?<!\bnext )(?<!\bprevious )(?<!\bremaining )(?<!\brecent )(?<!\bthese )"
    r"\b(?:(?P<shares>one|two|three|four|seven|nine)[\s-]|(?:(?<=by )|(?<=up )|(?<=down ))(?P<a>a) )"
    r"(?P<part>quarter|fifth|tenth)s?\b"
    r"(?! (?:of (?:19|20)\d\d|(?:of )?the year|earlier|ago|later|ended|ending|in a row|running|straight))",
    re.IGNORECASE,
)
# Will double to 40 names what is reached.
DOUBLE = re.compile(
    r"\b(?:to|will|would|should|shall) "
    r"(?:(?:more than|at least|nearly|almost|roughly|about) )?double\b(?!-| (?:down|as|or|check|to)\b)"
)


def fractions(text: str) -> Iterator[Quantity]:
    """Yield each exact share in words with its value in per cent."""
    if not any(part in text for part in PARTS):
        return
    for m in FRACTION.finditer(text):
        value = SHARES[(m["shares"] or m["a"]).lower()] * PARTS[m["part"].lower()]
        if value < WHOLE:
            yield Quantity(*m.span(), (value,), "%")


def doublings(text: str) -> Iterator[Quantity]:
    """Yield where a text says that something is to double, as 2 times."""
    if "double" in text:
        yield from (
            Quantity(m.end() - len("double"), m.end(), (2.0,), "times", spelled=True) for m in DOUBLE.finditer(text)
        )
