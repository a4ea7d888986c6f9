"""Define an alert's rule."""

from typing import Literal

from pydantic import BaseModel, ConfigDict

from tracker.acts import Act
from tracker.alerts.matching.changes import Change

Tier = Literal["primary", "media"]
Language = Literal["zh", "en"]


class Rule(BaseModel):
    """What an announcement must have; an empty field requires nothing. An initiative includes its children.

    `acts` are the accepted ones, if they are not simply all from `act_at_least` on. Of several names in one field, one
    match is enough; all of `words` must occur. `changes` requires at least one of what an announcement may change.
    `incidents` asks for incidents of sources instead, of all or of those in `sources`; `finds` for names that no
    initiative has yet.
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
