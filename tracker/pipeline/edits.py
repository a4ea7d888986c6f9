"""Compare declarations with those by which documents were tagged: what was edited, and which documents it can concern.

Initiatives and sites are compared fact by fact. An edit of other declarations can concern every document that names an
initiative; after a change of the code, every document is tagged again.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from pydantic import BaseModel, ValidationError

from config import Config
from config.schema.initiative import Initiative
from db.queries.tagging import Tagged
from tracker import stories
from tracker.stories.fingerprint import load
from tracker.stories.names import phrases_in, titles_in
from tracker.tag import VERSION, edits
from tracker.tag.sites import site_of, sites_of

MOST_NAMED = 3
"""So many edited terms are named; the others are counted."""
OTHERS = ("bodies", "words", "near misses", "gloss", "set phrases")
# Tried again after each change, as it may succeed.
FAILED = ("cannot be tagged", "cannot be compared")


def facts_of(config: Config) -> dict[str, Any]:
    """Return what is recorded of the declarations by which documents are tagged."""
    bodies = tuple(config.bodies.values())
    others = (bodies, (config.words,), (config.near_misses,), (config.gloss,), (config.set_phrases,))
    return {
        "code": f"{VERSION}-{stories.VERSION}",
        "initiatives": [one.model_dump(mode="json") for one in config.initiatives.values()],
        "sites": dict(sites_of(config)),
        "others": {name: _digest(facts) for name, facts in zip(OTHERS, others, strict=True)},
    }


@dataclass(frozen=True)
class Edits:
    """The declarations `old` and `new`: they differ in `terms`, `others`, and the bodies of the hosts of `sites`."""

    old: Config
    new: Config
    others: tuple[str, ...]
    sites: Mapping[str, str]
    terms: edits.Edit

    def concern(self, document: Tagged) -> bool:
        """Decide whether a document may mention, or be compared by, something else than before."""
        whole = f"{document.title or ''}\n{document.text}"
        if (document.problem or "").startswith(FAILED):
            return True
        if not self.terms.names_any(whole):
            return False
        if self.others or site_of(document.url, self.sites) or self.terms.changes_lines(whole):
            return True
        bare = edits.bare(whole)
        return self._needles(bare) or (document.fingerprints is not None and self._compared(document, bare))

    def described(self) -> str:
        """Name what was edited: terms 低空经济, eVTOL; bodies."""
        return "; ".join(self._described()) or "the order of initiatives"

    def _described(self) -> Iterator[str]:
        before, after = ({*_terms(one.initiatives)} for one in (self.old, self.new))
        terms = sorted({term for _, term in before ^ after})
        if terms:
            more = f" and {len(terms) - MOST_NAMED} more" * (len(terms) > MOST_NAMED)
            yield f"term{'s' * (len(terms) > 1)} {', '.join(terms[:MOST_NAMED])}{more}"
        rest = [id_ for id_ in self._in_both() if self._rest(self.old, id_) != self._rest(self.new, id_)]
        if rest:
            yield f"other facts of {', '.join(rest)}"
        yield from self.others
        if self.sites:
            yield "sites of bodies"

    def _in_both(self) -> list[str]:
        return [id_ for id_ in self.new.initiatives if id_ in self.old.initiatives]

    def _rest(self, config: Config, id_: str) -> dict[str, Any]:
        return config.initiatives[id_].model_dump(exclude={"zh", "en", "but_not"})

    @cached_property
    def _needles(self) -> edits.AnyOf:
        return edits.AnyOf(self.terms.needles)

    @cached_property
    def _phrases(self) -> edits.AnyOf:
        return edits.AnyOf(phrase.lower() for phrase in phrases_in(self.old) ^ phrases_in(self.new))

    @cached_property
    def _titles(self) -> tuple[str, ...]:
        return tuple({title for title, _ in titles_in(self.old).items() ^ titles_in(self.new).items()})

    def _compared(self, document: Tagged, bare: str) -> bool:
        """Decide whether the story of a document that mentions initiatives may be found by something else."""
        if document.language == "en":
            return False
        if self._phrases(bare):
            return True
        items = load(document.fingerprints or b"") if self._titles else ()
        return any(title in paper for item in items for paper in item.papers for title in self._titles)


def compare(facts: Mapping[str, Any], config: Config) -> Edits | None:
    """Return what was edited since documents were tagged; None where that is not known, or the code has changed."""
    now = facts_of(config)
    try:
        if facts["code"] != now["code"]:
            return None
        initiatives = {one["id"]: Initiative.model_validate(one) for one in facts["initiatives"]}
        others = tuple(name for name in OTHERS if facts["others"][name] != now["others"][name])
        sites = dict(facts["sites"].items() ^ now["sites"].items())
    except (AttributeError, KeyError, TypeError, ValidationError):  # of another program, which knew other facts
        return None
    terms = edits.edit(initiatives, config.initiatives)
    return Edits(replace(config, initiatives=initiatives), config, others, sites, terms)


def _terms(initiatives: Mapping[str, Initiative]) -> Iterator[tuple[str, str]]:
    for id_, one in initiatives.items():
        yield from ((id_, term) for term in (*one.zh, *one.en, *one.but_not))


def _digest(facts: Iterable[BaseModel]) -> str:
    return hashlib.sha256("\n".join(one.model_dump_json() for one in facts).encode()).hexdigest()[:16]
