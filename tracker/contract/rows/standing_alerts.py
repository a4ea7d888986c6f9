"""Fill rows about alerts: what they select and when they report, without their secrets."""

from zoneinfo import ZoneInfo

from db.masking import masked
from db.models import Alert as Stored
from tracker.alerts.compose.filters import when
from tracker.alerts.matching.rules import Rule
from tracker.contract.models.alerts import Alert


def alert_row(stored: Stored) -> Alert:
    """Return one alert, with its recipient masked."""
    paused = f", paused since {stored.paused_at.astimezone(ZoneInfo(stored.zone)).date()}" if stored.paused_at else ""
    same = set(Alert.model_fields) - {"recipient", "rule", "when"}
    return Alert(
        **stored.model_dump(include=same),
        recipient=masked(stored.recipient),
        rule=Rule.model_validate(stored.rule),
        when=when(stored, "en") + paused,
    )
