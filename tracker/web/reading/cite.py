"""Write how to cite an announcement: as text, in Markdown, for BibTeX and for reference managers (RIS).

BibTeX entries are `@misc`, as its manual prescribes for what fits nowhere else; RIS tags are those of the Research
Information Systems format: TY, TI, AU, PB, PY, DA, UR, Y2, N1, ER.
"""

import re
from dataclasses import dataclass
from datetime import date

from tracker.alerts.compose.sanitize import clean

MOST = 400
_TEX = re.compile(r"([#$%&_{}])")
_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#|])")


@dataclass(frozen=True)
class Cited:
    """The content of a citation: title, publisher, day, original, our page, and the digest of the stored page."""

    number: int
    title: str
    publisher: str
    day: date | None
    original: str
    ours: str
    sha256: str
    fetched: str

    def plainly(self) -> str:
        """Return a sentence for a footnote."""
        day = f", {self.day}" if self.day else ""
        return f"{_line(self.publisher)}, “{_line(self.title)}”{day}, {self._original}{self.ours}{self._proof}."

    def markdown(self) -> str:
        """Return a line of Markdown."""
        title, who = (_MARKDOWN.sub(r"\\\1", _line(one)) for one in (self.title, self.publisher))
        day = f", {self.day}" if self.day else ""
        return f"{who}, [{title}](<{self.original or self.ours}>){day} ([announcement {self.number}](<{self.ours}>))"

    def bibtex(self) -> str:
        """Return an entry of BibTeX."""
        fields = {
            "title": f"{{{_tex(self.title)}}}",
            "author": f"{{{_tex(self.publisher)}}}",
            "year": str(self.day.year) if self.day else "",
            "url": _tex(self.original or self.ours),
            "note": _tex(f"{self.ours}{self._proof}"),
        }
        lines = [f"  {name} = {{{value}}}" for name, value in fields.items() if value]
        return f"@misc{{announcement{self.number},\n" + ",\n".join(lines) + "\n}"

    def ris(self) -> str:
        """Return a record of RIS."""
        fields = (
            ("TY", "ELEC"),
            ("TI", _line(self.title)),
            ("AU", _line(self.publisher)),
            ("PB", _line(self.publisher)),
            ("PY", str(self.day.year) if self.day else ""),
            ("DA", f"{self.day:%Y/%m/%d}" if self.day else ""),
            ("UR", self.original or self.ours),
            ("N1", f"{self.ours}{self._proof}"),
        )
        return "\n".join(f"{tag}  - {value}" for tag, value in fields if value) + "\nER  - "

    @property
    def _original(self) -> str:
        return f"{self.original}, " if self.original else ""

    @property
    def _proof(self) -> str:
        return f", stored {self.fetched} (SHA-256 {self.sha256})" if self.sha256 else ""


def _line(text: str) -> str:
    return clean(text, MOST)


def _tex(text: str) -> str:
    return _TEX.sub(r"\\\1", _line(text).replace("\\", "/").replace("~", r"\~{}").replace("^", r"\^{}"))
