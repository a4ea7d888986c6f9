"""Generate people who want to be notified, in three time zones, of all kinds of things, at all rates."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from config import Config

ZONES = ("Asia/Shanghai", "Europe/Berlin", "America/New_York")
# 1, 2 and 3 are the hours that the clocks of Berlin and New York skip and repeat.
HOURS = (0, 1, 2, 3, 7, 8, 8, 9, 18, 23)
WORDS = ("固态电池", "氢", "6G", "AI", "solid state", "low-altitude flying")


@dataclass
class Person:
    """One alert as a person would describe it."""

    number: int
    rate: str
    zone: str
    hour: int
    weekday: int
    quiet: tuple[int, int] | None
    most: int | None
    initiatives: tuple[str, ...] = ()
    least: str = "mentioned"
    bodies: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    tier: str | None = None
    languages: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    changes: tuple[str, ...] = ()
    incidents: bool = False
    finds: bool = False
    added: datetime | None = None
    paused: datetime | None = None
    resumed: datetime | None = None
    removed: datetime | None = None


def people(
    random: Random, config: Config, start: datetime, end: datetime, sources: tuple[str, ...], count: int
) -> list[Person]:
    """Generate so many; most are there from the start."""
    return [_asked(random, config, _one(random, number, start, end), sources) for number in range(count)]


def _one(random: Random, number: int, start: datetime, end: datetime) -> Person:
    rate = random.choice(["immediate"] * 3 + ["daily"] * 3 + ["weekly"] * 8 + ["monthly"] * 6)
    zone, hour = random.choice(ZONES), random.choice(HOURS)
    quiet = random.choice([None, None, (22, 7), (0, 6), (1, 3), (12, 14)]) if rate in ("immediate", "daily") else None
    if quiet and rate == "daily":
        hour = 8
    most = random.choice([None, None, 1, 2]) if rate == "immediate" else None
    person = Person(number, rate, zone, hour, random.randrange(7), quiet, most, added=start)
    moments = sorted(
        start + timedelta(minutes=random.randrange((end - start) // timedelta(minutes=1))) for _ in range(4)
    )
    if random.random() < 0.1:
        person.added = moments[0]
    if random.random() < 0.1:
        person.paused, person.resumed = moments[1], moments[2]
    if random.random() < 0.1:
        person.removed = moments[3]
    return person


def _asked(random: Random, config: Config, person: Person, sources: tuple[str, ...]) -> Person:
    """Choose a rule: wide ones for digests, narrow ones for immediate alerts."""
    few = tuple(random.sample(sorted(config.initiatives), 1 if person.rate in ("immediate", "daily") else 3))
    kind = person.number % 12
    if kind not in (8, 9, 11):
        person.initiatives = few
    if kind <= 2:
        person.least = random.choice(["launched", "issued"])
    elif kind == 3:
        person.initiatives, person.least = ("new-industrialization", few[0]), random.choice(["designated", "launched"])
    elif kind == 4:
        person.bodies, person.least = tuple(random.sample(["miit", "ndrc", "mof"], 2)), "pledged"
    elif kind == 5:
        person.sources, person.least = tuple(random.sample(sources, 2)), random.choice(["pledged", "launched"])
    elif kind == 6:
        person.tier, person.languages = random.choice(["primary", "media"]), random.choice([(), ("en",)])
        person.least = "designated"
    elif kind == 7:
        person.words = tuple(random.sample(WORDS, random.choice((1, 2))))
    elif kind == 8:
        person.changes = ("figures",)
    elif kind == 9:
        person.changes = ("state",)
    elif kind == 10:
        person.changes = random.choice([("stronger",), ("stronger", "state"), ("figures",)])
    else:
        person.incidents = person.number % 24 == 11
        person.finds = not person.incidents
        if person.finds and person.number % 48 == 23:
            person.rate = "immediate"
    return person
