"""Resolves what people type for a name: an id, a name in either language, or a part of exactly one name."""

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from tracker.cli.frame import Complaint, choice

if TYPE_CHECKING:
    from config import Config
    from config.schema.body import Body
    from config.schema.source import Source

LEAST_PART, LEAST_LATIN_PART = 2, 4
"""The least length of a part of a name. Fewer Latin letters occur in too many words: mit is not Committee."""
MOST_NAMED = 6
Known = Mapping[str, Iterable[str]]


def initiative(typed: str, config: "Config") -> str:
    """Return the id of the initiative that is meant, or complain."""
    return meant(typed, {id_: (one.names.en, one.names.zh) for id_, one in config.initiatives.items()}, "initiative")


def initiatives(typed: Sequence[str], config: "Config") -> list[str]:
    """Return the ids of the initiatives that are meant, or complain; a name of several words needs quotes."""
    try:
        return [initiative(one, config) for one in typed]
    except Complaint:
        words = " ".join(typed)
        if len(typed) > 1 and (meant_one := named_so(words, config)):
            raise Complaint(
                f"write {words[:60]!r} in quotes, or {meant_one}: without them, it is several names"
            ) from None
        raise


def named_so(typed: str, config: "Config") -> str | None:
    """Return the id of the initiative whose whole name was typed; None if there is not one."""
    key = _key(typed)
    names = ((id_, {_key(one.names.en), _key(one.names.zh)}) for id_, one in config.initiatives.items())
    return next((id_ for id_, its in names if key in its), None)


def body(typed: str, config: "Config") -> str:
    """Return the id of the issuing body that is meant, or complain."""
    return meant(typed, {id_: _of_body(one) for id_, one in config.bodies.items()}, "body")


def source(typed: str, config: "Config", *, imported: bool = False) -> str:
    """Return the id of the source that is meant, or complain. With `imported`, `import` is one, too.

    The name of a body means the source with that name: 工信部 is miit, and neither miit-en nor caict.
    """
    if imported and typed == "import":
        return typed
    known = {id_: (*_own(one), *_of_its_body(one, config)) for id_, one in config.sources.items()}
    return meant(typed, known, "source")


def meant(typed: str, known: Known, what: str) -> str:
    """Return the id whose name is `typed`, or the only one whose name contains it; complain about none or several."""
    if typed in known:
        return typed
    names = {id_: {_key(id_), *map(_key, its)} - {""} for id_, its in known.items()}
    key = _key(typed)
    called = [id_ for id_, its in names.items() if key in its]
    if not called and len(key) >= (LEAST_LATIN_PART if key.isascii() else LEAST_PART):
        called = [id_ for id_, its in names.items() if any(key in name for name in its)]
    if len(called) == 1:
        return called[0]
    raise Complaint(_several(typed, called, known, what) if called else _none(typed, names, known, what))


def _several(typed: str, called: list[str], known: Known, what: str) -> str:
    shown = ", ".join(_shown(id_, known) for id_ in called[:MOST_NAMED])
    more = f" and {len(called) - MOST_NAMED} more" if len(called) > MOST_NAMED else ""
    return f"{typed[:60]!r} may be more than one {what}: {shown}{more}; write one of these ids"


def _none(typed: str, names: Mapping[str, set[str]], known: Known, what: str) -> str:
    import difflib

    every = {name: id_ for id_, its in names.items() for name in its}
    near = dict.fromkeys(every[name] for name in difflib.get_close_matches(_key(typed), every, 3))
    hint = choice(known)
    if near:
        hint = f"did you mean {' or '.join(_shown(id_, known) for id_ in near)}?"
    return f"no {what} is called {typed[:60]!r}; {hint}"


def _shown(id_: str, known: Known) -> str:
    return f"{id_} ({' · '.join(list(known[id_])[:2])})"


def _own(source_: "Source") -> tuple[str, str]:
    return source_.name.en, source_.name.zh


def _of_its_body(source_: "Source", config: "Config") -> tuple[str, ...]:
    its = config.bodies.get(source_.body or "")
    if its is None or getattr(its.name, source_.language) != getattr(source_.name, source_.language):
        return ()
    return tuple(getattr(name, source_.language) for name in (its.name, its.short) if name)


def _of_body(body_: "Body") -> tuple[str, ...]:
    both = [name for names in (body_.name, body_.short) if names for name in (names.en, names.zh)]
    return (*both, *body_.aliases.en, *body_.aliases.zh)


def _key(name: str) -> str:
    """Return a name without what people write differently: width, capitals, blanks, hyphens, quotes; + is plus."""
    plain = unicodedata.normalize("NFKC", name).casefold().replace("+", "plus")
    return "".join(sign for sign in plain if sign.isalnum())
