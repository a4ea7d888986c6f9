"""Counts what stands around elements of a page, in one pass however deep they are nested."""

from collections.abc import Collection, Iterable, Iterator

from lxml.etree import _Element


def around(nodes: Iterable[_Element], wanted: Collection[_Element]) -> Iterator[int]:
    """Yield for each node how many of the `wanted` elements it stands in, itself counted.

    Ways up that were gone once are not gone again, so a page costs what its elements are, not their number times
    their depth.
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
