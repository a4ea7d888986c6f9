"""Define an alert's rule: what it asks for."""

from typing import Literal

from pydantic import BaseModel, ConfigDict

from tracker.acts import Act
from tracker.alerts.matching.changes import Change

Tier = Literal["primary", "media"]
Language = Literal["zh", "en"]


class Rule(BaseModel):
    """What must hold of an announcement; an empty field asks nothing. An initiative includes its children.

    `acts` are those that will do, where they are not simply all from `act_at_least` on.
    Of several names in one field any will do, of `words` each has to be there. `changes` asks for one at least of what
    an announcement may change. `incidents` asks for what goes wrong with sources instead, with all of them or with
    those of `sources`; `finds` for names that no initiative has yet.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    initiatives: tuple[str, ...] = ()
    act_at_least: Act = "mentioned"
    acts: tuple[Act, ...] = ()
    bodies: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    tier: Tier | None = None
    languages: tuple[Language, ...] = ()
    words: tuple[str, ...] = ()
    changes: tuple[Change, ...] = ()
    incidents: bool = False
    finds: bool = False
