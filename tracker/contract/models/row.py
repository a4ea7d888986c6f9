"""Define what all output rows share: no undeclared field, ISO 8601 days and moments, null where nothing is known."""

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

Language = Literal["zh", "en"]
Tier = Literal["primary", "media"]
FoundLate = Literal["first-crawl", "import", "rule"]
Published = Annotated[str, Field(pattern=r"^\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d)?\+08:00)?)?)?$")]
"""As exactly as the page states it: 2026, 2026-08, 2026-08-26, or 2026-08-26T17:30+08:00."""


class Row(BaseModel):
    """One row; programs may rely on every field being there."""

    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True, defer_build=True)

    def plain(self) -> dict[str, Any]:
        """Return the row as JSON has it: days and moments as text."""
        return self.model_dump(mode="json")
