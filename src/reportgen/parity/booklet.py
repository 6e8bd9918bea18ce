"""The text of a PDF in the order of painting, without what marked content says is the page's own (ISO 32000-1, 14.6).

A booklet of this program paints in reading order and says by marked content what is no text of the document: Artifact
(running heads, folios, contents, labels of scales), Figure (what a drawing says inside), Note (notes at the foot),
Restated (what the draft says in another form), Float (what stands at the head or foot of a page instead of where it is
written), Cell-1 and Cell-on-1 (the cells of a row that goes on over the page, and their rest there), Reach-1 and
Reach-on-1 (a cell of column 1 whose lines stand in several rows, and their rest there), H2 to H4.
ActualText stands for what it covers.
"""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

import msgspec
import pikepdf

from reportgen.parity.drawn import Drawn, drawn_of
from reportgen.parity.fonts import MOST_BYTES, BudgetError, Font, read_font
from reportgen.parity.stream import RUN, Stream, squeezed

_CELL = re.compile(r"/Cell-(on-)?(\d+)")
_REACH = re.compile(r"/Reach-(on-)?(\d+)")
_HEADINGS = {"/H2": 2, "/H3": 3, "/H4": 4}
_ARTIFACT, _FIGURE, _NOTE, _RESTATED, _FLOAT = "/Artifact", "/Figure", "/Note", "/Restated", "/Float"
_MOST_OPERATORS = 100_000  # of a page with its forms
_MOST_IN_ALL = 1_500_000
_FORM = 100  # operators that a form counts for by itself: to open it takes as long
_MOST_CHARACTERS = 4_000_000
_DEEPEST = 8  # forms in forms, levels of an outline
_MOST_ENTRIES = 10_000  # of an outline
_MOST_NAMES = 200_000


class Entry(msgspec.Struct, frozen=True):
    """A line of the outline: level and page from 1; page 0 where it leads nowhere."""

    level: int
    text: str
    page: int


class Booklet(msgspec.Struct, frozen=True):
    """What a PDF says, each with its pages; what is restated, what figures say and each float stands aside of the text.

    ``charts``: what drawings tell of their figures; where they stand in the text, ``charted`` stands aside, a character
    for each. ``unread``: characters of fonts that do not say what they are. ``marked``: it says what is its furniture.
    """

    pages: int
    text: Stream
    notes: Stream
    floats: tuple[Stream, ...]
    restated: Stream
    figures: Stream
    charted: Stream
    charts: tuple[Drawn, ...]
    outline: tuple[Entry, ...]
    unread: int
    marked: bool


def read_booklet(pdf: pikepdf.Pdf) -> Booklet:
    """The text of a PDF that was opened. Raises what the press names UNREADABLE for a broken one, BudgetError else."""
    reader = _Reader()
    numbers: dict[tuple[int, int], int] = {}
    for number, page in enumerate(pdf.pages, 1):
        numbers[page.obj.objgen] = number
        reader.page(page, number)
    reader.end_row()
    headings = [(level, "".join(said)) for level, said in reader.headings if any(said)]
    return Booklet(
        len(pdf.pages), reader.text.filled(reader.reached), reader.notes,
        tuple(reader.floats), reader.restated, reader.figures,
        reader.charted, tuple(msgspec.structs.replace(one, said=RUN.join(said)) for one, said in reader.charts),
        tuple(with_levels(list(_outline(pdf, numbers)), headings)), reader.unread, reader.marked,
    )  # fmt: skip


