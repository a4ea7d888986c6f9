"""Read YAML strictly: every error names the file, the line, the entry and a correction."""

import re
from collections.abc import Iterator
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from config.error import ConfigError, meant, quoted
from config.layers import File
from config.mistakes import said

Model = TypeVar("Model", bound=BaseModel)
MOST_BYTES = 2_000_000
TEXT = "tag:yaml.org,2002:str"

# Chinese punctuation that looks like YAML's and has no meaning in it.
FULL_WIDTH = {"，": ",", "：": "`: `", "［": "[", "］": "]", "｛": "{", "｝": "}", "【": "[", "】": "]", "　": "blanks"}
RANKS = {"extra_forbidden": 0, "missing": 2}
INSIDE = re.compile("[^，]，[^，]")

# YAML 1.1 reads `on` as true, 2025-01-01 as a date and 1_000 as a number; here they remain text.
SCALARS = (
    ("bool", r"(?:true|false)$", "tf"),
    ("null", r"(?:null|~|)$", ("n", "~", "")),
    ("int", r"-?(?:0|[1-9][0-9]*)$", "-0123456789"),
    ("float", r"-?[0-9]+\.[0-9]+$", "-0123456789"),
)


# With libyaml; without it, the slow loader is used.
_CSafe: Any = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader


