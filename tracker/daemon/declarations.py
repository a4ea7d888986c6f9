"""The declarations that the daemon works by: a copy that was found good, while people write in the originals."""

import json
import shutil
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

from config.error import ConfigError
from config.misnamed import refuse_misnamed
from tracker.daemon.child import run
from tracker.daemon.step import Step, step_of

SECONDS = 300.0
FOLDER = "TRACKER_CONFIG"
FILES = ("*.yaml", "sources/*.yaml")
BROKEN = 2
# Whoever asks for the first plan may begin the database. One that is taken away later is missed, and none is begun in
# its place.
FOUND = {"TRACKER_NEW_DATABASE": "false"}


class Unplanned(Exception):  # noqa: N818 - no error of ours
    """Why there is no new plan: `broken` where the declarations or settings are, else it is worth another try."""

    def __init__(self, said: str, *, broken: bool = False) -> None:
        super().__init__(said)
        self.broken = broken


class Declarations:
    """A person's own declarations, where there are any, and copies of them: the one in use and the one before.

    `environment` is what the commands that the daemon runs see.
    """

    def __init__(self, environment: Mapping[str, str]) -> None:
        self.environment = dict(environment)
        self._folder = environment.get(FOLDER)
        self._copies: list[str] = []

    def plan(self, go_on: Callable[[], bool]) -> list[Step]:
        """Ask for the steps by a new copy of the declarations, which is used from now on.

        Raise Unplanned where they are broken or the database is away; all stays as it was then.
        """
        copy = self._copy()
        environment = self.environment | ({FOLDER: copy or self._folder} if self._folder else {})
        try:
            steps = _ask(environment, go_on)
        except Unplanned as error:
            self._drop(copy)
            raise Unplanned(str(error).replace(copy or "\0", self._folder or ""), broken=error.broken) from None
        self.environment = environment | FOUND
        # What began a moment ago may still be reading the copy before.
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
            # The copy holds what is read; what was meant to be would be missed without a word.
            refuse_misnamed(Path(self._folder))
            copy = tempfile.mkdtemp(prefix="tracker-declarations-")
            for file in (file for pattern in FILES for file in Path(self._folder).glob(pattern)):
                place = Path(copy) / file.relative_to(self._folder)
                place.parent.mkdir(exist_ok=True)
                shutil.copyfile(file, place)
        except ConfigError as error:
            raise Unplanned(str(error), broken=True) from None
        except OSError as error:
            raise Unplanned(f"the declarations in {self._folder} could not be copied: {error}") from error
        return copy

    def _drop(self, copy: str) -> None:
        if copy:
            shutil.rmtree(copy, ignore_errors=True)


def _ask(environment: Mapping[str, str], go_on: Callable[[], bool]) -> list[Step]:
    ended = run(("daemon", "--status", "--prepare", "--format", "json"), SECONDS, go_on, environment)
    # 1 says that no daemon is running: this one is only about to.
    if ended.code not in (0, 1):
        raise Unplanned(ended.said or f"exit code {ended.code}", broken=ended.code == BROKEN)
    try:
        return [step_of(row) for row in json.loads(ended.printed)["steps"]]
    except (ValueError, KeyError, TypeError) as error:
        raise Unplanned(f"the program was changed while it ran; restart the daemon ({error})") from error
