"""The option that lets a command create a database at a path that the user named."""

from typing import Annotated

import typer

New = Annotated[
    bool, typer.Option("--new", help="Create the database that TRACKER_DATABASE names, if it does not exist.")
]
