"""Group the items of a message by story: one leads, the others follow below it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tracker.acts import ACTS, strength
from tracker.alerts.compose.message import Figure, Item, Quote

# The number of groups that are shown with quotes; of the others the names, and then a count.
MOST_GROUPS = 12
MOST_NAMES = 60


@dataclass(frozen=True)
class Group:
    """Initiatives of which a story says the same in the same words."""

    names: tuple[str, ...]
    deed: str
    changed: str
    quote: Quote | None
    figures: tuple[Figure, ...]
    corrected: bool = False


@dataclass(frozen=True)
class Entry:
    """What a mail reports of one story: the leading announcement, and those of other initiatives."""

    lead: Item
    others: tuple[Item, ...] = ()

    @property
    def items(self) -> tuple[Item, ...]:
        """Return all its announcements, the leading one first."""
        return (self.lead, *self.others)

    @property
    def names(self) -> tuple[str, ...]:
        """Return the names of the others."""
        return tuple(dict.fromkeys(item.name for item in self.others))

    @property
    def why(self) -> str:
        """Say why it is reported: what each of its announcements matches in a rule."""
        return "; ".join(dict.fromkeys(part for item in self.items for part in item.why.split("; ") if part))

    @property
    def groups(self) -> tuple[Group, ...]:
        """Return the others that are shown with quotes."""
        return tuple(_groups(self.others)[:MOST_GROUPS])

    @property
    def rest(self) -> tuple[str, ...]:
        """Return the names of the others that are shown without quotes."""
        return tuple(name for group in _groups(self.others)[MOST_GROUPS:] for name in group.names)[:MOST_NAMES]


def entries(items: Iterable[Item]) -> tuple[Entry, ...]:
    """Return the stories of a message in the order of its items; items without a story stand alone."""
    found: dict[object, list[Item]] = {}
    for item in items:
        found.setdefault(item.story if item.story else (item.initiative, item.act, len(found)), []).append(item)
    return tuple(Entry(its[0], tuple(its[1:])) for its in found.values())


def order(items: Sequence[Item]) -> tuple[Item, ...]:
    """Put the items of a story together, and stories by their leading initiative; the strongest act comes first.

    In a story, the strongest act leads, then what most of its documents are about.
    """
    stories = [Entry(its[0], tuple(its[1:])) for its in (sorted(one.items, key=_weight) for one in entries(items))]
    best: dict[str, int] = {}
    for one in stories:
        best[one.lead.initiative] = max(best.get(one.lead.initiative, 0), _strength(one.lead))
    stories.sort(key=lambda one: (-best[one.lead.initiative], one.lead.name, -_strength(one.lead), _number(one.lead)))
    return tuple(item for one in stories for item in one.items)


def _weight(item: Item) -> tuple[int, int, str, int]:
    return -_strength(item), -item.documents, item.name, _number(item)


def _strength(item: Item) -> int:
    return strength(item.act) if item.act in ACTS else 0


def _number(item: Item) -> int:
    return item.announcement_id or 0


def _groups(items: Iterable[Item]) -> list[Group]:
    found: dict[object, list[Item]] = {}
    for item in items:
        found.setdefault(
            (item.deed, item.stronger and item.changed, item.quotes[:1], item.figures, item.corrected), []
        ).append(item)
    return [
        Group(
            names=tuple(dict.fromkeys(item.name for item in its)),
            deed=its[0].deed,
            changed=its[0].changed if its[0].stronger else "",
            quote=its[0].quotes[0] if its[0].quotes and its[0].quotes[0].text else None,
            figures=its[0].figures,
            corrected=bool(its[0].corrected),
        )
        for its in found.values()
    ]
