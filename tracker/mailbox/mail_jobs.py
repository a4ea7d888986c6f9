"""Extract the gist of a mail as a job of the bounded process."""

from collections.abc import Callable, Mapping
from typing import Any

from tracker.mailbox.gist import gist_of, packed


def prepare(_config: object) -> Mapping[str, Callable[..., Any]]:
    """Return the job by its name."""
    return {"gist": lambda content: packed(gist_of(content))}
