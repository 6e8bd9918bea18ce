"""What a draft takes of a template, read from its file: styles, theme, page, headers and footers, some settings.

Not taken: its text, its macros (a file with macros is refused), anything that lies outside of it, objects of other
programs, its comments, its data.
"""

from collections.abc import Mapping
from typing import Literal

import msgspec
from lxml import etree

from reportgen.opc import OpcError, OpcFile, open_package
from reportgen.word.template.around import Around, Dropped, read_around
from reportgen.word.template.names import A, R, W, number_of

PageKind = Literal["default", "even", "first"]
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_TAKEN = (f"{_MAIN}document.main+xml", f"{_MAIN}template.main+xml")
_MACROS = "macroEnabled"
# What of the settings decides how pages look; a switch that the template has not is off.
_SWITCHES = ("mirrorMargins", "gutterAtTop", "evenAndOddHeaders")
_SETTINGS = (
    *_SWITCHES, "bordersDoNotSurroundHeader", "bordersDoNotSurroundFooter", "defaultTabStop", "characterSpacingControl",
    "noLineBreaksAfter", "noLineBreaksBefore", "themeFontLang", "clrSchemeMapping",
)  # fmt: skip
_MARKUP = frozenset('&<>"\n\t')
_OFF = ("0", "false", "off")
_TWIPS = 20.0
_SIDES = ("top", "right", "bottom", "left", "header", "footer", "gutter")
_A4 = (11906.0, 16838.0)
_MARGIN, _HEAD = 1440.0, 720.0  # twips, where a section says nothing
_DECLARED = f' xmlns:w="{W[1:-1]}"'
_FILL = f'<a:solidFill xmlns:a="{A[1:-1]}"><a:schemeClr val="phClr"/></a:solidFill>'


class Sheet(msgspec.Struct, frozen=True):
    """The page of the template's last section, in points; ``grid`` and ``borders`` as XML, "" for none.

    ``left`` holds the gutter. ``pitch`` is the grid's, 0.0 where lines stand on none; ``folios`` is the format of page
    numbers (``w:pgNumType w:fmt``).
    """

    width: float
    height: float
    top: float
    right: float
    bottom: float
    left: float
    header: float
    footer: float
    pitch: float
    grid: str
    borders: str
    folios: str
    is_titled: bool  # its first page has a header and footer of its own


class Template(msgspec.Struct, frozen=True):
    """What is taken of a template. ``styles``, ``theme`` and ``numbering`` are XML parts, b"" where there is none."""

    styles: bytes
    theme: bytes
    numbering: bytes
    sheet: Sheet
    heads: Mapping[PageKind, Around]
    feet: Mapping[PageKind, Around]
    settings: Mapping[str, str]  # the name of a setting -> its XML
    fonts: Mapping[str, str]  # the name of a font -> its entry in the font table
    dropped: tuple[Dropped, ...]

    @property
    def tells_even_pages_apart(self) -> bool:
        """Whether even pages have headers and footers of their own."""
        return bool(self.settings.get("evenAndOddHeaders"))


def read_template(data: bytes, file: str) -> Template:
    """A template from the bytes of a .docx or .dotx file. Raises OpcError with the reason where it is refused.

    ``file`` is what messages call it.
    """
    package = open_package(data, file)
    said = package.said
    main = package.main
    kind = package.content_type(main)
    if _MACROS in kind or any(package.content_type(name).endswith("vbaProject") for name in package.names):
        raise OpcError("word-file-macros", **said)
    if kind not in _TAKEN:
        raise OpcError("word-file-format", **said, kind=_told(kind))
    beside = {
        one.kind: one.target for one in package.relations(main).values() if not one.outside and one.target in package
    }
    if "styles" not in beside:
        raise OpcError("word-file-damaged", **said, part="word/styles.xml")
    sections = [
        one for one in package.xml(main).iter(f"{W}sectPr")
        if (parent := one.getparent()) is not None and parent.tag in (f"{W}body", f"{W}pPr")
    ]  # fmt: skip
    styles = package.xml(beside["styles"])
    _drop_unsound(styles)
    ids = frozenset(str(one.get(f"{W}styleId", "")) for one in styles.iterchildren(f"{W}style"))
    if any(set(one) & _MARKUP for one in ids):  # they are written into the text as they are
        raise OpcError("word-file-damaged", **said, part=beside["styles"])
    dropped: list[Dropped] = []
    settings = _settings(package, beside.get("settings"))
    return Template(
        styles=_clean(styles),
        theme=_theme(package, beside.get("theme")),
        numbering=_numbering(package, beside.get("numbering")),
        sheet=_sheet(sections[-1] if sections else None),
        heads=_around(package, main, sections, ("header", settings, ids), dropped),
        feet=_around(package, main, sections, ("footer", settings, ids), dropped),
        settings=settings,
        fonts=_fonts(package, beside.get("fontTable")),
        dropped=tuple(dict.fromkeys(dropped)),
    )


