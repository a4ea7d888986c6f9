"""Group documents into stories: those that report the same thing, in whatever words and whatever language."""

VERSION = "14"
"""Changes with every rule of stories, so that fingerprints are made again."""

# How far the story of a document is found (`Document.grouped_by`): it was read; its links are known; the links of
# another document have changed, and with them perhaps its story. Empty for one that mentions no initiative.
READ, LINKED, NEIGHBOUR = "", "linked", "neighbour"
NO_STORY = "none"
WAITS = (READ, LINKED, NEIGHBOUR)
