"""Extract text from PDF files."""

from io import BytesIO
from itertools import islice

from pypdf import PdfReader

from tracker.parse.annexes.paragraphs import paragraphs

MOST_PAGES = 300


def text_of(content: bytes) -> str:
    """Return the text of the first MOST_PAGES pages, empty if they are pictures; only the empty password is tried."""
    reader = PdfReader(BytesIO(content))
    if reader.is_encrypted:
        reader.decrypt("")
    pages = [page.extract_text().splitlines() for page in islice(reader.pages, MOST_PAGES)]
    return "\n".join(paragraphs(pages))