def _drop_unsound(styles: etree._Element) -> None:
    """Without styles that have no id or name, and those that have another's, whatever its case: Word mends such a file.

    Of two names that differ by case alone the built-in one stays, which is written small: LibreOffice saves a Caption
    of its own beside it.
    """
    found: dict[str, etree._Element] = {}
    ids: set[str] = set()
    for style in list(styles.iterchildren(f"{W}style")):
        id, name = str(style.get(f"{W}styleId", "")), _name(style)
        before = found.get(name.casefold())
        if not id or not name or id in ids or (before is not None and name != name.casefold()):
            styles.remove(style)
            continue
        if before is not None:
            styles.remove(before)
            ids.discard(str(before.get(f"{W}styleId")))
        found[name.casefold()] = style
        ids.add(id)


def _name(style: etree._Element) -> str:
    name = style.find(f"{W}name")
    return "" if name is None else str(name.get(f"{W}val", ""))


def _told(kind: str) -> str:
    for word, name in (("spreadsheet", "Excel"), ("presentation", "PowerPoint"), ("flatopc", "XML")):
        if word in kind:
            return name
    return "ZIP"


def _around(
    package: OpcFile, main: str, sections: list[etree._Element],
    which: tuple[str, Mapping[str, str], frozenset[str]], dropped: list[Dropped],
) -> dict[PageKind, Around]:  # fmt: skip
    """The headers or footers of the last section, those it has from the sections before it among them."""
    what, settings, styles = which
    relations = package.relations(main)
    names: dict[PageKind, str] = {}
    for section in sections:
        for reference in section.iterchildren(f"{W}{what}Reference"):
            relation = relations.get(str(reference.get(f"{R}id", "")))
            kind = reference.get(f"{W}type", "default")
            if relation is not None and not relation.outside and kind in ("default", "even", "first"):
                names[kind] = relation.target  # type: ignore[index]  # one of the three just compared with
    if not settings.get("evenAndOddHeaders"):
        names.pop("even", None)
    if not sections or not _is_on(sections[-1].find(f"{W}titlePg")):
        names.pop("first", None)
    found: dict[PageKind, Around] = {}
    for kind, name in names.items():
        found[kind], left_out = read_around(package, name, styles)
        dropped += left_out
    return found


def _is_on(switch: etree._Element | None) -> bool:
    return switch is not None and switch.get(f"{W}val", "1") not in _OFF


