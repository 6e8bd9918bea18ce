"""Fields of a file that is filled in: an interactive form (ISO 32000-1 12.7), every state of it drawn by us.

* Boxes of a choice are one check box field with a value for each box (12.7.4.2.3): ticking one clears the others, a
  second click clears it too. With radio buttons no click does that in PDFium (Chrome, Edge): who touched a row could
  not abstain any more. Values are the places of the boxes, from 1, since names are no place for Chinese. Words in
  ``Opt`` would serve Acrobat, but then PDFium keeps the value of a box that was cleared. A tick is a field by itself.
* What a tick looks like is in the file for both states, the empty one too: a reader that misses one draws its own.
  ``NeedAppearances`` is not set, for it asks readers to draw everything anew, ticks among it.
* Text is typed in a font of the file: the face of the form's text with the characters of GB/T 2312, 1.4 to 2.1 MB.
  Poppler (Evince, Okular) and pdf.js (Firefox) set with it; PDFium (Chrome, Edge) sets Chinese in a font of the machine
  and only the rest in this one, and any reader does so with characters that it lacks.
* Nothing is run or sent: no action of any kind.
"""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import msgspec

from reportgen.drawing import Field, FieldLook
from reportgen.fonts import Face, FontBook
from reportgen.pdf.cid_font import CodeTable, write_font
from reportgen.pdf.syntax import colour_operator, number, text_string

if TYPE_CHECKING:
    from reportgen.pdf.objects import ObjectFile, Verbatim

_SEVERAL_LINES = 1 << 12  # of Ff (table 228)
_FLAGS = "/F 4"  # printed
_CHECK = "/MK<</CA(4)>>"  # where a reader draws by itself after all, a tick
_YES, _NO = "Yes", "Off"


class PageFields(msgspec.Struct, frozen=True):
    """A page as its fields see it: ``reference`` of its object, height in points."""

    reference: str
    height: float
    fields: Sequence[Field]


class WrittenForm(msgspec.Struct, frozen=True):
    """``entry``: the catalog's; ``widgets``: references of each page's annotations, in reading order."""

    entry: str
    widgets: Sequence[Sequence[str]]


def write_form(pages: Sequence[PageFields], file: "ObjectFile", book: FontBook) -> WrittenForm:
    """Write all fields of a file that has some, those of a form (``Field.form``) below one that is named after it."""
    looks = list(dict.fromkeys(field.look for page in pages for field in page.fields))
    faces = list(dict.fromkeys(look.face for look in looks))
    fonts = {face: f"T{place + 1}" for place, face in enumerate(faces)}
    typed = "".join(f"/{name} {_typed_font(book.shipped(face), file)}" for face, name in fonts.items())
    writer = _Writer(file, fonts, f"<</Font<<{typed}>>>>")
    for page in pages:
        writer.page(page)
    roots = " ".join(writer.roots())
    entry = f"/AcroForm<</Fields[{roots}]/DR<</Font<<{typed}>>>>/DA({writer.typed(looks[0])})>>"
    return WrittenForm(entry, writer.widgets)


def _typed_font(face: Face, file: "ObjectFile") -> str:
    """The font that readers set typed text with; its reference."""
    table = CodeTable(face)
    for char in _characters():
        glyph = face.glyph(char)
        if glyph:
            table[glyph, char]
    return write_font(table, file)


def _characters() -> str:
    """ASCII and GB/T 2312 in its order: 6763 hanzi, marks, figures, letters."""
    high = (bytes((row, cell)) for row in range(0xA1, 0xF8) for cell in range(0xA1, 0xFF))
    return bytes(range(0x20, 0x7F)).decode("ascii") + "".join(pair.decode("gb2312", "ignore") for pair in high)


class _Choice(msgspec.Struct):
    """A choice whose boxes are met one after the other, on one page or several."""

    reference: str
    made: "Verbatim"
    field: Field
    widgets: list[str]


