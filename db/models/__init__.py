"""The tables: what we have."""

from db.models.alerts import QUESTIONS, Alert, AlertInitiative, Delivery, Digest, Lease
from db.models.documents import Announcement, BlockingKey, Document, Mention, Story, StoryLink
from db.models.finds import Find
from db.models.hosts import Host
from db.models.incidents import Canary, Incident
from db.models.pages import Content, Crawl, Page
from db.models.recipients import InboundMail, Recipient
from db.models.sending import Attempt, BrakeRelease, MailServer
from db.moments import now

__all__ = [
    "QUESTIONS",
    "Alert",
    "AlertInitiative",
    "Announcement",
    "Attempt",
    "BlockingKey",
    "BrakeRelease",
    "Canary",
    "Content",
    "Crawl",
    "Delivery",
    "Digest",
    "Document",
    "Find",
    "Host",
    "InboundMail",
    "Incident",
    "Lease",
    "MailServer",
    "Mention",
    "Page",
    "Recipient",
    "Story",
    "StoryLink",
    "now",
]
