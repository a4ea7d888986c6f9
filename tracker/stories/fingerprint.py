"""Define the fingerprint of one item of a document: what is compared to see whether two items report the same thing."""

import json
import zlib
from array import array
from base64 import b64decode, b64encode
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from tracker.stories.words import Sketch

# (initiative, act, body, day), "" for unknown.
Event = tuple[str, str, str, str]

SKETCHES = ("lead", "words", "wording")


@dataclass(frozen=True)
class Fingerprint:
    """The content of one item, independent of its language where possible.

    `exact` is a hash of its text; `published` its Beijing day. `number` and `papers` are the paper that it is, or the
    papers whose release it reports. `marks` are batches, years and months in its headline, else its text. `sayers` are
    the bodies that say what it reports, as it names them, `speakers` their officials. `events` are (initiative, act,
    body, day), "" for unknown. `ends` are (initiative, month or year in which a statistic's period ends). `values` are
    the figures of all its text, multiples multiplied out, `stated` those of each initiative. `occasions` are the
    meetings that it reports (kind, name, day). `lead` and `words` are sketches of its parts, `wording` one of its runs
    of characters without set phrases. `dated` is true if it was published on a known day; otherwise `published` is only
    the day of what it reports. `departments` is how many act together, `aims` the years by which something will be
    reached, `title` the stems of a paper's title in English, `glossed` the terms of its beginning that both languages
    have, `clauses` hashes of its longest clauses. `is_paper` is true if it is the paper itself and not news of it;
    `numbered_in` is the year of its number; `bare` is true if its document mentions no initiative at all. `counts` are
    round counts, which are too common to be among the `values`; `offices` are named at its beginning, whether they say
    anything or not; `recalled` are papers that it only refers back to; `parts` are how many tasks, measures or fields
    it counts; `places` are the provinces and cities that its beginning names, in Chinese,
    `provinces` those provinces that its headline names, or else its beginning.
    """

    language: str
    exact: str
    headline: str
    published: str
    number: str
    papers: tuple[str, ...]
    marks: dict[str, list[int]]
    sayers: tuple[str, ...]
    events: tuple[Event, ...]
    ends: tuple[tuple[str, str], ...]
    values: tuple[float, ...]
    lead: "Sketch[int]"
    words: "Sketch[int]"
    wording: "Sketch[int]"
    speakers: tuple[str, ...] = ()
    stated: tuple[tuple[str, float], ...] = ()
    occasions: tuple[tuple[str, str, str], ...] = ()
    dated: bool = True
    departments: int = 0
    aims: tuple[int, ...] = ()
    days: tuple[str, ...] = ()
    chooses: bool = False
    title: tuple[str, ...] = ()
    clauses: tuple[int, ...] = ()
    glossed: tuple[str, ...] = ()
    is_paper: bool = False
    numbered_in: int | None = None
    bare: bool = False
    counts: tuple[float, ...] = ()
    offices: tuple[str, ...] = ()
    recalled: tuple[str, ...] = ()
    parts: tuple[float, ...] = ()
    places: tuple[str, ...] = ()
    provinces: tuple[str, ...] = ()

    @property
    def day(self) -> date | None:
        """Return the day of publication in Beijing."""
        return date.fromisoformat(self.published) if self.published else None

    @property
    def initiatives(self) -> set[str]:
        """Return the initiatives that the item mentions."""
        return {event[0] for event in self.events}

    def numbered(self, kind: str) -> set[str]:
        """Return the numbers, as the item gives them, of the occasions of one kind that it reports."""
        return {name for of, name, _ in self.occasions if of == kind and name}

    def tells_of(self, kind: str) -> bool:
        """Decide whether the item reports an occasion of that kind."""
        return any(occasion[0] == kind for occasion in self.occasions)


def dump(items: Sequence[Fingerprint]) -> bytes:
    """Return the fingerprints of a document in the form in which they are stored; `load` reads it."""
    return zlib.compress(json.dumps([_plain(item) for item in items], ensure_ascii=False).encode())


def _plain(fingerprint: Fingerprint) -> dict[str, Any]:
    plain = asdict(fingerprint)
    return plain | {name: b64encode(plain[name].tobytes()).decode() for name in SKETCHES}


def load(stored: bytes) -> tuple[Fingerprint, ...]:
    """Return the fingerprints that `dump` stored; fields that an earlier version did not store are empty."""
    return tuple(_from_plain(plain) for plain in json.loads(zlib.decompress(stored)))


def _from_plain(plain: dict[str, Any]) -> Fingerprint:
    plain |= {name: array("I", b64decode(plain[name])) for name in SKETCHES}
    plain |= {name: _tuple(value) for name, value in plain.items() if isinstance(value, list)}
    return Fingerprint(**plain)


def _tuple(values: list[Any]) -> tuple[Any, ...]:
    return tuple(tuple(value) if isinstance(value, list) else value for value in values)
