"""Run work in forks of one process that has imported everything, which start at once.

`python -m tests.processes.forks` imports our modules once and forks for every line on its input.
"""

import atexit
import gc
import json
import os
import re
import signal
import subprocess
import sys
import tempfile
import traceback
from contextlib import suppress
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

ROOT = Path(__file__).parents[2]
SECONDS = 300
# Modules that do something when they are imported.
NOT_TO_IMPORT = (".__main__", ".migrations.env")
ROOMS = ("config", "db", "spiders", "tracker")


def run(
    work: str, *arguments: str, environment: dict[str, str], folder: Path | None = None
) -> subprocess.CompletedProcess[str]:
    """Call the function `work` ("module:name") in a fork whose sys.argv are the arguments; return how it ended."""
    parent = _parent()
    assert parent.stdin is not None
    assert parent.stdout is not None
    with tempfile.NamedTemporaryFile() as out, tempfile.NamedTemporaryFile() as err:
        job = [work, arguments, environment, str(folder or Path.cwd()), out.name, err.name]
        parent.stdin.write(json.dumps(job) + "\n")
        parent.stdin.flush()
        code = int(parent.stdout.readline())
        said, complained = out.read().decode(), err.read().decode()
    return subprocess.CompletedProcess([work, *arguments], code, said, complained)


@cache
def _parent() -> subprocess.Popen[str]:
    command = [sys.executable, "-W", "error", "-m", "tests.processes.forks"]
    parent = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    atexit.register(_end, parent)
    return parent


def _end(parent: subprocess.Popen[str]) -> None:
    # Its input is closed, so that it ends by itself.
    parent.communicate()


def _serve() -> None:
    _warm_up()
    gc.collect()
    gc.freeze()
    for line in sys.stdin:
        if (process := os.fork()) == 0:
            _work(*json.loads(line))
        _, status = os.waitpid(process, 0)
        print(os.waitstatus_to_exitcode(status), flush=True)


def _work(work: str, arguments: list[str], environment: dict[str, str], folder: str, out: str, err: str) -> None:
    """Become a process like one of its own, and end."""
    for number, (name, flags) in enumerate([(os.devnull, os.O_RDONLY), (out, os.O_WRONLY), (err, os.O_WRONLY)]):
        file = os.open(name, flags)
        os.dup2(file, number)
        os.close(file)
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environment)
    sys.argv = ["tracker", *arguments]
    atexit._clear()
    signal.alarm(SECONDS)
    code: object = 1
    try:
        module, _, name = work.partition(":")
        code = getattr(import_module(module), name)() or 0
    except SystemExit as ended:
        code = ended.code or 0
    except BaseException:
        traceback.print_exc()
    finally:
        # As a process of its own does at its end; what was registered before the fork is not its own.
        atexit._run_exitfuncs()
        with suppress(OSError):
            sys.stdout.flush()
            sys.stderr.flush()
        os._exit(code if isinstance(code, int) else 1)


def _warm_up() -> None:
    """Import what commands and crawls import, also by name, and compile the rules that ship with the package."""
    for room in ROOMS:
        for module in walk_packages(import_module(room).__path__, f"{room}."):
            if not module.name.endswith(NOT_TO_IMPORT) and ".versions." not in module.name:
                import_module(module.name)
    _import_named()

    from config import load
    from tracker.stories.names import compile_names
    from tracker.tag.rules import compile_rules

    declared = load(None)
    compile_rules(declared), compile_names(declared)


def _import_named() -> None:
    """Import what Scrapy would otherwise import by name in every fork."""
    from scrapy.settings import default_settings

    from spiders import settings

    named = json.dumps([vars(default_settings).get(name) for name in dir(default_settings)], default=str)
    named += json.dumps([settings.ROOMS, settings.REPLICA_HANDLER, settings.process_settings(None)])
    for module in sorted(set(re.findall(r'"((?:scrapy|spiders)(?:\.[a-z_0-9]+)+)\.[A-Z]\w+"', named))):
        with suppress(ImportError):
            import_module(module)


if __name__ == "__main__":
    _serve()
