"""An issuing body as declared: what it and its units are called, and who spoke for it when."""

from config.schema.facts import Fact, Names, Slug


class Aliases(Fact):
    """Further names, in each language; English ones stand between word bounds, capitals as written."""

    en: tuple[str, ...] = ()
    zh: tuple[str, ...] = ()


class Person(Fact):
    """Somebody who heads a body or speaks for it, from the year `since` to the year `until`.

    `of_centre` marks whom texts of every theme name, so that a name tells nothing of what a text is about. `leader` is
    what English news calls a leader whose journeys and meetings are told for days; empty for all others.
    """

    name: Names
    office: Names
    of_centre: bool = False
    leader: str = ""
    since: int | None = None
    until: int | None = None


class Body(Fact):
    """One issuing body; `short` is what people call it, `units` are its parts, whose acts are its own.

    `provinces` are those that it may stand for, municipalities and autonomous regions included, by their Chinese names.
    """

    id: Slug
    name: Names
    short: Names | None = None
    aliases: Aliases = Aliases()
    units: Aliases = Aliases()
    people: tuple[Person, ...] = ()
    provinces: tuple[str, ...] = ()
