"""Table of the declarations by which documents were tagged."""

from typing import Any

from sqlalchemy import JSON, Column
from sqlmodel import Field, SQLModel


class Declared(SQLModel, table=True):
    """What was declared when the documents with the stamp `tagged_by` were tagged.

    `facts` shows what a later edit changes (`tracker.pipeline.edits`): the initiatives, and digests of the rest. A row
    that is missing costs time and nothing else: its documents are tagged again after an edit, whatever it changes.
    """

    tagged_by: str = Field(primary_key=True)
    facts: dict[str, Any] = Field(sa_column=Column(JSON, nullable=False))
