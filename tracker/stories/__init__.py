"""Group documents into stories: which report the same thing, whatever their words and their language."""

VERSION = "4"
"""Changes when a rule of stories does, so that fingerprints are made again."""

# How far the story of a document is found (`Document.grouped_by`): it was read; its links are known; those of another
# document have changed, and with them perhaps its story. One that mentions no initiative has none.
READ, LINKED, NEIGHBOUR = "", "linked", "neighbour"
NO_STORY = "none"
WAITS = (READ, LINKED, NEIGHBOUR)
