"""Describe a bundle for repositories of data: RO-Crate 1.1, JSON-LD about every file of it.

Source: www.researchobject.org/ro-crate/specification/1.1.
"""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from importlib.metadata import version

from db.beijing import beijing_day

FILE = "ro-crate-metadata.json"
CONTEXT = "https://w3id.org/ro/crate/1.1/context"
PROFILE = "https://w3id.org/ro/crate/1.1"
PROGRAM = "policy-initiative-tracker"
RIGHTS = "#rights"
TYPES = {
    ".csv": "text/csv",
    ".gz": "application/warc",
    ".html": "text/html",
    ".md": "text/markdown",
    ".txt": "text/plain; charset=utf-8",
    ".wacz": "application/wacz",
}
NAMES = {
    "README.md": "How to verify this bundle by hand",
    "timeline.html": "The timeline, to read and to print",
    "timeline.csv": "The timeline, a row an announcement",
    "quotes.csv": "The quotes that prove the announcements, with their places",
    "pages.csv": "The stored pages, with their digests and their places in pages.warc.gz",
    "pages.warc.gz": "The stored pages, byte for byte (WARC/1.1)",
    "pages.wacz": "The stored pages, to be shown as they were (WACZ)",
}


def describe(
    title: str, initiatives: Sequence[str], digests: Mapping[str, tuple[int, str]], made_at: datetime | None
) -> bytes:
    """Return the description of a bundle whose files have these sizes and digests."""
    root = {
        "@id": "./",
        "@type": "Dataset",
        "name": title,
        "description": "Announcements of policy initiatives with the quotes and the stored pages that prove them.",
        "keywords": list(initiatives),
        **({"datePublished": str(beijing_day(made_at))} if made_at else {}),
        "license": {"@id": RIGHTS},
        "hasPart": [{"@id": name} for name in digests],
        "mentions": {"@id": "#written"},
    }
    graph = [
        {
            "@id": FILE,
            "@type": "CreativeWork",
            "about": {"@id": "./"},
            "conformsTo": {"@id": PROFILE},
        },
        root,
        {
            "@id": RIGHTS,
            "@type": "CreativeWork",
            "name": "Rights of the publishers",
            "description": "Pages and texts belong to those who published them; they are kept here as evidence.",
        },
        {"@id": "#program", "@type": "SoftwareApplication", "name": PROGRAM, "softwareVersion": version(PROGRAM)},
        {
            "@id": "#written",
            "@type": "CreateAction",
            "name": "tracker export bundle",
            "instrument": {"@id": "#program"},
            "result": {"@id": "./"},
        },
        *(_file(name, size, digest) for name, (size, digest) in digests.items()),
    ]
    return json.dumps({"@context": CONTEXT, "@graph": graph}, ensure_ascii=False, indent=2).encode() + b"\n"


def _file(name: str, size: int, digest: str) -> dict[str, str]:
    suffix = name[name.rfind(".") :]
    return {
        "@id": name,
        "@type": "File",
        "name": NAMES.get(name, f"The text of document {name.rpartition('/')[2].removesuffix(suffix)}"),
        "encodingFormat": TYPES[suffix],
        "contentSize": str(size),
        "sha256": digest,
    }
