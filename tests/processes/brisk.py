"""Run the daemon's own process with short pauses, for tests of what a daemon does and not of how long it waits.

It takes its settings from its environment and its options from the command line, as `python -m tracker.daemon` does.
Pauses keep their proportions: a problem is over after several checks without it.
"""

import sys

LOOK = 1.0
QUIET = 4.0
BUSY = 2.5
# Long enough for several checks, each of which may wait for a lock as long as these daemons do.
LOOKS = 7.0


def main() -> int:
    """Work until stopped; return the exit code."""
    from tracker.daemon import __main__ as process
    from tracker.daemon import schedule, worker

    schedule.LOOK, worker.QUIET, process.BUSY_SECONDS = LOOK, QUIET, BUSY
    return process.main()


if __name__ == "__main__":
    sys.exit(main())
