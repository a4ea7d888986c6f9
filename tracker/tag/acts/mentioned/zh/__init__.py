"""List rows by which a Chinese sentence names an initiative only in passing, by the role that it has there."""

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
