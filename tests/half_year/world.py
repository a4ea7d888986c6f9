"""The events of half a year: 20,000 documents, late finds, withdrawals, incidents, new names, and two outages."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from random import Random
from typing import TypeVar
from zoneinfo import ZoneInfo

from config import Config
from tests.half_year.people import WORDS, Person, people

START, END = datetime(2026, 9, 28, tzinfo=UTC), datetime(2027, 4, 2, tzinfo=UTC)
# A day, in whose night the clocks of Berlin go back, and a week with the end of a month.
OUTAGES = (
    (datetime(2026, 10, 24, 20, 30, tzinfo=UTC), datetime(2026, 10, 25, 21, 10, tzinfo=UTC)),
    (datetime(2027, 1, 28, 9, 40, tzinfo=UTC), datetime(2027, 2, 4, 9, 50, tzinfo=UTC)),
)
SOURCES = ("miit", "ndrc", "mof", "gov-cn", "english-gov-cn", "xinhua", "global-times", "china-daily")
SOURCE_OF_THE_FIRST_CRAWL = "nea"
ACTS = ("mentioned",) * 8 + ("pledged",) * 4 + ("progress",) * 3 + ("launched",) * 2 + ("designated",) + ("issued",) * 2
# These initiatives come to a stronger act only month by month.
LIFE = ("mentioned", "pledged", "launched", "issued", "designated", "progress")
MEASURES = ("建成产业集群", "开通低空航线", "培育示范企业")
# What was found late and what a changed rule says are shares of the documents.
LATE_BY_CRAWL, LATE_BY_IMPORT, READ_BY_A_NEW_RULE, WITHDRAWN = 0.02, 0.025, 0.015, 0.01


@dataclass
class Said:
    """One initiative in one document; `figure` is a measure with its value and, for a target, its year."""

    act: str
    body: str | None
    figure: tuple[str, int, int | None] | None


@dataclass
class Report:
    """A document that is read at `at`: for the first time, or again by other rules."""

    at: datetime
    cause: str
    story: int
    key: str
    source: str
    tier: str
    language: str
    words: frozenset[str]
    day: date
    said: dict[str, Said]


@dataclass
class Trouble:
    """A source that begins to have a problem, or is well again."""

    at: datetime
    source: str
    number: int
    turn: str


@dataclass
class Names:
    """Names that are found together, by their numbers."""

    at: datetime
    numbers: tuple[int, ...]


@dataclass
class Wish:
    """A person is added, pauses, resumes, or unsubscribes."""

    at: datetime
    person: Person
    turn: str


Event = Report | Trouble | Names | Wish
Some = TypeVar("Some", Report, Event)


@dataclass
class World:
    """Everything that happens, in order, and when anything runs."""

    people: list[Person]
    events: list[Event] = field(default_factory=list)

    def moments(self, minutes: list[int]) -> list[datetime]:
        """Return the moments at which sending runs: each hour at these minutes, except in an outage."""
        hours = (START + timedelta(hours=n) for n in range((END - START) // timedelta(hours=1)))
        moments = (hour + timedelta(minutes=minute) for hour in hours for minute in minutes)
        return [moment for moment in moments if not any(begin <= moment < end for begin, end in OUTAGES)]


def world(seed: int, config: Config, documents: int, persons: int) -> World:
    """Generate a half year of so many documents for so many people."""
    random = Random(seed)
    made = World(people(random, config, START, END, SOURCES, persons))
    maker = _Maker(random, config)
    crawled, imported = round(documents * LATE_BY_CRAWL), round(documents * LATE_BY_IMPORT)
    news = maker.news(documents - crawled - imported)
    late = [
        *maker.found_late(crawled, datetime(2026, 12, 5, 10, tzinfo=UTC), "first-crawl", SOURCE_OF_THE_FIRST_CRAWL),
        *maker.found_late(imported, datetime(2026, 12, 20, 11, tzinfo=UTC), "import"),
    ]
    reports = _as_read([*news, *late])
    again = maker.read_by_a_new_rule(reports, round(documents * READ_BY_A_NEW_RULE))
    reports += _as_read([*again, *maker.withdrawn(reports, round(documents * WITHDRAWN))])
    others: list[Event] = [*_troubles(random), *_names(random), *_wishes(made.people)]
    made.events = sorted([*reports, *_as_read(others)], key=lambda event: event.at)
    return made


class _Maker:
    def __init__(self, random: Random, config: Config) -> None:
        self.random, self.config = random, config
        self.initiatives = sorted(config.initiatives)
        self.slow, self.measured = self.initiatives[:6], self.initiatives[4:14]
        self.values: dict[tuple[str, str], tuple[int, int | None]] = {}
        self.stories = 0

    def news(self, count: int) -> list[Report]:
        """Stories with one to four documents, over all the time, by day more than by night."""
        made: list[Report] = []
        seconds = (END - START) // timedelta(seconds=1)
        while len(made) < count:
            at = START + timedelta(seconds=self.random.randrange(seconds))
            if at.hour >= 14 and self.random.random() < 0.7:
                continue
            made += self._story(at, self.random.choice((1, 1, 1, 2, 2, 3, 4)))
        return made[:count]

    def found_late(self, count: int, at: datetime, cause: str, source: str | None = None) -> list[Report]:
        """Old documents that come within half an hour."""
        made = []
        for _ in range(count):
            (one,) = self._story(at + timedelta(seconds=self.random.randrange(1800)), 1)
            one.cause, one.source = cause, source or one.source
            one.day -= timedelta(days=self.random.randrange(60, 600))
            made.append(self._at_source(one))
        return made

    def read_by_a_new_rule(self, reports: list[Report], count: int) -> list[Report]:
        """One afternoon, a changed rule finds one more initiative in so many documents."""
        at = datetime(2027, 2, 20, 12, tzinfo=UTC)
        chosen = self.random.sample([one for one in _firsts(reports) if one.at < at], count)
        more = (self._said(at) for _ in chosen)
        return [
            self._again(one, at, n, said | one.said) for n, (one, said) in enumerate(zip(chosen, more, strict=True))
        ]

    def withdrawn(self, reports: list[Report], count: int) -> list[Report]:
        """Now and then a changed rule finds nothing any longer in all documents of a story; some come back."""
        chosen = self.random.sample(_firsts(reports), count)
        made = []
        for number, first in enumerate(chosen):
            at = first.at + timedelta(minutes=self.random.randrange(5, 5000))
            members = [one for one in reports if one.story == first.story and one.at < at]
            for n, one in enumerate(members):
                made.append(self._again(one, at, n, {}))
                if number % 3 == 0:
                    made.append(self._again(one, at + timedelta(days=2), n, one.said))
        return [one for one in made if one.at < END]

    def _again(self, one: Report, at: datetime, n: int, said: dict[str, Said]) -> Report:
        at += timedelta(seconds=n)
        return Report(at, "rule", one.story, one.key, one.source, one.tier, one.language, one.words, one.day, said)

    def _story(self, at: datetime, members: int) -> list[Report]:
        self.stories += 1
        day = at.astimezone(ZoneInfo("Asia/Shanghai")).date()
        said = self._said(at)
        if self.random.random() < 0.25:
            said |= self._said(at)
        words = frozenset(word for word in WORDS if self.random.random() < 0.05)
        made = []
        for n in range(members):
            more = {word for word in WORDS if self.random.random() < 0.01}
            told = {id_: self._varied(id_, one, at) if n else one for id_, one in said.items()}
            one = Report(at, "news", self.stories, f"{self.stories}-{n}", "", "", "", words | more, day, told)
            one.source = self.random.choice(SOURCES)
            made.append(self._at_source(one))
            at += timedelta(minutes=self.random.choice((3, 20, 90, 700, 3000)))
        return [one for one in made if one.at < END]

    def _at_source(self, one: Report) -> Report:
        source = self.config.sources[one.source]
        one.tier, one.language = source.tier, source.language
        return one

    def _said(self, at: datetime) -> dict[str, Said]:
        initiative = self.random.choice(self.initiatives)
        body = self.random.choice(("miit", "ndrc", "mof", "state-council", None))
        return {initiative: Said(self._act(initiative, at), body, self._figure(initiative))}

    def _varied(self, initiative: str, one: Said, at: datetime) -> Said:
        """Another document reports the same: mostly like the first, but perhaps with another act or no figure."""
        act = one.act if self.random.random() < 0.6 else self._act(initiative, at)
        return Said(act, one.body, one.figure if self.random.random() < 0.7 else None)

    def _act(self, initiative: str, at: datetime) -> str:
        if initiative not in self.slow:
            return self.random.choice(ACTS)
        return self.random.choice(LIFE[: 1 + (at - START).days // 30])

    def _figure(self, initiative: str) -> tuple[str, int, int | None] | None:
        if initiative not in self.measured or self.random.random() < 0.6:
            return None
        measure = self.random.choice(MEASURES)
        value, year = self.values.get((initiative, measure), (10, self.random.choice((None, 2027))))
        if self.random.random() < 0.3:
            value += self.random.choice((-3, 1, 2, 5, 10))
        elif year and self.random.random() < 0.2:
            year += 1
        self.values[initiative, measure] = (value, year)
        return measure, value, year


def _firsts(reports: list[Report]) -> list[Report]:
    return [one for one in reports if one.cause == "news" and one.key.endswith("-0")]


def _troubles(random: Random) -> list[Trouble]:
    made, number = [], 0
    for source in SOURCES:
        at = START
        while (at := at + timedelta(minutes=random.randrange(10_000, 60_000))) < END - timedelta(days=3):
            number += 1
            made.append(Trouble(at, source, number, "opened"))
            at += timedelta(minutes=random.randrange(10, 4000))
            made.append(Trouble(at, source, number, "closed"))
    return made


def _names(random: Random) -> list[Names]:
    made, number = [], 0
    for day in range(3, 180, 5):
        count = random.choice((1, 2, 4))
        at = START + timedelta(days=day, hours=random.randrange(24))
        made.append(Names(at, tuple(range(number + 1, number + 1 + count))))
        number += count
    return made


def _wishes(everybody: list[Person]) -> list[Wish]:
    turns = ("added", "paused", "resumed", "removed")
    return [
        Wish(at, person, turn)
        for person in everybody
        for turn in turns
        if (at := getattr(person, turn)) and START <= at < END
    ]


def _as_read(events: list[Some]) -> list[Some]:
    """Nothing is read in an outage; its events are read in the minutes after it."""
    for event in events:
        for begin, end in OUTAGES:
            if begin <= event.at < end:
                event.at = end + (event.at - begin) / 1000
    return sorted(events, key=lambda event: event.at)
