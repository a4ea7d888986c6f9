"""The alerts of a tortured installation, and an independent computation of what each of them matches."""

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

from sqlalchemy import Engine

from config import Config
from db.models import Announcement, Document
from tests.factories.announcements import add_alert
from tests.torture.mailhost import REFUSED as REFUSED_MAIL
from tests.torture.webhost import REFUSED as REFUSED_WEB
from tracker.alerts.matching.rules import Rule

STRENGTH = ("mentioned", "progress", "pledged", "designated", "launched", "issued")


@dataclass(frozen=True)
class Wish:
    """An alert: its name, its recipient, its channel, and its rule."""

    name: str
    recipient: str
    channel: str = "email"
    rate: str = "immediate"
    initiatives: tuple[str, ...] = ()
    act: str = "mentioned"
    tier: str = ""
    language: str = "en"

    @property
    def place(self) -> str:
        """Return what the servers call the recipient: an address, or the path of a web address."""
        return urlsplit(self.recipient).path if self.channel == "webhook" else self.recipient

    @property
    def refused(self) -> bool:
        """Decide whether the recipient's server never accepts anything for it."""
        return self.place in REFUSED_MAIL or self.place in REFUSED_WEB

    def wants(self, announcement: Announcement, documents: Iterable[Document], config: Config) -> bool:
        """Decide whether it reports an announcement whose initiative these documents mention."""
        family = [announcement.initiative]
        while parent := config.initiatives[family[-1]].parent:
            family.append(parent)
        followed = not self.initiatives or not set(self.initiatives).isdisjoint(family)
        told = any(self.tier in ("", config.sources[document.source].tier) for document in documents)
        return followed and told and self.takes(announcement.act)

    def takes(self, act: str) -> bool:
        """Decide whether an act is strong enough."""
        return STRENGTH.index(act) >= STRENGTH.index(self.act)


def wishes(web: str, folder: str) -> list[Wish]:
    """All alerts: `web` is the address of the webhooks' server, `folder` where files go."""
    return [
        Wish("all", "all@example.org"),
        Wish("ai", "ai@example.org", initiatives=("ai-plus",), language="zh"),
        Wish("family", "family@example.org", initiatives=("new-industrialization", "low-altitude-economy")),
        Wish("strong", "strong@example.org", act="issued", tier="primary"),
        Wish("odd", '"odd, name"@example.org', initiatives=("advanced-manufacturing-clusters",)),
        Wish("coded", "o'b+c=d@example.org", initiatives=("manufacturing-innovation-centers",), rate="daily"),
        Wish("daily", "daily@example.org", rate="daily"),
        Wish("weekly", "weekly@example.org", rate="weekly", act="pledged", language="zh"),
        Wish("monthly", "monthly@example.org", rate="monthly", tier="media"),
        Wish("gone", "gone@example.org", initiatives=("ai-plus", "low-altitude-economy")),
        Wish("picky", "picky@example.org", initiatives=("new-industrialization",)),
        Wish("never", "never@example.org", initiatives=("low-altitude-economy",), rate="weekly"),
        Wish("hook", f"{web}/hooks/all", "webhook", act="pledged"),
        Wish("hook daily", f"{web}/hooks/daily", "webhook", "daily"),
        Wish("hook gone", f"{web}/hooks/gone", "webhook", initiatives=("ai-plus",)),
        Wish("hook broken", f"{web}/hooks/broken", "webhook", "daily", ("ai-plus",)),
        Wish("file", folder, "file", initiatives=("low-altitude-economy", "ai-plus")),
    ]


def add(engine: Engine, wanted: Iterable[Wish]) -> None:
    """Add the alerts, and one for incidents of sources."""
    for wish in wanted:
        tiers = {"tier": wish.tier} if wish.tier else {}
        rule = Rule.model_validate({"initiatives": wish.initiatives, "act_at_least": wish.act, **tiers})
        fields = {name: getattr(wish, name) for name in ("name", "recipient", "channel", "rate", "language")}
        add_alert(engine, rule, **fields)
    add_alert(engine, Rule(incidents=True), name="operator", recipient="operator@example.org")
