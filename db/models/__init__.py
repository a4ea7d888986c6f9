"""Define the tables.

Queries about pages and their contents load only the tables that they need: the others refer to these, and take longer
to define than to query.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from db.moments import now

if TYPE_CHECKING:
    from db.models.alerts import QUESTIONS, Alert, AlertInitiative, Delivery, Digest, Lease
    from db.models.archive_files import ArchiveFile
    from db.models.corrections import Correction
    from db.models.documents import PLACE, Announcement, BlockingKey, Document, Mention, Stamp, Story, StoryLink
    from db.models.finds import Find
    from db.models.hosts import Host
    from db.models.incidents import Canary, Incident
    from db.models.pages import Content, Crawl, Page
    from db.models.recipients import InboundMail, Recipient
    from db.models.rollups import BodyCount, DayCount, MonthCount
    from db.models.sending import Attempt, BrakeRelease, MailServer
    from db.models.tagging import Declared
    from db.models.tokens import Token

PUBLISHED = ("pages", "documents", "rollups")
OTHERS = (
    "alerts",
    "archive_files",
    "corrections",
    "finds",
    "hosts",
    "incidents",
    "recipients",
    "sending",
    "tagging",
    "tokens",
)

__all__ = [
    "PLACE",
    "QUESTIONS",
    "Alert",
    "AlertInitiative",
    "Announcement",
    "ArchiveFile",
    "Attempt",
    "BlockingKey",
    "BodyCount",
    "BrakeRelease",
    "Canary",
    "Content",
    "Correction",
    "Crawl",
    "DayCount",
    "Declared",
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
    "MonthCount",
    "Page",
    "Recipient",
    "Stamp",
    "Story",
    "StoryLink",
    "Token",
    "now",
]


def load(*modules: str) -> None:
    """Load the tables of these modules, or all tables."""
    for module in modules or PUBLISHED + OTHERS:
        made = import_module(f"db.models.{module}")
        globals().update({name: value for name, value in vars(made).items() if name in __all__})


def __getattr__(name: str) -> Any:
    if name in __all__:
        load(*PUBLISHED)
        if name not in globals():
            load()
        return globals()[name]
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
