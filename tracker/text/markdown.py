"""Makes foreign text harmless in Markdown: nothing in it marks up, links or ends a cell."""

import re

# CommonMark, 2.4: a backslash before these makes them plain. A full stop or a bracket may be left as it is.
MARKS = re.compile(r"[\\`*_{}\[\]<>|#~&!]")


def markdown_cell(text: str) -> str:
    """Give `text` as one cell of a table, on one line."""
    return MARKS.sub(lambda found: f"\\{found[0]}", " ".join(text.split()))
