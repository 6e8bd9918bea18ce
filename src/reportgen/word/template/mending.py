"""Parts of a template made sound: what the schema does not allow is put right or left out, and told.

Word refuses a file for one value that is not of its type, and nobody finds out which. What stands in the wrong order is
put in the right one, of which nothing is said: nothing is lost, and LibreOffice writes no file without it. A value, an
attribute or an element that cannot be is left out; where that leaves an element without what it must have, it goes too.
"""

from typing import Literal

import msgspec
from lxml import etree

from reportgen.word.template.markup import ALTERNATE, MC, ignorable_spaces, settle
from reportgen.word.template.names import W
from reportgen.word.template.schema import Kind, kind_of, passed_over, prefixes, root_kinds

_XML = "{http://www.w3.org/XML/1998/namespace}"
_STAMPS = ("rsid", "paraId", "textId", "gfxdata")  # of whoever edited when, and with what
_ENDS_WITH_TEXT = frozenset(f"{W}{name}" for name in ("hdr", "ftr", "tc", "txbxContent"))
_MADE_UP = {f"{W}tbl": (f"{W}tblPr", f"{W}tblGrid")}  # empty where they are lacking
_LONGEST = 40  # characters of a value, as messages show it


class Fault(msgspec.Struct, frozen=True):
    """What was lost: a value, or what stood where it may not, or what lacked something that it must have."""

    kind: Literal["value", "place"]
    part: str
    what: str


def mend(root: etree._Element, part: str) -> tuple[bool, tuple[Fault, ...]]:
    """Make an element and all in it sound: whether that could be done, and what was wrong, each kind of fault once.

    ``part`` is what messages call the part of the file. The element is one of ``root_kinds``.
    """
    mending = _Mending(part, ignorable_spaces(root))
    for lost in settle(root):
        mending.lose(lost)
    is_sound = mending.element(root, kind_of(root_kinds()[str(root.tag)]))
    return is_sound, tuple(mending.found)


class _Mending:
    """One part as it is gone through."""

    def __init__(self, part: str, ignorable: frozenset[str]) -> None:
        self._part = part
        self._ignorable = ignorable
        self.found: dict[Fault, None] = {}

    def element(self, element: etree._Element, kind: Kind) -> bool:
        """Whether the element is sound after what can be mended is."""
        is_sound = self._attributes(element, kind)
        if kind.has_text:
            for child in list(element):
                self._leave_out(child)
                element.remove(child)
            return is_sound
        if not len(element) and not element.text and not kind.places:  # most of them
            return is_sound
        self._words(element)
        for child in list(element):
            if not self._child(child, kind):
                element.remove(child)
        self._sort(element, kind)
        return self._complete(element, kind) and is_sound

    def lose(self, what: str) -> None:
        """Tell that nothing of an element could be taken."""
        self._tell("place", what)

    def _tell(self, kind: Literal["value", "place"], what: str) -> None:
        self.found[Fault(kind, self._part, what)] = None

    def _attributes(self, element: etree._Element, kind: Kind) -> bool:
        wrong: set[str] = set()
        for key, value in list(element.attrib.items()):
            name = str(key)
            known = kind.attributes.get(name)
            if known is None:
                del element.attrib[name]
                if not self._is_quiet(name):
                    self._tell("place", f"{_named(element)} {_called(name)}")
                continue
            read = known.read(str(value))
            if read is None:
                del element.attrib[name]
                wrong.add(name)
                self._tell("value", f'{_named(element)} {_called(name)}="{_short(str(value))}"')
            elif read != value:
                element.set(name, read)
        lacking = [name for name, one in kind.attributes.items() if one.required and name not in element.attrib]
        if lacking and not wrong.issuperset(lacking):  # else it is told
            self._tell("place", f"{_named(element)} {_called(lacking[0])}")
        return not lacking

    def _is_quiet(self, name: str) -> bool:
        space, _, local = name[1:].partition("}") if name.startswith("{") else ("", "", name)
        return space in self._ignorable or name.startswith((MC, _XML)) or local.startswith(_STAMPS)

    def _words(self, element: etree._Element) -> None:
        """Words stand in elements of text alone."""
        for holder in (element, *element):
            words = holder.text if holder is element else holder.tail
            if words and words.strip():
                self._tell("place", f"{_named(element)} {_short(words.strip())}")
        element.text = None
        for child in element:
            child.tail = None

    def _child(self, child: etree._Element, kind: Kind) -> bool:
        if child.tag == ALTERNATE:
            return self._alternate(child, kind)
        place = kind.children.get(str(child.tag))
        if place is None:
            self._leave_out(child)
            return False
        return self.element(child, kind_of(place[1]))

    def _leave_out(self, child: etree._Element) -> None:
        name = str(child.tag)
        parent = child.getparent()
        if parent is not None and not (name in passed_over() or self._is_quiet(name)):
            self._tell("place", f"{_named(parent)} {_called(name)}")

    def _alternate(self, element: etree._Element, kind: Kind) -> bool:
        """What is written twice, for newer and for older programs: as much of either as is sound."""
        element.attrib.clear()
        for branch in list(element):
            for name in [str(key) for key in branch.attrib if key != "Requires"]:
                del branch.attrib[name]
            self._words(branch)
            for child in list(branch):
                if not self._child(child, kind):
                    branch.remove(child)
            if not len(branch):
                element.remove(branch)
        return element.find(f"{MC}Choice") is not None

    def _sort(self, element: etree._Element, kind: Kind) -> None:
        """Children in the schema's order, and no more of them than there may be: the first of them stay."""
        last = len(kind.places)
        places = [kind.children.get(str(child.tag), (last - 1, ""))[0] for child in element]
        if places != sorted(places):
            ordered = sorted(zip(places, element, strict=True), key=lambda pair: pair[0])
            element[:] = [child for _, child in ordered]
            places.sort()
        count = 0
        for at, (place, child) in enumerate(zip(places, list(element), strict=True)):
            count = count + 1 if at and places[at - 1] == place else 1
            most = kind.places[place][1]
            if most is not None and count > most:
                self._tell("place", f"{_named(element)} {_named(child)}")
                element.remove(child)

    def _complete(self, element: etree._Element, kind: Kind) -> bool:
        """Whether all is there that must be; what is empty anyway is made up."""
        for at, name in enumerate(_MADE_UP.get(str(element.tag), ())):
            if element.find(name) is None:
                self._tell("place", f"{_named(element)} {_called(name)}")
                element.insert(at, etree.Element(name))
        if element.tag in _ENDS_WITH_TEXT and (not len(element) or element[-1].tag != f"{W}p"):
            etree.SubElement(element, f"{W}p")
        there: dict[int, int] = {}
        for child in element:
            at = kind.children.get(str(child.tag), (-1, ""))[0]
            there[at] = there.get(at, 0) + 1
        for at, (least, _) in enumerate(kind.places):
            if there.get(at, 0) < least:
                name = next((name for name, (place, _) in kind.children.items() if place == at), "")
                self._tell("place", f"{_named(element)} {_called(name)}")
                return False
        return True


def _named(element: etree._Element) -> str:
    return _called(str(element.tag))


def _called(name: str) -> str:
    """A name as it is written in files, with the usual prefix."""
    space, _, local = name[1:].partition("}") if name.startswith("{") else ("", "", name)
    prefix = prefixes().get(space, "")
    return f"{prefix}:{local}" if prefix else _short(local)


def _short(text: str) -> str:
    line = "".join(char if char.isprintable() else "?" for char in text)
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"
