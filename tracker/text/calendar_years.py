"""Names the years of days that a text or a person can mean."""

CALENDAR = range(1900, 3000)
"""They leave room for days before and after, which no calendar has at its ends."""
