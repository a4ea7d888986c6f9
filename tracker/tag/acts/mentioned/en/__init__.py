"""List rows by which an English sentence names an initiative only in passing, by the role that it has there."""

from tracker.tag.acts.mentioned.en import appraised, areas, aside, beside, means, scenes

__all__ = ["appraised", "areas", "aside", "beside", "means", "scenes"]
