"""Print the OpenAPI document of the API: `python -m tracker.web.api > docs/schema/openapi.json`."""

from config import load
from tracker.text.printable import as_json
from tracker.web.api.service import openapi

if __name__ == "__main__":
    print(as_json(openapi(load()), indent=2))
