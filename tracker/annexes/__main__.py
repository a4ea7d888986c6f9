"""The process that reads one file: bytes on its input, `{"text": ..., "problem": ...}` on its output."""

import json
import resource
import sys

from tracker.annexes.kinds import UnreadableFileError, text_of

MOST_MEMORY = 1024**3
MOST_SECONDS = 30
"""Of processor time; the parent waits a little longer by the clock."""


def main() -> None:
    """Read the file within the limits, which end this process and no other."""
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))
    told = {"text": "", "problem": None}
    try:
        told["text"] = text_of(sys.stdin.buffer.read())
    except UnreadableFileError as error:
        told["problem"] = str(error)
    except Exception as error:  # untrusted files find what no library's author did
        told["problem"] = f"cannot be read: {type(error).__name__}: {error}"[:200]
    sys.stdout.write(json.dumps(told))


if __name__ == "__main__":
    main()