class _Loader(yaml.SafeLoader):
    """YAML with only the scalars of SCALARS."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}  # noqa: RUF012

    def compose_node(self, parent: yaml.Node | None, index: Any) -> yaml.Node | None:
        """Refuse a tag: the type of a node follows from its form, and other types fit no field."""
        event = self.peek_event()  # type: ignore[no-untyped-call]
        tag = getattr(event, "tag", None)
        if tag and not (tag == TEXT and isinstance(event, yaml.ScalarEvent)):
            raise yaml.composer.ComposerError(
                None, None, f"the tag {tag!r} is not allowed here; remove it", event.start_mark
            )
        return super().compose_node(parent, index)


for _tag, _pattern, _first in SCALARS:
    _Loader.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(_pattern), list(_first))


class _Quick(_CSafe):  # type: ignore[misc] # one of two
    """The same with libyaml, ten times as fast; its errors say less, and it accepts tags."""

    yaml_implicit_resolvers = _Loader.yaml_implicit_resolvers


def read_entry(file: File, model: type[Model]) -> Model:
    """Read a file with one entry; raise ConfigError with file and line if it is invalid."""
    node = _compose(file)
    return _build(model, node, str(file), "", node.start_mark.line + 1)


def read_entries(file: File, model: type[Model]) -> dict[str, Model]:
    """Read a file of entries by id (a mapping id -> entry) into a dict of models that know their id."""
    entries = ((str(key.value), key.start_mark.line + 1, node) for key, node in _nodes(_compose(file)))
    return {id_: _build(model, node, str(file), id_, line) for id_, line, node in entries}


def line_of(file: File, *way: str) -> int | None:
    """Return the line of the last key on a path that exists; None if the first key does not."""
    node, line = _compose(file), None
    for step in way:
        found = (
            next(((k, v) for k, v in node.value if k.value == step), None)
            if isinstance(node, yaml.MappingNode)
            else None
        )
        if found is None:
            break
        line, node = found[0].start_mark.line + 1, found[1]
    return line


def line_of_value(file: File, value: str, *way: str) -> int | None:
    """Return the line on which `value` occurs below the key at a path; None if it does not."""
    node: yaml.Node | None = _compose(file)
    for step in way:
        node = next((v for k, v in _nodes(node) if k.value == step), None)
    found = _scalars(node) if node is not None else ()
    return next((one.start_mark.line + 1 for one in found if one.value.strip() == value), None)


def _compose(file: File) -> yaml.Node:
    text = _text(file)
    if len(text) > MOST_BYTES:
        raise ConfigError(f"{file}: over {MOST_BYTES} characters; split it")
    try:
        node = _quickly(text) or yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        if error.problem == "but found another document":
            raise ConfigError(f"{file}:{line}: a second document begins here; remove the line ---") from error
        raise ConfigError(f"{file}:{line}: not YAML: {error.problem}; {_hint(text, line)}") from error
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        raise ConfigError(
            f"{file}:{line}: not YAML: it contains a character that YAML does not allow; remove it"
        ) from error
    except RecursionError as error:
        raise ConfigError(f"{file}: nested too deeply; check brackets and indents") from error
    if not isinstance(node, yaml.MappingNode):
        raise ConfigError(f"{file}:1: contains no `key: value` lines; see docs/configuration.md for the form")
    _refuse_repeats(node, str(file))
    return node


def _hint(text: str, line: int) -> str:
    """Suggest how to correct an invalid line, or the line before, where the mistake may be."""
    near = text.split("\n")[max(line - 2, 0) : line]
    sign = next((sign for written in reversed(near) for sign in FULL_WIDTH if sign in written), None)
    return (
        f"write {FULL_WIDTH[sign]} for the full-width {sign} there"
        if sign
        else "check quotes, brackets and indents there"
    )


def _quickly(text: str) -> yaml.Node | None:
    """Return the contents of a file; None if they may be wrong, so that the slow loader has to report the mistake."""
    if "!" in text:
        return None
    try:
        return yaml.compose(text, Loader=_Quick)
    except (yaml.YAMLError, RecursionError):
        return None


def _text(file: File) -> str:
    content = file.read_bytes()
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise ConfigError(f"{file}:{line}: not UTF-8; save the file as UTF-8") from error


def _nodes(node: yaml.Node | None) -> Iterator[tuple[yaml.Node, yaml.Node]]:
    """Return the keys and values of a mapping."""
    if isinstance(node, yaml.MappingNode):
        yield from node.value


def _refuse_repeats(node: yaml.Node, file: str, above: tuple[yaml.Node, ...] = ()) -> None:
    if node in above:
        line = node.start_mark.line + 1
        raise ConfigError(f"{file}:{line}: contains itself through an alias (*name); write it out")
    if isinstance(node, yaml.MappingNode):
        seen: dict[str, int] = {}
        for key, value in node.value:
            line = key.start_mark.line + 1
            if not isinstance(key, yaml.ScalarNode):
                raise ConfigError(f"{file}:{line}: a key must be one word; check brackets and `?` there")
            if key.value in seen:
                raise ConfigError(f"{file}:{line}: key '{key.value}' is already in line {seen[key.value]}; remove one")
            seen[str(key.value)] = line
            _refuse_repeats(value, file, (*above, node))
    elif isinstance(node, yaml.SequenceNode):
        for child in node.value:
            _refuse_repeats(child, file, (*above, node))
            if (
                node.flow_style
                and isinstance(child, yaml.ScalarNode)
                and not child.style
                and INSIDE.search(child.value)
            ):
                line = child.start_mark.line + 1
                raise ConfigError(
                    f"{file}:{line}: {child.value!r} is one entry, since a full-width comma (，) does not separate "
                    "entries; write `, ` between them, or quote an entry that contains it"
                )


def _build(model: type[Model], node: yaml.Node, file: str, id_: str, start: int) -> Model:
    """Return the model of an entry, which begins in the line `start`; raise ConfigError if it is invalid."""
    value = _plain(node)
    if id_ and isinstance(value, dict):
        value = {"id": id_, **value}
    try:
        return model.model_validate(value)
    except ValidationError as error:
        # A misspelt key is also a missing one: report the spelling.
        first = min(error.errors(), key=lambda one: RANKS.get(one["type"], 1))
        entry = id_ or (value.get("id", "") if isinstance(value, dict) else "")
        line, place = _locate(node, first, start)
        where = f"{file}:{line}: entry '{entry}'" + (f", {place}" if place else "")
        raise ConfigError(f"{where}: {_mend(first, model, nested=bool(id_))}") from error


def _plain(node: yaml.Node) -> Any:
    loader = _Loader("")
    try:
        return loader.construct_document(node)
    finally:
        loader.dispose()


def _locate(node: yaml.Node, error: ErrorDetails, start: int) -> tuple[int, str]:
    """Return the line of the deepest node on the path to the mistake (or of the value it names), and that path.

    What is wrong with the id of an entry, or with all of it, is in its first line, `start`.
    """
    line, way = start, []
    for step in error["loc"]:
        if isinstance(node, yaml.MappingNode):
            found = next(((k, v) for k, v in node.value if k.value == str(step)), None)
            if found is None:
                continue
            line, node = found[0].start_mark.line + 1, found[1]
        elif isinstance(node, yaml.SequenceNode) and isinstance(step, int):
            node = node.value[step]
            line = node.start_mark.line + 1
        else:
            continue
        way.append(str(step))
    named = (scalar.start_mark.line + 1 for scalar in _scalars(node) if quoted(scalar.value) in error["msg"])
    return next(named, line), ".".join(way)


def _scalars(node: yaml.Node) -> Iterator[yaml.ScalarNode]:
    if isinstance(node, yaml.ScalarNode):
        yield node
    elif isinstance(node, yaml.SequenceNode):
        for child in node.value:
            yield from _scalars(child)
    elif isinstance(node, yaml.MappingNode):
        for _, child in node.value:
            yield from _scalars(child)


def _mend(error: ErrorDetails, model: type[BaseModel], *, nested: bool) -> str:
    """Say what to do about a mistake; an entry that is `nested` in a file of several may have been put too deep."""
    name = str(error["loc"][-1]) if error["loc"] else ""
    if error["type"] == "extra_forbidden":
        deep = nested and len(error["loc"]) == 1 and isinstance(error["input"], dict)
        return f"unknown key '{name}'; {_instead(name, model, deep=deep)}"
    if error["type"] == "missing":
        return f"key '{name}' is missing; add it"
    message = said(error)
    if isinstance(error["input"], dict):
        return message
    return f"{message} (found {'nothing' if error['input'] is None else quoted(str(error['input'])[:80])})"


def _instead(name: str, model: type[BaseModel], *, deep: bool) -> str:
    """Say what to do about a key that `model` does not have; `deep` if it may be an entry below another."""
    if told := getattr(model, "INSTEAD", {}).get(name):
        return str(told)
    remove = "if it is an entry, begin it in the first column; otherwise remove it" if deep else "remove it"
    return meant(name, _field_names(model), remove)


def _field_names(model: type[BaseModel]) -> set[str]:
    names = set(model.model_fields)
    for field in model.model_fields.values():
        for part in (field.annotation, *getattr(field.annotation, "__args__", ())):
            if isinstance(part, type) and issubclass(part, BaseModel):
                names |= _field_names(part)
    return names
