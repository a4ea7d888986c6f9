"""Write the JSON Schema of every output into a folder: `python -m tracker.contract docs/schema`."""

import sys
from pathlib import Path

from tracker.contract.outputs import schemas
from tracker.text.printable import as_json


def write(folder: Path) -> None:
    """Write one file for each output, and remove files of outputs that no longer exist."""
    folder.mkdir(parents=True, exist_ok=True)
    made = {f"{name}.json": f"{as_json(schema, indent=2)}\n" for name, schema in schemas().items()}
    for file in folder.glob("*.json"):
        if file.name not in {*made, "openapi.json"}:
            file.unlink()
    for name, text in made.items():
        (folder / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write(Path(sys.argv[1]))
