"""Count the elements around elements of a page, in one pass however deeply they are nested."""

from collections.abc import Collection, Iterable, Iterator

from lxml.etree import _Element


def around(nodes: Iterable[_Element], wanted: Collection[_Element]) -> Iterator[int]:
    """Yield for each node the number of `wanted` elements around it, itself included.

    Paths upwards are not walked twice, so a page costs the number of its elements, not that number times their depth.
    """
    wanted = frozenset(wanted)
    counted: dict[_Element | None, int] = {None: 0}
    for node in nodes:
        way: list[_Element] = []
        at: _Element | None = node
        while at is not None and at not in counted:
            way.append(at)
            at = at.getparent()
        for element in reversed(way):
            counted[element] = counted[at] + (element in wanted)
            at = element
        yield counted[node]
