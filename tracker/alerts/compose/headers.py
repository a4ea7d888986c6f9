"""Encode and fold mail headers once, as they are sent, so that nothing parses them again."""

import re
from collections.abc import Iterable
from email.header import Header
from email.headerregistry import Address
from email.policy import EmailPolicy
from functools import lru_cache
from typing import Any

LINE = 76
# Visible ASCII, and new lines only in a folded header (RFC 5322, 2.2.3).
ONE_HEADER = re.compile(r"(?:[ -~]|\r\n[ ](?=\S))*")


class Written(EmailPolicy):
    """A policy for finished headers: folded, encoded, safe. Setting and sending one costs nothing."""

    def header_max_count(self, name: str) -> None:
        """Do not limit headers: each is written once, and looking for another costs more than the header."""

    def header_store_parse(self, name: str, value: Any) -> tuple[str, str]:
        """Keep what was written; raise ValueError for what would not be one header."""
        if not ONE_HEADER.fullmatch(value):
            raise ValueError(f"{value[:80]!r} is not a valid value of the header {name}")
        return name, value

    def header_fetch_parse(self, name: str, value: str) -> str:  # noqa: ARG002 - the base class passes it
        """Return what was written."""
        return value

    def fold(self, name: str, value: str) -> str:
        """Return the header as it is sent."""
        return f"{name}: {value}{self.linesep}"

    def fold_binary(self, name: str, value: str) -> bytes:
        """Return the header as it is sent, in bytes."""
        return self.fold(name, value).encode("ascii")


WRITTEN = Written(linesep="\r\n")


@lru_cache(1024)
def words(name: str, text: str) -> str:
    """Return the value of a header for people: cleaned text, as it is or in encoded words (RFC 2047), folded."""
    if text.isascii() and text.isprintable():
        return fold(name, text.split(" "))
    return Header(text, "utf-8", maxlinelen=LINE, header_name=name).encode(linesep="\r\n")


def mailbox(name: str, address: Address) -> str:
    """Return the value of a header with one mailbox; a non-ASCII name becomes an encoded word."""
    if not address.display_name:
        return address.addr_spec
    if address.display_name.isascii():
        return fold(name, str(address).split(" "))
    return f"{words(name, address.display_name)} <{address.addr_spec}>"


def addr_spec_of(header: str) -> str:
    """Return the address of a header that `mailbox` has written, folded or not."""
    return header.rpartition("<")[2].removesuffix(">") if header.endswith(">") else header


def fold(name: str, parts: Iterable[str]) -> str:
    """Join the parts of a value with spaces, and fold wherever the next part would make a line too long."""
    lines, room = [""], LINE - len(name) - 2
    for part in parts:
        if lines[-1] and len(lines[-1]) + len(part) + 1 > room:
            lines.append("")
            room = LINE - 1
        lines[-1] += f" {part}" if lines[-1] else part
    return "\r\n ".join(lines)
