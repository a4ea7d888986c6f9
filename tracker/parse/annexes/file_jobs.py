"""Extract the text of an annexed file as a job of the bounded process."""

import time
import zlib
from collections.abc import Callable, Mapping
from typing import Any

from tracker.parse.annexes.kinds import UnreadableFileError, text_of


def prepare(_config: object) -> Mapping[str, Callable[..., Any]]:
    """Return the job by its name."""
    return {"text": _text}


def _text(zipped: bytes) -> tuple[str, str | None, float]:
    """Return the text of a file, why there is no text, and the seconds of processor time."""
    began, text, problem = time.process_time(), "", None
    try:
        text = text_of(zlib.decompress(zipped))
    except UnreadableFileError as error:
        problem = str(error)
    except Exception as error:  # untrusted files find what the library's authors did not
        problem = f"a damaged file: {_plainly(error)}"
    return text, problem, time.process_time() - began


def _plainly(error: Exception) -> str:
    """Return what a library says of a broken file, in one line, without Python's quotes around it."""
    said = str(error.args[0] if isinstance(error, KeyError) and error.args else error).split("\n")[0].strip()
    return said[:150] or type(error).__name__
