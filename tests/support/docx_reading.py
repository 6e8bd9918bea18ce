"""What a reader sees in a DOCX: its paragraphs in order, with the numbers that Word's lists would print."""

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PAGE_FIELDS = ("PAGE", "PAGEREF", "NUMPAGES")
_CONTENTS = ("目录标题", "图表目录标题", "table of figures", "index 1")
_NOTE_MARKS = {
    f"{W}{kind}{name}": (kind, name == "Reference") for kind in ("footnote", "endnote") for name in ("Reference", "Ref")
}
_DIGITS = "零一二三四五六七八九"


def part(data: bytes, name: str) -> Any:
    """The root element of a part."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return etree.fromstring(archive.read(name))


def around_text(data: bytes, what: str) -> str:
    """The text of all headers or footers, codes of fields among it."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = [name for name in archive.namelist() if re.fullmatch(rf"word/{what}[0-9]+\.xml", name)]
    return " ".join("".join(part(data, name).itertext()) for name in names)


def paragraph_texts(data: bytes, *, contents: bool = True) -> list[str]:
    """The text of every paragraph that has any, in document order; tables row by row, cell by cell.

    Numbers of ordered lists and headings stand before their text; marks of unordered lists, codes of fields, page
    numbers and tabs do not count; forced breaks are line feeds. ``contents=False`` leaves the
    table of contents out. Marks of notes are those that Word prints.
    """
    body = part(data, "word/document.xml").find(f"{W}body")
    styles = _Styles(part(data, "word/styles.xml"))
    lists = _Lists(part(data, "word/numbering.xml"))
    marks = note_marks(data)
    found = []
    for paragraph in body.iter(f"{W}p"):
        name = styles.name(paragraph)
        label = lists.label(*styles.list_of(paragraph))
        text = label + _text(paragraph, marks)
        if name.startswith("toc ") or name in _CONTENTS:
            text = text if contents else ""
        if text:
            found.append(text)
    return found


def tabbed(element: Any) -> str:
    """The text of an element, tabs in it too."""
    return "".join("\t" if one.tag == f"{W}tab" else one.text for one in element.iter(f"{W}t", f"{W}tab"))


