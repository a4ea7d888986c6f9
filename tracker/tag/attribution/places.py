"""Decide by rows whether a place that a text names acts or speaks, or is only named."""

from tracker.tag.attribution import places_en, places_zh
from tracker.tag.attribution.voice_context import VoiceContext
from tracker.tag.engine import Rule, Table

PLACES = {"zh": Table(places_zh.ROWS), "en": Table(places_en.ROWS)}


def acts(said: VoiceContext) -> bool:
    """Decide whether a place acts or says something where it is named; True for a body that is not a place."""
    if said.voice.body != "local":
        return True
    row = row_of(said)
    return row is not None and not row.against


def row_of(said: VoiceContext) -> Rule | None:
    """Return the row by which a place acts, or is only named; None if none says so, and it is only named."""
    return PLACES[said.language].first(said)
