"""Start a process once for all workers of a test run; it ends with the run."""

import fcntl
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
# The process that pytest was started as; its workers inherit this.
RUN = "TEST_RUN_OF_TRACKER"
PATIENCE = 300


def shared_process(module: str) -> Path:
    """Return the file that `python -m MODULE RUN FILE` makes when it is ready; the first caller starts that process.

    It has to end, and to remove the file, when the process RUN does not exist any more.
    """
    run = os.environ.setdefault(RUN, str(os.getpid()))
    file = Path(tempfile.gettempdir()) / f"{module}-{run}"
    with file.with_name(f"{file.name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not file.exists():
            command = [sys.executable, "-W", "error", "-m", module, run, str(file)]
            process = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.DEVNULL, start_new_session=True)
            end = time.monotonic() + PATIENCE
            while not file.exists():
                if process.poll() is not None or time.monotonic() > end:
                    raise RuntimeError(f"it does not start: {command}")
                time.sleep(0.05)
            # It outlives this worker, which must not be warned about that.
            process.returncode = 0
    return file


def goes_on(run: int) -> bool:
    """Decide whether the process RUN still exists."""
    try:
        os.kill(run, 0)
    except ProcessLookupError:
        return False
    return True


def leave(file: Path) -> None:
    """Remove what stood for a process that has ended."""
    for left in (file, file.with_name(f"{file.name}.lock")):
        left.unlink(missing_ok=True)