class _Reader:
    def __init__(self) -> None:
        self.text, self.notes, self.restated, self.figures, self.charted = (Stream() for _ in range(5))
        self.charts: list[tuple[Drawn, list[str]]] = []  # with all that each says
        self._in_drawing: list[str] = []
        self.floats: list[Stream] = []
        self.headings: list[tuple[int, list[str]]] = []  # level, what a heading, or its part on a page, says
        # cells of a row that is not at its end: page, what they say
        self._row: dict[int, tuple[int, list[str | Stream]]] = {}
        self._reaching: dict[int, Stream] = {}  # the cell of each column that reaches over rows
        self.reached: list[Stream] = []
        self.unread = 0
        self.marked = False
        self._fonts: dict[tuple[int, int, bool], Font] = {}
        self._left = _MOST_IN_ALL
        self._characters = 0
        self._on_page = 0
        self._number = 0
        self._marks: list[tuple[str, str | None]] = []  # tag, ActualText
        self._font: Font | None = None

    def page(self, page: pikepdf.Page, number: int) -> None:
        self._number, self._marks, self._font = number, [], None
        self._on_page = _MOST_OPERATORS
        self._read(page, page.obj.get("/Resources"), ())

    def _read(self, content: Any, resources: object, inside: tuple[tuple[int, int], ...]) -> None:
        streams = content.obj.get("/Contents") if isinstance(content, pikepdf.Page) else content
        parts = streams if isinstance(streams, pikepdf.Array) else () if streams is None else (streams,)
        if sum(len(part.read_bytes()) for part in parts) > MOST_BYTES:
            raise BudgetError
        fonts: list[Font | None] = []
        depth = len(self._marks)
        for instruction in pikepdf.parse_content_stream(content):
            self._spend(1)
            operator, operands = str(instruction.operator), instruction.operands
            if operator in ("Tj", "'", '"'):
                self._show(operands[-1])
            elif operator == "TJ":
                for part in operands[0]:
                    if isinstance(part, pikepdf.String):
                        self._show(part)
            elif operator == "Tf":
                self._font = self._font_of(_named(resources, "/Font", operands[0]))
            elif operator in ("BDC", "BMC"):
                self._begin(operands, resources)
            elif operator == "EMC":
                if len(self._marks) > depth:
                    self._end()
            elif operator == "q":
                fonts.append(self._font)
            elif operator == "Q":
                self._font = fonts.pop() if fonts else self._font
            elif operator == "Do":
                self._form(_named(resources, "/XObject", operands[0]), resources, inside)
        while len(self._marks) > depth:
            self._end()

    def _spend(self, operators: int) -> None:
        self._left -= operators
        self._on_page -= operators
        if min(self._left, self._on_page) < 0:
            raise BudgetError

    def _form(self, form: object, resources: object, inside: tuple[tuple[int, int], ...]) -> None:
        if not isinstance(form, pikepdf.Stream) or form.get("/Subtype") != pikepdf.Name.Form:
            return
        if form.objgen in inside or len(inside) >= _DEEPEST:
            return
        self._spend(_FORM)
        own = form.get("/Resources")
        font = self._font
        self._read(form, resources if own is None else own, (*inside, form.objgen))
        self._font = font

    def _begin(self, operands: Any, resources: object) -> None:
        told = None
        tag = str(operands[0])
        if tag == _FIGURE:
            self._in_drawing = []
        if len(operands) > 1:
            named = isinstance(operands[1], pikepdf.Name)
            properties = _named(resources, "/Properties", operands[1]) if named else operands[1]
            if isinstance(properties, pikepdf.Dictionary):
                actual, table = properties.get("/ActualText"), properties.get("/XXTable")
                told = None if actual is None else str(actual)
                if tag == _FIGURE and table is not None:
                    self._chart(table)
        self._marks.append((tag, told))
        self.marked = self.marked or tag == _ARTIFACT
        cell = _CELL.fullmatch(tag)
        if cell is not None:
            if not cell[1] and int(cell[2]) in self._row:
                self.end_row()
            self._row.setdefault(int(cell[2]), (self._number, []))
        reach = _REACH.fullmatch(tag)
        if reach is not None and not reach[1] and all(one != _FLOAT for one, _ in self._marks):
            self._reach(int(reach[2]))
        if tag == _FLOAT:
            self.floats.append(self.text.new_aside())
        if tag in _HEADINGS:
            self.headings.append((_HEADINGS[tag], []))

    def _chart(self, table: object) -> None:
        drawn = drawn_of(table, self._number)
        if drawn is not None:
            self._spend(len(drawn.categories) * len(drawn.series))
            self.charts.append((drawn, self._in_drawing))
            main = self.floats[-1] if any(tag == _FLOAT for tag, _ in self._marks) else self.text
            main.say_aside(self.charted, RUN, self._number)

    def _reach(self, column: int) -> None:
        cells = [int(found[2]) for tag, _ in self._marks if (found := _CELL.fullmatch(tag)) is not None]
        made = Stream() if cells else self.text.new_aside()
        if cells:
            self._row[cells[0]][1].append(made)
        self._reaching[column] = made
        self.reached.append(made)

    def _end(self) -> None:
        _, told = self._marks.pop()
        if told and all(one is None for _, one in self._marks):
            self._say(told)

    def end_row(self) -> None:
        """A row is at its end: its cells are said one after the other."""
        for number in sorted(self._row):
            page, said = self._row[number]
            for one in said:
                if isinstance(one, Stream):
                    self.text.stands_aside(one)
                else:
                    self.text.say(one, page)
        self._row = {}

    def _show(self, codes: Any) -> None:
        if any(told is not None for _, told in self._marks):
            return  # said when the marked content ends
        data = bytes(codes)
        font = self._font
        if font is None or not font.texts:
            self.unread += len(data)
            return
        width = font.width
        found = [font.texts.get(data[at : at + width]) for at in range(0, len(data), width)]
        self.unread += found.count(None)
        self._say("".join(filter(None, found)))

    def _say(self, text: str) -> None:
        tags = {tag for tag, _ in self._marks}
        if _ARTIFACT in tags:
            return
        reach = [int(found[2]) for tag in tags if (found := _REACH.fullmatch(tag)) is not None]
        if reach and reach[0] in self._reaching and _FLOAT not in tags:
            self._reaching[reach[0]].say(text, self._number)
            return
        cells = [int(found[2]) for tag in tags if (found := _CELL.fullmatch(tag)) is not None]
        if cells and _NOTE not in tags and _FLOAT not in tags:
            self._row[cells[0]][1].append(text)
            return
        if self._row and _NOTE not in tags and _FLOAT not in tags:
            self.end_row()
        if not tags.isdisjoint(_HEADINGS):
            self.headings[-1][1].append(squeezed(text))
        main = self.floats[-1] if _FLOAT in tags else self.text
        if _FIGURE in tags:
            self._in_drawing.append(text)
            main.say_aside(self.figures, text, self._number)
            main.say_aside(self.figures, RUN, self._number)
        elif _NOTE in tags:
            self.notes.say(text, self._number)
        elif _RESTATED in tags:
            main.say_aside(self.restated, text, self._number)
            main.say_aside(self.restated, RUN, self._number)
        else:
            main.say(text, self._number)
        self._characters += len(text)
        if self._characters > _MOST_CHARACTERS:
            raise BudgetError

    def _font_of(self, font: object) -> Font | None:
        if not isinstance(font, pikepdf.Dictionary):
            return None
        wide, told = font.get("/Subtype") == pikepdf.Name.Type0, font.get("/ToUnicode")
        if not isinstance(told, pikepdf.Stream):
            return None
        key = (*told.objgen, wide)
        if key not in self._fonts:
            self._fonts[key] = read_font(told.read_bytes(), 2 if wide else 1)
        return self._fonts[key]


