"""An issuing body as declared: its names, those of its units, and who spoke for it when."""

from config.schema.facts import Fact, Names, Slug, Truth


class Aliases(Fact):
    """Further names, in each language; English ones match between word boundaries, with capitals as written."""

    en: tuple[str, ...] = ()
    zh: tuple[str, ...] = ()


class Person(Fact):
    """A person who heads a body or speaks for it, from the year `since` to the year `until`.

    `of_centre` marks people who are named in texts on any subject, so that their name does not show the subject.
    `leader` is the English name of a leader whose journeys and meetings are reported for days; empty for all others.
    """

    name: Names
    office: Names
    of_centre: Truth = False
    leader: str = ""
    since: int | None = None
    until: int | None = None


class Body(Fact):
    """One issuing body; `short` is its usual name, `units` are its parts, whose acts are its own.

    `provinces` are those that it may stand for, including municipalities and autonomous regions, by their Chinese
    names.
    """

    id: Slug
    name: Names
    short: Names | None = None
    aliases: Aliases = Aliases()
    units: Aliases = Aliases()
    people: tuple[Person, ...] = ()
    provinces: tuple[str, ...] = ()
