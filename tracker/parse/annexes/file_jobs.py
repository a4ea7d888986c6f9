"""The job by which the text of an annexed file is taken."""

import time
import zlib
from collections.abc import Callable, Mapping
from typing import Any

from tracker.parse.annexes.kinds import UnreadableFileError, text_of


def prepare(_config: object) -> Mapping[str, Callable[..., Any]]:
    """The job by its name."""
    return {"text": _text}


def _text(zipped: bytes) -> tuple[str, str | None, float]:
    """The text of a file, why there is none, and the seconds of processor time that it took."""
    began, text, problem = time.process_time(), "", None
    try:
        text = text_of(zlib.decompress(zipped))
    except UnreadableFileError as error:
        problem = str(error)
    except Exception as error:  # untrusted files find what no library's author did
        problem = f"cannot be read: {type(error).__name__}: {error}".split("\n")[0][:200]
    return text, problem, time.process_time() - began
