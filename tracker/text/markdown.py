"""Make untrusted text harmless in Markdown: nothing in it marks up, links or ends a cell."""

import re

# CommonMark, 2.4: a backslash makes these plain. A full stop or a bracket needs none here.
MARKS = re.compile(r"[\\`*_{}\[\]<>|#~&!]")


def markdown_cell(text: str) -> str:
    """Return `text` as one cell of a table, on one line."""
    return MARKS.sub(lambda found: f"\\{found[0]}", " ".join(text.split()))
