"""The tables: what we have."""

from db.models.alerts import Alert, AlertInitiative, Delivery, Digest, Lease
from db.models.documents import Announcement, Document, Mention, Story, StoryTrace
from db.models.moments import now
from db.models.pages import Content, Crawl, Page

__all__ = [
    "Alert",
    "AlertInitiative",
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
