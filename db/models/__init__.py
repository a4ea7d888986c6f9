"""The tables: what we have."""

from db.models.alerts import Alert, Delivery, Digest, Lease
from db.models.documents import Announcement, Document, Mention, Story, StoryTrace
from db.models.moments import now
from db.models.pages import Content, Crawl, Page

__all__ = [
    "Alert",
    "Announcement",
    "Content",
    "Crawl",
    "Delivery",
    "Digest",
    "Document",
    "Lease",
    "Mention",
    "Page",
    "Story",
    "StoryTrace",
    "now",
]