def _named(resources: object, kind: str, name: object) -> object:
    held = resources.get(kind) if isinstance(resources, pikepdf.Dictionary) else None
    return held.get(str(name)) if isinstance(held, pikepdf.Dictionary) else None


def _outline(pdf: pikepdf.Pdf, numbers: dict[tuple[int, int], int]) -> Iterator[Entry]:
    """The outline as a tree walked in order; destinations by name through the name tree."""
    root = pdf.Root.get("/Outlines")
    names = _destinations(pdf)
    stack = [(root.get("/First"), 1)] if isinstance(root, pikepdf.Dictionary) else []
    count = 0
    while stack:
        item, level = stack.pop()
        if not isinstance(item, pikepdf.Dictionary):
            continue
        count += 1
        if count > _MOST_ENTRIES or level > _DEEPEST:
            raise BudgetError
        yield Entry(level, str(item.get("/Title", "")), _page_of(item, names, numbers))
        stack += [(item.get("/Next"), level), (item.get("/First"), level + 1)]


def with_levels(entries: list[Entry], marked: list[tuple[int, str]]) -> Iterator[Entry]:
    """The outline with the levels that the pages' marked content has: an outline cannot say that a level is skipped."""
    at = 0
    for entry in entries:
        left, found = squeezed(entry.text), at
        while left and found < len(marked) and (rest := _without(left, marked[found][1])) is not None:
            left = rest
            found += 1
        if not left and found > at:
            yield msgspec.structs.replace(entry, level=marked[at][0])
            at = found
        else:
            yield entry


def _without(text: str, part: str) -> str | None:
    """``text`` without what ``part`` says of it, marks of notes aside; None where it says something else."""
    for char in part:
        if text.startswith(char):
            text = text[1:]
        elif not (char in "[]" or char.isdigit() or char.isnumeric()):
            return None
    return text


def _destinations(pdf: pikepdf.Pdf) -> dict[str, object]:
    names = pdf.Root.get("/Names")
    tree = names.get("/Dests") if isinstance(names, pikepdf.Dictionary) else None
    if tree is None:
        return {}
    found = islice(pikepdf.NameTree(tree).items(), _MOST_NAMES)
    return dict(found)


def _page_of(item: pikepdf.Dictionary, names: dict[str, object], numbers: dict[tuple[int, int], int]) -> int:
    found: object = item.get("/Dest")
    action = item.get("/A")
    if found is None and isinstance(action, pikepdf.Dictionary):
        found = action.get("/D")
    if isinstance(found, pikepdf.String | pikepdf.Name | str):
        found = names.get(str(found))
    if isinstance(found, pikepdf.Dictionary):
        found = found.get("/D")
    if isinstance(found, pikepdf.Array) and len(found) and isinstance(found[0], pikepdf.Dictionary):
        return numbers.get(found[0].objgen, 0)
    return 0
