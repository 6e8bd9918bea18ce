"""Markup compatibility (ISO/IEC 29500-3) and namespaces: what newer programs add for one another, made plain.

A draft's parts have the usual prefixes, name no namespace that they do not use, and say which of them may be ignored.
"""

from collections.abc import Mapping

from lxml import etree

from reportgen.word.template.fields import unwrap
from reportgen.word.template.names import W
from reportgen.word.template.schema import prefixes

MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
ALTERNATE = f"{MC}AlternateContent"
_IGNORABLE = ("w14", "w15", "wp14")  # of what drafts take: what older readers do without
_XML = "http://www.w3.org/XML/1998/namespace"


def ignorable_spaces(root: etree._Element) -> frozenset[str]:
    """The namespaces that a part says nobody has to know."""
    found: set[str] = set()
    for element in root.iter(etree.Element):
        said = element.get(f"{MC}Ignorable")
        if said is not None:
            found |= {str(element.nsmap[one]) for one in said.split() if one in element.nsmap}
    return frozenset(found)


def settle(root: etree._Element) -> list[str]:
    """Choose between what is written for newer and for older programs, but for drawings, where both stay.

    What nothing could be chosen of is returned in words.
    """
    lost: list[str] = []
    for element in list(root.iter(ALTERNATE)):
        parent = element.getparent()
        if parent is None:
            continue
        choices = [one for one in element.iterchildren(f"{MC}Choice") if understood(one)]
        fallback = element.find(f"{MC}Fallback")
        if parent.tag == f"{W}r" and choices:
            for one in list(element):
                if one not in (choices[0], fallback):
                    element.remove(one)
            continue
        taken = choices[0] if choices else fallback
        if taken is None:
            required = [str(one.get("Requires", "")) for one in element.iterchildren(f"{MC}Choice")]
            lost.append(" ".join(("mc:AlternateContent", *required)))
            parent.remove(element)
            continue
        for one in list(element):
            if one is not taken:
                element.remove(one)
        unwrap(taken)
        unwrap(element)
    for element in root.iter(etree.Element):
        for key in [key for key in map(str, element.attrib) if key.startswith(MC)]:
            del element.attrib[key]
    return lost


def understood(choice: etree._Element) -> bool:
    """Whether all that a choice requires is what drafts take."""
    required = str(choice.get("Requires", "")).split()
    return bool(required) and all(choice.nsmap.get(one) in prefixes() for one in required)


def renamed(root: etree._Element) -> etree._Element:
    """The same part with the usual prefixes, all of them declared at its root."""
    used = _used(root)
    names = {prefix: space for space, prefix in sorted(prefixes().items(), key=lambda pair: pair[1]) if space in used}
    names |= {"mc": MC[1:-1]} if MC[1:-1] in used or any(one in names for one in _IGNORABLE) else {}
    made = _copied(root, names, None)
    ignorable = [one for one in _IGNORABLE if one in names]
    if ignorable:
        made.set(f"{MC}Ignorable", " ".join(ignorable))
    return made


def _used(root: etree._Element) -> set[str]:
    found: set[str] = set()
    for element in root.iter(etree.Element):
        found |= {str(name)[1:].partition("}")[0] for name in (element.tag, *element.attrib) if str(name)[:1] == "{"}
        if element.tag == f"{MC}Choice":
            found |= {str(element.nsmap[one]) for one in str(element.get("Requires")).split()}
    return found - {_XML}


def _copied(element: etree._Element, names: Mapping[str, str], parent: etree._Element | None) -> etree._Element:
    if parent is None:
        made = etree.Element(element.tag, nsmap=dict(names))
    else:
        made = etree.SubElement(parent, element.tag)
    for key, value in element.attrib.items():
        made.set(key, value)
    if element.tag == f"{MC}Choice":
        spaces = [str(element.nsmap[one]) for one in str(element.get("Requires")).split()]
        made.set("Requires", " ".join(prefixes()[one] for one in spaces))
    made.text, made.tail = element.text, element.tail
    for child in element:
        _copied(child, names, made)
    return made
