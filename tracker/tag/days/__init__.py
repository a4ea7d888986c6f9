"""Choose the day of an act."""
