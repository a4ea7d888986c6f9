"""The tables: what we have."""

from db.models.alerts import Alert, AlertInitiative, Delivery, Digest, Lease
from db.models.documents import Announcement, Document, Mention, Story, StoryTrace
from db.models.incidents import Canary, Incident
from db.models.moments import now
from db.models.pages import Content, Crawl, Page

__all__ = [
    "Alert",
    "AlertInitiative",
    "Announcement",
    "Canary",
    "Content",
    "Crawl",
    "Delivery",
    "Digest",
    "Document",
    "Incident",
    "Lease",
    "Mention",
    "Page",
    "Story",
    "StoryTrace",
    "now",
]
