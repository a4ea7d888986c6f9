"""Format days for people: 26 August 2025, or 2025年8月26日."""

from datetime import date

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
SHORT = 3


def day_words(day: date, language: str) -> str:
    """Format a day in full."""
    if language == "zh":
        return f"{day.year}年{day.month}月{day.day}日"
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def short_day(day: date, language: str) -> str:
    """Format a day where there is little room; the year stays, since old news comes late."""
    return day_words(day, language) if language == "zh" else f"{day.day} {_short(day)} {day.year}"


def month_words(day: date, language: str) -> str:
    """Format the month of a day."""
    return f"{day.year}年{day.month}月" if language == "zh" else f"{_short(day)} {day.year}"


def _short(day: date) -> str:
    return MONTHS[day.month - 1][:SHORT]
