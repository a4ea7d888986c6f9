"""Compute which mails are due to whom, with which contents, and when: as plainly as possible, without our own rules.

It goes through the events and through the moments at which sending runs, in order, with a list of what waits for each
person.
"""

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from config import Config
from tests.half_year.announced import Announced, Register, asks_for, concerns, strength
from tests.half_year.calendar import is_quiet, next_end, quiet_end, wall_day
from tests.half_year.people import Person
from tests.half_year.world import Names, Report, Trouble, Wish, World

SETTLES = timedelta(minutes=2)
USUAL_MOST = 3


@dataclass(frozen=True)
class Mail:
    """A mail: its kind, when it is sent, its contents, and how many late finds it counts."""

    at: datetime
    person: int
    kind: str
    items: tuple[tuple[object, ...], ...]
    late: int


@dataclass
class Item:
    """What waits for a person: an announcement, a turn of an incident, or a name; `number` is the incident's.

    `fixed` says that it is in a digest that waits for the end of quiet hours.
    """

    what: tuple[object, ...]
    act: str
    kind: str
    learned: datetime
    due: datetime
    announced: Announced | None = None
    held: bool = False
    number: int = 0
    fixed: bool = False
    state: str = "waits"


@dataclass
class Composer:
    """What waits for one person, what was reported to them, and which digests they had."""

    person: Person
    begun: datetime
    items: list[Item] = field(default_factory=list)
    waiting: list[Item] = field(default_factory=list)
    by_announcement: dict[int, list[Item]] = field(default_factory=dict)
    digests: set[str] = field(default_factory=set)
    alone: dict[str, int] = field(default_factory=dict)
    fixed: list[tuple[datetime, str, list[Item]]] = field(default_factory=list)
    late: int = 0
    rests: bool = False

    def put(self, item: Item) -> None:
        """Let something wait."""
        self.items.append(item)
        self.waiting.append(item)

    def put_back(self, item: Item) -> None:
        """Let something wait again, in its old place."""
        order = {id(one): n for n, one in enumerate(self.items)}
        self.waiting = sorted([*self.waiting, item], key=lambda one: order[id(one)])

    def due_after(self, at: datetime) -> tuple[datetime, bool]:
        """Return when what is learned now is sent, and whether quiet hours hold it back."""
        if self.person.rate != "immediate":
            return next_end(self.person, at), False
        return (quiet_end(self.person, at), True) if is_quiet(self.person, at) else (at, False)

    def drop(self) -> None:
        """Forget what waits."""
        for item in self.waiting:
            item.state = "dropped"
        self.waiting, self.fixed = [], []


def expected(world: World, moments: list[datetime], config: Config) -> list[Mail]:
    """Return every mail that has to be sent."""
    register, desks, mails = Register(), dict[int, Composer](), list[Mail]()
    ahead = list(reversed(moments))
    for event in [*world.events, None]:
        while ahead and (event is None or ahead[-1] < event.at):
            moment = ahead.pop()
            for desk in desks.values():
                mails += _send(desk, moment)
        if isinstance(event, Wish):
            _wish(desks, event)
        elif isinstance(event, Report):
            _report(register, desks, event, config)
        elif isinstance(event, Trouble):
            _trouble(desks, event)
        elif isinstance(event, Names):
            _names(desks, event)
    return mails


def _wish(desks: dict[int, Composer], wish: Wish) -> None:
    number = wish.person.number
    if wish.turn == "added":
        desks[number] = Composer(wish.person, wish.at)
    elif wish.turn == "paused":
        desks[number].rests = True
        desks[number].drop()
    elif wish.turn == "resumed":
        desks[number].rests, desks[number].begun = False, wish.at
    else:
        desks[number].drop()
        del desks[number]


def _report(register: Register, desks: dict[int, Composer], report: Report, config: Config) -> None:
    for news in register.read(report):
        for desk in desks.values():
            _take_back(desk, news.announced, config)
            if desk.rests or not (concerns(desk.person, news, config) or _is_back(desk, news.announced, config)):
                continue
            if news.grew and desk.begun > news.announced.first_seen:
                continue
            _tell(desk, news.announced, report.cause, report.at)


