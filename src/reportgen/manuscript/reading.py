"""Reads a Word file: blocks in order, what is tracked as if accepted (ISO 29500-1, 17.3 and 17.13.5)."""

from collections.abc import Iterator, Sequence
from itertools import chain, count, groupby, islice

import msgspec

from reportgen.manuscript.charts import Charts
from reportgen.manuscript.lists import Lists
from reportgen.manuscript.names import MC, Element, M, W
from reportgen.manuscript.notes import KINDS, Marks
from reportgen.manuscript.styles import Styles, value_of
from reportgen.manuscript.value import Cell, Manuscript, Note, Paragraph, Span
from reportgen.manuscript.words import Fields, Words
from reportgen.opc import Limits, OpcError, OpcFile, open_package

_THROUGH = {f"{W}{name}" for name in ("ins", "moveTo", "smartTag", "customXml", "hyperlink", "fldSimple", "dir", "bdo")}
_PARAGRAPHS = (f"{W}p", f"{M}oMathPara", f"{M}oMath")  # formulas may stand between paragraphs
_LIMITS = Limits(file=256 * 2**20, parts=20_000)  # a report with its photographs and three parts for each chart
_LIBREOFFICE = ("LibreOffice", "OpenOffice", "Collabora")
_MOST_PARAGRAPHS = 400_000
_MOST_COLUMNS = 63  # of a table, Word's own limit
_CONTENTS = "table of contents"  # Word's gallery of contents, told by its English name in every language
_LISTED = (
    "toc",
    "index",
    "table of figures",
    "contents",
    "目录标题",
    "图表目录标题",
)  # and a digit: styles of contents


def read_manuscript(data: bytes, file: str) -> Manuscript:
    """The text of a Word file; messages call it ``file``. Raises OpcError for one that is none or not safe to read."""
    package = open_package(data, file, _LIMITS)
    main = package.main
    parts = {one.kind: one.target for one in package.relations(main).values() if not one.outside}

    def part(kind: str) -> Element | None:
        return package.xml(parts[kind]) if parts.get(kind) in package.names else None

    document = package.xml(main)
    body = document.find(f"{W}body")
    if body is None:
        raise OpcError("word-file-format", **package.said, kind="ZIP")
    styles = Styles(part("styles"))

    def begins(paragraph: Element) -> bool:
        properties = paragraph.find(f"{W}pPr")
        return styles.level(styles.paragraph_id(properties), properties) == 1

    marks = Marks(document, part("settings"), begins if _saved_by_libreoffice(package) else None)
    story = _Story(styles, Lists(part("numbering")), marks, charts=Charts(package, main))
    paragraphs = tuple(islice(story.blocks(body), _MOST_PARAGRAPHS))
    if len(paragraphs) == _MOST_PARAGRAPHS:
        raise OpcError("word-file-bomb", **package.said, part=main)
    notes: list[Note] = []
    for kind in KINDS:
        root = part(f"{kind}s")
        known = {} if root is None else {one.get(f"{W}id"): one for one in root.iterchildren(f"{W}{kind}")}
        for id in marks.in_order(kind):
            if id in known:
                own = marks(kind, id)
                inner = _Story(styles, Lists(None), marks, own)
                notes.append(_note(kind, own, inner.blocks(known[id])))
    return Manuscript(tuple(_with_contents(paragraphs)), tuple(notes))


def _note(kind: str, mark: str, paragraphs: Iterator[Paragraph]) -> Note:
    text, spans = "", []
    for one in paragraphs:
        text += "\n" if text and one.text else ""
        spans += [Span(len(text) + span.start, len(text) + span.end, span.style) for span in one.spans]
        text += one.text
    return Note(kind, mark, text, tuple(spans))


def _with_contents(paragraphs: Sequence[Paragraph]) -> Iterator[Paragraph]:
    """What looks like contents is so beside a field that makes them; elsewhere it is text, whatever its style."""
    for alike, run in groupby(paragraphs, lambda one: one.listed or not (one.text.strip() or one.drawn or one.label)):
        own = list(run)
        proved = not alike or any(one.field for one in own)
        yield from own if proved else (msgspec.structs.replace(one, listed=False) for one in own)


def _saved_by_libreoffice(package: OpcFile) -> bool:
    for one in package.relations("").values():
        if one.kind == "extended-properties" and not one.outside and one.target in package:
            said = package.xml(one.target).findtext("{*}Application") or ""
            return said.startswith(_LIBREOFFICE)
    return False