class _Writer:
    """Fields as they are met; ``fonts``: face -> its name in ``resources``."""

    def __init__(self, file: "ObjectFile", fonts: Mapping[str, str], resources: str) -> None:
        self.widgets: list[list[str]] = []
        self._file = file
        self._fonts = fonts
        self._resources = resources
        self._forms: dict[str, tuple[str, Verbatim, list[str]]] = {}  # name -> reference, object, its fields
        self._choices: dict[tuple[str, str], _Choice] = {}
        self._drawn: dict[tuple[object, ...], str] = {}  # states that look alike are one object

    def page(self, page: PageFields) -> None:
        """Write the fields of a page."""
        found: list[str] = []
        for field in page.fields:
            bottom = page.height - field.y - field.height
            box = (field.x, bottom, field.x + field.width, bottom + field.height)
            sides = " ".join(map(number, box))
            head = f"<</Type/Annot/Subtype/Widget{_FLAGS}/P {page.reference}/Rect[{sides}]/TU{text_string(field.label)}"
            match field.kind:
                case "choice":
                    found.append(self._choice(field, head))
                case "tick":
                    found.append(self._tick(field, head))
                case "text":
                    found.append(self._text(field, head))
        self.widgets.append(found)

    def roots(self) -> list[str]:
        """Finish what was begun; the references of the forms."""
        for choice in self._choices.values():
            field = choice.field
            choice.made.body = (
                f"<</FT/Btn{self._below(field)}/TU{text_string(field.question)}/V/{_NO}/DV/{_NO}"
                f"/Kids[{' '.join(choice.widgets)}]>>"
            ).encode("latin-1")
        for name, (_, made, fields) in self._forms.items():
            made.body = f"<</T{text_string(_part(name))}/Kids[{' '.join(fields)}]>>".encode("latin-1")
        return [reference for reference, _, _ in self._forms.values()]

    def typed(self, look: FieldLook) -> str:
        """The operators that typed text is set with."""
        return f"/{self._fonts[look.face]} {number(look.size)} Tf {colour_operator(look.colour, 'rg')}"

    def _form(self, name: str) -> tuple[str, list[str]]:
        if name not in self._forms:
            self._forms[name] = (*self._file.reserve(), [])
        reference, _, fields = self._forms[name]
        return reference, fields

    def _below(self, field: Field) -> str:
        """The entries that put a field below its form."""
        return f"/Parent {self._form(field.form)[0]}/T{text_string(_part(field.name))}"

    def _choice(self, field: Field, head: str) -> str:
        key = (field.form, field.name)
        choice = self._choices.get(key)
        if choice is None:
            choice = self._choices[key] = _Choice(*self._file.reserve(), field, [])
            self._form(field.form)[1].append(choice.reference)
        states = self._states(field, str(len(choice.widgets) + 1))
        widget = self._file.add(f"{head}/Parent {choice.reference}{states}>>")
        choice.widgets.append(widget)
        return widget

    def _tick(self, field: Field, head: str) -> str:
        states = self._states(field, _YES)
        widget = self._file.add(f"{head}/FT/Btn{self._below(field)}/V/{_NO}/DV/{_NO}{states}>>")
        self._form(field.form)[1].append(widget)
        return widget

    def _states(self, field: Field, ticked: str) -> str:
        """Both states of a box, ``ticked`` being the name of one."""
        look = field.look
        points = [f"{number(x * field.width)} {number((1 - y) * field.height)}" for x, y in look.tick]
        pen = f"{colour_operator(look.colour, 'RG')} {number(look.weight)} w"
        line = f"{points[0]} m {' l '.join(points[1:])} l S"
        yes, no = (self._drawing(field, operators) for operators in (f"q {pen} {line} Q", ""))
        return f"/AS/{_NO}/AP<</N<</{ticked} {yes}/{_NO} {no}>>>>{_CHECK}"

    def _text(self, field: Field, head: str) -> str:
        look = field.look
        more = ""
        if field.lines > 1:  # lines of a reader's own pitch would run through the ruled ones
            ground = colour_operator(look.ground, "").rstrip()
            more = f"/Ff {_SEVERAL_LINES}/MK<</BG[{ground}]>>"
        shown = self._drawing(field, "/Tx BMC EMC", f"/Resources{self._resources}")
        widget = self._file.add(
            f"{head}/FT/Tx{self._below(field)}{more}/V<>/DA({self.typed(look)})/AP<</N {shown}>>>>"
        )  # fmt: skip
        self._form(field.form)[1].append(widget)
        return widget

    def _drawing(self, field: Field, operators: str, resources: str = "/Resources<<>>") -> str:
        """A state as a form XObject of the field's size; its reference."""
        size = f"{number(field.width)} {number(field.height)}"
        key = (size, operators)
        found = self._drawn.get(key)
        if found is None:
            entries = f"/Type/XObject/Subtype/Form/BBox[0 0 {size}]{resources}"
            found = self._drawn[key] = self._file.add_stream(entries, operators.encode("ascii"), compress=False)
        return found


def _part(name: str) -> str:
    """A part of a field's name: the full name has points between its parts (12.7.3.2)."""
    return name.replace(".", "/")
