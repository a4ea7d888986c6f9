"""Show acts by colour and by letter, so that readers need neither colour nor a wide column."""

from collections.abc import Iterable

from rich.text import Text

from tracker.acts import ACTS, Act

LETTERS: dict[Act, tuple[str, str]] = {
    "issued": ("I", "bold green"),
    "launched": ("L", "bold cyan"),
    "designated": ("D", "bold magenta"),
    "pledged": ("P", "yellow"),
    "progress": ("R", "blue"),
    "mentioned": ("M", "bright_black"),
}
"""Each act's letter and style; R is for results, which progress reports."""


def letter(act: Act) -> Text:
    """Return the letter of an act in its colour."""
    return Text(*LETTERS[act])


def word(act: Act) -> Text:
    """Return an act in its colour."""
    return Text(act, LETTERS[act][1])


def legend(acts: Iterable[str]) -> Text:
    """Return what the letters of these acts mean, the strongest first."""
    known = set(acts)
    shown = (Text.assemble(letter(act), f" {act}") for act in ACTS if act in known)
    return Text("  ").join(shown)
