"""Convert to Beijing's clock and calendar, which China's authorities publish by."""

from datetime import date, datetime
from typing import overload
from zoneinfo import ZoneInfo

BEIJING = ZoneInfo("Asia/Shanghai")
SHOWN = {"year": 4, "month": 7, "day": 10, "minute": 16, "second": 19}


@overload
def beijing_day(moment: datetime) -> date: ...
@overload
def beijing_day(moment: datetime | None) -> date | None: ...
def beijing_day(moment: datetime | None) -> date | None:
    """Return the day on Beijing's calendar."""
    return moment.astimezone(BEIJING).date() if moment else None


def beijing_today() -> date:
    """Return today's day in Beijing."""
    return datetime.now(BEIJING).date()


def in_beijing(moment: datetime, precision: str) -> str:
    """Format a moment on Beijing's clock to `precision`: 2026-08-26, 2026-08-26T17:30."""
    return moment.astimezone(BEIJING).isoformat(timespec="seconds")[: SHOWN[precision]]
