"""Collect what has one name in many texts: officials, the terms of the gloss, places, set phrases."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

import config
from config import Config
from tracker.stories.gatherings import Chairs, compile_chairs
from tracker.stories.gloss import Glosses, compile_glosses
from tracker.stories.speakers import Officials, compile_officials
from tracker.stories.visits import Tours, compile_tours
from tracker.stories.words import compile_phrases
from tracker.tag.patterns import needles


@dataclass(frozen=True)
class Names:
    """The declared names by which stories are recognised."""

    officials: Officials
    glosses: Glosses
    tours: Tours
    chairs: Chairs
    set_phrases: frozenset[str]
    provinces: frozenset[str]


@lru_cache(maxsize=2)
def compile_names(declared: Config) -> Names:
    """Compile the names of all that is declared, once."""
    gloss = declared.gloss
    people = [person for body in declared.bodies.values() for person in body.people]
    leaders = {person.name.zh: person.leader for person in people if person.leader}
    provinces = [name for body in declared.bodies.values() for name in body.provinces]
    return Names(
        compile_officials(declared.bodies),
        compile_glosses(gloss.terms | gloss.events | gloss.places, gloss.sayers, titles_in(declared), gloss.places),
        compile_tours(leaders, provinces, gloss.places, gloss.events),
        compile_chairs(leaders),
        phrases_in(declared),
        frozenset(provinces),
    )


def titles_in(declared: Config) -> dict[str, str]:
    """Return the English words for what occurs in titles of papers: words of the gloss, and names of initiatives."""
    names = {initiative.names.zh: initiative.names.en for initiative in declared.initiatives.values()}
    return declared.gloss.titles | names


def phrases_in(declared: Config) -> frozenset[str]:
    """Return the pieces of phrases and names that many texts share."""
    phrases = declared.set_phrases
    return compile_phrases((*phrases.official, *phrases.media, *phrases.quoted, *_declared(declared)))


def _declared(declared: Config) -> Iterator[str]:
    """Yield the Chinese names of initiatives and bodies, which many texts share."""
    for initiative in declared.initiatives.values():
        yield initiative.names.zh
        yield from (needle.text for term in initiative.zh for needle in needles(term))
    for body in declared.bodies.values():
        yield from (body.name.zh, *body.aliases.zh, *body.units.zh)


@cache
def shipped() -> Names:
    """Return the names of the declarations that ship with the package."""
    return compile_names(config.load())