def note_texts(data: bytes) -> list[str]:
    """The footnotes or endnotes in the order of their ids, each with the mark that Word prints before it."""
    marks = note_marks(data)
    found = []
    for kind in ("footnote", "endnote"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if f"word/{kind}s.xml" not in archive.namelist():
                continue
        for note in part(data, f"word/{kind}s.xml").iter(f"{W}{kind}"):
            if note.get(f"{W}type") is None:
                own = {kind: marks[kind, note.get(f"{W}id")]}
                found.append("".join(_text(paragraph, marks, own) for paragraph in note.iter(f"{W}p")))
    return found


def note_marks(data: bytes) -> dict[tuple[str, str], str]:
    """(kind, id) of every note that the story calls -> the number as Word prints it."""
    settings = part(data, "word/settings.xml")
    marks: dict[tuple[str, str], str] = {}
    waiting: list[tuple[str, str]] = []
    counts = {"footnote": 0, "endnote": 0}
    for element in part(data, "word/document.xml").iter(f"{W}footnoteReference", f"{W}endnoteReference", f"{W}sectPr"):
        if element.tag != f"{W}sectPr":
            waiting.append((element.tag.removeprefix(W).removesuffix("Reference"), element.get(f"{W}id")))
            continue
        for kind in counts:  # what a section does not say of its notes the settings say
            said = [one.find(f"{W}{kind}Pr") for one in (element, settings)]
            values = {
                name: next((found.get(f"{W}val") for one in said if one is not None
                            and (found := one.find(f"{W}{name}")) is not None), None)
                for name in ("numFmt", "numStart", "numRestart")
            }  # fmt: skip
            if values["numRestart"] == "eachSect" or counts[kind] == 0:
                counts[kind] = int(values["numStart"] or 1)
            for one in waiting:
                if one[0] == kind:
                    marks[one] = _formatted(counts[kind], values["numFmt"] or "decimal")
                    counts[kind] += 1
        waiting = []
    return marks


def _formatted(number: int, form: str) -> str:
    if form == "decimalEnclosedCircle" and number <= 20:
        return chr(0x245F + number)
    return str(number)


def _text(paragraph: Any, marks: Mapping[tuple[str, str], str], own: Mapping[str, str] = MappingProxyType({})) -> str:
    """The words of a paragraph: results of fields, never their codes, and no page numbers.

    ``own`` is the mark of the note, by its kind, that the paragraph stands in.
    """
    parts: list[str] = []
    open_fields: list[list[str]] = []  # [code, state]
    for element in paragraph.iter():
        if element.tag == f"{W}fldChar":
            kind = element.get(f"{W}fldCharType")
            if kind == "begin":
                open_fields.append(["", "code"])
            elif kind == "separate" and open_fields:
                open_fields[-1][1] = "result"
            elif kind == "end" and open_fields:
                open_fields.pop()
        elif element.tag == f"{W}instrText" and open_fields:
            open_fields[-1][0] += element.text or ""
        elif element.tag in _NOTE_MARKS and _owner(element) is paragraph:
            kind, called = _NOTE_MARKS[element.tag]
            parts.append(marks[kind, element.get(f"{W}id")] if called else own[kind])
        elif element.tag in (f"{W}t", f"{W}br") and _owner(element) is paragraph:
            if any(state == "code" or code.split()[0] in _PAGE_FIELDS for code, state in open_fields):
                continue
            parts.append("\n" if element.tag == f"{W}br" else element.text or "")
    return "".join(parts)


def _owner(element: Any) -> Any:
    while element.tag != f"{W}p":
        element = element.getparent()
    return element


class _Styles:
    """Style names and the lists that styles are tied to."""

    def __init__(self, root: Any) -> None:
        self._styles = {style.get(f"{W}styleId"): style for style in root.iter(f"{W}style")}

    def name(self, paragraph: Any) -> str:
        style = self._styles.get(self._id(paragraph))
        return "" if style is None else str(style.find(f"{W}name").get(f"{W}val"))

    def _id(self, paragraph: Any) -> str | None:
        found = paragraph.find(f"{W}pPr/{W}pStyle")
        return None if found is None else found.get(f"{W}val")

    def list_of(self, paragraph: Any) -> tuple[int, int]:
        """(list, level) of a paragraph, its own or its style's; (0, 0) for none."""
        own = paragraph.find(f"{W}pPr/{W}numPr")
        if own is not None:
            return _numbers(own)
        style = self._styles.get(self._id(paragraph))
        while style is not None:
            found = style.find(f"{W}pPr/{W}numPr")
            if found is not None and found.find(f"{W}numId") is not None:  # else a level alone, of no list
                return _numbers(found)
            based = style.find(f"{W}basedOn")
            style = None if based is None else self._styles.get(based.get(f"{W}val"))
        return 0, 0


def _numbers(element: Any) -> tuple[int, int]:
    number, level = element.find(f"{W}numId"), element.find(f"{W}ilvl")
    return int(number.get(f"{W}val")), 0 if level is None else int(level.get(f"{W}val"))


class _Lists:
    """Word's counting: one count for each abstract list and level; an override starts anew on a list's first use."""

    def __init__(self, root: Any) -> None:
        self._abstract = {one.get(f"{W}abstractNumId"): one for one in root.iter(f"{W}abstractNum")}
        self._lists = {int(one.get(f"{W}numId")): one for one in root.iter(f"{W}num")}
        self._counts: dict[str, list[int | None]] = {}
        self._used: set[tuple[int, int]] = set()

    def label(self, number: int, level: int) -> str:
        """What Word prints before the next paragraph of list ``number``."""
        if number == 0:
            return ""
        one = self._lists[number]
        id = one.find(f"{W}abstractNumId").get(f"{W}val")
        levels = {int(lvl.get(f"{W}ilvl")): lvl for lvl in self._abstract[id].iter(f"{W}lvl")}
        counts = self._counts.setdefault(id, [None] * 9)
        override = one.find(f"{W}lvlOverride[@{W}ilvl='{level}']/{W}startOverride")
        if override is not None and (number, level) not in self._used:
            counts[level] = int(override.get(f"{W}val"))
        elif counts[level] is None:
            counts[level] = _value(levels[level], "start")
        else:
            counts[level] = (counts[level] or 0) + 1
        self._used.add((number, level))
        counts[level + 1 :] = [None] * (8 - level)
        if levels[level].find(f"{W}numFmt").get(f"{W}val") == "bullet":
            return ""
        text = str(levels[level].find(f"{W}lvlText").get(f"{W}val"))
        return re.sub(r"%(\d)", lambda found: self._shown(levels, counts, int(found[1]) - 1), text)

    def _shown(self, levels: dict[int, Any], counts: list[int | None], level: int) -> str:
        count = counts[level]
        if count is None:
            count = _value(levels[level], "start")
        if levels[level].find(f"{W}numFmt").get(f"{W}val") == "chineseCountingThousand":
            return chinese_counting_thousand(count)
        return str(count)


def _value(level: Any, name: str) -> int:
    return int(level.find(f"{W}{name}").get(f"{W}val"))


def chinese_counting_thousand(number: int) -> str:
    """Word's number format of that name up to 999, written without a look at the program's own numerals."""
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    words = _DIGITS[hundreds] + "百" if hundreds else ""
    if tens:
        words += ("" if tens == 1 and not hundreds else _DIGITS[tens]) + "十"
    elif hundreds and ones:
        words += "零"
    return words + (_DIGITS[ones] if ones else "")


def headings(data: bytes) -> list[tuple[int, str, str]]:
    """(outline level from 1, number printed by Word, text) of every heading."""
    body = part(data, "word/document.xml").find(f"{W}body")
    styles_root = part(data, "word/styles.xml")
    styles = _Styles(styles_root)
    lists = _Lists(part(data, "word/numbering.xml"))
    outline = {
        style.get(f"{W}styleId"): int(style.find(f"{W}pPr/{W}outlineLvl").get(f"{W}val")) + 1
        for style in styles_root.iter(f"{W}style")
        if style.find(f"{W}pPr/{W}outlineLvl") is not None
    }
    marks = note_marks(data)
    found = []
    for paragraph in body.iter(f"{W}p"):
        label = lists.label(*styles.list_of(paragraph))
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        level = None if style is None else outline.get(style.get(f"{W}val"))
        if level is not None:
            found.append((level, label, _text(paragraph, marks)))
    return found


def sections(data: bytes) -> list[Any]:
    """The sections of the file but for those that go on where the text above them ends: columns, a count of notes."""
    found = part(data, "word/document.xml").iter(f"{W}sectPr")
    return [one for one in found if one.find(f"{W}type").get(f"{W}val") != "continuous"]


def around(data: bytes, section: Any) -> dict[tuple[str, str], str]:
    """What a section names: ("header" or "footer", kind of page) -> the name of its part."""
    relations = {one.get("Id"): one.get("Target") for one in part(data, "word/_rels/document.xml.rels")}
    found = {}
    for what in ("header", "footer"):
        for one in section.iter(f"{W}{what}Reference"):
            target = relations[next(value for key, value in one.attrib.items() if key.endswith("}id"))]
            found[what, one.get(f"{W}type")] = f"word/{target.rpartition('/')[2]}"
    return found


def run_look(data: bytes, run: Any, name: str) -> str | None:
    """The value of a property of a run (``u``, ``em``, ``sz``), its own or its character style's."""
    own = run.find(f"{W}rPr/{W}{name}")
    style = run.find(f"{W}rPr/{W}rStyle")
    if own is None and style is not None:
        styles = part(data, "word/styles.xml").iter(f"{W}style")
        own = next(one for one in styles if one.get(f"{W}styleId") == style.get(f"{W}val")).find(f"{W}rPr/{W}{name}")
    return None if own is None else own.get(f"{W}val")


def fields(data: bytes, name: str = "word/document.xml") -> Iterator[tuple[str, str]]:
    """(code, result) of every field that opens and closes in one paragraph."""
    for paragraph in part(data, name).iter(f"{W}p"):
        stack: list[list[str]] = []
        for element in paragraph.iter(f"{W}fldChar", f"{W}instrText", f"{W}t"):
            if element.tag == f"{W}fldChar":
                kind = element.get(f"{W}fldCharType")
                if kind == "begin":
                    stack.append(["", "", "code"])
                elif kind == "separate" and stack:
                    stack[-1][2] = "result"
                elif kind == "end" and stack:
                    code, result, _ = stack.pop()
                    yield code.strip(), result
            elif element.tag == f"{W}instrText":
                stack[-1][0] += element.text or ""
            else:
                for one in stack:
                    if one[2] == "result":
                        one[1] += element.text or ""
