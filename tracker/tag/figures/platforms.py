"""Find the field that platforms are for: what pilot-test platforms for new materials have is said of both."""

import re
from collections.abc import Sequence

from tracker.tag.sentences import Name

PLATFORM = re.compile(r"platforms?$")
FIELD_OF = re.compile(r"\s(?:for|of|in)\s(?:the\s)?(?:(?:field|area)s?\sof\s)?")


def with_fields(text: str, names: Sequence[Name], known: Sequence[Name]) -> list[Name]:
    """Return `names` of platforms and others, and those of `known` that are the fields of these platforms."""
    platforms = [name for name in names if PLATFORM.search(text, name.start, name.end)]
    fields = [
        field
        for field in known
        if field not in names and any(FIELD_OF.fullmatch(text, name.end, field.start) for name in platforms)
    ]
    return [*names, *fields]
