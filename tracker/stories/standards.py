"""Find the national standards whose release a text reports; news names them by their numbers: GB 44721-2026."""

import re

from tracker.stories.titles import COMMENTS, PART_END

# How the number of a national standard begins.
SERIES = "GB "
# GB/T 1234.5—2026, as GB/T 1.1-2020 writes it.
STANDARD = re.compile(r"(?<![A-Za-z])GB(?:/[TZ])?\s?(\d{4,6}(?:\.\d{1,3})?)\s?[-—–－]{1,2}\s?((?:19|20)\d\d)(?!\d)")
RELEASED = re.compile(
    r"发布|出台|公布|颁布|出炉|批准|实施|解读|一图读懂|答记者问|\b(?:issued?|released?|published|approved|unveiled)\b"
)
# A draft put up for comments comes out as a standard months later.
DRAFT = re.compile(r"报批|公示|征求意见|草案|\bdraft", re.IGNORECASE)


def standards(text: str) -> set[str]:
    """Return the numbers of the standards that a text reports as out, in one form (GB 44721-2026).

    A text that names one standard alone may say so in another sentence. Drafts are marked, so that they are set apart.
    """
    alone = len({m.groups() for m in STANDARD.finditer(text)}) == 1 and RELEASED.search(text)
    return {
        f"{SERIES}{m[1]}-{m[2]}" + COMMENTS * bool(DRAFT.search(part))
        for part in PART_END.split(text)
        if alone or RELEASED.search(part)
        for m in STANDARD.finditer(part)
    }
