"""Read the stored pages and report what they say."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tracker.notebook.opening import open_tracker

__all__ = ["open_tracker"]


def __getattr__(name: str) -> Any:
    """Return `open_tracker`, imported when it is requested, so that commands start without it."""
    if name != "open_tracker":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from tracker.notebook import opening  # noqa: PLC0415

    return opening.open_tracker