def _take_back(desk: Composer, announced: Announced, config: Config) -> None:
    """Withdraw what waits with an act that it no longer has, or that none of its documents reports as was asked for."""
    for item in desk.by_announcement.get(announced.place, ()):
        weaker = strength(announced.act) < strength(item.act)
        if item.state == "waits" and (weaker or not asks_for(desk.person, announced, item.act, config)):
            item.state = "withdrawn"
            desk.waiting.remove(item)


def _is_back(desk: Composer, announced: Announced, config: Config) -> bool:
    """Whether a change that was withdrawn before it was sent is back: it need not be one by today's state again."""
    earlier = desk.by_announcement.get(announced.place, ())
    gone = any((one.act, one.state) == (announced.act, "withdrawn") for one in earlier)
    return bool(desk.person.changes) and gone and asks_for(desk.person, announced, announced.act, config)


def _tell(desk: Composer, announced: Announced, cause: str, at: datetime) -> None:
    earlier = desk.by_announcement.setdefault(announced.place, [])
    gone = [item for item in earlier if item.state in ("withdrawn", "told together")]
    if any(strength(item.act) >= strength(announced.act) for item in earlier if item not in gone):
        return
    kinds = {"news": "news", "first-crawl": "first-crawl", "import": "late", "rule": "late"}
    waiting = [item for item in earlier if item.state == "waits"]
    untold = [item.kind for item in earlier if item.state in ("waits", "withdrawn")]
    kind = min([kinds[cause], *untold], key=["news", "first-crawl", "late"].index)
    if all(item.act != announced.act for item in earlier):
        # What is in a digest already is reported as it is now.
        raised = [item for item in waiting if item.fixed][:1]
        for item in raised:
            item.act, item.what = announced.act, (*item.what[:2], announced.act)
    else:
        raised = []
    for item in (item for item in waiting if item not in raised):
        item.state = "told together"
        desk.waiting.remove(item)
    if raised:
        return
    due, held = (at, False) if kind in ("first-crawl", "late") else desk.due_after(at)
    for item in (item for item in gone if item.act == announced.act):
        item.state, item.learned, item.due, item.held, item.fixed = "waits", at, due, held, False
        if item.kind == "first-crawl":
            item.due, item.held = at, False
        desk.put_back(item)
        return
    if desk.person.rate != "immediate":
        due = min([due, *(item.due for item in waiting if item.kind != "first-crawl")])
    item = Item((announced.story, announced.initiative, announced.act), announced.act, kind, at, due, announced, held)
    earlier.append(item)
    if kind == "late":
        item.state = "counted"
        desk.late += 1
    else:
        desk.put(item)


def _trouble(desks: dict[int, Composer], trouble: Trouble) -> None:
    for desk in desks.values():
        if not desk.person.incidents or desk.rests:
            continue
        told = any(item.number == trouble.number for item in desk.items)
        if trouble.turn == "opened" or told:
            due, held = desk.due_after(trouble.at)
            what = (trouble.source, trouble.turn)
            desk.put(Item(what, trouble.turn, "news", trouble.at, due, held=held, number=trouble.number))


def _names(desks: dict[int, Composer], names: Names) -> None:
    for desk in desks.values():
        for number in names.numbers if desk.person.finds and not desk.rests else ():
            due, held = desk.due_after(names.at)
            desk.put(Item((f"find-{number}", "found"), "found", "find", names.at, due, held=held))


def _send(desk: Composer, at: datetime) -> list[Mail]:
    """Return what is sent to one person at one moment."""
    due = [item for item in desk.waiting if item.due <= at and not item.fixed]
    mails = _first_finds(desk, [item for item in due if item.kind == "first-crawl"], at)
    news = [item for item in due if item.kind != "first-crawl"]
    quiet = is_quiet(desk.person, at)
    if desk.person.rate != "immediate":
        mails += _digests(desk, news, at)
    elif quiet:
        for item in news:
            item.due, item.held = quiet_end(desk.person, at), True
    else:
        mails += _at_once(desk, news, at)
    if quiet:
        _fix(desk, mails, at)
        return []
    mails += [(kind, items) for end, kind, items in desk.fixed if end <= at]
    desk.fixed = [one for one in desk.fixed if one[0] > at]
    sent = [mail for kind, items in mails if (mail := _mail(desk, at, kind, items))]
    if sent and desk.late:
        sent[0] = replace(sent[0], late=desk.late)
        desk.late = 0
    return sent


