"""List what both languages have in common: terms of a text, and the stems of a paper's title in English."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import chain

from tracker.text.alternation import any_of

KIND = (
    r"(?:opinions?|guidelines?|guidance|measures|plans?|notice|circular|regulations|rules|standards?|catalogue|"
    r"blueprint|roadmap|document|standard conditions)"
)
NAMED = re.compile(
    rf"\b{KIND}\b(?: \(\w+\))?,? [\"'“‘]?(?:on|for|of|to|about)\b(?P<title>[^.;:\n]{{8,160}}?)"
    r"(?=[.;:\n]|(?<=\w)[\"”]|,\s|\s(?:which|aiming|setting|that|proposing|by|as|was|is|has|with a)\s|$)",
    re.IGNORECASE,
)
QUOTED = re.compile(rf"\"(?P<title>[^\"\n]{{6,160}}\b{KIND}\b[^\"\n]{{0,160}})\"", re.IGNORECASE)
WORD = re.compile(r"[A-Za-z][A-Za-z-]{2,}")
# Every translation words a title differently, so titles are compared by the share of their stems in common.
STEM = 5
# Words that any title may have.
EMPTY = set(
    re.findall(
        r"\w+",
        "and the for from with into its their our count china chine natio state counc minis notic issui issua print "
        "distr circu opini guidi guide imple deepe deepl accel promo boost spur suppo devel foste high quali innov "
        "work plan actio furth new sever inter trial measu estab formu commi infor indus techn",
    )
)
FEWEST_STEMS = 2
MOST_STEMS = 12
MOST = 24
SHORT = 4


def stems(text: str) -> tuple[str, ...]:
    """Return the stems of the words of a title, without those that any title may have; empty if few remain."""
    found = {word.lower().removesuffix("s")[:STEM] for word in WORD.findall(text)} - EMPTY
    return tuple(sorted(found)[:MOST_STEMS]) if len(found) >= FEWEST_STEMS else ()


def title(top: str) -> tuple[str, ...]:
    """Return the stems of the title of the first paper that the beginning of a text names; empty if few remain."""
    for named in chain(QUOTED.finditer(top), NAMED.finditer(top)):
        if found := stems(named["title"]):
            return found
    return ()


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
    return Glosses(
        {
            "zh": re.compile(f"(?P<form>{any_of(terms)})"),
            "en": re.compile(rf"\b(?P<form>{any_of(forms, _written)})", re.IGNORECASE),
        },
        {term: term for term in terms} | forms,
        {**{term: next(iter(written)) for term, written in terms.items()}, **names},
        re.compile(any_of({*terms, *names})),
        {name: sayer for sayer, written in sayers.items() for name in written},
        re.compile(r"\b(?:" + "|".join(re.escape(name) for written in sayers.values() for name in written) + r")\b"),
        re.compile(any_of(sayers)),
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
