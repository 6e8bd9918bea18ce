"""Parts of a template without what is not taken: relationships, stamps of whoever edited when."""

from lxml import etree

from reportgen.word.template.markup import renamed
from reportgen.word.template.names import R, W

_DECLARED = f' xmlns:w="{W[1:-1]}"'


def clean(root: etree._Element) -> bytes:
    """A part without relationships and without stamps of whoever edited when."""
    for element in list(root.iter(etree.Element)):
        if element.tag == f"{W}rsid":
            parent = element.getparent()
            if parent is not None:
                parent.remove(element)
            continue
        for key in [key for key in map(str, element.attrib) if key.startswith(R) or "}rsid" in key]:
            del element.attrib[key]
    return etree.tostring(renamed(root))


def alone(element: etree._Element | None) -> str:
    """An element as XML for another part: without relationships; namespaces are those that every part declares."""
    if element is None:
        return ""
    copy = etree.fromstring(clean(element))
    for one in list(copy.iter(etree.Element)):
        if not str(one.tag).startswith(W) and one.getparent() is not None:
            one.getparent().remove(one)  # type: ignore[union-attr]  # asked for just now
            continue
        for key in [key for key in map(str, one.attrib) if not key.startswith(W)]:
            del one.attrib[key]
    return etree.tostring(renamed(copy), encoding="unicode").replace(_DECLARED, "", 1)
