"""Reduce the English title of a paper to stems.

Every translation words it differently, so titles are compared by the share of stems in common.
"""

import re
from itertools import chain

KIND = (
    r"(?:opinions?|guidelines?|guidance|measures|plans?|notice|circular|regulations|rules|standards?|catalogue|"
    r"blueprint|roadmap|document|standard conditions)"
)
NAMED = re.compile(
    rf"\b{KIND}\b(?: \(\w+\))?,? [\"'“‘]?(?:on|for|of|to|about)\b(?P<title>[^.;:\n]{{8,160}}?)"
    r"(?=[.;:\n]|(?<=\w)[\"”]|,\s|\s(?:which|aiming|setting|that|proposing|by|as|was|is|has|with a)\s|$)",
    re.IGNORECASE,
)
QUOTED = re.compile(rf"\"(?P<title>[^\"\n]{{6,160}}\b{KIND}\b[^\"\n]{{0,160}})\"", re.IGNORECASE)
WORD = re.compile(r"[A-Za-z][A-Za-z-]{2,}")
STEM = 5
# Words that any title may have.
EMPTY = set(
    re.findall(
        r"\w+",
        "and the for from with into its their our count china chine natio state counc minis notic issui issua print "
        "distr circu opini guidi guide imple deepe deepl accel promo boost spur suppo devel foste high quali innov "
        "work plan actio furth new sever inter trial measu estab formu commi infor indus techn",
    )
)
FEWEST = 2
MOST = 12


def stems(text: str) -> tuple[str, ...]:
    """Return the stems of the words of a title, without those that any title may have; empty if few remain."""
    found = {word.lower().removesuffix("s")[:STEM] for word in WORD.findall(text)} - EMPTY
    return tuple(sorted(found)[:MOST]) if len(found) >= FEWEST else ()


def title(top: str) -> tuple[str, ...]:
    """Return the stems of the title of the first paper that the beginning of a text names; empty if few remain."""
    for named in chain(QUOTED.finditer(top), NAMED.finditer(top)):
        if found := stems(named["title"]):
            return found
    return ()
