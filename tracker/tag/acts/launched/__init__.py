"""Decide whether a sentence starts the initiative, or a pilot, a programme or an action under it."""
