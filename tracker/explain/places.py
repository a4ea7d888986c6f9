"""Find where a rule is written: file and line of a pattern, a word, a body's name or a term."""

from importlib.resources import files
from pathlib import Path
from typing import Any

from config.schema.words import Words
from tracker.explain.act_rules import of_titled
from tracker.explain.catalogue import ROOT, catalogue, line_of_name
from tracker.explain.naming import Rule, word_rule
from tracker.tag.statements import OF_TITLED

# Where a cascade says what it says without a rule, by the first part of a default's name.
DEFAULTS = {
    "acts": ("tracker.tag.acts", "act_of"),
    "body": ("tracker.tag.attribution.voices", "voice_of"),
    "day": ("tracker.tag.days.choose", "day_of"),
    "figures": ("tracker.tag.figures.extract", "figures"),
    "stage": ("tracker.tag.stages.stage", "staged"),
    **dict.fromkeys(("comment_until", "effective", "expires"), ("tracker.tag.stages.validity", "terms")),
}
TITLED = {of_titled(kind) for kind in OF_TITLED}


class Places:
    """Where rules are written; `overlay` is the folder of declarations that replace the shipped ones."""

    def __init__(self, overlay: Path | None = None) -> None:
        self._overlay = overlay

    def rule(self, rule: Rule) -> str:
        """`tracker/tag/acts/launches.py:96`, `config/words.yaml:23`."""
        if rule.kind == "bodies":
            return self.declared("bodies.yaml", (), rule.phrase)
        if rule.kind:
            return self.declared("words.yaml", (f"{rule.language}:", f"  {rule.kind}:"), rule.phrase)
        return self.named(rule.name)

    def named(self, name: str) -> str:
        """Where the pattern, the default or the constant of a name is written; raise LookupError where none has it."""
        known = catalogue().lines.get(Rule(name))
        if known is None and name in TITLED:
            known = line_of_name("tracker.tag.statements", "OF_TITLED")
        if known is None and ".default." in name:
            known = line_of_name(*DEFAULTS[name.split(".", maxsplit=1)[0]])
        if known is None:
            raise LookupError(f"no rule is called {name}")
        return "{}:{}".format(*known)

    def named_in(self, name: str, words: Words) -> str:
        """The same of a name that may also be that of a word."""
        return self.rule(rule_called(name, words)) if name.startswith("words.") else self.named(name)

    def declared(self, file: str, above: tuple[str, ...], written: str) -> str:
        """The line of a file of declarations on which something is written, below other lines."""
        shown, lines = self._lines(file)
        at = 0
        for begin in above:
            at = next((n for n in range(at, len(lines)) if lines[n].startswith(begin)), at)
        found = next((n for n in range(at, len(lines)) if written in lines[n]), at)
        return f"{shown}:{found + 1}"

    def _lines(self, file: str) -> tuple[str, list[str]]:
        own = self._overlay / file if self._overlay else None
        if own and own.is_file():
            return str(own), own.read_text(encoding="utf-8").splitlines()
        shipped: Any = files("config") / file
        shown = Path(str(shipped))
        name = str(shown.relative_to(ROOT)) if shown.is_relative_to(ROOT) else str(shown)
        return name, shipped.read_text(encoding="utf-8").splitlines()


def rule_called(name: str, words: Words) -> Rule:
    """The rule of a name; raise LookupError where no pattern and no word has it."""
    pattern = Rule(name)
    if pattern in catalogue().patterns:
        return pattern
    for language in ("zh", "en"):
        for kind, phrases in getattr(words, language):
            for phrase in phrases:
                if (rule := word_rule(language, kind, phrase)).name == name:
                    return rule
    raise LookupError(f"no rule is called {name}")
