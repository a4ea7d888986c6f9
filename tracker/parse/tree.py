"""Make the tree of BeautifulSoup from that of lxml, by a walk, which is faster than to parse the markup again."""

from functools import cache

from bs4 import BeautifulSoup, Tag
from bs4.builder import HTMLTreeBuilder
from bs4.element import NavigableString, PageElement
from lxml.etree import _Element, fromstring, iterwalk, tostring

# What each tag has for itself. All else that BeautifulSoup gives a tag is the same for all tags of a name.
_OWN = frozenset(
    (
        *("name", "attrs", "contents", "parent"),
        *("next_element", "previous_element", "next_sibling", "previous_sibling"),
    )
)
_SAMPLE = "<html><body><p class='a b'>c<br/>d<b>e</b> </p><pre>f</pre><style>g</style></body></html>"


def soup_of(root: _Element) -> BeautifulSoup:
    """Return an element of lxml's tree as BeautifulSoup, with all in it but comments; white space stays as it is."""
    return BeautifulSoup("", builder=_Walk(root)) if _can_walk() else _parsed(root)


class _Walk(HTMLTreeBuilder):
    """Builds a soup from a tree of lxml, and not from markup."""

    def __init__(self, root: _Element | None = None) -> None:
        # Classes stay one string, as most of them are never looked at.
        super().__init__(multi_valued_attributes={})
        self.root = root

    def feed(self, markup: object) -> None:  # noqa: ARG002 - the tree is known before
        """Fill the soup that this builder belongs to."""
        if self.soup is not None and self.root is not None:
            _fill(self.soup, self.root)


def _fill(soup: BeautifulSoup, root: _Element) -> None:
    """Append `root` and all in it to an empty soup, in the order of the page, without recursion whatever the depth."""
    kinds, containers = _kinds(), _Walk.DEFAULT_STRING_CONTAINERS
    common = kinds[""]
    parent: Tag = soup
    last: PageElement = soup
    string = NavigableString
    around: list[tuple[Tag, type[NavigableString]]] = []
    for event, element in iterwalk(root, ("start", "end", "comment", "pi")):
        if event == "start":
            around.append((parent, string))
            name = element.tag
            kind = kinds.get(name, common)
            # Not by its constructor, which takes most of the time of BeautifulSoup's own way.
            tag = kind.__new__(kind)
            tag.name, tag.attrs, tag.contents = name, dict(element.items()), []
            last = _append(parent, tag, last)
            parent, string = tag, containers.get(name, string)
            text = element.text
        else:
            if event == "end":
                parent, string = around.pop()
            text = element.tail if element is not root else None
        if text:
            last = _append(parent, str.__new__(string, text), last)
    # The chain of elements begins below the soup.
    soup.contents[0].previous_element = soup.next_element = None


def _append(parent: Tag, node: PageElement, last: PageElement) -> PageElement:
    """Append a node that comes after the `last` one of the page; return it."""
    node.parent, node.previous_element = parent, last
    node.next_element = node.next_sibling = node.previous_sibling = None
    last.next_element = node
    if parent.contents:
        before = node.previous_sibling = parent.contents[-1]
        before.next_sibling = node
    parent.contents.append(node)
    return node


@cache
def _kinds() -> dict[str, type[Tag]]:
    """Return classes of tags, which have what BeautifulSoup gives each tag of a name; "" for names not in it."""
    special = (*_Walk.DEFAULT_STRING_CONTAINERS, *(_Walk.DEFAULT_EMPTY_ELEMENT_TAGS or ()))
    return {name: _kind(name) for name in ("", *special)}


def _kind(name: str) -> type[Tag]:
    made = vars(Tag(builder=_Walk(), name=name, parser=BeautifulSoup("", "lxml")))
    return type("Element", (Tag,), {key: value for key, value in made.items() if key not in _OWN})


@cache
def _can_walk() -> bool:
    """Decide whether a walk gives what BeautifulSoup itself makes, to which a later version may add attributes."""
    root = fromstring(_SAMPLE)
    try:
        walked, parsed = BeautifulSoup("", builder=_Walk(root)), _parsed(root)
        pairs = zip(walked.descendants, parsed.descendants, strict=True)
        return all(_is_like(one, other) for one, other in pairs)
    except (AttributeError, TypeError, ValueError):
        return False


def _is_like(one: PageElement, other: PageElement) -> bool:
    public = (key for key in vars(other) if not key.startswith("_"))
    return all(getattr(one, key) == getattr(other, key) for key in public)


def _parsed(root: _Element) -> BeautifulSoup:
    return BeautifulSoup(tostring(root, encoding="unicode", method="html"), "lxml", multi_valued_attributes={})
