"""Rows by which an English sentence names an initiative only in passing, by what the sentence makes of it."""

from tracker.tag.acts.mentioned.en import appraised, areas, beside, means, scenes

__all__ = ["appraised", "areas", "beside", "means", "scenes"]
