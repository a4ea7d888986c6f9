"""Read tables of cases from YAML files."""

from pathlib import Path
from typing import Any

import yaml

# libyaml reads ten times as fast, and every worker reads all tables.
_LOADER: Any = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader


def table(file: Path) -> Any:
    """Return what a YAML file holds."""
    return yaml.load(file.read_text(encoding="utf-8"), Loader=_LOADER)  # noqa: S506 - both loaders are safe
