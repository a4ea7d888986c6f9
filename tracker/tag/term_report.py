"""Show what the terms of initiatives hit in an archive, and what they nearly hit, before they are trusted."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from tracker.tag.rules import Rules
from tracker.tag.terms import Hit, find, written

AROUND = 24
MOST_SAMPLES = 3


@dataclass
class Tried:
    """One term of one initiative: how often it is meant, in how many documents, and how often it is ruled out."""

    initiative: str
    term: str
    hits: int = 0
    documents: int = 0
    near: int = 0
    samples: list[str] = field(default_factory=list)
    near_samples: list[str] = field(default_factory=list)


def check(texts: Iterable[str], rules: Rules, initiative: str | None) -> list[Tried]:
    """Try every term (of one initiative, where it is given) on texts; list terms that never hit, too.

    A near hit is a place where the term stands and is not meant: a near-miss, a name inside a name, side-bar text.
    """
    tried = {(term.initiative, term.term): term for term in _declared(rules, initiative)}
    for text in texts:
        meant = find(text, rules)
        places = [(hit.initiative, hit.start, hit.end) for hit in meant]
        counted = {(hit.initiative, hit.term) for hit in meant}
        for hit in meant:
            if one := tried.get((hit.initiative, hit.term)):
                one.hits += 1
                _keep(one.samples, text, hit)
        for hit in written(text, rules):
            one = tried.get((hit.initiative, hit.term))
            if one and not any(of == hit.initiative and start <= hit.start < end for of, start, end in places):
                one.near += 1
                _keep(one.near_samples, text, hit)
        for key in counted & tried.keys():
            tried[key].documents += 1
    return list(tried.values())


def _declared(rules: Rules, initiative: str | None) -> Iterator[Tried]:
    for id_, entry in rules.config.initiatives.items():
        if initiative in (None, id_):
            yield from (Tried(id_, term) for term in (*entry.zh, *entry.en))


def _keep(samples: list[str], text: str, hit: Hit) -> None:
    if len(samples) < MOST_SAMPLES:
        samples.append(" ".join(text[max(0, hit.start - AROUND) : hit.end + AROUND].split()))
