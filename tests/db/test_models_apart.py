"""Tests that loaded tables refer only to loaded ones: SQLAlchemy notices that when it writes."""

import json
import os
import subprocess
import sys

# Imports each module of a package in a fork, and prints those that leave a foreign key of a loaded table open.
PROGRAM = """
import json, os, pkgutil, sys, importlib
from sqlmodel import SQLModel
import db.queries, db.store
found = []
for package in (db.queries, db.store):
    for module in pkgutil.iter_modules(package.__path__, package.__name__ + "."):
        if (child := os.fork()) == 0:
            importlib.import_module(module.name)
            try:
                for table in SQLModel.metadata.tables.values():
                    [key.column for key in table.foreign_keys]
            except Exception as error:
                os._exit(1)
            os._exit(0)
        if os.waitpid(child, 0)[1]:
            found.append(module.name)
print(json.dumps(found))
"""


def test_what_a_question_or_a_write_loads_is_complete() -> None:
    command = [sys.executable, "-P", "-c", PROGRAM]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=dict(os.environ))
    assert json.loads(done.stdout) == []
