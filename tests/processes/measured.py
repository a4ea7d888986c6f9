"""Measure a command from a small process: the peak of a child begins with the size of the process that started it."""

import sys
from collections.abc import Sequence

_PROGRAM = """
import resource, subprocess, sys
code = subprocess.run(sys.argv[1:]).returncode
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(used.ru_utime + used.ru_stime, used.ru_maxrss * 1024)
sys.exit(code)
"""


def measured(command: Sequence[str]) -> list[str]:
    """Return a command that runs `command`, ends with its exit code, and prints what it took in a last line."""
    return [sys.executable, "-S", "-c", _PROGRAM, *command]


def cost(printed: str) -> tuple[float, int]:
    """Return the seconds of processor time and the most bytes of memory from what a measured command printed."""
    seconds, memory = printed.splitlines()[-1].split()
    return float(seconds), int(memory)
