"""A template's headers and footers, made clean: nothing that leads out of the file, nothing that runs.

What is dropped is told: links to the web, objects of other programs, linked pictures.
"""

from collections.abc import Iterator, Mapping
from typing import Literal

import msgspec
from lxml import etree

from reportgen.opc import OpcFile, Relation
from reportgen.word.template.fields import drop_fields, unwrap
from reportgen.word.template.markup import renamed
from reportgen.word.template.mending import Fault, mend
from reportgen.word.template.names import A, R, W

_VML = "{urn:schemas-microsoft-com:vml}"
_SVG = "{http://schemas.microsoft.com/office/drawing/2016/SVG/main}svgBlip"
_DROPPED = frozenset(f"{W}{name}" for name in (
    "bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd", "commentReference", "proofErr", "permStart",
    "permEnd", "del", "moveFrom", "moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd",
    "rPrChange", "pPrChange", "tblPrChange", "tblGridChange", "trPrChange", "tcPrChange", "sectPrChange", "altChunk",
    "subDoc", "control",
))  # fmt: skip
_UNWRAPPED = frozenset(f"{W}{name}" for name in ("ins", "moveTo", "smartTag", "customXml", "sdtContent"))
_NAMED = tuple(f"{W}{name}" for name in ("numPr", "pStyle", "rStyle", "tblStyle"))  # what other parts define
_STAMPS = ("rsidR", "rsidRDefault", "rsidRPr", "rsidP", "rsidTr", "rsidDel", "rsidSect", "paraId", "textId")
# how the pictures that a draft may hold begin
_PICTURES = (
    (b"\x89PNG\r\n\x1a\n", "png"), (b"\xff\xd8\xff", "jpeg"), (b"GIF8", "gif"), (b"BM", "bmp"), (b"II*\0", "tiff"),
    (b"MM\0*", "tiff"), (b"\x01\0\0\0", "emf"), (b"\xd7\xcd\xc6\x9a", "wmf"), (b"\x01\0\t\0", "wmf"),
)  # fmt: skip


class Picture(msgspec.Struct, frozen=True):
    """A picture of a header or footer; ``kind`` is the extension of its name in the draft."""

    data: bytes
    kind: str


class Around(msgspec.Struct, frozen=True):
    """A header or footer as XML that stands alone, and its pictures by the relationship ids in it."""

    xml: bytes
    pictures: Mapping[str, Picture]


class Dropped(msgspec.Struct, frozen=True):
    """What was left out of a header or footer: something outside of the file, or an object that cannot be taken."""

    kind: Literal["outside", "object"]
    what: str


def read_around(
    package: OpcFile, name: str, root: etree._Element, styles: frozenset[str]
) -> tuple[Around, tuple[Dropped, ...], tuple[Fault, ...]]:
    """A header or footer part by its name and its root, what was left out, and what was mended.

    ``styles``: the ids of the template's styles; a name of any other is taken away. Raises OpcError for a picture that
    cannot be read.
    """
    relations = package.relations(name)
    dropped: list[Dropped] = []
    pictures = _pictures(package, relations, dropped)
    _plain(root)
    for element in list(root.iter(f"{W}object")):
        dropped.append(Dropped("object", _program(element)))
        _remove(element)
    for element in list(root.iter(f"{W}hyperlink")):
        relation = relations.get(str(element.get(f"{R}id", "")))
        if relation is not None and relation.outside:
            dropped.append(Dropped("outside", relation.target))
        unwrap(element)
    for element in list(root.iter(etree.Element)):
        dropped += _unlinked(element, pictures, relations)
    _, faults = mend(root, name)
    dropped += [Dropped("outside", instruction) for instruction in drop_fields(root)]
    _clear(root, styles)
    elements = root.iter(etree.Element)
    used = {str(value) for one in elements for key, value in one.attrib.items() if str(key).startswith(R)}
    kept = {id: picture for id, picture in pictures.items() if id in used}
    return Around(etree.tostring(renamed(root)), kept), tuple(dict.fromkeys(dropped)), faults


def _pictures(package: OpcFile, relations: Mapping[str, Relation], dropped: list[Dropped]) -> dict[str, Picture]:
    found: dict[str, Picture] = {}
    for id, relation in relations.items():
        if relation.kind != "image" or relation.outside:
            continue
        data = package.part(relation.target)
        kind = next((kind for start, kind in _PICTURES if data.startswith(start)), "")
        if kind:
            found[id] = Picture(data, kind)
        elif b"<svg" not in data[:1000]:  # Word keeps a PNG beside an SVG
            dropped.append(Dropped("object", relation.target.rpartition("/")[2]))
    return found


def _plain(root: etree._Element) -> None:
    """Without marks of editing, controls around words, and what other parts would have to hold."""
    for element in list(root.iter(*_DROPPED)):
        _remove(element)
    for element in list(root.iter(f"{W}sdt")):
        for child in list(element):
            if child.tag != f"{W}sdtContent":
                element.remove(child)
        unwrap(element)
    for element in list(root.iter(*_UNWRAPPED)):
        for child in list(element.iterchildren(f"{W}smartTagPr", f"{W}customXmlPr")):
            element.remove(child)
        unwrap(element)


def _unlinked(
    element: etree._Element, pictures: Mapping[str, Picture], relations: Mapping[str, Relation]
) -> Iterator[Dropped]:
    """Take away what refers to a part that the draft has not, or out of the file."""
    if element.tag.startswith(_VML):
        for name in ("href", "src", "althref"):
            if name in element.attrib:
                del element.attrib[name]
                yield Dropped("outside", name)
    for name in [name for name in map(str, element.attrib) if name.startswith(R)]:
        id = str(element.get(name))
        if id in pictures and name != f"{R}link":
            continue
        relation = relations.get(id)
        if relation is not None and relation.outside:
            yield Dropped("outside", relation.target)
        elif relation is not None and relation.kind != "image":
            yield Dropped("object", relation.kind)
        if name == f"{R}link" and element.get(f"{R}embed") in pictures:
            del element.attrib[name]
        elif element.tag in (f"{A}hlinkClick", f"{A}hlinkHover"):
            _remove(element)
        elif element.tag == _SVG:
            _remove(_holder(element, (f"{A}ext",)))
        else:
            _remove(_holder(element, (f"{W}drawing", f"{W}pict")))


def _holder(element: etree._Element, tags: tuple[str, ...]) -> etree._Element:
    """The drawing that ``element`` is a part of, else itself."""
    return next((one for one in element.iterancestors() if one.tag in tags), element)


def _program(element: etree._Element) -> str:
    for one in element.iter():
        program = one.get("ProgID")
        if program:
            return str(program)
    return "OLE"


def _remove(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _clear(root: etree._Element, styles: frozenset[str]) -> None:
    """Without stamps of whoever edited when, and without lists and styles that are not there."""
    for element in list(root.iter(*_NAMED)):
        if element.tag == f"{W}numPr" or element.get(f"{W}val") not in styles:
            _remove(element)
    for element in root.iter(etree.Element):
        for key in [key for key in map(str, element.attrib) if key.rpartition("}")[2] in _STAMPS]:
            del element.attrib[key]
