"""Run work in forks of one process that has imported everything, which start at once.

All workers of a test run share it: `python -m tests.processes.forks RUN SOCKET` imports our modules once, and forks for
every connection.
"""

import atexit
import gc
import json
import os
import re
import selectors
import signal
import socket
import subprocess
import sys
import tempfile
import traceback
from contextlib import suppress
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

from tests.shared_process import goes_on, leave, shared_process

SECONDS = 300
# Modules that do something when they are imported.
NOT_TO_IMPORT = (".__main__", ".migrations.env")
ROOMS = ("config", "db", "spiders", "tracker")


def run(
    work: str, *arguments: str, environment: dict[str, str], folder: Path | None = None
) -> subprocess.CompletedProcess[str]:
    """Call the function `work` ("module:name") in a fork whose sys.argv are the arguments; return how it ended."""
    with (
        tempfile.NamedTemporaryFile() as out,
        tempfile.NamedTemporaryFile() as err,
        socket.socket(socket.AF_UNIX) as line,
    ):
        line.connect(str(_parent()))
        job = [work, arguments, environment, str(folder or Path.cwd()), out.name, err.name]
        with line.makefile("rw") as talk:
            talk.write(json.dumps(job) + "\n")
            talk.flush()
            code = int(talk.readline())
        said, complained = out.read().decode(), err.read().decode()
    return subprocess.CompletedProcess([work, *arguments], code, said, complained)


@cache
def _parent() -> Path:
    return shared_process("tests.processes.forks")


def _serve(run: int, file: Path) -> None:
    """Fork for each job, and answer with the exit code, until the test run has ended."""
    _warm_up()
    gc.collect()
    gc.freeze()
    waking, woken = socket.socketpair()
    woken.setblocking(False)
    signal.set_wakeup_fd(woken.fileno())
    signal.signal(signal.SIGCHLD, lambda *_: None)
    working: dict[int, socket.socket] = {}
    with socket.socket(socket.AF_UNIX) as listening, selectors.DefaultSelector() as ready:
        # The file appears when a connection to it is accepted.
        listening.bind(str(new := file.with_name(f"{file.name}.new")))
        listening.listen(64)
        new.rename(file)
        ready.register(listening, selectors.EVENT_READ)
        ready.register(waking, selectors.EVENT_READ)
        while goes_on(run):
            for key, _ in ready.select(1):
                if key.fileobj is listening:
                    line = listening.accept()[0]
                    working[_begin(line)] = line
                else:
                    waking.recv(1000)
                    _answer(working)
    signal.set_wakeup_fd(-1)
    waking.close()
    woken.close()
    leave(file)


def _begin(line: socket.socket) -> int:
    """Return the process that does what a connection asks for."""
    with line.makefile() as asked:
        job = json.loads(asked.readline())
    if (process := os.fork()) == 0:
        signal.set_wakeup_fd(-1)
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        _work(*job)
    return process


def _answer(working: dict[int, socket.socket]) -> None:
    """Answer those whose processes have ended."""
    while working:
        process, status = os.waitpid(-1, os.WNOHANG)
        if not process:
            return
        with working.pop(process) as line, suppress(OSError):
            line.sendall(f"{os.waitstatus_to_exitcode(status)}\n".encode())


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
    _serve(int(sys.argv[1]), Path(sys.argv[2]))
