"""The row by which a program orders an alert, and the page that lists what it ordered."""

from typing import Annotated, Literal

from pydantic import ConfigDict, Field

from tracker.alerts.matching.rules import Rule
from tracker.contract.models.alerts import Alert
from tracker.contract.models.listings import Page
from tracker.contract.models.row import Language, Row

Words = Annotated[str, Field(max_length=200)]


class Order(Row):
    """An alert that a program orders; the fields are those of the alert."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"recipient": "a@example.org", "rule": {"initiatives": ["ai-plus"]}}]}
    )

    recipient: Annotated[str, Field(min_length=3, max_length=500)]
    """An e-mail address, which is asked to confirm the alert, or a web address with `channel` webhook."""
    channel: Literal["email", "webhook"] = "email"
    rule: Rule = Rule()
    """What it asks for; an empty field restricts nothing. Incidents and finds are for the operator."""
    rate: Literal["immediate", "daily", "weekly", "monthly"] = "daily"
    hour: Annotated[int, Field(ge=0, le=23)] = 8
    zone: Words = "Asia/Shanghai"
    weekday: Annotated[int, Field(ge=0, le=6)] = 0
    quiet: Words | None = None
    most: Annotated[int, Field(ge=1, le=1000)] | None = None
    language: Language = "en"
    name: Words = ""
    note: Words = ""


class Alerts(Page):
    """All alerts that a token has ordered."""

    items: list[Alert]
