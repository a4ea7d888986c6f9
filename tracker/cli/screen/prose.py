"""Put paragraphs under headings into a page: wrapped on a terminal, one line a paragraph in a pipe."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from rich.cells import cell_len
from rich.text import Text

from tracker.cli.output import echo
from tracker.cli.screen.console import console, is_laid_out, show
from tracker.cli.screen.lines import broken, text

WIDEST = 100
"""A longer line is hard to read."""
INDENT = 2
DIM = "bright_black"


@dataclass
class Page:
    """A page that is being built."""

    lines: list[tuple[Text, int, int]] = field(default_factory=list)

    def heading(self, words: str) -> None:
        """Begin a section."""
        self.blank()
        self.lines.append((text(words, "bold"), 0, 0))

    def paragraph(self, words: Text, indent: int = INDENT, hanging: int = 0) -> None:
        """Add a paragraph, indented; all lines but the first are indented by `hanging` more."""
        self.lines.append((words, indent, hanging))

    def facts(self, facts: Sequence[tuple[str, Text]], indent: int = INDENT) -> None:
        """Add facts, each under its name, with the names in a column of their own."""
        wide = max((cell_len(name) for name, words in facts if words.plain), default=0) + 2
        for name, words in facts:
            if words.plain:
                label = Text.assemble((name, DIM), " " * (wide - cell_len(name)))
                self.lines.append((label.append_text(words), indent, wide))

    def blank(self) -> None:
        """Add a blank line."""
        if self.lines and self.lines[-1][0].plain:
            self.lines.append((Text(), 0, 0))

    def print(self) -> None:
        """Print the page."""
        if not is_laid_out():
            echo("\n".join(f"{' ' * indent}{words.plain}" for words, indent, _ in self.lines))
            return
        wide = min(console().width, WIDEST)
        show(*(line for words, indent, hanging in self.lines for line in _wrapped(words, indent, hanging, wide)))


def _wrapped(words: Text, indent: int, hanging: int, wide: int) -> list[Text]:
    """Return the lines of a paragraph; a hanging one keeps its first columns unchanged."""
    head, rest = words[:hanging] if hanging else Text(), words[hanging:] if hanging else words
    if "://" in rest.plain and " " not in rest.plain:
        # An address is for copying, not for reading.
        wide = console().width
    lines = broken(rest, wide - indent - head.cell_len)
    first = Text(" " * indent) + head + lines[0]
    return [first, *(Text(" " * (indent + head.cell_len)) + line for line in lines[1:])]
