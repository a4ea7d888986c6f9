"""List the terms of a text that both languages have, so that a report can be matched with one in the other language."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tracker.stories.english import stems

MOST = 24
SHORT = 4


@dataclass(frozen=True)
class Glosses:
    """Terms by how each language writes them; a longer one is read before shorter ones within it."""

    patterns: Mapping[str, re.Pattern[str]]
    terms: Mapping[str, str]
    english: Mapping[str, str]
    titles: re.Pattern[str]
    sayers: Mapping[str, str]
    said: re.Pattern[str]
    offices: re.Pattern[str]
    places: frozenset[str]


def compile_glosses(
    terms: Mapping[str, Iterable[str]],
    sayers: Mapping[str, Iterable[str]],
    names: Mapping[str, str],
    places: Iterable[str],
) -> Glosses:
    """Compile Chinese terms with the beginnings of their English forms, of which the first is the usual one.

    `sayers` are those who report what was counted, with their English names. `names` are the initiatives' Chinese names
    and other words with the English ones: they occur in titles, but are not terms of their own. `places` are those
    terms that name a place.
    """
    forms = {form.lower(): term for term, written in terms.items() for form in written}
    chinese = "|".join(map(re.escape, sorted(terms, key=len, reverse=True)))
    english = "|".join(_written(form) for form in sorted(forms, key=len, reverse=True))
    return Glosses(
        {"zh": re.compile(f"(?P<form>{chinese})"), "en": re.compile(rf"\b(?P<form>{english})", re.IGNORECASE)},
        {term: term for term in terms} | forms,
        {**{term: next(iter(written)) for term, written in terms.items()}, **names},
        re.compile("|".join(map(re.escape, sorted({*terms, *names}, key=len, reverse=True)))),
        {name: sayer for sayer, written in sayers.items() for name in written},
        re.compile(r"\b(?:" + "|".join(re.escape(name) for written in sayers.values() for name in written) + r")\b"),
        re.compile("|".join(map(re.escape, sorted(sayers, key=len, reverse=True)))),
        frozenset(places),
    )


def _written(form: str) -> str:
    """Return a pattern of the word as it is written.

    A short form is a word of its own: list, and not listed.
    """
    return re.escape(form) + (r"(?=s?\b)" if len(form) <= SHORT else "")


def glossed(top: str, language: str, glosses: Glosses) -> tuple[str, ...]:
    """Return the terms that the beginning of a text names, each once, by their Chinese forms."""
    found = {glosses.terms[m["form"].lower()] for m in glosses.patterns[language].finditer(top)}
    return tuple(sorted(found)[:MOST])


def translated(titles: Iterable[str], glosses: Glosses) -> tuple[str, ...]:
    """Return the titles of Chinese papers as they would be in English, as stems of the words that the gloss knows."""
    english = (glosses.english[m[0]] for title in titles for m in glosses.titles.finditer(title))
    return stems(" ".join(english))


def sayers(head: str, glosses: Glosses) -> set[str]:
    """Return who reports, by the beginning of an English text, what was counted; by their Chinese names."""
    return {glosses.sayers[m[0]] for m in glosses.said.finditer(head)}


def offices(head: str, language: str, glosses: Glosses) -> set[str]:
    """Return which of those the beginning of a text names at all, by their Chinese names."""
    return set(glosses.offices.findall(head)) if language == "zh" else sayers(head, glosses)
