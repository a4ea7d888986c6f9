"""For developers: `python -m db.migrations.revise 0002 "Add a column"` writes the next revision from the models."""

import sys
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlmodel import create_engine

from db.migrations.upgrade import upgrade

if __name__ == "__main__":
    number, message = sys.argv[1:]
    engine = create_engine("sqlite://")
    if any((Path(__file__).parent / "versions").glob("[0-9]*.py")):
        upgrade(engine)
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent))
    config.set_main_option("file_template", "%%(rev)s_%%(slug)s")
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.revision(config, message, autogenerate=True, rev_id=number)
