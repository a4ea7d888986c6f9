"""Find where a rule is written: file and line of a pattern, a word, a body's name or a term."""

from importlib.resources import files
from pathlib import Path
from typing import Any

from config.schema.words import Words
from tracker.explain.act_rules import of_titled
from tracker.explain.catalogue import ROOT, catalogue, line_of_name
from tracker.explain.naming import Rule, word_rule
from tracker.tag.statements import OF_TITLED

# The place of an answer that no rule gives, by the first part of a default's name.
DEFAULTS = {
    "acts": ("tracker.tag.acts.rule_tables", "act_of"),
    "body": ("tracker.tag.attribution.voices", "attribution"),
    "day": ("tracker.tag.days.choose", "dating"),
    "figures": ("tracker.tag.figures.extract", "figures"),
    "stage": ("tracker.tag.stages.stage", "staged"),
    **dict.fromkeys(("comment_until", "effective", "expires"), ("tracker.tag.stages.validity", "terms")),
}
TITLED = {of_titled(kind) for kind in OF_TITLED}


class Places:
    """Find where rules are written; `overlay` is the folder of declarations that replace the shipped ones."""

    def __init__(self, overlay: Path | None = None) -> None:
        self._overlay = overlay

    def rule(self, rule: Rule) -> str:
        """Return the file and line of a rule: `tracker/tag/acts/launches.py:96`, `config/words.yaml:23`."""
        if rule.kind == "bodies":
            return self.declared("bodies.yaml", (), rule.phrase)
        if rule.kind:
            return self.declared("words.yaml", (f"{rule.language}:", f"  {rule.kind}:"), rule.phrase)
        return self.named(rule.name)

    def named(self, name: str) -> str:
        """Return where a name's pattern, default or constant is written; raise LookupError if it is not found."""
        known = catalogue().lines.get(Rule(name))
        if known is None and name in TITLED:
            known = line_of_name("tracker.tag.statements", "OF_TITLED")
        if known is None and ".default." in name:
            known = line_of_name(*DEFAULTS[name.split(".", maxsplit=1)[0]])
        if known is None:
            raise LookupError(f"no rule is called {name}")
        return "{}:{}".format(*known)

    def named_in(self, name: str, words: Words) -> str:
        """Return the same for a name that may also be that of a word."""
        return self.rule(rule_called(name, words)) if name.startswith("words.") else self.named(name)

    def declared(self, file: str, above: tuple[str, ...], written: str) -> str:
        """Return the line of a file of declarations on which something is written, below other lines."""
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
    """Return the rule of a name; raise LookupError if it is the name of neither a pattern nor a word."""
    pattern = Rule(name)
    if pattern in catalogue().patterns:
        return pattern
    for language in ("zh", "en"):
        for kind, phrases in getattr(words, language):
            for phrase in phrases:
                if (rule := word_rule(language, kind, phrase)).name == name:
                    return rule
    raise LookupError(f"no rule is called {name}")
