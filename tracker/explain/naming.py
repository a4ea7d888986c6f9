"""Name rules by where they are defined: module, constant, place in a table, and the language before them."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

LANGUAGES = {"zh": "zh", "en": "en", "chinese": "zh", "english": "en"}
ROOTS = ("tracker.tag.", "tracker.")


class Rule(NamedTuple):
    """Identify something that can be switched off alone, by its stable name: a pattern, or a word of a kind of words.

    A word has `language`, `kind` (a field of `config.schema.words.Lexicon`) and `phrase`; a pattern has neither.
    """

    name: str
    language: str = ""
    kind: str = ""
    phrase: str = ""


def pattern_name(module: str, constant: str, way: Sequence[int | str] = ()) -> str:
    """Name a pattern by module, constant and the indexes that lead to it: `zh.acts.mentioned.means.beside.18.0`.

    A language in the module's name or among the indexes comes first. Moving a line changes no name.
    """
    root = next(root for root in ROOTS if module.startswith(root))
    parts = [part for raw in (*module.removeprefix(root).split("."), constant, *map(str, way)) for part in _split(raw)]
    language = next((LANGUAGES[part] for part in parts if part in LANGUAGES), None)
    rest = [part for part in parts if part not in LANGUAGES]
    return ".".join([*([language] if language else []), *rest])


def row_name(name: str) -> str:
    """Return the name of the row of a condition: `zh.mentioned.by-it` for `zh.mentioned.by-it.unless.0`."""
    return re.sub(r"\.(?:when|unless)\.\d+$", "", name)


def word_rule(language: str, kind: str, phrase: str) -> Rule:
    """Return the rule of a phrase of config/words.yaml: `words.zh.state-cues.成为`."""
    return Rule(f"words.{language}.{_hyphened(kind)}.{_hyphened(phrase)}", language, kind, phrase)


def default_name(field: str, answer: str) -> str:
    """Name the answer of a cascade in which no rule matches: `acts.default.mentioned`."""
    return f"{field}.default.{_hyphened(answer)}"


def _split(raw: str) -> Iterator[str]:
    stem, _, last = raw.rpartition("_")
    if stem and last in LANGUAGES:
        yield _hyphened(stem)
        yield last
    else:
        yield _hyphened(raw)


def _hyphened(raw: str) -> str:
    return raw.strip("_").lower().replace("_", "-").replace(" ", "-")