def _fix(desk: Composer, mails: list[tuple[str, list[Item]]], at: datetime) -> None:
    """Let mails that are ready wait for the end of quiet hours, as they are."""
    for kind, items in mails:
        desk.fixed.append((quiet_end(desk.person, at), kind, items))
        for item in items:
            item.fixed = True


def _first_finds(desk: Composer, finds: list[Item], at: datetime) -> list[tuple[str, list[Item]]]:
    """The list of what a first crawl found, once nothing new has come for two minutes."""
    if not finds:
        return []
    youngest = max(item.learned for item in desk.waiting if item.kind == "first-crawl" and not item.fixed)
    if youngest + SETTLES > at:
        for item in finds:
            item.due = youngest + SETTLES
        return []
    return [("first-crawl", finds)]


def _at_once(desk: Composer, news: list[Item], at: datetime) -> list[tuple[str, list[Item]]]:
    mails = []
    if names := [item for item in news if item.kind == "find"]:
        mails.append(("finds", names))
    alone = [item for item in news if item.kind != "find"]
    for end in sorted({item.due for item in alone if item.held}):
        night = [item for item in alone if item.held and item.due == end]
        name = f"quiet {wall_day(desk.person, end)}"
        if len(_stories(night)) > 1 and name not in desk.digests:
            desk.digests.add(name)
            mails.append(("quiet", night))
            alone = [item for item in alone if item not in night]
    today = wall_day(desk.person, at)
    room = max(0, (desk.person.most or USUAL_MOST) - desk.alone.get(today, 0))
    stories = _stories(alone)
    mails += [("news", items) for items in stories[:room]]
    hour = f"rest {at:%Y-%m-%d %H}"
    rest = [item for items in stories[room:] for item in items]
    if rest and hour not in desk.digests:
        desk.digests.add(hour)
        mails.append(("rest", rest))
    else:
        for item in rest:
            item.due, item.held = at.replace(minute=0) + timedelta(hours=1), False
    return mails


def _stories(items: list[Item]) -> list[list[Item]]:
    """Reports of one story are one mail; a turn of an incident is one by itself."""
    found: dict[object, list[Item]] = {}
    for item in items:
        found.setdefault(item.announced.story if item.announced else id(item), []).append(item)
    return list(found.values())


def _digests(desk: Composer, news: list[Item], at: datetime) -> list[tuple[str, list[Item]]]:
    mails = []
    for day in sorted({wall_day(desk.person, item.due) for item in news}):
        items = [item for item in news if wall_day(desk.person, item.due) == day]
        if day in desk.digests:
            for item in items:
                item.due = next_end(desk.person, at)
        else:
            desk.digests.add(day)
            mails.append((desk.person.rate, items))
    return mails


def _mail(desk: Composer, at: datetime, kind: str, items: list[Item]) -> Mail | None:
    """Return the mail of these items, without withdrawn ones; None if nothing is left."""
    told = []
    for item in items:
        if item.state != "waits":
            continue
        desk.waiting.remove(item)
        item.state = "withdrawn" if item.announced and item.announced.withdrawn else "sent"
        if item.state == "sent":
            told.append(_as_it_stands(desk, item))
    if not told:
        return None
    if kind == "news":
        today = wall_day(desk.person, at)
        desk.alone[today] = desk.alone.get(today, 0) + 1
    return Mail(at, desk.person.number, kind, tuple(sorted(told, key=str)), 0)


def _as_it_stands(desk: Composer, item: Item) -> tuple[object, ...]:
    """Return what a mail says of an item: the announcement's act at the time, which then counts as reported."""
    if item.announced is None:
        return item.what
    act = item.announced.act
    others = [one.act for one in desk.by_announcement[item.announced.place] if one is not item]
    if strength(act) > strength(item.act) and act not in others:
        item.act = act
    return (*item.what[:2], act)
