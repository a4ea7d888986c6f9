"""The fingerprint of one item of a document: what is compared to tell whether two report the same thing."""

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

# Changes with every change of the rules of stories: all is fingerprinted and compared again then.

SKETCHES = ("lead", "words", "wording")


@dataclass(frozen=True)
class Fingerprint:
    """What one item says, without its language where that can be.

    `exact` is a hash of its text; `published` its Beijing day. `number` and `papers` are the paper that it is, or the
    papers whose release it tells. `marks` are batches, years and months in its headline, else its text. `sayers` are
    the bodies that say what it tells, as it names them, `speakers` their officials. `events` are (initiative, act,
    body, day), "" for unknown. `ends` are (initiative, month or year in which a statistic's period ends). `values` are
    the figures of all its text, multiples multiplied out, `stated` those of each initiative. `occasions` are the
    meetings that it reports (kind, name, day). `lead` and `words` are sketches of its parts, `wording` one of its runs
    of signs but set phrases. `dated` tells whether it was published on a known day, or `published` is only the day of
    what it tells. `departments` is how many act together, `aims` the years by which something will be reached, `title`
    the stems of a paper's title in English, `glossed` the terms of its beginning that both languages have, `clauses`
    hashes of its longest clauses. `is_paper` tells that it is the paper itself and no news of it, `numbered_in` the
    year of its number, `bare` that its document mentions no initiative at all. `counts` are round counts, which are
    too common to be among the `values`; `offices` are named at its beginning, telling or not, and papers only
    `recalled`; `parts` are how many tasks, measures or fields it counts.
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

    @property
    def day(self) -> date | None:
        """The day of publication in Beijing."""
        return date.fromisoformat(self.published) if self.published else None

    @property
    def initiatives(self) -> set[str]:
        """The initiatives that the item mentions."""
        return {event[0] for event in self.events}

    def numbered(self, kind: str) -> set[str]:
        """The numbers of the occasions of one kind that the item tells of, as it gives them."""
        return {name for of, name, _ in self.occasions if of == kind and name}

    def tells_of(self, kind: str) -> bool:
        """Whether the item reports an occasion of that kind."""
        return any(occasion[0] == kind for occasion in self.occasions)


def dump(items: Sequence[Fingerprint]) -> bytes:
    """The fingerprints of a document as they are stored; `load` gives them back."""
    return zlib.compress(json.dumps([_plain(item) for item in items], ensure_ascii=False).encode())


def _plain(fingerprint: Fingerprint) -> dict[str, Any]:
    plain = asdict(fingerprint)
    return plain | {name: b64encode(plain[name].tobytes()).decode() for name in SKETCHES}


def load(stored: bytes) -> tuple[Fingerprint, ...]:
    """The fingerprints that `dump` stored; what an earlier version did not note is empty."""
    return tuple(_from_plain(plain) for plain in json.loads(zlib.decompress(stored)))


def _from_plain(plain: dict[str, Any]) -> Fingerprint:
    plain |= {name: array("I", b64decode(plain[name])) for name in SKETCHES}
    plain |= {name: _tuple(value) for name, value in plain.items() if isinstance(value, list)}
    return Fingerprint(**plain)


def _tuple(values: list[Any]) -> tuple[Any, ...]:
    return tuple(tuple(value) if isinstance(value, list) else value for value in values)
