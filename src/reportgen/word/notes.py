"""Notes as Word's own footnotes or endnotes: Word numbers them, so that a department may add and move them."""

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.part import Part

from reportgen.model.document import Document
from reportgen.theme import Theme
from reportgen.word.package import Package
from reportgen.word.runs import TAB, run_properties
from reportgen.word.styles import StyleSheet

_HEAD = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:{name} '
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml">'
)
_SEPARATORS = (("separator", -1), ("continuationSeparator", 0))  # with the ids that Word itself gives them
_CIRCLED = 20  # Word has circled figures as far as that, then plain ones: a bare 21 would read as part of a figure
# Before a note LibreOffice has its own number, which it sets instead of Word's: brackets would be left behind there.
_NOT_IN_LIBREOFFICE = (
    '<mc:AlternateContent><mc:Choice Requires="w15">{}</mc:Choice><mc:Fallback/></mc:AlternateContent>'
)
_FORMATS = {"circled": "decimalEnclosedCircle", "bracketed": "decimal"}


class Notes:
    """The notes of one file. ``kind`` is Word's word: "footnote", or "endnote" where the theme gathers them."""

    def __init__(self, document: Document, theme: Theme, sheet: StyleSheet) -> None:
        self._document = document
        self._look = theme.notes
        self._sheet = sheet
        self.kind = "footnote" if theme.notes.place == "foot" else "endnote"
        self._ids: dict[int, int] = {}  # the document's number of a note -> its id in this file
        self._counts: dict[int, int] = {}  # that have notes here -> the number that Word gives the last of them
        self._bracketed: set[int] = set()  # the document's numbers of notes whose marks are in brackets
        self._written: list[str] = []
        self._part: Part | None = None

    def __contains__(self, number: int) -> bool:
        return number in self._ids

    def ends_count(self, section: int, following: int) -> bool:
        """Whether a count of notes ends with ``section``: where Word's own section ends it counts anew or sets them."""
        counts = self._document.note_counts
        return counts[section] != counts[following] and counts[section] in self._counts

    def part(self, package: Package) -> Part:
        """The part of the file that the notes stand in; there is none before the first note."""
        if self._part is None:
            feet = self.kind == "footnote"
            content_type = CONTENT_TYPE.WML_FOOTNOTES if feet else CONTENT_TYPE.WML_ENDNOTES
            relation = RELATIONSHIP_TYPE.FOOTNOTES if feet else RELATIONSHIP_TYPE.ENDNOTES
            self._part = package.open_part(f"{self.kind}s.xml", content_type, relation)
        return self._part

    def write(self, number: int, content: str) -> None:
        """Note ``number`` of the document with its words as runs."""
        id = self._ids[number] = len(self._ids) + 1
        note = self._document.notes[number - 1]
        count = self._document.note_counts[note.section]
        before = self._counts.get(count, 0 if self._look.restart == "section" else note.number - 1)
        self._counts[count] = before + 1
        if self._look.marks == "bracketed" or before >= _CIRCLED:
            self._bracketed.add(number)
        # no style of marks: a circled figure is too small when raised
        mark = self._mark(f"<w:{self.kind}Ref/>", number, "", _NOT_IN_LIBREOFFICE)
        self._written.append(
            f'<w:{self.kind} w:id="{id}"><w:p><w:pPr>{self._sheet.named(self.kind)}</w:pPr>{mark}{TAB}{content}</w:p>'
            f"</w:{self.kind}>"
        )

    def reference(self, number: int) -> str:
        """The mark of note ``number`` in the text: Word counts."""
        look = run_properties(self._sheet.ids[self.kind + "_mark"])
        return self._mark(f'<w:{self.kind}Reference w:id="{self._ids[number]}"/>', number, look)

    def _mark(self, counted: str, number: int, look: str, brackets: str = "{}") -> str:
        ends = [brackets.format(f"<w:t>{end}</w:t>") for end in "[]"] if number in self._bracketed else ["", ""]
        # a run each: LibreOffice drops what follows a mark
        return "".join(f"<w:r>{look}{part}</w:r>" for part in (ends[0], counted, ends[1]) if part)

    @property
    def _restarts(self) -> bool:
        """Whether Word counts anew in each of its sections; one count in plain figures needs none of that."""
        return self._look.restart == "section" and (self._look.marks == "circled" or len(self._counts) > 1)

    def wants_tail(self, section: int) -> bool:
        """Whether the file, which ends with ``section``, needs a last section without notes (see ``properties``)."""
        ends_noted = self._document.note_counts[section] in self._counts
        return self.kind == "footnote" and self._restarts and self._look.marks == "bracketed" and ends_noted

    def properties(self, *, last: bool = False, whole: bool = False, anew: bool = True) -> str:
        """Place, format and restart of the numbers, for a section or (``whole``) the settings; "" without notes.

        ``anew``: they may begin anew with this section; not with one that only has other columns.

        The format is said in the settings, which hold for every section (ISO/IEC 29500-1 17.11.12), and in the ``last``
        section: LibreOffice knows sections only, and counts the notes of several chapters when the format changes.
        Plain figures are what it begins with, so that there the last section, which has no notes, says full-width ones.
        """
        if not self._ids:
            return ""
        place = "sectEnd" if self.kind == "endnote" else "pageBottom"
        made = f'<w:pos w:val="{place}"/>'
        form = _FORMATS[self._look.marks]
        if last and form == "decimal" and self._restarts and self.kind == "footnote":
            form = "decimalFullWidth"
        made += f'<w:numFmt w:val="{form}"/>' if last or whole else ""
        if self._restarts:
            made += f'<w:numRestart w:val="{"eachSect" if anew else "continuous"}"/>'
        else:
            first = self._document.notes[min(self._ids) - 1].number
            made += f'<w:numStart w:val="{first}"/>' if first > 1 else ""
            made += '<w:numRestart w:val="continuous"/>'
        if whole:
            made += "".join(f'<w:{self.kind} w:id="{id}"/>' for _, id in _SEPARATORS)
        return f"<w:{self.kind}Pr>{made}</w:{self.kind}Pr>"

    def xml(self) -> str:
        """The part: Word's two separators, then the notes."""
        separators = "".join(
            f'<w:{self.kind} w:type="{name}" w:id="{id}"><w:p><w:pPr><w:spacing w:before="0" w:after="0"/>'
            f'<w:ind w:firstLineChars="0" w:firstLine="0"/></w:pPr><w:r><w:{name}/></w:r></w:p></w:{self.kind}>'
            for name, id in _SEPARATORS
        )
        return f"{_HEAD.format(name=self.kind + 's')}{separators}{''.join(self._written)}</w:{self.kind}s>"

    def close(self, package: Package) -> None:
        """Fill the part, if there is one."""
        if self._part is not None:
            package.fill(self._part, self.xml())
