"""Hold the declarations that the daemon works by: a copy that was found valid, while people edit the originals."""

import json
import shutil
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

from tracker.daemon.child import run
from tracker.daemon.step import Step, step_of

SECONDS = 300.0
FOLDER = "TRACKER_CONFIG"
# More than is read: a file with a wrong name or in a wrong folder would otherwise be missed without a message.
PLACES = ("*", "*/*", "sources/*/*")
SUFFIXES = (".yaml", ".yml")
BROKEN = 2
# The first request for a plan may create the database. If the database is removed later, it is reported as missing, and
# no new one is created.
FOUND = {"TRACKER_NEW_DATABASE": "false"}


class Unplanned(Exception):  # noqa: N818 - no error of ours
    """Say why there is no new plan: `broken` if the declarations or settings are; otherwise it can be retried."""

    def __init__(self, said: str, *, broken: bool = False) -> None:
        super().__init__(said)
        self.broken = broken


class Declarations:
    """Hold a person's own declarations, if there are any, and copies of them: the one in use and the one before.

    `environment` is passed to the commands that the daemon runs.
    """

    def __init__(self, environment: Mapping[str, str]) -> None:
        self.environment = dict(environment)
        self._folder = environment.get(FOLDER)
        self._copies: list[str] = []

    def plan(self, go_on: Callable[[], bool]) -> list[Step]:
        """Ask for the steps with a new copy of the declarations, and use that copy from now on.

        Raise Unplanned if they are broken or the database is away; nothing changes then.
        """
        copy = self._copy()
        environment = self.environment | ({FOLDER: copy or self._folder} if self._folder else {})
        try:
            steps = _ask(environment, go_on)
        except Unplanned as error:
            self._drop(copy)
            raise Unplanned(str(error).replace(copy or "\0", self._folder or ""), broken=error.broken) from None
        self.environment = environment | FOUND
        # A step that began a moment ago may still be reading the copy before.
        self._copies.append(copy)
        while len(self._copies) > 2:
            self._drop(self._copies.pop(0))
        return steps

    def close(self) -> None:
        """Remove the copies."""
        while self._copies:
            self._drop(self._copies.pop())

    def _copy(self) -> str:
        if not self._folder or not Path(self._folder).is_dir():
            return ""
        try:
            copy = tempfile.mkdtemp(prefix="tracker-declarations-")
            for file in (file for places in PLACES for file in Path(self._folder).glob(places)):
                if file.suffix.lower() in SUFFIXES and file.is_file():
                    place = Path(copy) / file.relative_to(self._folder)
                    place.parent.mkdir(parents=True, exist_ok=True)
                    shutil.copyfile(file, place)
        except OSError as error:
            raise Unplanned(f"the declarations in {self._folder} could not be copied: {error}") from error
        return copy

    def _drop(self, copy: str) -> None:
        if copy:
            shutil.rmtree(copy, ignore_errors=True)


def _ask(environment: Mapping[str, str], go_on: Callable[[], bool]) -> list[Step]:
    ended = run(("daemon", "--status", "--prepare", "--format", "json"), SECONDS, go_on, environment)
    # 1 means that no daemon is running: this one is about to.
    if ended.code not in (0, 1):
        raise Unplanned(ended.said or f"exit code {ended.code}", broken=ended.code == BROKEN)
    try:
        return [step_of(row) for row in json.loads(ended.printed)["steps"]]
    except (ValueError, KeyError, TypeError) as error:
        raise Unplanned(f"the program was changed while it ran; restart the daemon ({error})") from error
