"""Compare the terms of initiatives: no two share a term, and every term can count."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice, product

from config.error import ConfigError
from config.files import line_of_value
from config.layers import File
from config.schema.initiative import Initiative

LANGUAGES = ("zh", "en")
# The number of texts of a term that are compared.
MOST_TEXTS = 500
_PIECES = re.compile(r"\[([^\]]*)\]|([^\[]+)")


def check_terms(initiatives: Mapping[str, Initiative], layers: Sequence[File]) -> None:
    """Raise ConfigError for a term that another initiative has, or that never counts; `layers` are the files.

    The error names the later of two entries.
    """
    owner: dict[str, tuple[str, str]] = {}
    for initiative in initiatives.values():
        excepted = {text for phrase in initiative.but_not for text in _texts(phrase)}
        for language, term in _terms(initiative):
            texts = _texts(term)
            if texts <= excepted:
                _refuse(layers, initiative, language, term, "can never match: `but_not` has it too; remove one of them")
            for text in sorted(texts):
                other, as_written = owner.setdefault(text, (initiative.id, term))
                if other != initiative.id:
                    same = "" if as_written == term else f" by {as_written!r}"
                    hint = "keep it in only one of them, and make that one the child (`parent`) if it is narrower"
                    _refuse(layers, initiative, language, term, f"{text!r} is a term of '{other}'{same}; {hint}")


def _terms(initiative: Initiative) -> Iterator[tuple[str, str]]:
    for language in LANGUAGES:
        yield from ((language, term) for term in getattr(initiative, language))


def _texts(term: str) -> set[str]:
    """Yield the texts that a term stands for, without what is folded in both languages; gaps stay as written."""
    choices = [(bracket or "").split("|") if not rest else [rest] for bracket, rest in _PIECES.findall(term)]
    return {_folded("".join(choice)) for choice in islice(product(*choices), MOST_TEXTS)}


def _folded(text: str) -> str:
    # NFKC would turn the sign for a gap into three full stops.
    parts = [unicodedata.normalize("NFKC", part) for part in text.split("…")]
    return re.sub(r"[\s\-‐-―]+", " ", "…".join(parts)).strip()


def _refuse(layers: Sequence[File], initiative: Initiative, language: str, term: str, wrong: str) -> None:
    places = ((file, line_of_value(file, term, initiative.id, language)) for file in reversed(layers))
    place = next((f"{file}:{line}" for file, line in places if line), str(layers[-1]))
    raise ConfigError(f"{place}: entry '{initiative.id}', {language}: the term {term!r}: {wrong}")
