"""Rows by which a Chinese sentence names an initiative only in passing, by what the sentence makes of it."""

from tracker.tag.acts.mentioned.zh import (
    aims,
    appraised,
    areas,
    around,
    asked,
    effects,
    grounds,
    means,
    partners,
    recalled,
    shown,
    used,
)

__all__ = [
    "aims",
    "appraised",
    "areas",
    "around",
    "asked",
    "effects",
    "grounds",
    "means",
    "partners",
    "recalled",
    "shown",
    "used",
]