class _Story:
    """One flow of text; ``own`` is the mark of the note that it is."""

    def __init__(
        self, styles: Styles, lists: Lists, marks: Marks, own: str = "", charts: Charts | None = None
    ) -> None:  # fmt: skip
        self._styles, self._lists, self._marks, self._own = styles, lists, marks, own
        self._charts = charts
        self._fields = Fields()
        self._tables = count(1)
        self._carried: Words | None = None  # the words of a paragraph whose end was deleted: the next goes on with them

    def blocks(self, parent: Element, cell: Cell | None = None, listed: bool = False) -> Iterator[Paragraph]:
        """The paragraphs of ``parent`` in order."""
        for child in parent.iterchildren():
            if child.tag in _PARAGRAPHS:
                yield from self._paragraph(child, cell, listed)
            elif child.tag == f"{W}tbl":
                yield from self._table(child, listed)
            elif child.tag == f"{W}sdt":
                content = child.find(f"{W}sdtContent")
                if content is not None:
                    yield from self.blocks(content, cell, listed or _is_contents(child))
            elif child.tag in _THROUGH:
                yield from self.blocks(child, cell, listed)
            elif child.tag == f"{MC}AlternateContent":
                yield from self.blocks(chosen(child), cell, listed)

    def _table(self, table: Element, listed: bool) -> Iterator[Paragraph]:
        number = next(self._tables)
        for row, one in enumerate(_inside(table, f"{W}tr"), 1):
            properties = one.find(f"{W}trPr")
            if properties is not None and properties.find(f"{W}del") is not None:
                continue
            head = properties is not None and properties.find(f"{W}tblHeader") is not None
            grid = _columns(properties, "gridBefore", 0)
            for column, cell in enumerate(_inside(one, f"{W}tc"), 1):
                span = _columns(cell.find(f"{W}tcPr"), "gridSpan", 1)
                yield from self.blocks(cell, Cell(number, row, column, head, grid, span), listed)
                grid += span

    def _paragraph(self, element: Element, cell: Cell | None, listed: bool) -> Iterator[Paragraph]:
        properties = element.find(f"{W}pPr")
        id = self._styles.paragraph_id(properties)
        label = self._lists.label(*self._styles.list_of(id, properties))
        words = self._carried or Words(self._fields, self._styles, self._marks, self._own)
        self._carried = None
        begins_listed = self._fields.is_listed
        words.take_paragraph(element, id)
        mark = None if properties is None else properties.find(f"{W}rPr")
        if mark is not None and (mark.find(f"{W}del") is not None or mark.find(f"{W}moveFrom") is not None):
            self._carried = words
            return
        name = self._styles.name(id)
        field = begins_listed or words.listed
        yield Paragraph(
            words.text, label, name, self._styles.level(id, properties), cell,
            listed or field or _names_contents(name), field or words.paged, len(words.drawings), tuple(words.spans),
            () if self._charts is None else tuple(chain.from_iterable(map(self._charts, words.drawings))),
        )  # fmt: skip
        for box in words.boxes:
            yield from self.blocks(box, cell, listed)


def chosen(alternatives: Element) -> Element:
    """What is read of alternatives: the first choice, as Word would (ISO 29500-3, 9.3)."""
    found = alternatives.find(f"{MC}Choice")
    return alternatives if found is None else found


def _inside(parent: Element, tag: str) -> Iterator[Element]:
    """Rows or cells, those in content controls too."""
    for child in parent.iterchildren():
        if child.tag == tag:
            yield child
        elif child.tag == f"{W}sdt" and (content := child.find(f"{W}sdtContent")) is not None:
            yield from _inside(content, tag)
        elif child.tag in _THROUGH:
            yield from _inside(child, tag)


def _columns(properties: Element | None, name: str, least: int) -> int:
    """How many columns of its grid a table says a cell takes, or that a row leaves out."""
    said = value_of(properties, name) or ""
    return min(max(int(said), least), _MOST_COLUMNS) if said.isascii() and said.isdigit() else least


def _is_contents(control: Element) -> bool:
    properties = control.find(f"{W}sdtPr")
    kind = None if properties is None else properties.find(f"{W}docPartObj")
    return kind is not None and (value_of(kind, "docPartGallery") or "").lower() == _CONTENTS


def _names_contents(style: str) -> bool:
    return style.lower().rstrip(" 0123456789") in _LISTED
