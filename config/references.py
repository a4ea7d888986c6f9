"""Check references between declarations: every referenced entry is declared, and no initiative is its own ancestor."""

from collections.abc import Callable, Mapping, Sequence

from config.error import ConfigError, meant
from config.files import line_of
from config.layers import File
from config.schema.body import Body
from config.schema.initiative import Initiative
from config.schema.source import Source

ROLES = ("parent", "successor")


def check_sources(sources: Mapping[str, Source], bodies: Mapping[str, Body], file_of: Callable[[str], File]) -> None:
    """Raise ConfigError for a source whose body is not declared; `file_of` gives a source's file."""
    for source in sources.values():
        if source.body and source.body not in bodies:
            place = _place([file_of(source.id)], "body")
            hint = meant(source.body, bodies, "add it there")
            raise ConfigError(f"{place}: entry '{source.id}', body: {source.body!r} is not in bodies.yaml; {hint}")


def check_initiatives(initiatives: Mapping[str, Initiative], layers: Sequence[File]) -> None:
    """Raise ConfigError for a parent or successor that is not declared, or that is circular; `layers` are the files."""
    for initiative in initiatives.values():
        for role in ROLES:
            other = getattr(initiative, role)
            if other is None:
                continue
            where = f"entry '{initiative.id}', {role}: "
            if other not in initiatives:
                told = f"{other!r} is not an initiative; {meant(other, initiatives, 'add it, or remove the line')}"
                raise ConfigError(f"{_place(layers, initiative.id, role)}: {where}{told}")
            if way := _circle(initiative.id, role, initiatives):
                told = f"leads back to itself ({', '.join(way)}); remove one `{role}` of them"
                raise ConfigError(f"{_place(layers, initiative.id, role)}: {where}{told}")


def _circle(id_: str, role: str, initiatives: Mapping[str, Initiative]) -> list[str]:
    """Return the path from an initiative back to itself; empty without one."""
    way, at = [id_], getattr(initiatives[id_], role)
    while at in initiatives and at not in way:
        way.append(at)
        at = getattr(initiatives[at], role)
    return way if at == id_ else []


def _place(layers: Sequence[File], *way: str) -> str:
    """Return the last file with the first key of a path, and the line of the path; otherwise the last file."""
    told = ((file, line_of(file, *way)) for file in reversed(layers))
    return next((f"{file}:{line}" for file, line in told if line), str(layers[-1]))
