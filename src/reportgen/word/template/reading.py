"""What a draft takes of a template, read from its file: styles, theme, page, headers and footers, some settings.

Not taken: its text, its macros (a file with macros is refused), anything that lies outside of it, objects of other
programs, its comments, its data. What is taken is made sound first.
"""

from collections.abc import Mapping
from typing import Literal

import msgspec
from lxml import etree

from reportgen.opc import OpcError, OpcFile, open_package
from reportgen.word.template.around import Around, Dropped, read_around
from reportgen.word.template.language import speak_chinese, to_chinese
from reportgen.word.template.markup import settle
from reportgen.word.template.mending import Fault, mend
from reportgen.word.template.names import A, R, W
from reportgen.word.template.plain import alone, clean
from reportgen.word.template.schema import root_kinds
from reportgen.word.template.sheet import Sheet, is_on, sheet_of

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
_MOST = 300_000  # tags of a part that is gone through; styles of hundreds have some tens of thousands
_MARKUP = frozenset('&<>"\n\t')
_REFERENCES = (f"{W}headerReference", f"{W}footerReference")  # which go on from section to section
_AROUND = {"header": "hdr", "footer": "ftr"}
_FILL = f'<a:solidFill xmlns:a="{A[1:-1]}"><a:schemeClr val="phClr"/></a:solidFill>'


class Template(msgspec.Struct, frozen=True):
    """What is taken of a template. ``styles``, ``theme`` and ``numbering`` are XML parts, b"" where there is none.

    ``faults`` are what was mended, ``dropped`` what was left out because of what it is.
    """

    styles: bytes
    theme: bytes
    numbering: bytes
    sheet: Sheet
    heads: Mapping[PageKind, Around]
    feet: Mapping[PageKind, Around]
    settings: Mapping[str, str]  # the name of a setting -> its XML
    fonts: Mapping[str, str]  # the name of a font -> its entry in the font table
    dropped: tuple[Dropped, ...]
    faults: tuple[Fault, ...]

    @property
    def tells_even_pages_apart(self) -> bool:
        """Whether even pages have headers and footers of their own."""
        return bool(self.settings.get("evenAndOddHeaders"))


def read_template(data: bytes, file: str) -> Template:
    """A template from the bytes of a .docx or .dotx file. Raises OpcError with the reason where it is refused.

    ``file`` is what messages call it.
    """
    package = open_package(data, file)
    main = package.main
    kind = package.content_type(main)
    if _MACROS in kind or any(package.content_type(name).endswith("vbaProject") for name in package.names):
        raise OpcError("word-file-macros", **package.said)
    if kind not in _TAKEN:
        raise OpcError("word-file-format", **package.said, kind=_told(kind))
    return _Reading(package, main).template()


def _told(kind: str) -> str:
    for word, name in (("spreadsheet", "Excel"), ("presentation", "PowerPoint"), ("flatopc", "XML")):
        if word in kind:
            return name
    return "ZIP"


