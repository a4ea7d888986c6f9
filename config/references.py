"""Holds declarations against one another: whoever is named has to be declared, and nobody is above himself."""

import difflib
import re
from collections.abc import Callable, Collection, Mapping, Sequence

from config.files import ConfigError, File
from config.schema.body import Body
from config.schema.initiative import Initiative
from config.schema.source import Source

ROLES = ("parent", "successor")


def check_sources(sources: Mapping[str, Source], bodies: Mapping[str, Body], file_of: Callable[[str], File]) -> None:
    """Raise ConfigError for a source whose body is not declared; `file_of` gives a source's file."""
    for source in sources.values():
        if source.body and source.body not in bodies:
            place = _place([file_of(source.id)], "", "body")
            hint = _hint(source.body, bodies, "add it there")
            raise ConfigError(f"{place}: entry '{source.id}', body: {source.body!r} is not in bodies.yaml; {hint}")


def check_initiatives(initiatives: Mapping[str, Initiative], layers: Sequence[File]) -> None:
    """Raise ConfigError for a parent or successor that is not declared, or that leads back; `layers` are the files."""
    for initiative in initiatives.values():
        for role in ROLES:
            other = getattr(initiative, role)
            if other is None:
                continue
            where = f"entry '{initiative.id}', {role}: "
            if other not in initiatives:
                told = f"{other!r} is not an initiative; {_hint(other, initiatives, 'add it, or remove the line')}"
                raise ConfigError(f"{_place(layers, initiative.id, role)}: {where}{told}")
            if way := _circle(initiative.id, role, initiatives):
                told = f"leads back to itself ({', '.join(way)}); remove one `{role}` of these"
                raise ConfigError(f"{_place(layers, initiative.id, role)}: {where}{told}")


def _circle(id_: str, role: str, initiatives: Mapping[str, Initiative]) -> list[str]:
    """The way from an initiative back to itself; nothing where there is none."""
    way, at = [id_], getattr(initiatives[id_], role)
    while at in initiatives and at not in way:
        way.append(at)
        at = getattr(initiatives[at], role)
    return way if at == id_ else []


def _hint(name: str, known: Collection[str], otherwise: str) -> str:
    near = difflib.get_close_matches(name, known, 1)
    return f"did you mean {near[0]!r}?" if near else otherwise


def _place(layers: Sequence[File], entry: str, key: str) -> str:
    """The file that declares an entry last, with the line of its key; without an entry the file is one."""
    for file in reversed(layers):
        lines = file.read_text("utf-8-sig").splitlines()
        begin = next((at for at, line in enumerate(lines) if _begins(line, entry)), None) if entry else 0
        if begin is not None:
            return f"{file}:{_line(lines, begin, entry, key)}"
    return str(layers[-1])


def _line(lines: Sequence[str], begin: int, entry: str, key: str) -> int:
    """The line of the key within the entry that begins at a line, counted from 1; else that of the entry."""
    for at in range(begin, len(lines)):
        if entry and at > begin and re.match(r"[^\s#]", lines[at]):
            break
        if re.search(rf"""(?:^|[\s{{,])["']?{key}["']?\s*:(?:\s|$)""", lines[at]):
            return at + 1
    return begin + 1


def _begins(line: str, entry: str) -> bool:
    return re.match(rf"""["']?{re.escape(entry)}["']?\s*:""", line) is not None