def _sheet(section: etree._Element | None) -> Sheet:
    def number(name: str, attribute: str, default: float) -> float:
        found = None if section is None else section.find(f"{W}{name}")
        read = None if found is None else number_of(found.get(f"{W}{attribute}"))
        return default if read is None else read

    defaults = {"header": _HEAD, "footer": _HEAD, "gutter": 0.0}
    sides = {side: abs(number("pgMar", side, defaults.get(side, _MARGIN))) / _TWIPS for side in _SIDES}
    grid = None if section is None else section.find(f"{W}docGrid")
    kind = "default" if grid is None else str(grid.get(f"{W}type", "default"))
    borders = None if section is None else section.find(f"{W}pgBorders")
    folios = None if section is None else section.find(f"{W}pgNumType")
    return Sheet(
        width=number("pgSz", "w", _A4[0]) / _TWIPS, height=number("pgSz", "h", _A4[1]) / _TWIPS,
        top=sides["top"], right=sides["right"], bottom=sides["bottom"], left=sides["left"] + sides["gutter"],
        header=sides["header"], footer=sides["footer"],
        pitch=0.0 if kind == "default" else number("docGrid", "linePitch", 312.0) / _TWIPS,
        grid=_alone(grid), borders=_alone(borders),
        folios=_figures("" if folios is None else str(folios.get(f"{W}fmt", ""))),
        is_titled=section is not None and _is_on(section.find(f"{W}titlePg")),
    )  # fmt: skip


def _figures(form: str) -> str:
    """A format of page numbers for the text; Roman figures and letters are those of front matter."""
    return form if form.isalnum() and not form.endswith(("Roman", "Letter")) and form != "decimal" else ""


def _settings(package: OpcFile, name: str | None) -> dict[str, str]:
    if name is None:
        return dict.fromkeys(_SWITCHES, "")
    root = package.xml(name)
    found = {one: _alone(root.find(f"{W}{one}")) for one in _SETTINGS}
    for switch in _SWITCHES:
        if not _is_on(root.find(f"{W}{switch}")):
            found[switch] = ""
    return {one: xml for one, xml in found.items() if xml or one in _SWITCHES}


def _fonts(package: OpcFile, name: str | None) -> dict[str, str]:
    """The entries of the font table, without the fonts that the template embeds."""
    found: dict[str, str] = {}
    for font in package.xml(name).iterchildren(f"{W}font") if name is not None else ():
        for part in [one for one in font if str(one.tag).startswith(f"{W}embed")]:
            font.remove(part)
        found[str(font.get(f"{W}name", ""))] = _alone(font)
    return found


def _theme(package: OpcFile, name: str | None) -> bytes:
    """The theme part; a picture that fills a shape there is a part of its own and stays behind."""
    if name is None:
        return b""
    root = package.xml(name)
    for fill in list(root.iter(f"{A}blipFill")):
        parent = fill.getparent()
        if parent is not None:
            parent.replace(fill, etree.fromstring(_FILL))
    return _clean(root)


def _numbering(package: OpcFile, name: str | None) -> bytes:
    """The numbering part; marks that are pictures are parts of their own and stay behind."""
    if name is None:
        return b""
    root = package.xml(name)
    for one in list(root.iter(f"{W}numPicBullet", f"{W}lvlPicBulletId")):
        parent = one.getparent()
        if parent is not None:
            parent.remove(one)
    return _clean(root)


def _clean(root: etree._Element) -> bytes:
    """A part without relationships and without stamps of whoever edited when."""
    for element in list(root.iter(etree.Element)):
        if element.tag == f"{W}rsid":
            parent = element.getparent()
            if parent is not None:
                parent.remove(element)
            continue
        for key in [key for key in map(str, element.attrib) if key.startswith(R) or "}rsid" in key]:
            del element.attrib[key]
    return etree.tostring(root)


def _alone(element: etree._Element | None) -> str:
    """An element as XML for another part: without relationships; namespaces are those that every part declares."""
    if element is None:
        return ""
    copy = etree.fromstring(_clean(element))
    for one in list(copy.iter(etree.Element)):
        if not str(one.tag).startswith(W) and one.getparent() is not None:
            one.getparent().remove(one)  # type: ignore[union-attr]  # asked for just now
            continue
        for key in [key for key in map(str, one.attrib) if not key.startswith(W)]:
            del one.attrib[key]
    return etree.tostring(_renamed(copy), encoding="unicode").replace(_DECLARED, "", 1)


def _renamed(element: etree._Element) -> etree._Element:
    """The same element with the prefix that our own parts have."""
    made = etree.Element(element.tag, nsmap={"w": W[1:-1]})
    for key, value in element.attrib.items():
        made.set(key, value)
    made.extend([_renamed(child) for child in element])
    return made
