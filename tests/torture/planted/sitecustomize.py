"""Plant a bug into every command of a tortured installation, named by TORTURE_PLANT: the torture has to find it.

Python imports this module at its start if this folder is on its path, and nothing else puts it there.
"""

import os
import random
import sys
from collections.abc import Callable, Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder
from types import ModuleType
from typing import Any


def forgetful(module: ModuleType) -> None:
    """A sender sometimes forgets to record what it has sent: it is sent again when its claim has expired."""
    settle = module.settle

    def forget(*arguments: Any, **named: Any) -> Any:
        return None if random.random() < 0.2 else settle(*arguments, **named)

    module.settle = forget  # type: ignore[attr-defined]


PLANTS: dict[str, tuple[str, Callable[[ModuleType], None]]] = {
    "forgetful": ("db.store.outbox", forgetful),
}


class Planter(MetaPathFinder):
    """Lets a module be imported as always, and changes it then."""

    def __init__(self, name: str, plant: Callable[[ModuleType], None]) -> None:
        self.name, self.plant = name, plant

    def find_spec(self, name: str, path: Sequence[str] | None, _target: ModuleType | None = None) -> ModuleSpec | None:
        """The module's own, whose loading ends with the change."""
        spec = PathFinder.find_spec(name, path) if name == self.name else None
        if spec is None or spec.loader is None:
            return None
        load = spec.loader.exec_module

        def exec_module(module: ModuleType) -> None:
            load(module)
            self.plant(module)

        spec.loader.exec_module = exec_module  # type: ignore[method-assign]
        return spec


if planted := os.environ.get("TORTURE_PLANT"):
    sys.meta_path.insert(0, Planter(*PLANTS[planted]))
