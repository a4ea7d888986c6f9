"""Refuse a missing TOML file of settings, and keys and variables that set nothing."""

import difflib
import os
import re
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

from config.error import ConfigError, meant

PREFIX = "TRACKER_"
VARIABLE = "TRACKER_SETTINGS"
# Kubernetes and Docker set these for a service called `tracker`.
SERVICE = re.compile(r"SERVICE_(?:HOST|PORT\w*)|PORT(?:_\d+_(?:TCP|UDP)\w*)?|NAME|ENV_\w+")


def named_file(default: Path) -> Path:
    """Return the file that TRACKER_SETTINGS names, otherwise the default, which need not exist.

    Raise ConfigError if the named file does not exist.
    """
    named = os.environ.get(VARIABLE)
    if named is None:
        return default
    file = Path(named)
    if named and (file.is_dir() or not file.exists()):
        raise ConfigError(f"{file}: {VARIABLE} names no file; make it, or unset {VARIABLE}")
    return file


def refuse_unknown_variables(known: Collection[str]) -> None:
    """Raise ConfigError for the first `TRACKER_*` in the environment, or in `.env`, that is not a setting."""
    settings = {name.upper() for name in known} | {VARIABLE.removeprefix(PREFIX)}
    for where, names in (("environment", os.environ), (".env", _of_env_file())):
        for name in sorted(names):
            ours, _, plain = name.upper().partition(PREFIX)
            if ours or not plain or plain in settings or SERVICE.fullmatch(plain):
                continue
            near = difflib.get_close_matches(plain, settings, 1)
            hint = f"did you mean {PREFIX}{near[0]}?" if near else "unset it; docs/configuration.md lists the settings"
            raise ConfigError(f"{where}: {name} is not a setting; {hint}")


def _of_env_file() -> Collection[str]:
    from dotenv import dotenv_values  # noqa: PLC0415 - most folders have no such file

    file = Path(".env")
    return dotenv_values(file).keys() if file.is_file() else ()


def refuse_unknown(file: Path, told: Mapping[str, Any], known: Collection[str]) -> None:
    """Raise ConfigError for the first key of a settings file that is not a setting; `told` are its contents."""
    for key in told:
        if key in known:
            continue
        # People know it from the environment as TRACKER_DATABASE.
        plain = key.lower().replace("-", "_").removeprefix("tracker_")
        hint = meant(plain, known, "remove it; docs/configuration.md lists the settings")
        raise ConfigError(f"{file}:{_line(file, key)}: unknown setting '{key}'; {hint}")


def _line(file: Path, key: str) -> int:
    """Return the line of a key, as itself or as a table."""
    begins = re.compile(rf"""\s*\[?\s*["']?{re.escape(key)}["']?\s*[\].=]""")
    lines = file.read_text("utf-8").splitlines()
    return next((number for number, line in enumerate(lines, 1) if begins.match(line)), 1)