class _Reading:
    """A template as its parts are read, and what was wrong with them."""

    def __init__(self, package: OpcFile, main: str) -> None:
        self._package = package
        self._main = main
        self._relations = package.relations(main)
        self._beside = {one.kind: one.target for one in self._relations.values() if not one.outside}
        self._dropped: list[Dropped] = []
        self._faults: list[Fault] = []

    def template(self) -> Template:
        """All that is taken."""
        package = self._package
        sections = self._sections()
        name = self._beside.get("styles", "word/styles.xml")
        styles = self._part(name, f"{W}styles")
        _part_names(styles)
        self._mend(styles, name)
        _drop_unsound(styles)
        speak_chinese(styles)
        ids = frozenset(str(one.get(f"{W}styleId", "")) for one in styles.iterchildren(f"{W}style"))
        if any(set(one) & _MARKUP for one in ids):  # they are written into the text as they are
            raise OpcError("word-file-damaged", **package.said, part=name)
        settings = self._settings()
        template = Template(
            styles=clean(styles), theme=self._theme(), numbering=self._numbering(),
            sheet=sheet_of(sections[-1] if sections else None),
            heads=self._around(sections, "header", settings, ids), feet=self._around(sections, "footer", settings, ids),
            settings=settings, fonts=self._fonts(), dropped=(), faults=(),
        )  # fmt: skip
        return msgspec.structs.replace(
            template, dropped=tuple(dict.fromkeys(self._dropped)), faults=tuple(dict.fromkeys(self._faults))
        )

    def _part(self, name: str, element: str) -> etree._Element:
        """A part of the file by what it begins with. Raises OpcError for one that is something else."""
        if element != f"{W}document" and self._package.part(name).count(b"<") > _MOST:  # which is not gone through
            raise OpcError("word-template-large", **self._package.said, part=name, most=str(_MOST))
        root = self._package.xml(name)
        if root.tag != element:
            raise OpcError("word-file-damaged", **self._package.said, part=name)
        return root

    def _named(self, kind: str, element: str) -> etree._Element | None:
        name = self._beside.get(kind)
        return None if name is None else self._part(name, element)

    def _mend(self, element: etree._Element, part: str) -> bool:
        is_sound, faults = mend(element, part)
        self._faults += faults
        return is_sound

    def _sections(self) -> list[etree._Element]:
        """The sections of the text in order, each with what is taken of it made sound."""
        root = self._part(self._main, f"{W}document")
        if root.find(f"{W}body") is None:
            raise OpcError("word-file-damaged", **self._package.said, part=self._main)
        found = [
            one for one in root.iter(f"{W}sectPr")
            if (parent := one.getparent()) is not None and parent.tag in (f"{W}body", f"{W}pPr")
        ]  # fmt: skip
        for section in found:
            for child in list(section):
                taken = child.tag in _REFERENCES or (section is found[-1] and child.tag in root_kinds())
                if taken and not self._mend(child, self._main):
                    section.remove(child)
        return found

    def _around(
        self, sections: list[etree._Element], what: str, settings: Mapping[str, str], styles: frozenset[str]
    ) -> dict[PageKind, Around]:
        """The headers or footers of the last section, those it has from the sections before it among them."""
        names: dict[PageKind, str] = {}
        for section in sections:
            for reference in section.iterchildren(f"{W}{what}Reference"):
                relation = self._relations.get(str(reference.get(f"{R}id", "")))
                kind = reference.get(f"{W}type", "default")
                if relation is not None and not relation.outside and kind in ("default", "even", "first"):
                    names[kind] = relation.target  # type: ignore[index]  # one of the three just compared with
        if not settings.get("evenAndOddHeaders"):
            names.pop("even", None)
        if not sections or not is_on(sections[-1].find(f"{W}titlePg")):
            names.pop("first", None)
        found: dict[PageKind, Around] = {}
        for kind, name in names.items():
            root = self._part(name, f"{W}{_AROUND[what]}")
            found[kind], left_out, faults = read_around(self._package, name, root, styles)
            self._dropped += left_out
            self._faults += faults
        return found

    def _settings(self) -> dict[str, str]:
        root = self._named("settings", f"{W}settings")
        if root is None:
            return dict.fromkeys(_SWITCHES, "")
        settle(root)
        for child in list(root):
            if child.tag.startswith(W) and child.tag[len(W) :] in _SETTINGS and not self._mend(
                child, self._beside["settings"]
            ):  # fmt: skip
                root.remove(child)
        language = root.find(f"{W}themeFontLang")
        if language is not None:
            to_chinese(language)
        found = {one: alone(root.find(f"{W}{one}")) for one in _SETTINGS}
        for switch in _SWITCHES:
            if not is_on(root.find(f"{W}{switch}")):
                found[switch] = ""
        return {one: xml for one, xml in found.items() if xml or one in _SWITCHES}

    def _fonts(self) -> dict[str, str]:
        """The entries of the font table, without the fonts that the template embeds."""
        root = self._named("fontTable", f"{W}fonts")
        if root is None:
            return {}
        self._mend(root, self._beside["fontTable"])
        return {str(font.get(f"{W}name", "")): alone(font) for font in root.iterchildren(f"{W}font")}

    def _theme(self) -> bytes:
        """The theme part; a picture that fills a shape there is a part of its own and stays behind."""
        root = self._named("theme", f"{A}theme")
        if root is None:
            return b""
        for fill in list(root.iter(f"{A}blipFill")):
            parent = fill.getparent()
            if parent is not None:
                parent.replace(fill, etree.fromstring(_FILL))
        return clean(root) if self._mend(root, self._beside["theme"]) else b""

    def _numbering(self) -> bytes:
        """The numbering part; marks that are pictures are parts of their own and stay behind."""
        root = self._named("numbering", f"{W}numbering")
        if root is None:
            return b""
        self._mend(root, self._beside["numbering"])
        return clean(root)


def _part_names(styles: etree._Element) -> None:
    """A name with commas is a name and its aliases, as Word itself reads it."""
    for style in styles.iterchildren(f"{W}style"):
        name = style.find(f"{W}name")
        own, comma, others = str("" if name is None else name.get(f"{W}val", "")).partition(",")
        if name is None or not comma:
            continue
        name.set(f"{W}val", own.strip())
        if style.find(f"{W}aliases") is None and others.strip():
            aliases = etree.Element(f"{W}aliases")
            aliases.set(f"{W}val", others.strip())
            name.addnext(aliases)


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
    _cut_rings({str(one.get(f"{W}styleId")): one for one in styles.iterchildren(f"{W}style")})


def _cut_rings(known: Mapping[str, etree._Element]) -> None:
    """No style rests on itself, by way of others or not: readers would never come to an end."""
    done: set[str] = set()
    for start in known:
        line: dict[str, None] = {}
        id = start
        while id in known and id not in done:
            line[id] = None
            base = known[id].find(f"{W}basedOn")
            if base is None:
                break
            former, id = id, str(base.get(f"{W}val"))
            if id in line:
                known[former].remove(base)
                break
        done.update(line)


def _name(style: etree._Element) -> str:
    name = style.find(f"{W}name")
    return "" if name is None else str(name.get(f"{W}val", ""))
